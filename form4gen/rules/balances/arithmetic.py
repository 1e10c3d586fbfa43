"""HB102: the running balance of each holding line."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.ledger import Step, ledger
from form4gen.law.authorities import FORM_4, STAFF_FAQ_2003
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, Severity, rule


@rule(
    "HB102",
    name="running balance error",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"), STAFF_FAQ_2003.at("question 1")),
)
def running_balance_error(filing: Filing) -> Iterator[Breach]:
    """The balance on each row is that of the row before it, plus or minus the amount of this transaction.

    The staff expects a running tally after each transaction. Rows may also run in date order or in reverse.
    Differences below one share are accepted, and so is a footnote that explains an exempt change (a plan, a
    dividend). One closing balance on every row is a warning. In Table II many filers combine or split grants, so a
    difference there is an advisory. EDGAR does not check this.

    Remedy: Correct the amount, the balance or the order of the rows. If something else changed the balance, explain
    it in a footnote.
    """
    for account in ledger(filing):
        broken = [step for step in account.steps if step.is_broken]
        severity = ADVISORY if isinstance(account.rows[0], DerivativeTransaction) else None
        if broken and len({step.after for step in account.steps}) == 1:
            rows = "Both" if len(account.steps) == 2 else f"All {len(account.steps)}"  # noqa: PLR2004  both are two
            message = (
                f"{rows} rows of this line report {number(broken[0].after)}, the closing balance. "
                f"Report the running balance after each transaction: here, {broken[0].arithmetic}."
            )
            remedy = "Replace each balance with the amount held after that row's own transaction."
            yield _breach(broken[0], message, severity or WARNING)._replace(remedy=remedy)
        else:
            for step in broken:
                message = (
                    f"The running balance does not add up: {step.arithmetic}, but this row reports "
                    f"{number(step.after)}."
                )
                yield _breach(step, message, severity)._replace(suggested=step.expected)


def _breach(step: Step, message: str, severity: Severity | None) -> Breach:
    return Breach(
        step.row.owned_following.at,
        message,
        found=number(step.after),
        expected=number(step.expected),
        arithmetic=step.arithmetic,
        severity=severity,
    )
