"""The words of a power of attorney: whether there are any, and whether they have a date."""

from __future__ import annotations

import re
from functools import cache

from form4gen.bounds import POWER_CHARACTERS
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.prose.days import days_in
from form4gen.prose.markup import without_tags


def words_of_power(power: PowerOfAttorney) -> str:
    """The text of a power, without the tags of HTML; of a very long one its beginning and its end."""
    return ends_of(without_tags(power.text or ""))


def ends_of(text: str) -> str:
    """A text, or the beginning and the end of a very long one."""
    if len(text) <= POWER_CHARACTERS:
        return text
    return f"{text[: POWER_CHARACTERS // 2]}\n{text[-(POWER_CHARACTERS // 2) :]}"


def is_empty(text: str) -> bool:
    """Whether a text has no word, only signs, single letters and spaces."""
    return re.search(r"\w{3}", text) is None


def is_dated(power: PowerOfAttorney | Exhibit) -> bool:
    """Whether a power has a date, in its record or its text; a year alone is one."""
    if isinstance(power, PowerOfAttorney) and (power.signed_on or power.effective_from):
        return True
    text = ends_of(power.text or "")
    return bool(days_in(text)) or _year().search(text) is not None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b")
