"""Rule 10b5-1 plans in the words of a filing, and the dates on which they were adopted.

Every repetition in the expressions is bounded, and each word for adopting finds its date by bisection: the work grows
with the text and hardly faster.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cache

from form4gen.prose.days import Written, written_days

_NEAR = 80
"""Characters between a word for adopting and its date."""


def adoption_dates(text: str) -> list[date]:
    """The date after each word for adopting, or else the date before it, in the order of the text."""
    return [each.day for each in _dates_of_adoption(text, real=True) if each.day is not None]


def impossible_adoption_dates(text: str) -> list[str]:
    """The dates of adoption that do not exist, such as February 30, as written."""
    return [each.words for each in _dates_of_adoption(text, real=False) if each.day is None]


def _dates_of_adoption(text: str, *, real: bool) -> list[Written]:
    days = [each for each in written_days(text) if not real or each.day is not None]
    found = []
    for word in _adopted().finditer(text) if days else ():
        after = bisect_left(days, word.end(), key=lambda each: each.start)
        if after < len(days) and days[after].start - word.end() <= _NEAR:
            found.append(days[after])
        elif after > 0 and word.start() - days[after - 1].end <= _NEAR:
            found.append(days[after - 1])
    return found


@cache
def _adopted() -> re.Pattern[str]:
    return re.compile(r"adopt|enter(?:ed|ing)? into|establish|\bdated\b|modif|(?<!as )amend", re.IGNORECASE)
