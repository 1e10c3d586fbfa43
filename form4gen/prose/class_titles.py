"""Titles of securities: whether one identifies a class, and which of them seem to be one class."""

from __future__ import annotations

import re
from functools import cache

from form4gen.law.unseen import as_seen
from form4gen.prose.texts import words

_NO_CLASS = frozenset({
    "stock", "stocks", "shares", "share", "security", "securities", "equity", "common", "units", "unit",
})  # fmt: skip

_SHORT = 4
"""Letters of a word up to which another letter makes another class: A and B, RSU and PSU, Call and Put."""

_ERRORS = 2
"""Letters by which a longer word may differ from another and still be the same word, mistyped."""

MOST_COMPARED = 120
"""Titles of one shape with which another is compared: more than the two tables of a form that EDGAR accepts hold."""


def identifies_no_class(title: str | None, *names: str | None) -> bool:
    """Whether a title is a bare word such as Shares, or one of the names given: the symbol or the issuer's name."""
    plain = words(title)
    return plain in _NO_CLASS or plain in {words(name) for name in names} - {""}


class Titles:
    """Titles of securities, of which some may be one class under two titles.

    Titles are kept by their shape, so that a title is compared only with those that it may equal, and with few of them.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._by_shape: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}

    def add(self, title: str) -> str | None:
        """Add a title; the first other one that seems to be the same class, if there is one and the title is new."""
        if title in self._seen:
            return None
        self._seen.add(title)
        plain = class_words(title)
        alike = self._by_shape.setdefault(tuple(map(_shape, plain)), [])
        first = next((other for other, theirs in alike if are_one_class(theirs, plain)), None)
        if len(alike) < MOST_COMPARED:
            alike.append((title, plain))
        return first


def class_words(title: str) -> tuple[str, ...]:
    """The words of a title without par value, punctuation, and the s of a plural."""
    plain = " ".join(as_seen(title).casefold().split())
    if "par value" in plain or "nominal value" in plain:
        plain = _par_value().sub(" ", plain)
    found = re.findall(r"[a-z0-9]+", plain)
    return tuple(word.removesuffix("s") if len(word) > _SHORT else word for word in found)


def are_one_class(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of two titles are equal but for one or two letters of the longer words."""
    return len(one) == len(other) and all(map(_are_one_word, one, other))


def _are_one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return _shape(one) == _shape(other) and _differ_by(one, other, _ERRORS)


def _shape(word: str) -> str:
    """What two spellings of one word share: all of a short word or a number, the first letter of others."""
    return word if len(word) <= _SHORT or not word.isalpha() else f"{word[0]}..."


def _differ_by(one: str, other: str, most: int) -> bool:
    """Whether one word becomes the other when at most so many letters are added, dropped or changed."""
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    one, other = one[at:], other[at:]
    if not one or not other:
        return len(one) + len(other) <= most
    if most == 0:
        return False
    return (
        _differ_by(one[1:], other[1:], most - 1)
        or _differ_by(one[1:], other, most - 1)
        or _differ_by(one, other[1:], most - 1)
    )


@cache
def _par_value() -> re.Pattern[str]:
    """The words on par value, in a title with single spaces; no part of it may begin in more than one way."""
    return re.compile(
        r",? ?\(?(?:(?:no |with(?:out)? |nominal )?par value(?: of)?(?: \$? ?[\d.]++)?(?: per share| each)?"
        r"|\$ ?[\d.]++ (?:nominal|par) value(?: per share)?)\)?"
    )
