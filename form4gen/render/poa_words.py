"""Names, days and lists as a power of attorney writes them, and the terms that it defines where it first uses them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_ARTICLES = ("a ", "an ", "the ")
_SOUNDED = ("uni", "eu", "one", "us", "uk")

BLANK = "_" * 20
"""A line to write on."""


class Terms:
    """The names of laws and of the Commission: in full with the defined term once, and by that term afterwards."""

    def __init__(self) -> None:
        self._defined: set[str] = set()

    def exchange_act(self, *, goes_on: bool = False) -> str:
        """The Securities Exchange Act of 1934; ``goes_on`` adds the comma that must follow the full name."""
        return self._term("the Securities Exchange Act of 1934, as amended", "Exchange Act", goes_on=goes_on)

    def securities_act(self) -> str:
        """The Securities Act of 1933."""
        return self._term("the Securities Act of 1933, as amended", "Securities Act")

    def commission(self) -> str:
        """The Commission."""
        return self._term("the United States Securities and Exchange Commission", "Commission")

    def _term(self, name: str, term: str, *, goes_on: bool = False) -> str:
        if term in self._defined:
            return f"the {term}"
        self._defined.add(term)
        return f'{name} (the "{term}"){"," if goes_on else ""}'


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``, ``21st``."""
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def day_of_month(day: date) -> str:
    """``17th day of November, 2014``."""
    return f"{ordinal(day.day)} day of {_MONTHS[day.month - 1]}, {day.year}"


def long_day(day: date) -> str:
    """``November 17, 2014``."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; members that hold a comma are parted by semicolons."""
    if len(words) > 1 and any("," in each for each in words):
        return f"{'; '.join(words[:-1])}; and {words[-1]}"
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def with_article(words: str) -> str:
    """``an officer``, ``a director``; words that begin with an article are left alone."""
    low = words.lower()
    if low.startswith(_ARTICLES):
        return words
    is_vowel = low[:1] in tuple("aeio") or (low[:1] == "u" and not low.startswith(_SOUNDED))
    return f"{'an' if is_vowel and not low.startswith(_SOUNDED) else 'a'} {words}"


def conformed(name: str) -> str:
    """The signature as it is printed: ``/s/ Jane Sample``, with the mark once."""
    return name if name.startswith("/s/") else f"/s/ {name}"


def typographic(words: str) -> str:
    """The words with curved quotation marks, as a page prints them; the text for EDGAR keeps straight ones."""
    parts = []
    before = " "
    for sign in words:
        opens = before.isspace() or before in "([\u2018\u201c"
        if sign == '"':
            parts.append("\u201c" if opens else "\u201d")
        elif sign == "'":
            parts.append("\u2018" if opens else "\u2019")
        else:
            parts.append(sign)
        before = parts[-1]
    return "".join(parts)
