"""What the form shows beside a row: what is exercised for it, what an exercise brings, an award of as much.

Each is found once for a filing, by code, day and class, so that no row is compared with every other.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.pairing import EXERCISES, Classes
from form4gen.accounts.ranges import Prices
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.prose.reading import read
from form4gen.records import NamedTuple


class Given(NamedTuple):
    """The derivative securities of one class exercised under one code on one day.

    ``first`` is one of these rows, ``number`` how many there are. ``prices`` are the exercise prices, 0 where none is
    stated; ``stated`` those that are, in order. ``is_explained`` says that a price has a footnote, is blank, or is that
    of an appreciation right.
    """

    first: DerivativeTransaction
    number: int
    prices: Prices
    stated: tuple[Decimal, ...]
    has_unstated: bool
    are_priced: bool
    is_explained: bool


def given_beside(row: Transaction, filing: Filing) -> list[Given]:
    """What is exercised under the code and on the day of a row, for securities that may be of its class."""
    classes = _given(filing).get((row.code, row.transaction_date.value))
    return classes.alike(row.security_title.value) if classes else []


@lru_cache(maxsize=4)
def _given(filing: Filing) -> dict[tuple[str, date | None], Classes[DerivativeTransaction, Given]]:
    found: dict[tuple[str, date | None], list[tuple[str | None, DerivativeTransaction]]] = {}
    for row in filing.transactions:
        if isinstance(row, DerivativeTransaction) and row.is_disposed and row.code in EXERCISES:
            key = row.code, row.transaction_date.value
            found.setdefault(key, []).append((row.underlying_security_title.value, row))
    return {key: Classes(rows, _summed) for key, rows in found.items()}


def _summed(rows: list[DerivativeTransaction]) -> Given:
    values = [row.conversion_or_exercise_price.value for row in rows]
    return Given(
        rows[0],
        len(rows),
        Prices(value or Decimal(0) for value in values),
        tuple(sorted({value for value in values if value is not None})),
        None in values,
        all(values),
        any(map(_is_explained, rows)),
    )


def _is_explained(row: DerivativeTransaction) -> bool:
    """Whether the price has a footnote, is missing (which DV101 reports), or is that of an appreciation right."""
    price = row.conversion_or_exercise_price
    is_explained = price.is_blank or (price.value is not None and bool(price.footnotes))
    return is_explained or read(row.security_title.value).excuses("appreciation_right_title")


def lowest_strikes(row: Transaction, filing: Filing) -> list[Decimal]:
    """For each class that a row may be of, the lowest exercise price of the options on it exercised that day."""
    classes = _strikes(filing).get(row.transaction_date.value)
    return classes.alike(row.security_title.value) if classes else []


@lru_cache(maxsize=4)
def _strikes(filing: Filing) -> dict[date | None, Classes[Decimal, Decimal]]:
    found: dict[date | None, list[tuple[str | None, Decimal]]] = {}
    for row in filing.transactions:
        strike = row.conversion_or_exercise_price.value if isinstance(row, DerivativeTransaction) else None
        if isinstance(row, DerivativeTransaction) and row.is_disposed and strike:
            when = row.transaction_date.value
            found.setdefault(when, []).append((row.underlying_security_title.value, strike))
    return {when: Classes(strikes, min) for when, strikes in found.items()}


def is_received(row: DerivativeTransaction, filing: Filing) -> bool:
    """Whether the form reports what an exercise brings: a row of its code in Table I, or one marked A in Table II."""
    title = row.underlying_security_title.value
    by_code, acquired = _received(filing)
    return bool((row.code in by_code and by_code[row.code].alike(title)) or acquired.alike(title))


@lru_cache(maxsize=4)
def _received(filing: Filing) -> tuple[dict[str, Classes[Transaction, int]], Classes[Transaction, int]]:
    by_code: dict[str, list[tuple[str | None, Transaction]]] = {}
    acquired: list[tuple[str | None, Transaction]] = []
    for row in filing.transactions:
        if isinstance(row, NonDerivativeTransaction):
            by_code.setdefault(row.code, []).append((row.security_title.value, row))
        elif row.is_acquired:
            acquired.append((row.security_title.value, row))
    return {code: Classes(rows, len) for code, rows in by_code.items()}, Classes(acquired, len)


def awarded_beside(row: DerivativeTransaction, filing: Filing) -> Transaction | None:
    """The first award in Table I of as many securities of the underlying class on the day of a row."""
    classes = _awards(filing).get((row.transaction_date.value, row.transaction_shares.value))
    found = classes.alike(row.underlying_security_title.value) if classes else ()
    return found[0] if found else None


@lru_cache(maxsize=4)
def _awards(filing: Filing) -> dict[tuple[date | None, Decimal | None], Classes[Transaction, Transaction]]:
    found: dict[tuple[date | None, Decimal | None], list[tuple[str | None, Transaction]]] = {}
    for row in filing.transactions:
        shares = row.transaction_shares.value
        if isinstance(row, NonDerivativeTransaction) and row.code == "A" and row.is_acquired and shares is not None:
            found.setdefault((row.transaction_date.value, shares), []).append((row.security_title.value, row))
    return {key: Classes(rows, lambda each: each[0]) for key, rows in found.items()}
