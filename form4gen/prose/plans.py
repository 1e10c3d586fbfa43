"""Words about a Rule 10b5-1 plan, and the dates on which it was adopted."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cache

from form4gen.prose.days import _date, _read

_NEAR = 80
"""Characters between a word for adopting and its date."""


def names_a_plan(text: str) -> bool:
    """Whether a text speaks of Rule 10b5-1."""
    # a quick look first: an expression without regard to case tries every letter of a text
    return ("10b" in text or "10B" in text) and _rule_10b5_1().search(text) is not None


def claims_a_plan(text: str) -> bool:
    """Whether a text says that a trade was under a Rule 10b5-1 plan, and not that it was not or will be."""
    if not names_a_plan(text) or _to_come().search(text):
        return False
    return any(not _denied().search(text[max(0, at.start() - 30) : at.start()]) for at in _rule_10b5_1().finditer(text))


def adoption_dates(text: str) -> list[date]:
    """The day that follows each word for adopting, or else the day before it, in the order of the text."""
    return [day for at in _dates_of_adoption(text, real=True) if (day := _read(at)) is not None]


def impossible_adoption_dates(text: str) -> list[str]:
    """What stands where a day of adoption is expected and is no day of the calendar, as written."""
    return [at.group() for at in _dates_of_adoption(text, real=False) if _read(at) is None]


def _dates_of_adoption(text: str, *, real: bool) -> list[re.Match[str]]:
    days = [at for at in _date().finditer(text) if not real or _read(at) is not None]
    found = []
    for word in _adopted().finditer(text):
        after = bisect_left(days, word.end(), key=lambda day: day.start())
        if after < len(days) and days[after].start() - word.end() <= _NEAR:
            found.append(days[after])
        elif after > 0 and word.start() - days[after - 1].end() <= _NEAR:
            found.append(days[after - 1])
    return found


@cache
def _rule_10b5_1() -> re.Pattern[str]:
    return re.compile(r"10b-?5\W{0,2}1\b", re.IGNORECASE)


@cache
def _adopted() -> re.Pattern[str]:
    return re.compile(r"adopt|enter(?:ed|ing)? into|establish|\bdated\b|modif|(?<!as )amend", re.IGNORECASE)


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(r"\bnot\b|\bnon-|\bno\b|other than", re.IGNORECASE)


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:intends?|plans|expects?|may|might|will)\b(?: to)?(?: in the future)? (?:adopt|enter into|establish)",
        re.IGNORECASE,
    )
