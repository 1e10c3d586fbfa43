"""TC: the V mark, small acquisitions, rows that move nothing, and discretionary transactions."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.basis_values import Basis, Decision, Ground, Mark
from form4gen.accounts.due_dates import Standing
from form4gen.accounts.lines import names_of
from form4gen.accounts.small_acquisitions import MOST_TERMS, Ended, Spent, deferral_ended, is_from_issuer, spent
from form4gen.law.authorities import FORM_4, RELEASE_33_11138, RULE_16A, RULE_16B
from form4gen.law.codes import CODES, Early
from form4gen.law.exemptions import GIFTS_MADE_SINCE
from form4gen.law.thresholds import SMALL_ACQUISITION
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day, dollars, number
from form4gen.prose.reading import notes_of, read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, WARNING, Breach, Severity, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC109",
    name="V mark on a non-deferrable transaction",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(
        RULE_16A.at("16a-3(f), (g)(1), (g)(5)"),
        FORM_4.at("Instruction 4(a)(i)"),
        FORM_4.at("Instruction 4(a)(ii), note"),
        FORM_4.at("Instruction 8"),
        RELEASE_33_11138.at("(2022), on gifts"),
    ),
)
def v_mark_on_a_non_deferrable_transaction(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Only a transaction that may be deferred to Form 5 may be marked V (reported earlier than required).

    V says that the transaction is reported earlier than required, so it does not fit one that is due on Form 4: a
    trade, an award, an exercise, withholding, or a gift made. TC110 covers small acquisitions, except where
    ``deferralEndedOn`` says that the deferral has ended. Silent where the reporting basis is not clear. A grant (A) is
    a warning only, because some filers use that code for plan purchases that need no report; a grant that depends on
    performance, and a gift made in the weeks of 2023 on which sources differ, are advisories. EDGAR accepts the mark
    on any row.

    Remedy: Remove the V mark (set ``transactionFormType`` to "4"). If the row is a small acquisition of $10,000 or
    less under Rule 16a-6, use code L.
    """
    if not row.is_early or row.code not in CODES or (row.code == "L" and row.deferral_ended_on is None):
        return
    due = circumstances.dues[row]
    message, severity = _on_v(row, due.decisions[0])
    if message:
        at = row.at / "transactionFormType"
        yield Breach(at, f"{row.name} {message}", "5", "4", severity=severity, suggested="4")


def _on_v(row: Transaction, decision: Decision) -> tuple[str, Severity | None]:
    """What is wrong with the V of a row, and how severe that is."""
    if decision.basis is Basis.NOT_YET:
        return "is marked V, which is right only for an award that is not yet reportable.", ADVISORY
    if row.code == "G" and decision.basis is Basis.FORM_4:
        if not decision.is_sure:
            return f"is marked V. {decision.reason}", ADVISORY
        since = f"made on or after {day(GIFTS_MADE_SINCE)}"
        return f"is marked V, but a gift {since} may not be deferred to Form 5. Only a gift received may.", None
    name = CODES[row.code].name
    if row.code == "P" and decision.basis is Basis.UNKNOWN and decision.ground is Ground.CODE:
        return "is marked V, but has code P. Only a small acquisition under Rule 16a-6 (code L) may wait.", WARNING
    if decision.mark is not Mark.WRONG:
        return "", None
    if decision.basis is Basis.FORM_4 and CODES[row.code].early is Early.NEVER:
        why = f"code {row.code} ({name}) may not be deferred to Form 5, so it cannot be reported early."
    else:
        why = f"it is due on Form 4. {decision.reason}"
    return f"is marked V, but {why}", WARNING if row.code == "A" else None


@rule(
    "TC119",
    name="V mark missing on a deferrable transaction",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), FORM_4.at("Instruction 4(a)(ii), note"), RULE_16A.at("16a-3(f)(1), (g)(5)")),
)
def v_mark_missing_on_a_deferrable_transaction(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction that may be deferred to Form 5 and is reported on a Form 4 before that is marked V.

    Without the mark a reader takes the row for one that was due within two business days, and perhaps for a late one.
    One advisory a form names the rows. It covers gifts, inheritances, and voting trusts, and other codes where
    ``exemption`` names the rule. Silent where the reporting basis is not clear, after the due date of the Form 5, and
    for code L (TC110). EDGAR accepts the row without the mark.

    Remedy: Mark the rows V (``transactionFormType`` "5"). If another basis applies, name the rule (``exemption``).
    """
    rows = [
        row
        for row in filing.transactions
        if not row.is_early and (row.code in "GWZ" or (row.exemption and row.code != "L"))
        if (due := circumstances.dues[row]).decisions[0].mark is Mark.RIGHT and due.standing not in _PAST
    ]
    if rows:
        reasons = " ".join(dict.fromkeys(circumstances.dues[row].decisions[0].reason for row in rows))
        what = "has no V mark" if len(rows) == 1 else "have no V mark"
        yield Breach(rows[0].at / "transactionFormType", f"{names_of(rows)} {what}. {reasons}", "4", "5")


_PAST = (Standing.LATE, Standing.IN_DOUBT)


def _has_small_acquisition(filing: Filing) -> bool:
    return any(row.code == "L" for row in filing.transactions)


@rule(
    "TC110",
    name="code L outside Rule 16a-6",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("prior",),
    in_part=True,
    concerns=_has_small_acquisition,
    sources=(RULE_16A.at("16a-6(a), (b)"),),
)
def code_l_outside_rule_16a_6(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Code L is for acquisitions, other than from the issuer, of $10,000 or less in six months.

    The purchases of the class on this form, with code L or P, are added up over the six months to each row. A
    disposition that is not exempt, or a purchase that takes the sum above the limit, ends the deferral if it comes
    within six months after the row, on this form or a prior one; what came before does not. A row without the V mark
    whose deferral goes on is an advisory. Silent where ``deferralEndedOn`` says that it ended. EDGAR checks none of
    this.

    Remedy: If the deferral is lost, report the acquisition within two business days after the day it was lost. If
    Rule 16a-6 applies, keep code L and mark the row V (``transactionFormType`` "5").
    """
    if row.code != "L":
        return
    filing, at = circumstances.filing, row.transaction_code.at
    if row.is_disposed:
        message = f"{row.name} has code L but is marked D (disposed of). Code L is for acquisitions only."
        yield Breach(row.transaction_acquired_disposed_code.at, message, "D", "A", remedy=_NOT_L)
        return
    cost = spent(row, filing)
    if cost.total > SMALL_ACQUISITION:
        limit = number(SMALL_ACQUISITION)
        yield Breach(
            at,
            f"{row.name}: code L is limited to ${limit} in six months; these acquisitions total {dollars(cost.total)}.",
            found=dollars(cost.total),
            expected=f"at most ${limit}",
            arithmetic=_added_up(cost),
        )
    elif is_from_issuer(row, filing):
        message = f"{row.name}: code L does not cover an acquisition from the issuer or its employee benefit plan."
        yield Breach(at, message, "L", remedy=_NOT_L)
    elif row.deferral_ended_on is not None and not row.is_early:
        return
    elif (ended := deferral_ended(row, filing, circumstances.prior)) is not None:
        other, where = ended.row, "" if ended.form is filing else ", on an earlier form,"
        what = "disposition" if other.is_disposed else "purchase"
        when = day(other.transaction_date.value) if other.transaction_date.value else ""
        message = f"{row.name}: the {what} of {when}{where} {_ended(ended)} the Rule 16a-6 deferral."
        yield Breach(at, message, "L", "P")
    elif not row.is_early:
        message = f"{row.name} has code L but no V mark, which a small acquisition reported early normally carries."
        yield Breach(at, message, severity=ADVISORY, remedy=_MARK_V)


def _added_up(cost: Spent) -> str:
    """``6,000 + 5,000 = 11,000``; of many terms only their number."""
    terms = " + ".join(number(term) for term in cost.terms)
    return f"{terms if cost.number <= MOST_TERMS else f'{cost.number:,} acquisitions'} = {number(cost.total)}"


_NOT_L = "Use the code of the transaction: A for an acquisition from the issuer under Rule 16b-3(d), P for a purchase."
_MARK_V = 'If Rule 16a-6 applies, keep code L and mark the row V (`transactionFormType` "5").'


def _ended(ended: Ended) -> str:
    return "ended" if ended.is_sure else "may have ended"


@rule(
    "TC115",
    name="transaction in zero securities",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"),),
    certainty=MEDIUM,
)
def transaction_in_zero_securities(row: Transaction) -> Iterator[Breach]:
    """A transaction must report an amount greater than zero.

    A row of 0 securities, and of no value, reports nothing. EDGAR accepts it.

    Remedy: Delete the row, or make it a holding (``"kind": "holding"``). On an amendment that needs a row, restate
    an actual one.
    """
    value = row.transaction_total_value.value if isinstance(row, DerivativeTransaction) else None
    if row.transaction_shares.value == 0 and not value:
        message = f"{row.name} reports a transaction in 0 securities."
        yield Breach(row.transaction_shares.at, message, "0", "more than 0")


@rule(
    "TC118",
    name="discretionary transaction without plan named",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16B.at("16b-3(b)(1), (f)"), RULE_16A.at("16a-3(g)(3)")),
)
def discretionary_transaction_without_plan_named(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A discretionary transaction (code I) should identify the employee benefit plan.

    It is a transfer within, or a cash-out from, an issuer's stock fund that the person chose. Rule 16b-3(f) exempts it
    only without an opposite-way election in the past six months, which is not checked here.

    Remedy: Name the plan in a footnote. Confirm that there was no opposite-way election in the past six months
    (Rule 16b-3(f)).
    """
    if row.code != "I":
        return
    own = (read(row.security_title.value), read(row.nature_of_ownership.value))
    is_named = any(text.says("plan_named") for text in own)
    if not is_named and not notes_of(row, circumstances.filing).excuses("plan_named"):
        message = f"{row.name} has code I, but no footnote identifies the plan."
        yield Breach(row.transaction_code.at, message, "I")
