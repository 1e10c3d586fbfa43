"""Put equivalent positions, and the shares held that they cover (Rule 16c-4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from form4gen.accounts.lines import line_of
from form4gen.accounts.pairing import Classes
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeRow, DerivativeTransaction, NonDerivativeRow, Row
from form4gen.model.wording import number
from form4gen.prose.reading import read
from form4gen.records import NamedTuple

_MOST_TERMS = 6


class Covered(NamedTuple):
    """The shares under put equivalent positions: their sum, the number of positions, and the first of them."""

    shares: Decimal
    number: int
    terms: tuple[Decimal, ...]

    @property
    def arithmetic(self) -> str:
        """``500 + 400 = 900``; of many terms only their number."""
        terms = " + ".join(map(number, self.terms)) if self.number <= _MOST_TERMS else f"{self.number:,} positions"
        return f"{terms} = {number(self.shares)}"


def is_hedge(row: DerivativeTransaction) -> bool:
    """Whether a row of Table II buys a put or sells a call."""
    title = read(row.security_title.value)
    is_put, is_call = title.says("put_title"), title.says("call_title")
    return (is_put and row.is_acquired and not is_call) or (is_call and row.is_disposed and not is_put)


def covered_up_to(row: DerivativeTransaction, filing: Filing) -> Covered:
    """The shares under the put positions in the class of a row: those up to it, and those listed as holdings."""
    found = [each.up_to(row.number) for each in _positions(filing).alike(row.underlying_security_title.value)]
    shares = _sum(each.shares for each in found)
    terms = tuple(term for each in found for term in each.terms)[:_MOST_TERMS]
    return Covered(shares, sum(each.number for each in found), terms)


class _Positions:
    """The put positions of one class: those held, which always count, and those that a row makes, in their order."""

    def __init__(self, rows: list[DerivativeRow]) -> None:
        self._held = [_shares(row) for row in rows if not isinstance(row, DerivativeTransaction)]
        self._all_held = _sum(self._held)
        self._made = [row for row in rows if isinstance(row, DerivativeTransaction)]
        self._sums = [Decimal(0), *accumulate(map(_shares, self._made), EXACT.add)]

    def up_to(self, number: int) -> Covered:
        """Those held, and those made by the rows up to a number."""
        made = bisect_right(self._made, number, key=_number_of)
        terms = (*map(_shares, self._made[: min(made, _MOST_TERMS)]), *self._held[:_MOST_TERMS])
        return Covered(EXACT.add(self._all_held, self._sums[made]), made + len(self._held), terms)


def _number_of(row: Row) -> int:
    return row.number


def _shares(row: DerivativeRow) -> Decimal:
    return row.underlying_security_shares.value or Decimal(0)


@lru_cache(maxsize=4)
def _positions(filing: Filing) -> Classes[DerivativeRow, _Positions]:
    return Classes(
        (
            (row.underlying_security_title.value, row)
            for row in filing.derivative_table
            if row.underlying_security_shares.value is not None and _is_counted(row)
        ),
        _Positions,
    )


def _is_counted(row: DerivativeRow) -> bool:
    if isinstance(row, DerivativeTransaction):
        return is_hedge(row)
    title = read(row.security_title.value)
    is_short = title.says("short_position")
    return is_short if title.says("call_title") else title.says("put_title") and not is_short


def held_of(title: str | None, filing: Filing) -> Decimal | None:
    """What Table I finally shows of a class, all forms of ownership together; None if it does not show the class."""
    found = _held(filing).alike(title)
    return _sum(found) if found else None


@lru_cache(maxsize=4)
def _held(filing: Filing) -> Classes[NonDerivativeRow, Decimal]:
    return Classes(((row.security_title.value, row) for row in filing.non_derivative_table), _finally_held)


def _finally_held(rows: list[NonDerivativeRow]) -> Decimal:
    last: dict[Hashable, Decimal] = {
        line_of(row): row.shares_owned_following_transaction.value or Decimal(0) for row in rows
    }
    return _sum(last.values())


def last_held_of(title: str | None, forms: tuple[Filing, ...]) -> tuple[Decimal, Filing] | None:
    """What is finally held of a class by the last of some forms that shows it, and that form."""
    for form, held in _held_by_each(forms):
        if found := held.alike(title):
            return _sum(found), form
    return None


@lru_cache(maxsize=2)
def _held_by_each(forms: tuple[Filing, ...]) -> list[tuple[Filing, Classes[NonDerivativeRow, Decimal]]]:
    return [(form, _held(form)) for form in reversed(forms)]


def _sum(values: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total
