"""The written forms of numbers, dates and times: one home for the gate, the schema's format checks and the importer."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache


@cache
def _number_form() -> re.Pattern[str]:
    return re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?")


def decimal_of(text: str) -> Decimal | None:
    """The exact decimal that ``text`` writes out, or None: no exponent, no sign but minus, at most 30 + 30 digits."""
    return Decimal(text) if _number_form().fullmatch(text) else None


def date_of(text: str) -> date | None:
    """The day that ``text`` (YYYY-MM-DD) names, or None when it is no day of the calendar."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():  # noqa: PLR2004  YYYY-MM-DD
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """The time that ``text`` (YYYY-MM-DDThh:mm, seconds and offset optional) names, or None.

    Without an offset the result is naive and means US Eastern time.
    """
    if len(text) < 16 or text[10] != "T" or text[13] != ":" or date_of(text[:10]) is None:  # noqa: PLR2004
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
