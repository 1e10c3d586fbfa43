"""Whether a price lies within the range that its footnote states, after rounding."""

from __future__ import annotations

from decimal import Decimal

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.prices import speaks_of_average, told_range

TRADES = ("P", "S")
"""Codes of the trades for which the staff allows an average price."""


CENTS = -2
"""The exponent of a price in whole cents."""


def range_of(row: Transaction, filing: Filing) -> tuple[Decimal, Decimal] | None:
    """The range that the footnote to an average price states, if it is a single readable one in dollars."""
    text = filing.notes_of(row.transaction_price_per_share.footnotes)
    if row.code not in TRADES or not speaks_of_average(text):
        return None
    found = told_range(text)
    is_one = found.is_certain and not found.unreadable and len(found.ranges) == 1
    return found.ranges[0] if is_one else None


def lies_within(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a price lies within a range, to half a unit of the last digit of its ends."""
    slack = max(_half_a_unit(low), _half_a_unit(high))
    return low - slack <= price <= high + slack


def rounding_of(price: Decimal) -> Decimal:
    """Half a unit of the last digit of a price, which is a cent or less."""
    return Decimal("0.5").scaleb(min(int(price.as_tuple().exponent), CENTS))


def _half_a_unit(value: Decimal) -> Decimal:
    return Decimal("0.5").scaleb(int(value.as_tuple().exponent))
