"""Titles of securities as sets of terms, so that two spellings of one class can be compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from form4gen.law.unseen import as_seen

_SAME = {"shares": "stock", "share": "stock", "stocks": "stock", "ordinary": "common"}
"""Words that name the same thing in the title of a class."""


@lru_cache(maxsize=1024)
def terms_of(title: str | None) -> frozenset[str]:
    """The words and numbers of a title, without regard to case, order, and the words for stock; none of no title."""
    found = _term().findall(as_seen(title or "").casefold())
    return frozenset(_SAME.get(term, term) for term in found) - {"the", "of"}


@cache
def _term() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+")
