"""TC: transaction codes, and the mark A or D beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.codes import CODES, MARKS, SOURCE_OF_THE_LIST
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.prose.reading import Readings, cited, read
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_MARKED = {"A": "acquired", "D": "disposed of"}


_ONE_WAY = frozenset("PALSDFU")
"""The codes whose meaning fixes the mark in both tables."""


_FOOTNOTE = 'Write {{"value": "{code}", "footnotes": ["F1"]}}, and the text of F1 in ``footnotes`` of the filing.'


_EXERCISES = frozenset("MCOX")


@rule(
    "TC101",
    name="unknown transaction code",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 8"), SOURCE_OF_THE_LIST),
)
def unknown_transaction_code(row: Transaction) -> Iterator[Breach]:
    """A transaction code must be one of the 18 codes that EDGAR accepts.

    The form lists V (early) and K (swap) among the codes, but each is entered beside the code of a transaction. In
    EDGAR's data they are separate fields, and EDGAR suspends a filing with either as a code.

    Remedy: Enter a code from Instruction 8. V and K are marks beside the code of a transaction
    (``transactionFormType`` "5", ``equitySwapInvolved``).
    """
    code = row.code
    if not code or code in CODES:
        return
    known = ", ".join(sorted(CODES))
    capital = code.strip().upper()
    instead = _instead(capital)
    what = instead or f"is not a transaction code; the codes are {known}"
    message = f"{row.name}: code {code!r} {what}."
    fix = capital if capital in CODES else None
    remedy = _FOOTNOTE.format(code=_without_mark(code)) if _without_mark(code) in CODES else None
    yield Breach(row.transaction_code.at, message, found=code, expected=known, fix=fix, remedy=remedy)


def _without_mark(code: str) -> str:
    """``P`` of ``P (1)``: the code before the number of a footnote in parentheses."""
    base, mark, number = code.partition("(")
    is_mark = bool(mark) and number.strip("F) ").isdigit()
    return base.strip() if is_mark else ""


def _instead(code: str) -> str:
    base, _, marked = code.partition("/")
    if code in CODES:
        return f"must be entered as {code!r}"
    mark = MARKS.get(marked) if base in CODES else MARKS.get(code)
    return f"is not a code of its own: {mark.letter} is entered beside one to show {mark.meaning}" if mark else ""


@rule(
    "TC102",
    name="A/D mark contradicts transaction code",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), FORM_4.at("Instruction 4(a)"), FORM_4.at("Table I, column 4")),
)
def a_d_mark_contradicts_transaction_code(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The acquired (A) or disposed (D) mark must agree with the transaction code.

    With the wrong mark, data services read the trade in the wrong direction. In Table II this is a warning, and no
    finding is made where the title or a footnote mentions a short position, an obligation, or the writing or
    closing of an option: there a purchase may end a position. EDGAR does not check this.

    Remedy: Correct the code or the mark. Do not reverse a reported transaction by changing its mark in an
    amendment.
    """
    mark, fitting = row.transaction_acquired_disposed_code, _mark_of(row)
    if mark.value is None or not fitting or mark.value == fitting:
        return
    is_derivative = isinstance(row, DerivativeTransaction)
    if is_derivative and _is_short_or_closed(row, circumstances.filing):
        return
    yield Breach(
        mark.at,
        f"{row.name} has code {row.code} ({CODES[row.code].name}) but is marked {mark.value} ({_MARKED[mark.value]}); "
        f"code {row.code} requires {fitting} ({_MARKED[fitting]}). Data services would read the trade in the wrong "
        "direction.",
        found=mark.value,
        expected=fitting,
        severity=WARNING if is_derivative else None,
        suggested=fitting,
    )


def _is_short_or_closed(row: Transaction, filing: Filing) -> bool:
    notes = cited(filing, row.footnotes)
    is_closed = read(row.security_title.value).excuses("option_closed") or notes.excuses("option_closed")
    return is_closed or _is_short(row, notes)


def _is_short(row: Transaction, notes: Readings) -> bool:
    return read(row.security_title.value).excuses("short_position") or notes.excuses("short_position")


def _mark_of(row: Transaction) -> str:
    use = CODES[row.code].table_i if row.code in _ONE_WAY else None
    return use.marks if use else ""


@rule(
    "TC103",
    name="exercise marked acquired in Table II",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), RULE_16A.at("16a-4(b)")),
)
def exercise_marked_acquired_in_table_ii(row: DerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An exercise or conversion must be reported in Table II as a disposition of the derivative security.

    An exercise disposes of the derivative security; Table I shows what was received. No finding is made where one
    derivative security turns into another (a row of the same code disposes of a derivative security on this class,
    or a footnote says so), nor under code X, O, or C for a short position, which an exercise by the other side ends.
    EDGAR does not check this.

    Remedy: Mark the row D, and confirm that column 9 falls by the number exercised.
    """
    if row.code not in _EXERCISES or not row.is_acquired or _is_received(row, circumstances.filing):
        return
    notes, is_award = cited(circumstances.filing, row.footnotes), row.code == "M"
    if notes.excuses("derivative_exchanged") or (not is_award and _is_short(row, notes)):
        return
    yield Breach(
        row.transaction_acquired_disposed_code.at,
        f"{row.name} reports an exercise or conversion (code {row.code}) as acquired (A). It disposes of the "
        "derivative security: mark it D.",
        found="A",
        expected="D",
        suggested="D",
    )


def _is_received(row: DerivativeTransaction, filing: Filing) -> bool:
    return (row.code, words(row.security_title.value)) in _given_up_for(filing)


@lru_cache(maxsize=4)
def _given_up_for(filing: Filing) -> frozenset[tuple[str, str]]:
    """For each derivative security disposed of, the code and the class that it is on."""
    return frozenset(
        (row.code, words(row.underlying_security_title.value))
        for row in filing.transactions
        if isinstance(row, DerivativeTransaction) and row.is_disposed
    )


@rule(
    "TC105",
    name="Table II code in Table I",
    on=NonDerivativeTransaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), FORM_4.at("Instruction 4(c)(i)")),
)
def table_ii_code_in_table_i(row: NonDerivativeTransaction) -> Iterator[Breach]:
    """Codes E and H, for the expiration or cancellation of a derivative position, belong in Table II.

    Only a derivative position expires; a share does not. EDGAR's schema accepts every code in both tables.

    Remedy: Move the row to Table II (``derivativeTable``) with the terms of the derivative security, or correct the
    code.
    """
    if row.code in ("E", "H"):
        yield Breach(
            row.transaction_code.at,
            f"{row.name} has code {row.code} ({CODES[row.code].meaning}), which belongs in Table II.",
            found=row.code,
        )
