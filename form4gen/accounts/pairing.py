"""Which securities of Tables I and II belong to one exercise."""

from __future__ import annotations

import re

EXERCISES = ("M", "C", "O", "X")
"""Codes of an exercise or conversion."""


def are_alike(one: str | None, other: str | None) -> bool:
    """Whether two titles may name one class: a missing title may be any; a longer one may add par value."""
    left, right = _terms(one), _terms(other)
    return left <= right or right <= left


def _terms(title: str | None) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", (title or "").casefold())
    return frozenset(_SAME.get(term, term) for term in found) - {"the", "of"}


_SAME = {"shares": "stock", "share": "stock", "stocks": "stock", "ordinary": "common"}
