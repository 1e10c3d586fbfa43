"""Trading symbols as Item 2 gives them."""

from __future__ import annotations

import re
from functools import cache

_EXCHANGES = frozenset({"NYSE", "NASDAQ", "AMEX", "OTC", "OTCQB", "OTCQX", "OTCBB"})
"""Names of markets, which are not the symbol of an issuer."""


def is_no_symbol(typed: str) -> bool:
    """Whether the words say that the issuer has no symbol: NONE, N/A."""
    return re.sub(r"[./\s]", "", typed).upper() in ("NA", "NONE")


def bare_symbols(typed: str) -> str:
    """The symbols without exchange, brackets, quotes, dollar sign and spaces; as typed, where nothing is odd.

    A dollar sign or a number sign is dropped only before a symbol: ``XMPL$A`` is a class of preferred stock.
    """
    if typed.isalpha() and typed.isascii() and typed.isupper() and typed not in (*_EXCHANGES, "AND"):
        return typed
    symbols: list[str] = []
    for part in _between_symbols().split(re.sub(r"[()\[\]{}\"\u201c\u201d]|(?<![^\s,;/&:])[$#]", "", typed)):
        words = part.upper().rpartition(":")[2].split()
        words = [word for word in words if word not in _EXCHANGES] or words
        symbols += words if _are_classes(words) else ["".join(words)]
    symbols = [symbol for symbol in symbols if symbol not in _EXCHANGES] or symbols
    is_as_typed = symbols == [word for part in _between_symbols().split(typed) for word in part.split()]
    return typed if is_as_typed else ", ".join(filter(None, symbols))


def symbols_in(typed: str) -> frozenset[str]:
    """The letters of each symbol; none where the issuer has no symbol."""
    bare = frozenset(filter(None, re.split(r"[^A-Z]+", bare_symbols(typed).upper())))
    return frozenset() if bare <= {"NONE", "N", "A", "NA"} else bare


def _are_classes(words: list[str]) -> bool:
    """Whether words with spaces between them are symbols of one issuer: ``BIO BIOB``, but not ``N O G``."""
    return len({word[0] for word in words}) == 1


@cache
def _between_symbols() -> re.Pattern[str]:
    return re.compile(r"[,;/&]|\band\b", re.IGNORECASE)
