"""PA: the shares received on an exercise, the shares withheld, and moves between forms of ownership."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.exercises import Exercise, by_day, exercises, rows_by_day, total_of, withholdings
from form4gen.accounts.mirrored import mirrored
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction, Transaction
from form4gen.model.wording import day, listed, number
from form4gen.prose.reading import Readings, cited, read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule

_IDENTIFY = (
    "Report the acquisition in Table I. If the shares were restricted stock already reported there, add a footnote "
    "that identifies the vesting."
)
_CORRECT = (
    "Correct the number withheld or received. If other shares already owned were delivered, say so in a footnote."
)


_ROUNDING = Decimal(1)
"""Differences below one share a row come from fractions that are rounded or paid in cash."""


@rule(
    "PA103",
    name="exercise differs between Tables I and II",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), RULE_16A.at("16a-4(b)")),
)
def exercise_differs_between_tables_i_and_ii(filing: Filing) -> Iterator[Breach]:
    """An exercise must show the same number of shares and the same date in both tables.

    For each code, class and day, the underlying amounts of the Table II rows marked D are compared with the Table I
    shares marked A. A difference below one share a row is an advisory. No finding is made where a footnote on the
    rows, or the Remarks, explains one: dividend equivalents, cash, performance, a ratio, a net amount or a later
    settlement. EDGAR does not check this.

    Remedy: Correct the number or the date in the table that is wrong, or explain the difference in a footnote.
    """
    for exercise in exercises(filing):
        rows = [part.row for part in (*exercise.given, *exercise.received)]
        if _notes(rows, filing).excuses("difference_explained"):
            continue
        given, received = by_day(exercise.given), by_day(exercise.received)
        if given.keys() != received.keys() and sum(given.values()) == sum(received.values()):
            yield Breach(
                exercise.received[0].row.transaction_date.at,
                f"The exercise (code {exercise.code}) is dated {_days(given)} in Table II but {_days(received)} in "
                "Table I.",
                found=_days(received),
                expected=_days(given),
            )
        else:
            yield from _differences(exercise, given, received)


def _notes(rows: Sequence[Transaction], filing: Filing) -> Readings:
    """What the footnotes of the rows and the Remarks state."""
    return Readings((*cited(filing, *(row.footnotes for row in rows)).texts, read(filing.remarks)))


def _differences(exercise: Exercise, given: dict[date, Decimal], received: dict[date, Decimal]) -> Iterator[Breach]:
    by_its_day = rows_by_day(exercise)
    for when in sorted(given.keys() | received.keys()):
        out, back = given.get(when, Decimal(0)), received.get(when, Decimal(0))
        if out == back:
            continue
        rows, difference = by_its_day[when], EXACT.subtract(out, back)
        yield Breach(
            rows[0].transaction_shares.at,
            f"On {day(when)}, Table II exercises {number(out)} underlying shares (code {exercise.code}), but Table I "
            f"acquires {number(back)}.",
            found=number(back),
            expected=number(out),
            arithmetic=f"{number(out)} - {number(back)} = {number(difference)}",
            severity=ADVISORY if difference.copy_abs() < _ROUNDING * len(rows) else None,
        )


def _days(found: Collection[date]) -> str:
    return listed([day(each) for each in sorted(found)])


@rule(
    "PA104",
    name="withholding without a matching acquisition",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"),),
)
def withholding_without_a_matching_acquisition(filing: Filing) -> Iterator[Breach]:
    """Shares withheld under code F must not exceed the shares received on the same day.

    Shares withheld are compared with the rows of codes M, C, O, X and A of that class and day. Code F also covers
    the delivery of shares already owned, and restricted stock reported in Table I since its grant; where no row
    reports an acquisition that day and no footnote identifies the vesting, or a forfeiture (TC120), it is an advisory.
    EDGAR does not check this.

    Remedy: Correct the number withheld or received. If the shares were restricted stock already reported in Table
    I, add a footnote that identifies the vesting.
    """
    for when, withheld, received in withholdings(filing):
        yield from _withheld(filing, when, withheld, received)


def _withheld(
    filing: Filing, when: date, withheld: list[NonDerivativeTransaction], received: list[NonDerivativeTransaction]
) -> Iterator[Breach]:
    notes = _notes(withheld, filing)
    out, back = total_of(withheld), total_of(received)
    if not received and not notes.excuses("vesting_named", "forfeited"):
        yield Breach(
            withheld[0].transaction_code.at,
            f"{number(out)} shares were withheld (code F) on {day(when)}, but the form reports no acquisition that "
            "day and no footnote identifies the vesting.",
            severity=ADVISORY,
            remedy=_IDENTIFY,
        )
    elif received and out > back and not notes.excuses("already_owned"):
        yield Breach(
            withheld[0].transaction_shares.at,
            f"{number(out)} shares were withheld (code F) on {day(when)}, but only {number(back)} were received that "
            "day.",
            found=number(out),
            expected=f"at most {number(back)}",
            arithmetic=f"{number(out)} - {number(back)} = {number(EXACT.subtract(out, back))}",
            remedy=_CORRECT,
        )


@rule(
    "PA105",
    name="change in form of ownership reported",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-13"), FORM_4.at("Instruction 4(a)(i)")),
    certainty=MEDIUM,
)
def change_in_form_of_ownership_reported(filing: Filing) -> Iterator[Breach]:
    """A change only in form of beneficial ownership is exempt (Rule 16a-13) and not reported as a transaction.

    Two rows of codes G, J, S or P with the same day, class and amount, one D and one A, held in different ways,
    look like such a change. No finding is made where a footnote on the rows says that only the form of ownership
    changed. EDGAR does not check this.

    Remedy: Delete both rows and explain the new balances in a footnote. If you keep them, state in a footnote that
    only the form of ownership changed (Rule 16a-13). For a genuine gift in which no pecuniary interest is kept,
    report only the disposition.
    """
    for row, other in mirrored(filing):
        if not cited(filing, row.footnotes, other.footnotes).excuses("form_only"):
            yield Breach(
                row.at,
                f"{row.name} and {other.name} appear to move the same securities between the reporting person's own "
                "forms of ownership. If the pecuniary interest did not change, Rule 16a-13 exempts the move and no "
                "transaction row is required.",
            )
