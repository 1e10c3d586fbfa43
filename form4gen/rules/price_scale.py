"""PR: a total in the place of a price per share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.lines import words

_CODES = ("P", "S", "F", "D")
_NEAR = timedelta(days=10)
_FAR = Decimal(5)
_ENORMOUS = Decimal(100_000)
_MANY = Decimal(100)
"""Shares from which an enormous price is more likely a total."""
_DEAR = "BRK"
"""What the symbol of the issuer with the dearest share begins with."""


@rule("PR110", on=Filing, severity=WARNING, edgar=ACCEPTS, sources=(FORM_4.at("Instruction 5"),), certainty=MEDIUM)
def total_in_place_of_price(filing: Filing) -> Iterator[Breach]:
    """The price is that of one share, and near those of the other rows.

    Compared with at least two other prices of codes P, S, F and D, for the same title in the same table and within ten
    days: more than five times their median, or less than a fifth of it. A price of 100,000 dollars or more for a
    hundred shares or more is asked for too. Debt, whose total price is stated, is left out; of derivatives only one
    exercise price and expiration are compared. The one issuer whose shares cost as much (Berkshire Hathaway) is let
    pass. Market prices are not known here. EDGAR takes any number.

    Remedy: divide by the number of shares.
    """
    groups: dict[tuple[object, ...], list[Priced]] = {}
    for row in filing.transactions:
        price = row.transaction_price_per_share.value
        if price and row.code in _CODES and not _debt().search(row.security_title.value or ""):
            groups.setdefault(_what(row), []).append(Priced(row, price, row.transaction_date.value))
    is_dear = (filing.issuer.issuer_trading_symbol or "").strip().upper().startswith(_DEAR)
    for priced in (each for group in groups.values() for each in group):
        row, price, _ = priced
        usual = _usual(priced, groups[_what(row)])
        if price > _FAR * usual or price * _FAR < usual:
            yield Breach(
                row.transaction_price_per_share.at,
                f"{row.name} has a price of {number(price)}; the others are near {number(usual)}. The form wants the "
                "price per share.",
                found=number(price),
                expected=f"near {number(usual)}",
            )
        elif price >= _ENORMOUS and (row.transaction_shares.value or 0) >= _MANY and not is_dear:
            message = f"{row.name} has a price of {number(price)} a share. Is that the total?"
            yield Breach(row.transaction_price_per_share.at, message, number(price))


class Priced(NamedTuple):
    """A row with a price above 0, and its day."""

    row: Transaction
    price: Decimal
    day: date | None


def _usual(priced: Priced, group: list[Priced]) -> Decimal:
    """The median of the other prices of about that time; the price itself, where these are fewer than two."""
    others = sorted(
        other.price
        for other in group
        if other is not priced and other.day and priced.day and abs(other.day - priced.day) <= _NEAR
    )
    middle = len(others) // 2
    return (others[middle] + others[-middle - 1]) / 2 if len(others) > 1 else priced.price


def _what(row: Transaction) -> tuple[object, ...]:
    terms: tuple[object, ...] = (row.table, words(row.security_title.value))
    if isinstance(row, DerivativeTransaction):
        terms += (row.conversion_or_exercise_price.value, row.expiration_date.value)
    return terms


@cache
def _debt() -> re.Pattern[str]:
    return re.compile(r"\b(?:notes?|debentures?|bonds?|loans?)\b", re.IGNORECASE)
