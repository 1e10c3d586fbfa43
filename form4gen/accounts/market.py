"""The market prices that the context gives for a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from form4gen.accounts.pairing import are_alike
from form4gen.accounts.ranges import TRADES
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.prose.texts import words

FAR = Decimal(5)
"""A price this many times another, or this small a part of it, is hardly that of the same security."""


def market_on(when: date | None, title: str | None, filing: Filing) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest price of a class on a day in ``context.marketPrices``, if it has them.

    A record with the same title counts before those whose titles may name the same class.
    """
    prices = [
        (words(each.security_title), each.low, each.high)
        for each in filing.context.market_prices
        if each.date is not None and each.date == when and are_alike(each.security_title, title)
    ]
    same = [each for each in prices if each[0] == words(title)]
    found = [(low, high) for _, low, high in same or prices if low is not None and high is not None and 0 < low <= high]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def is_far(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a price is more than five times the highest other one, or less than a fifth of the lowest."""
    return price > FAR * high or price * FAR < low


def has_trades(filing: Filing) -> bool:
    """Whether Table I has a purchase or a sale."""
    return any(row.code in TRADES for row in filing.transactions if isinstance(row, NonDerivativeTransaction))
