"""PR: a total in the place of a price per share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cache
from statistics import median

from form4gen.law.authorities import FORM_4
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.lines import words

_CODES = ("P", "S", "F", "D")
_NEAR = timedelta(days=10)
_FAR = Decimal(5)
_ENORMOUS = Decimal(100_000)
_MANY = Decimal(100)
"""Shares from which an enormous price is more likely a total."""
_DEAR = "BRK"
"""What the symbol of the issuer with the dearest share begins with."""


@rule("PR110", on=Transaction, severity=WARNING, edgar=ACCEPTS, sources=(FORM_4.at("Instruction 5"),), certainty=MEDIUM)
def total_in_place_of_price(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The price is that of one share, and near those of the other rows.

    Compared with at least two other prices of codes P, S, F and D, for the same title in the same table and within ten
    days: more than five times their median, or less than a fifth of it. A price of 100,000 dollars or more for a
    hundred shares or more is asked for too. Debt, whose total price is stated, is left out; of derivatives only one
    exercise price and expiration are compared. The one issuer whose shares cost as much (Berkshire Hathaway) is let
    pass. Market prices are not known here. EDGAR takes any number.

    Remedy: divide by the number of shares.
    """
    price, title = row.transaction_price_per_share, row.security_title.value or ""
    if row.code not in _CODES or not price.value or _debt().search(title):
        return
    others = [
        other.transaction_price_per_share.value or Decimal(0)
        for other in circumstances.filing.transactions
        if other is not row and _is_comparable(other, row)
    ]
    usual = median(others) if len(others) > 1 else price.value
    if price.value > _FAR * usual or price.value * _FAR < usual:
        yield Breach(
            price.at,
            f"{row.name} has a price of {number(price.value)}; the others are near {number(usual)}. The form wants the "
            "price per share.",
            found=number(price.value),
            expected=f"near {number(usual)}",
        )
    elif price.value >= _ENORMOUS and (row.transaction_shares.value or 0) >= _MANY and not _is_dear(circumstances):
        message = f"{row.name} has a price of {number(price.value)} a share. Is that the total?"
        yield Breach(price.at, message, number(price.value))


def _is_dear(circumstances: Circumstances) -> bool:
    return (circumstances.filing.issuer.issuer_trading_symbol or "").strip().upper().startswith(_DEAR)


def _is_comparable(other: Transaction, row: Transaction) -> bool:
    one, two = other.transaction_date.value, row.transaction_date.value
    if one is None or two is None or abs(one - two) > _NEAR or other.code not in _CODES:
        return False
    return bool(other.transaction_price_per_share.value) and _what(other) == _what(row)


def _what(row: Transaction) -> tuple[object, ...]:
    terms: tuple[object, ...] = (row.table, words(row.security_title.value))
    if isinstance(row, DerivativeTransaction):
        terms += (row.conversion_or_exercise_price.value, row.expiration_date.value)
    return terms


@cache
def _debt() -> re.Pattern[str]:
    return re.compile(r"\b(?:notes?|debentures?|bonds?|loans?)\b", re.IGNORECASE)
