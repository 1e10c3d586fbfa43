"""The shares that each exercise or conversion brings into Table I, and the shares withheld from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from form4gen.accounts.pairing import EXERCISES, Classes, are_alike
from form4gen.bounds import CLASSES
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.records import NamedTuple


class Part(NamedTuple):
    """A row of an exercise, its day, and its number of shares."""

    row: Transaction
    when: date
    amount: Decimal


class Exercise(NamedTuple):
    """The rows of the exercises of one code: given in Table II, received in Table I."""

    code: str
    given: list[Part]
    received: list[Part]


def exercises(filing: Filing) -> Iterator[Exercise]:
    """The exercises whose rows clearly belong together: dated, with amounts, and of one class."""
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
        found[part.when] = EXACT.add(found[part.when], part.amount)
    return found


def rows_by_day(exercise: Exercise) -> dict[date, list[Transaction]]:
    """The rows of each day: those received, then those given."""
    found: dict[date, list[Transaction]] = {}
    for part in (*exercise.received, *exercise.given):
        found.setdefault(part.when, []).append(part.row)
    return found


def withholdings(
    filing: Filing,
) -> Iterator[tuple[date, list[NonDerivativeTransaction], list[NonDerivativeTransaction]]]:
    """Each day and class with shares withheld: the day, the rows of code F, and the rows of the shares received.

    Of one day, ``CLASSES`` titles are looked at, more than a filing that EDGAR accepts has.
    """
    days: dict[date, list[tuple[str | None, NonDerivativeTransaction]]] = {}
    withheld: dict[date, dict[str, None]] = {}
    for row in filing.transactions:
        when, title = row.transaction_date.value, row.security_title.value
        if isinstance(row, NonDerivativeTransaction) and when is not None:
            days.setdefault(when, []).append((title, row))
            if _is_withheld(row):
                withheld.setdefault(when, {}).setdefault(title or "")
    for when, titles in withheld.items():
        classes: Classes[NonDerivativeTransaction, list[NonDerivativeTransaction]] = Classes(days[when], list)
        for title in islice(titles, CLASSES):
            same = sorted(chain(*classes.alike(title)), key=_number_of)
            received = [row for row in same if row.code in (*EXERCISES, "A") and row.is_acquired]
            yield when, [row for row in same if _is_withheld(row)], received


def _number_of(row: NonDerivativeTransaction) -> int:
    return row.number


def _is_withheld(row: NonDerivativeTransaction) -> bool:
    return row.code == "F" and row.is_disposed


def total_of(rows: list[NonDerivativeTransaction]) -> Decimal:
    """The shares of the rows."""
    total = Decimal(0)
    for row in rows:
        total = EXACT.add(total, row.transaction_shares.value or Decimal(0))
    return total
