"""Which securities of Table I and Table II belong to one exercise."""

from __future__ import annotations

from form4gen.prose.titles import terms_of

EXERCISES = ("M", "C", "O", "X")
"""Codes of an exercise or conversion."""


def are_alike(one: str | None, other: str | None) -> bool:
    """Whether two titles may name one class: a missing title may be any class, a longer one may add the par value."""
    left, right = terms_of(one), terms_of(other)
    return left <= right or right <= left
