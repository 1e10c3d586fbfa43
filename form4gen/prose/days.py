"""Dates that a text writes out.

Every repetition in the expression is bounded, so the work grows with the text and never faster.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from form4gen.records import NamedTuple


class Written(NamedTuple):
    """A date as a text writes it, where it is, and the day; no day where the calendar has none."""

    words: str
    start: int
    end: int
    day: date | None


@lru_cache(maxsize=256)
def days_in(text: str) -> tuple[date, ...]:
    """Every day that a text writes out, in its order."""
    return tuple(each.day for each in written_days(text) if each.day is not None)


def written_days(text: str) -> list[Written]:
    """Every date that a text writes out, in its order, those that do not exist among them."""
    return [Written(at.group(), *at.span(), _read(at)) for at in _date().finditer(text)]


def _read(written: re.Match[str]) -> date | None:
    parts = {name[0]: text for name, text in written.groupdict().items() if text}
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS.index(parts["m"][:3].casefold()) + 1
    year = int(parts["y"]) + (2000 if len(parts["y"]) == len("23") else 0)
    try:
        return date(year, month, int(parts["d"]))
    except ValueError:
        return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@cache
def _date() -> re.Pattern[str]:
    month = (
        r"(?P<m{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
        r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )
    return re.compile(
        rf"\b(?:{month.format(1)}\s{{1,9}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,9}}(?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,9}}day)?(?:\s{{1,9}}of)?\s{{1,9}}{month.format(2)},?\s{{1,9}}"
        r"(?P<y2>\d{4})|(?P<m3>\d{1,2})[/-](?P<d3>\d{1,2})[/-](?P<y3>\d{4}|\d{2})"
        r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2}))\b",
        re.IGNORECASE,
    )
