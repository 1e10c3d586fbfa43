"""The written forms of numbers, dates and times, for the structure check, the schema's formats and the importer."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache


@cache
def _number_form() -> re.Pattern[str]:
    return re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?")


@cache
def _moment_form() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?",
    )


def decimal_of(text: str) -> Decimal | None:
    """The exact decimal in ``text``, or None: no exponent, no sign except minus, at most 30 + 30 digits."""
    if not _number_form().fullmatch(text):
        return None
    found = Decimal(text)
    return found or abs(found)  # a page would print -0


def date_of(text: str) -> date | None:
    """The date in ``text`` (YYYY-MM-DD), or None if it is not a calendar date."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():  # noqa: PLR2004  YYYY-MM-DD
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def month_day_of(text: str) -> str | None:
    """``text`` itself if it (MM-DD) is a valid month and day, or None."""
    return text if date_of(f"2000-{text}") else None  # a leap year: a fiscal year may end on 02-29


def moment_of(text: str) -> datetime | None:
    """The time in ``text`` (YYYY-MM-DDThh:mm, seconds and offset optional), or None.

    Without an offset the result is naive and means US Eastern time.
    """
    if not _moment_form().fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
