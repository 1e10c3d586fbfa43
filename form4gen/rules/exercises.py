"""PA: what an exercise or conversion brings, and what is withheld of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.model.wording import day, number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.pairing import EXERCISES, are_alike

_EXACT = Context(prec=64)
"""More digits than sums of two numbers of the format need."""

_ROUNDING = Decimal(1)
"""Differences below one share a row come from fractions that are paid in cash or rounded."""


class Part(NamedTuple):
    """A row of an exercise, its day and how many shares it stands for."""

    row: Transaction
    when: date
    amount: Decimal


class Exercise(NamedTuple):
    """What belongs to the exercises of one code: given in Table II, received in Table I."""

    code: str
    given: list[Part]
    received: list[Part]


@rule(
    "PA103",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), RULE_16A.at("16a-4(b)")),
)
def exercise_of_another_amount(filing: Filing) -> Iterator[Breach]:
    """What an exercise takes out of Table II comes into Table I: as many shares, on the same day.

    The underlying amounts of the rows marked D are compared with the shares of the rows marked A, by code, class and
    day. A difference below one share a row is an advisory. Silent where a footnote on the rows, or the remarks, tell of
    dividend equivalents, cash, performance, a ratio, a net amount or a later settlement, and where several classes may
    be meant. EDGAR does not compare the tables.

    Remedy: correct the amount or the day, or explain the difference in a footnote.
    """
    for exercise in exercises(filing):
        rows = [part.row for part in (*exercise.given, *exercise.received)]
        if _explained().search(f"{filing.notes_of(*(row.footnotes for row in rows))}\n{filing.remarks or ''}"):
            continue
        given, received = by_day(exercise.given), by_day(exercise.received)
        if given.keys() != received.keys() and sum(given.values()) == sum(received.values()):
            yield Breach(
                exercise.received[0].row.transaction_date.at,
                f"Table II dates the exercise (code {exercise.code}) {_days(given)}; Table I {_days(received)}.",
                found=_days(received),
                expected=_days(given),
            )
        else:
            yield from _differences(exercise, given, received)


def _differences(exercise: Exercise, given: dict[date, Decimal], received: dict[date, Decimal]) -> Iterator[Breach]:
    for when in sorted(given.keys() | received.keys()):
        out, back = given.get(when, Decimal(0)), received.get(when, Decimal(0))
        if out == back:
            continue
        rows = [part.row for part in (*exercise.received, *exercise.given) if part.when == when]
        difference = _EXACT.subtract(out, back)
        yield Breach(
            rows[0].transaction_shares.at,
            f"On {day(when)} Table II exercises (code {exercise.code}) securities for {number(out)} shares; Table I "
            f"receives {number(back)}.",
            found=number(back),
            expected=number(out),
            arithmetic=f"{number(out)} - {number(back)} = {number(difference)}",
            severity=ADVISORY if difference.copy_abs() < _ROUNDING * len(rows) else None,
        )


def exercises(filing: Filing) -> Iterator[Exercise]:
    """The exercises whose rows can be told to belong together: dated, with amounts, and of one class."""
    for code in EXERCISES:
        rows = [row for row in filing.transactions if row.code == code]
        out = [row for row in rows if isinstance(row, DerivativeTransaction) and row.is_disposed]
        back = [row for row in rows if isinstance(row, NonDerivativeTransaction) and row.is_acquired]
        titles = [*(row.underlying_security_title.value for row in out), *(row.security_title.value for row in back)]
        given = _parts((row, row.underlying.value) for row in out)
        received = _parts((row, row.transaction_shares.value) for row in back)
        is_whole = len(given) == len(out) and len(received) == len(back)
        if given and received and is_whole and all(are_alike(titles[0], title) for title in titles):
            yield Exercise(code, given, received)


def _parts(rows: Iterable[tuple[Transaction, Decimal | None]]) -> list[Part]:
    return [
        Part(row, when, amount)
        for row, amount in rows
        if (when := row.transaction_date.value) is not None and amount is not None
    ]


def by_day(parts: list[Part]) -> dict[date, Decimal]:
    """The shares of each day."""
    found: dict[date, Decimal] = defaultdict(Decimal)
    for part in parts:
        found[part.when] = _EXACT.add(found[part.when], part.amount)
    return found


def _days(found: Iterable[date]) -> str:
    return ", ".join(day(each) for each in sorted(found))


@rule("PA104", on=Filing, severity=WARNING, edgar=ACCEPTS, sources=(FORM_4.at("Instruction 8"),))
def withholding_without_what_was_received(filing: Filing) -> Iterator[Breach]:
    """What is withheld on a day (code F) is a part of what was received on that day.

    Compared with the rows of codes M, C, O, X and A of that class and day. Code F also covers the delivery of shares
    already owned, and restricted stock that stands in Table I since its grant; where no row tells of the receipt, and
    no footnote names the vesting, that is an advisory. EDGAR does not add up.

    Remedy: correct the amounts; for restricted stock already counted, add a footnote on the vesting.
    """
    for when, withheld, received in withholdings(filing):
        yield from _withheld(filing, when, withheld, received)


def withholdings(
    filing: Filing,
) -> Iterator[tuple[date, list[NonDerivativeTransaction], list[NonDerivativeTransaction]]]:
    """Each day and class of which something was withheld: the day, the rows F, and the rows of what was received."""
    rows = [row for row in filing.transactions if isinstance(row, NonDerivativeTransaction)]
    seen: set[tuple[date, str]] = set()
    for row in rows:
        when, title = row.transaction_date.value, row.security_title.value or ""
        if row.code != "F" or not row.is_disposed or when is None or (when, title) in seen:
            continue
        seen.add((when, title))
        same = [
            other
            for other in rows
            if other.transaction_date.value == when and are_alike(other.security_title.value, title)
        ]
        withheld = [other for other in same if other.code == "F" and other.is_disposed]
        received = [other for other in same if other.code in (*EXERCISES, "A") and other.is_acquired]
        yield when, withheld, received


def _withheld(
    filing: Filing, when: date, withheld: list[NonDerivativeTransaction], received: list[NonDerivativeTransaction]
) -> Iterator[Breach]:
    told = f"{filing.notes_of(*(row.footnotes for row in withheld))}\n{filing.remarks or ''}"
    out, back = total_of(withheld), total_of(received)
    if not received and not _vesting().search(told):
        yield Breach(
            withheld[0].transaction_code.at,
            f"{number(out)} shares were withheld on {day(when)}, but no row tells of what was received that day, and "
            "no footnote names the vesting.",
            severity=ADVISORY,
        )
    elif received and out > back and not _already_owned().search(told):
        yield Breach(
            withheld[0].transaction_shares.at,
            f"{number(out)} shares were withheld on {day(when)}, but only {number(back)} were received that day.",
            found=number(out),
            expected=f"at most {number(back)}",
            arithmetic=f"{number(out)} - {number(back)} = {number(_EXACT.subtract(out, back))}",
        )


def total_of(rows: list[NonDerivativeTransaction]) -> Decimal:
    """The shares of the rows."""
    total = Decimal(0)
    for row in rows:
        total = _EXACT.add(total, row.transaction_shares.value or Decimal(0))
    return total


@rule(
    "PA105",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-13"), FORM_4.at("Instruction 4(a)(i)")),
    certainty=MEDIUM,
)
def transfer_between_own_accounts(filing: Filing) -> Iterator[Breach]:
    """A move between one's own forms of ownership is exempt, and not reported as two transactions.

    Two rows of codes G, J, S or P with the same day, class and amount, one D and one A, held in different ways, look
    like one. A true gift to a trust in which no pecuniary interest is kept has the D row alone. Silent where a footnote
    on the rows says that the form of ownership alone has changed. EDGAR does not compare.

    Remedy: drop both rows and show the new lines with a footnote, or keep them with a footnote that ownership did not
    change.
    """
    rows = [row for row in filing.transactions if row.code in ("G", "J", "S", "P") and _is_comparable(row)]
    left = [row for row in rows if row.is_acquired]
    for row in rows:
        other = next((each for each in left if row.is_disposed and _is_mirrored(row, each)), None)
        if other is not None:
            left.remove(other)
            if not _ownership_kept().search(filing.notes_of(row.footnotes, other.footnotes)):
                yield Breach(
                    row.at,
                    f"{row.name} and {other.name} look like a move between the reporting person's own forms of "
                    "ownership. Rule 16a-13 makes that exempt and not reportable.",
                )


def _is_comparable(row: Transaction) -> bool:
    return row.transaction_date.value is not None and row.transaction_shares.value is not None


def _is_mirrored(row: Transaction, other: Transaction) -> bool:
    if row.table != other.table or row.transaction_date.value != other.transaction_date.value:
        return False
    if row.transaction_shares.value != other.transaction_shares.value:
        return False
    return are_alike(row.security_title.value, other.security_title.value) and _how_held(row) != _how_held(other)


def _how_held(row: Transaction) -> tuple[str | None, str]:
    return row.direct_or_indirect_ownership.value, (row.nature_of_ownership.value or "").casefold().strip()


@cache
def _explained() -> re.Pattern[str]:
    return re.compile(
        r"dividend|fraction|\bcash|performance|target|earned|ratio|\bnet\b|net[- ]exercise|withh|later|defer|subsequent"
        r"|settle|adjust|accru|round|for (?:every|each) \d|convertible into \d|\d ?%|percent",
        re.IGNORECASE,
    )


@cache
def _vesting() -> re.Pattern[str]:
    return re.compile(r"vest|laps|exercis|settle|award|restrict|convers|deliver", re.IGNORECASE)


@cache
def _already_owned() -> re.Pattern[str]:
    return re.compile(
        r"already|previously|deliver|surrender|restricted (?:stock|shares?)\b(?! units?)|\bprior\b", re.IGNORECASE
    )


@cache
def _ownership_kept() -> re.Pattern[str]:
    return re.compile(
        r"16a-13|(?:change|chang\w+) (?:in|of|only) (?:the )?form|form of (?:beneficial )?ownership|mere change"
        r"|(?:no|not|without) (?:\w+ ){0,3}chang",
        re.IGNORECASE,
    )
