"""Which row of the form a text names."""

from __future__ import annotations

import re
from functools import cache

from form4gen.model.rows import Row


def names_row(text: str, row: Row) -> bool:
    """Whether a text names a row by its number ("row 2", "lines 2") or by the title of its security."""
    title = _plain(row.security_title.value or "")
    if title.strip() and title in _plain(text):
        return True
    return any(int(at["number"]) == row.number for at in _row().finditer(text))


def _plain(text: str) -> str:
    words = re.findall(r"\w+", text.casefold())
    return f" {' '.join(words)} "


@cache
def _row() -> re.Pattern[str]:
    return re.compile(r"\b(?:row|line)s?\W{0,3}(?P<number>\d{1,4})\b", re.IGNORECASE)
