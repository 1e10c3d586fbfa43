"""The prices of a form beside those they are compared with, to find totals among prices per share."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from form4gen.accounts.market import FAR, is_far
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_COMPARED = ("P", "S", "F", "D")
_IN_THE_MARKET = ("P", "S", "F")
"""Codes whose price is a market price or is derived from one; shares may go back to the issuer (D) for a cent."""

_NEAR = timedelta(days=10)

_TWENTY = Decimal(20)
"""A price so many times a single other one is hardly a price per share."""


class Priced(NamedTuple):
    """A row with a price above 0, and its day."""

    row: Transaction
    price: Decimal
    day: date | None


def prices_of(filing: Filing) -> list[Priced]:
    """The rows with a price that are compared: trades, withholding, dispositions to the issuer, and awards."""
    return [
        Priced(row, price, row.transaction_date.value)
        for row in filing.transactions
        if row.code in (*_COMPARED, "A") and (price := row.transaction_price_per_share.value)
    ]


class Compared:
    """The prices of a form by class, so that each is compared with those of its class without looking at all."""

    def __init__(self, priced: list[Priced]) -> None:
        self._usual: dict[Transaction, Decimal] = {}
        classes: dict[Hashable, list[Priced]] = {}
        days: dict[Hashable, list[Priced]] = {}
        for each in priced:
            if each.row.code in _COMPARED and each.day is not None:
                kind = class_of(each.row)
                classes.setdefault(kind, []).append(each)
                if each.row.code in _IN_THE_MARKET:
                    days.setdefault((kind, each.day), []).append(each)
        for of_class in classes.values():
            self._usual.update(_usual_prices(of_class))
        self._of_day = {key: _of_day(of_day) for key, of_day in days.items()}

    def usual_price(self, each: Priced) -> Decimal | None:
        """The median of the other prices of the class of about that time; None where there are fewer than two."""
        return self._usual.get(each.row)

    def lower_of_that_day(self, each: Priced) -> Priced | None:
        """The lowest market price of the class and day beside which a price is more than 20 times too high.

        A purchase may be at another price than the market's, so that beside one the price must also look like a total.
        """
        found = self._of_day.get((class_of(each.row), each.day))
        if found is None:
            return None
        is_purchase = each.row.code == "P"
        if not is_purchase and found.others and each.price > _TWENTY * found.others[0].price:
            return found.others[0]
        shares, doubtful = each.row.transaction_shares.value, found.all if is_purchase else found.purchases
        if not shares:
            return None
        # the lowest price that is not far below that of one share: if it is none to which that belongs, no other is
        at = bisect_left(doubtful, each.price / shares, key=lambda other: other.price * FAR)
        return next((other for other in doubtful[at : at + 1] if is_total_of(each, other.price)), None)


class _OfDay(NamedTuple):
    """The market prices of a class and day from the lowest: all, those of purchases, and the others."""

    all: list[Priced]
    purchases: list[Priced]
    others: list[Priced]


def _of_day(priced: list[Priced]) -> _OfDay:
    found = sorted(priced, key=lambda each: each.price)
    return _OfDay(
        found, [each for each in found if each.row.code == "P"], [each for each in found if each.row.code != "P"]
    )


def _usual_prices(of_class: list[Priced]) -> Iterator[tuple[Transaction, Decimal]]:
    """For each row the median of the other prices within ten days, where there are two or more."""
    by_day = sorted(of_class, key=_day_of)
    first = last = 0
    near: list[Decimal] = []
    for day, rows in groupby(by_day, key=_day_of):
        while last < len(by_day) and _day_of(by_day[last]) - day <= _NEAR:
            insort(near, by_day[last].price)
            last += 1
        while day - _day_of(by_day[first]) > _NEAR:
            del near[bisect_left(near, by_day[first].price)]
            first += 1
        for each in rows:
            if len(near) > 2:  # noqa: PLR2004  the row itself and two others
                yield each.row, _median_without(near, bisect_left(near, each.price))


def _median_without(prices: list[Decimal], left_out: int) -> Decimal:
    """The median of sorted prices without one of them."""
    middle, last = (len(prices) - 1) // 2, len(prices) - 2
    low, high = (prices[at + (at >= left_out)] for at in (last - middle, middle))
    return (low + high) / 2


def _day_of(each: Priced) -> date:
    return each.day or date.max


def earlier_prices(priced: list[Priced], prior: tuple[Filing, ...]) -> dict[Hashable, tuple[Decimal, date]]:
    """For each class among these, the latest market price on the prior forms, which are in order of time."""
    wanted = {class_of(each.row) for each in priced}
    found: dict[Hashable, tuple[Decimal, date]] = {}
    for form in reversed(prior):
        if len(found) == len(wanted):
            break
        for other in prices_of(form):
            kind = class_of(other.row)
            if other.row.code in _IN_THE_MARKET and other.day is not None and kind in wanted:
                found.setdefault(kind, (other.price, other.day))
    return found


def is_total_of(each: Priced, price: Decimal, *, is_floor: bool = False) -> bool:
    """Whether a price looks like a total: 20 times another one, but near it when divided by the number of shares.

    ``is_floor`` says that the price per share may be any price above the other one.
    """
    shares = each.row.transaction_shares.value
    if not shares or each.price <= _TWENTY * price:
        return False
    each_share = each.price / shares
    return each_share >= price if is_floor else not is_far(each_share, price, price)


def class_of(row: Transaction) -> Hashable:
    """The table and title of a row, and for a derivative security its price and expiration date."""
    terms: tuple[object, ...] = (row.table, words(row.security_title.value))
    if isinstance(row, DerivativeTransaction):
        terms += (row.conversion_or_exercise_price.value, row.expiration_date.value)
    return terms
