"""Whether a price lies within the range that its footnote states, after rounding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.prices import prices_in
from form4gen.prose.reading import notes_on

TRADES = ("P", "S")
"""Codes of the trades for which the staff allows an average price."""


CENTS = -2
"""The exponent of a price in whole cents."""


def is_averaged(row: Transaction, filing: Filing) -> bool:
    """Whether a footnote to the price says that it is the average of several trades."""
    return notes_on(row.transaction_price_per_share, filing).says("average_price", "several_trades")


def range_of(row: Transaction, filing: Filing) -> tuple[Decimal, Decimal] | None:
    """The range that the footnote to an average price states, if it is a single readable one in dollars."""
    if row.code not in TRADES or not is_averaged(row, filing):
        return None
    found = prices_in(filing.notes_of(row.transaction_price_per_share.footnotes))
    is_one = found.is_certain and not found.unreadable and len(found.ranges) == 1
    return found.ranges[0] if is_one else None


def lies_within(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a price lies within a range, to half a unit of the last digit of its ends."""
    slack = slack_of(low, high)
    return low - slack <= price <= high + slack


def slack_of(low: Decimal, high: Decimal) -> Decimal:
    """Half a unit of the last digit of the ends of a range."""
    return max(_half_a_unit(low), _half_a_unit(high))


def agrees_with_range(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a printed average can stand for one within a range: both may be rounded to their last digit."""
    slack = rounding_of(price)
    return lies_within(price, low, high) or low - slack <= price <= high + slack


def agree(price: Decimal, other: Decimal) -> bool:
    """Whether two prices are the same when the one with more decimals is rounded to those of the other; 0 is exact."""
    return price == other or (0 not in (price, other) and abs(price - other) <= max(map(rounding_of, (price, other))))


class Prices:
    """Prices among which one is sought that is the same as another."""

    def __init__(self, prices: Iterable[Decimal]) -> None:
        known = set(prices)
        self.sorted = tuple(sorted(known))
        self._has_zero = Decimal(0) in known
        self._by_rounding: dict[Decimal, list[Decimal]] = {}
        for price in self.sorted:
            if price:
                self._by_rounding.setdefault(rounding_of(price), []).append(price)

    def have(self, price: Decimal) -> bool:
        """Whether one of the prices is the same (see ``agree``)."""
        if not price:
            return self._has_zero
        for known in self._by_rounding.values():
            at = bisect_left(known, price)
            if any(agree(price, near) for near in known[max(at - 1, 0) : at + 1]):
                return True
        return False


def rounding_of(price: Decimal) -> Decimal:
    """Half a unit of the last digit of a price, which is a cent or less."""
    return Decimal("0.5").scaleb(min(int(price.as_tuple().exponent), CENTS))


def _half_a_unit(value: Decimal) -> Decimal:
    return Decimal("0.5").scaleb(int(value.as_tuple().exponent))
