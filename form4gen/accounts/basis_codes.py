"""The reporting basis that follows from the code of a row, its direction, its day, its price, and its footnotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache

from form4gen.accounts.basis_values import HIGH, LOW, MEDIUM, Basis, Decision, Ground, unclear
from form4gen.accounts.small_acquisitions import deferral_ended, is_from_issuer, is_small
from form4gen.law.authorities import FORM_4, PRACTICE, RELEASE_33_11138, RELEASE_34_46421, RULE_16A, RULE_16B, Source
from form4gen.law.codes import CODES
from form4gen.law.exemptions import (
    EXEMPTIONS,
    GIFTS_MADE_SINCE,
    GIFTS_MADE_SURELY_SINCE,
    TWO_BUSINESS_DAYS_SINCE,
    Report,
)
from form4gen.law.short_swing import can_match
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day
from form4gen.prose.reading import notes_of
from form4gen.prose.texts import words

_NON_EXEMPT = FORM_4.at("Instruction 4(a)(i)(1)")
_RULE_16B_3 = FORM_4.at("Instruction 4(a)(i)(2)")
_EXERCISES = FORM_4.at("Instruction 4(a)(i)(3)")
_LIST = FORM_4.at("Instruction 8")
_DEFERRED = RULE_16A.at("16a-3(f)(1)")
_ALWAYS_ON_FORM_4: dict[str, Source] = {
    **dict.fromkeys("SPUHJELZ", _NON_EXEMPT),
    **dict.fromkeys("ADFI", _RULE_16B_3),
    **dict.fromkeys("MCXOG", _EXERCISES),
}
_EITHER = (Basis.FORM_4, Basis.FORM_5)

Forms = tuple[Filing, ...]


def by_code(row: Transaction, filing: Filing, prior: Forms) -> Decision:
    """The basis of a row by its code."""
    when = row.transaction_date.value
    if when is None or row.code not in CODES:
        return unclear(Ground.CODE, "The row has no date, or no transaction code of the form.", _LIST, *_EITHER)
    claimed = EXEMPTIONS.get(row.exemption or "")
    if claimed is not None and claimed.report is Report.FORM_5 and _holds(claimed.rule, row, when):
        reason = f"The row relies on Rule {claimed.rule} ({claimed.what}), which leaves it to Form 5."
        return Decision(Basis.FORM_5, Ground.CODE, HIGH, reason, claimed.source)
    special = _SPECIAL.get(row.code)
    found = special(row, filing, prior, when) if special else _form_4(row, HIGH)
    if when < TWO_BUSINESS_DAYS_SINCE and found.basis is Basis.FORM_4:
        why = f"Before {day(TWO_BUSINESS_DAYS_SINCE)} a Form 4 was due by the 10th day of the next month."
        return found._replace(reason=why, source=RELEASE_34_46421.at("on the two-day deadline"))
    return found


def _holds(rule: str, row: Transaction, when: date) -> bool:
    """Whether the rule can be relied on: for the code, and Rule 16b-5 not for gifts made since these are on Form 4."""
    is_gift_made = row.code == "G" and not row.is_acquired and when >= GIFTS_MADE_SINCE
    return row.code in EXEMPTIONS[rule].codes and rule != "16a-6" and not is_gift_made


def _form_4(row: Transaction, certainty: str, *others: Basis, why: str = "") -> Decision:
    code = CODES[row.code]
    reason = why or f"Code {code.letter} ({code.name}) is reported on Form 4 within two business days."
    return Decision(Basis.FORM_4, Ground.CODE, certainty, reason, _ALWAYS_ON_FORM_4[code.letter], others)


def _form_5(certainty: str, reason: str, source: Source, *others: Basis) -> Decision:
    return Decision(Basis.FORM_5, Ground.CODE, certainty, reason, source, others)


def _rule_16b_3(row: Transaction, filing: Filing, _: Forms, when: date) -> Decision:
    if when < TWO_BUSINESS_DAYS_SINCE and row.code != "M":
        since = day(TWO_BUSINESS_DAYS_SINCE)
        return _form_5(HIGH, f"Before {since} a transaction exempt under Rule 16b-3 could wait for Form 5.", _DEFERRED)
    if row.code != "A":
        return _form_4(row, HIGH)
    notes = notes_of(row, filing)
    if notes.says("performance_condition"):
        why = "The award depends on performance. Until that is certified, it need not be reported."
        if row.is_early:
            return Decision(Basis.NOT_YET, Ground.CODE, MEDIUM, why, PRACTICE.at("on performance awards"))
        return _form_4(row, MEDIUM, Basis.NOT_YET, why=f"{why} The form does not say whether it was.")
    if notes.says("dividend_equivalents"):
        why = "Dividend equivalents are reported on Form 4, unless Rule 16a-11 exempts the reinvestment."
        return unclear(Ground.CODE, why, RULE_16A.at("16a-11"), Basis.FORM_4, Basis.NOT_REPORTABLE)
    return _form_4(row, HIGH)


def _disposition(row: Transaction, filing: Filing, prior: Forms, when: date) -> Decision:
    """D of Table II: whether something was paid for the derivative decides."""
    if isinstance(row, DerivativeTransaction) and when >= TWO_BUSINESS_DAYS_SINCE and not _is_paid(row, filing):
        why = "Form 4 if anything was received for the derivative, no report if nothing was (Rule 16a-4(d))."
        return unclear(Ground.CODE, why, RULE_16A.at("16a-4(d)"), Basis.FORM_4, Basis.NOT_REPORTABLE)
    return _rule_16b_3(row, filing, prior, when)


def _is_paid(row: Transaction, filing: Filing) -> bool:
    """Whether a price, or words beside the row, say that something was received."""
    is_priced = (row.transaction_price_per_share.value or 0) > 0
    return is_priced or notes_of(row, filing).says("canceled_for_value", "settled_in_cash", "merger")


def _expired_long(row: Transaction, filing: Filing, _: Forms, __: date) -> Decision:
    if _is_paid(row, filing):
        return _form_4(row, HIGH)
    why = "Form 4 if anything was received for the derivative, no report if nothing was (Rule 16a-4(d))."
    return unclear(Ground.CODE, why, RULE_16A.at("16a-4(d)"), Basis.FORM_4, Basis.NOT_REPORTABLE)


def _expired_short(row: Transaction, filing: Filing, prior: Forms, when: date) -> Decision:
    days = _written_on(filing, prior).get(_contract(row), [])
    at = bisect_right(days, when)
    if at and can_match(days[at - 1], when):
        why = "The option was written less than six months before, so its premium can be recovered (Rule 16b-6(d))."
        return _form_4(row, MEDIUM, why=why)
    why = "Form 4 if the option was written less than six months before; otherwise the time is not established."
    return unclear(Ground.CODE, why, RULE_16B.at("16b-6(d)"), *_EITHER)


@lru_cache(maxsize=4)
def _written_on(filing: Filing, prior: Forms) -> dict[Hashable, list[date]]:
    """The days on which each contract was written, in order."""
    found: dict[Hashable, list[date]] = {}
    for row in (row for form in (*prior, filing) for row in form.transactions):
        when = row.transaction_date.value
        if isinstance(row, DerivativeTransaction) and row.code in ("S", "J") and when is not None:
            found.setdefault(_contract(row), []).append(when)
    return {contract: sorted(days) for contract, days in found.items()}


def _contract(row: Transaction) -> Hashable:
    """What makes two rows of Table II one contract; None in Table I."""
    if not isinstance(row, DerivativeTransaction):
        return None
    return words(row.security_title.value), row.conversion_or_exercise_price.value, row.expiration_date.value


def _gift(row: Transaction, filing: Filing, _: Forms, when: date) -> Decision:
    if row.is_acquired:
        why = "A gift received may wait for Form 5 (Rule 16b-5)."
        others = (Basis.NOT_REPORTABLE,) if _other_leg(row, filing) else ()
        return _form_5(HIGH, why, RULE_16B.at("16b-5"), *others)
    if not row.is_disposed:
        return unclear(Ground.CODE, "The row does not say whether the gift was made or received.", _LIST, *_EITHER)
    if when < GIFTS_MADE_SINCE:
        why = f"A gift made before {day(GIFTS_MADE_SINCE)} could wait for Form 5."
        return _form_5(HIGH, why, RELEASE_33_11138.at("(2022), on gifts"))
    if when < GIFTS_MADE_SURELY_SINCE:
        why = f"Sources differ on whether a gift made before {day(GIFTS_MADE_SURELY_SINCE)} could wait for Form 5."
        return _form_4(row, MEDIUM, Basis.FORM_5, why=why)
    if _other_leg(row, filing):
        why = (
            "Form 4, unless the same gift, received by a holder that is the reporting person's own, changed only form."
        )
        return unclear(Ground.CODE, why, RULE_16A.at("16a-13"), Basis.FORM_4, Basis.NOT_REPORTABLE)
    return _form_4(row, HIGH, why="A gift made is reported on Form 4 within two business days.")


def _other_leg(row: Transaction, filing: Filing) -> bool:
    """Whether another row of the form receives, or gives, the same gift in another form or nature of ownership."""
    same = _moves(filing)[*_move(row), row.is_disposed]
    return same > (row.is_acquired is row.is_disposed)


@lru_cache(maxsize=4)
def _moves(filing: Filing) -> Counter[Hashable]:
    """How many rows move the same securities on the same day under the same code, marked A and not."""
    return Counter((*_move(row), row.is_acquired) for row in filing.transactions)


def _move(row: Transaction) -> tuple[Hashable, ...]:
    return row.code, row.transaction_date.value, row.transaction_shares.value, words(row.security_title.value)


def _purchase(row: Transaction, filing: Filing, prior: Forms, _: date) -> Decision:
    is_deferrable = row.is_acquired and is_small(row, filing) and not is_from_issuer(row, filing)
    if not is_deferrable or row.equity_swap_involved:
        return _form_4(row, HIGH)
    ended = deferral_ended(row, filing, prior)
    later = Basis.TRIGGERED if ended else Basis.FORM_5
    why = "The purchase may be small enough to wait for Form 5 (Rule 16a-6), though its code is P, not L."
    return Decision(
        Basis.UNKNOWN,
        Ground.CODE,
        LOW,
        why,
        RULE_16A.at("16a-6(a)"),
        (Basis.FORM_4, later),
        ended and (ended.row, ended.form),
    )


def _small(row: Transaction, filing: Filing, prior: Forms, when: date) -> Decision:
    source = RULE_16A.at("16a-6(b)")
    if row.is_disposed:
        return unclear(Ground.CODE, "Code L is for acquisitions, and the row is a disposition.", source, *_EITHER)
    if is_from_issuer(row, filing):
        why = "Rule 16a-6 is not for what comes from the issuer or its plan."
        return _form_4(row, MEDIUM, Basis.FORM_5, why=why)
    if row.deferral_ended_on is not None and row.deferral_ended_on >= when:
        why = f"The deferral of Rule 16a-6 ended on {day(row.deferral_ended_on)}."
        return Decision(Basis.TRIGGERED, Ground.CODE, HIGH, why, source)
    if not _is_known_small(row, filing):
        why = "The purchases of six months come to more than Rule 16a-6 lets wait for Form 5."
        return _form_4(row, HIGH, why=why)
    ended = deferral_ended(row, filing, prior)
    if ended is None:
        return _form_5(HIGH, "A small acquisition may wait for Form 5 (Rule 16a-6).", RULE_16A.at("16a-6(a)"))
    on = ended.row.transaction_date.value
    what = "disposition" if ended.row.is_disposed else "purchase"
    why = f"The {what} of {day(on or when)} ended the deferral of Rule 16a-6; the two business days run from it."
    others = () if ended.is_sure else (Basis.FORM_5,)
    return Decision(Basis.TRIGGERED, Ground.CODE, HIGH, why, source, others, (ended.row, ended.form))


def _is_known_small(row: Transaction, filing: Filing) -> bool:
    """Whether the sum is within the limit, as far as prices are given."""
    return is_small(row, filing) or row.transaction_price_per_share.value is None


def _inherited(_: Transaction, __: Filing, ___: Forms, ____: date) -> Decision:
    why = "An acquisition or disposition by will or descent may wait for Form 5 (Rule 16b-5)."
    return _form_5(MEDIUM, why, RULE_16B.at("16b-5"))


def _voting_trust(row: Transaction, filing: Filing, prior: Forms, when: date) -> Decision:
    source = RULE_16B.at("16b-8")
    if notes_of(row, filing).says("mixed_trust", "not_exempt"):
        why = "Rule 16b-8 is for a voting trust that holds substantially all of one class, and this one is not."
        return _form_4(row, MEDIUM, why=why)
    days = _traded_on(filing, prior)
    at = bisect_left(days, when)
    if any(can_match(traded, when) for traded in days[max(at - 1, 0) : at + 1]):
        why = "Rule 16b-8 does not cover opposite trades in the shares and the certificates within six months."
        return unclear(Ground.CODE, why, source, *_EITHER)
    why = "A deposit into or withdrawal from a voting trust may wait for Form 5 (Rule 16b-8)."
    return _form_5(HIGH, why, source)


@lru_cache(maxsize=4)
def _traded_on(filing: Filing, prior: Forms) -> list[date]:
    """The days of all purchases and sales, in order."""
    rows = (row for form in (*prior, filing) for row in form.transactions if row.code in ("P", "S"))
    return sorted(traded for row in rows if (traded := row.transaction_date.value) is not None)


def _tender(row: Transaction, _: Filing, __: Forms, ___: date) -> Decision:
    return _form_4(row, MEDIUM)


def _other(row: Transaction, filing: Filing, _: Forms, when: date) -> Decision:
    """J says nothing itself: the words beside the row do, or a price."""
    notes = notes_of(row, filing)
    if (row.transaction_price_per_share.value or 0) > 0 or notes.says("not_exempt", "paid_debt"):
        return _form_4(row, HIGH, why="Something was paid, or the words say that no exemption applies.")
    if notes.says("rule_16b_3_d", "rule_16b_3_e"):
        return _form_4(row, MEDIUM, why="The words rely on Rule 16b-3(d) or (e), which is for Form 4.")
    if notes.says("exempt_16b_7"):
        return _form_5(MEDIUM, "The words rely on Rule 16b-7, which leaves the row to Form 5.", RULE_16B.at("16b-7"))
    if notes.says("distribution"):
        why = "A fund's distribution in kind: the fund may owe a Form 4, its partners no report (Rule 16a-13)."
        return unclear(Ground.CODE, why, RULE_16A.at("16a-13"), Basis.FORM_4, Basis.NOT_REPORTABLE)
    is_gift_deferrable = row.is_acquired or when < GIFTS_MADE_SINCE
    if notes.says("rule_16b_5", "inheritance") and is_gift_deferrable:
        return _form_5(MEDIUM, "The words speak of an inheritance or of Rule 16b-5.", RULE_16B.at("16b-5"))
    if notes.says("reclassified", "merger"):
        why = "Form 5 under Rule 16b-7, or Form 4 where the issuer approved it under Rule 16b-3(d) or (e)."
        return unclear(Ground.CODE, why, RULE_16B.at("16b-7"), *_EITHER)
    why = "Code J does not say whether the transaction is exempt; a footnote, or the key exemption, can."
    return unclear(Ground.CODE, why, _LIST, *_EITHER, Basis.NOT_REPORTABLE)


_SPECIAL: dict[str, Callable[[Transaction, Filing, Forms, date], Decision]] = {
    "A": _rule_16b_3,
    "D": _disposition,
    "E": _expired_short,
    "F": _rule_16b_3,
    "G": _gift,
    "H": _expired_long,
    "I": _rule_16b_3,
    "J": _other,
    "L": _small,
    "P": _purchase,
    "U": _tender,
    "W": _inherited,
    "Z": _voting_trust,
}
