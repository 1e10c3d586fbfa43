"""The prices of a form beside those they are compared with, to find totals among prices per share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from form4gen.accounts.market import is_far
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


def usual_price(each: Priced, priced: list[Priced]) -> Decimal | None:
    """The median of the other prices of the class of about that time; None where there are fewer than two."""
    if each.row.code not in _COMPARED:
        return None
    others = sorted(
        other.price
        for other in _others(each, priced)
        if other.row.code in _COMPARED and other.day and each.day and abs(other.day - each.day) <= _NEAR
    )
    middle = len(others) // 2
    return (others[middle] + others[-middle - 1]) / 2 if len(others) > 1 else None


def others_of_that_day(each: Priced, priced: list[Priced]) -> Iterator[Priced]:
    """The market prices of the class and day beside which a price is more than 20 times too high.

    A purchase may be at another price than the market's, so that beside one the price must also look like a total.
    """
    for other in _others(each, priced):
        if other.day is None or other.day != each.day or other.row.code not in _IN_THE_MARKET:
            continue
        is_sure = other.row.code != "P" and each.row.code != "P"
        if each.price > _TWENTY * other.price if is_sure else is_total_of(each, other.price):
            yield other


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


def _others(each: Priced, priced: list[Priced]) -> Iterator[Priced]:
    kind = class_of(each.row)
    return (other for other in priced if other is not each and class_of(other.row) == kind)


def class_of(row: Transaction) -> Hashable:
    """The table and title of a row, and for a derivative security its price and expiration date."""
    terms: tuple[object, ...] = (row.table, words(row.security_title.value))
    if isinstance(row, DerivativeTransaction):
        terms += (row.conversion_or_exercise_price.value, row.expiration_date.value)
    return terms
