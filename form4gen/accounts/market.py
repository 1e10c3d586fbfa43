"""The market prices that the context gives for a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.pairing import Classes
from form4gen.accounts.ranges import TRADES
from form4gen.model.context import MarketPrice
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.prose.texts import words

FAR = Decimal(5)
"""A price this many times another, or this small a part of it, is hardly that of the same security."""


Span = tuple[Decimal, Decimal]
"""The lowest and the highest price."""


def market_on(when: date | None, title: str | None, filing: Filing) -> Span | None:
    """The lowest and the highest price of a class on a day in ``context.marketPrices``, if it has them.

    A record with the same title counts before those whose titles may name the same class.
    """
    of_day = _markets(filing).get(when)
    if of_day is None:
        return None
    exact, classes = of_day
    typed = words(title)
    return exact[typed] if typed in exact else _span_of(classes.alike(title))


def traded_on(when: date | None, title: str | None, filing: Filing) -> Span | None:
    """The lowest and the highest price of the purchases and sales of a class on a day in Table I, if there are any."""
    of_day = _trades(filing).get(when)
    return _span_of(of_day.alike(title)) if of_day else None


@lru_cache(maxsize=4)
def _markets(filing: Filing) -> dict[date | None, tuple[dict[str, Span | None], Classes[MarketPrice, Span | None]]]:
    """For each day the prices by title, and by the class that the title may name."""
    days: dict[date | None, list[MarketPrice]] = {}
    for each in filing.context.market_prices:
        if each.date is not None:
            days.setdefault(each.date, []).append(each)
    found = {}
    for when, prices in days.items():
        by_title: dict[str, list[MarketPrice]] = {}
        for each in prices:
            by_title.setdefault(words(each.security_title), []).append(each)
        exact = {title: _span_in(of_title) for title, of_title in by_title.items()}
        found[when] = exact, Classes(((each.security_title, each) for each in prices), _span_in)
    return found


def _span_in(prices: list[MarketPrice]) -> Span | None:
    lows_and_highs = ((each.low, each.high) for each in prices)
    return _span_of([(low, high) for low, high in lows_and_highs if low is not None and high and 0 < low <= high])


def _span_of(spans: list[Span | None] | list[Span]) -> Span | None:
    known = [each for each in spans if each is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None


@lru_cache(maxsize=4)
def _trades(filing: Filing) -> dict[date | None, Classes[Decimal, Span]]:
    days: dict[date | None, list[tuple[str | None, Decimal]]] = {}
    for row in filing.transactions:
        price = row.transaction_price_per_share.value
        if isinstance(row, NonDerivativeTransaction) and row.code in TRADES and price:
            days.setdefault(row.transaction_date.value, []).append((row.security_title.value, price))
    return {when: Classes(prices, lambda each: (min(each), max(each))) for when, prices in days.items()}


def is_far(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a price is more than five times the highest other one, or less than a fifth of the lowest."""
    return price > FAR * high or price * FAR < low


def has_trades(filing: Filing) -> bool:
    """Whether Table I has a purchase or a sale."""
    return any(row.code in TRADES for row in filing.transactions if isinstance(row, NonDerivativeTransaction))
