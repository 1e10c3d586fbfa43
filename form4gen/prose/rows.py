"""Which row of the form a text names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from form4gen.law.unseen import as_seen
from form4gen.model.rows import Row


def names_row(text: str, row: Row) -> bool:
    """Whether a text names a row by its number ("row 2", "lines 2") or by the title of its security."""
    title = _plain(row.security_title.value or "")
    if title.strip() and title in _plain(text):
        return True
    return row.number in _numbers(text)


@lru_cache(maxsize=64)
def _numbers(text: str) -> frozenset[int]:
    """The numbers of the rows that a text names."""
    return frozenset(int(at["number"]) for at in _row().finditer(text))


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    words = re.findall(r"\w+", as_seen(text).casefold())
    return f" {' '.join(words)} "


@cache
def _row() -> re.Pattern[str]:
    return re.compile(r"\b(?:row|line)s?\W{0,3}(?P<number>\d{1,4})\b", re.IGNORECASE)
