"""HB102: the running balance of each line."""

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
    """Each row of a line continues from the row before it: balance, plus or minus the amount.

    The staff asks for a running tally after each transaction. Rows out of order are tried in date order; fractions
    below one share, and rows with a footnote that tells of an exempt change (a plan, a dividend), are let pass. One
    closing balance on every row is a warning. In Table II filers lump or split grants in many ways (a quarter of
    the filings that could be compared), so a break there is an advisory only. EDGAR does not add up.

    Remedy: Correct the amount, the balance or the order of the rows. If something else changed the balance, explain
    it in a footnote.
    """
    for account in ledger(filing):
        broken = [step for step in account.steps if step.is_broken]
        severity = ADVISORY if isinstance(account.rows[0], DerivativeTransaction) else None
        if broken and len({step.after for step in account.steps}) == 1:
            closing = f"All {len(account.steps)} rows of this line show {number(broken[0].after)}"
            message = f"{closing}; each shows what was held after its own transaction: {{}}."
            yield _breach(broken[0], message, severity or WARNING)
        else:
            for step in broken:
                yield _breach(step, f"{{}}; the form says {number(step.after)}.", severity)


def _breach(step: Step, message: str, severity: Severity | None) -> Breach:
    return Breach(
        step.row.owned_following.at,
        message.format(step.arithmetic),
        found=number(step.after),
        expected=number(step.expected),
        arithmetic=step.arithmetic,
        severity=severity,
    )
