"""The prices that a text states, and other currencies."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from form4gen.records import NamedTuple


class StatedPrices(NamedTuple):
    """The prices behind an average, as a footnote states them.

    ``ranges`` are the lowest and highest prices in dollars; ``amounts`` counts the amounts that look like prices, in
    any order; ``unreadable`` is an amount whose digits are no number. ``is_certain`` is False where words, another
    currency, or a notation that is not read here may state a range.
    """

    ranges: tuple[tuple[Decimal, Decimal], ...]
    amounts: int
    unreadable: str | None
    is_certain: bool


@lru_cache(maxsize=256)
def prices_in(text: str) -> StatedPrices:
    """The prices and price ranges of a text, as far as they can be read."""
    amounts = [at.group().strip("$ ") for at in _amount().finditer(text)]
    odd = [each for each in amounts if not _number().fullmatch(each)]
    ranges = tuple(
        (min(low, high), max(low, high))
        for at in _range().finditer(text)
        if at["sign"] or at["sign2"] or (_is_price(at["low"]) and _is_price(at["high"]))
        for low, high in [(_read(at["low"]), _read(at["high"]))]
    )
    in_words = not amounts and _in_words().search(text) is not None
    is_listed = any(each.count(".") > 1 for each in odd)
    is_certain = not in_words and not is_listed and names_foreign_currency(text) is None
    return StatedPrices(ranges, len(amounts), odd[0] if odd and not is_listed else None, is_certain)


def dollars_in(text: str) -> frozenset[Decimal]:
    """The amounts of a text that have a dollar sign before them."""
    amounts = (at.group() for at in _amount().finditer(text))
    typed = (each.strip("$ ") for each in amounts if each.startswith("$"))
    return frozenset(_read(each) for each in typed if _number().fullmatch(each))


def _is_price(typed: str) -> bool:
    return len(typed.partition(".")[2]) > 1


def _read(typed: str) -> Decimal:
    return Decimal(typed.replace(",", ""))


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(r"\$\s?[\d.,]{0,40}\d|(?<![\d.,/$-])\d[\d,]{0,40}\.\d{2,40}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?:\d{1,3}(?:,\d{3}){1,13}|\d{1,40})?(?:\.\d{1,40})?")


@cache
def _range() -> re.Pattern[str]:
    number = r"(?:\d{1,3}(?:,\d{3}){1,13}|\d{1,40})(?:\.\d{1,40})?|\.\d{1,40}"
    per = r"(?: ?(?:per share|a share|each|USD|U\.S\. dollars))?(?: \((?:inclusive|low)\))?"
    return re.compile(
        rf"(?<![\d.,])(?P<sign>\$\s?)?(?P<low>{number}){per},?\s{{0,9}}"
        r"(?:to|and|through|up to|[-\u2013\u2014])\s{0,9}"
        rf"(?:a high of )?(?P<sign2>\$\s?)?(?P<high>{number})(?!\d|[.,]\d|\s?%)",
        re.IGNORECASE,
    )


@cache
def _in_words() -> re.Pattern[str]:
    return re.compile(r"rang(?:e|ed|ing) (?:from|of|between)|\bbetween\b|\bfrom .{3,60} to\b|exhibit", re.IGNORECASE)


_DOLLARS = ("HK$", "C$", "CA$", "Cdn$", "CDN$", "A$", "AU$", "NT$", "S$", "NZ$", "R$", "MX$")
_SIGNS = ("\u00a3", "\u20ac", "\u00a5", "\u20b9", "\u20aa")
_CODES = (
    "CAD", "HKD", "EUR", "GBP", "GBX", "JPY", "CHF", "AUD", "NIS", "ILS", "SEK", "NOK", "DKK", "INR", "BRL", "CNY",
    "RMB", "TWD", "KRW", "SGD", "ZAR", "MXN", "pence", "euro", "euros",
)  # fmt: skip
_CURRENCIES = (*_DOLLARS, *_SIGNS, *_CODES)


@cache
def _foreign() -> re.Pattern[str]:
    dollars, signs, codes = map("|".join, (map(re.escape, _DOLLARS), _SIGNS, _CODES))
    return re.compile(rf"(?<![A-Za-z])(?:{dollars})|{signs}|\b(?:{codes})\b")  # not the S$ of US$


@lru_cache(maxsize=256)
def names_foreign_currency(text: str) -> str | None:
    """The first sign, code, or name of a currency other than the U.S. dollar."""
    found = _foreign().search(text) if any(each in text for each in _CURRENCIES) else None
    return found.group() if found else None
