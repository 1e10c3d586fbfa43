"""Numbers, days, and times as messages write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def number(value: Decimal) -> str:
    """An exact number with grouped thousands: ``227,927`` or ``0.0001``; no digit is dropped or added."""
    return f"{value:,f}"


def day(value: date) -> str:
    """A day: ``Nov 5, 2026``. English in every locale."""
    return f"{_MONTHS[value.month - 1]} {value.day}, {value.year:04}"


def weekday(value: date) -> str:
    """A day with its weekday: ``Thu, Nov 5, 2026``."""
    return f"{_WEEKDAYS[value.weekday()]}, {day(value)}"


def clock(at: datetime | time) -> str:
    """A US Eastern time of day: ``10:01 p.m. ET``."""
    return f"{at.hour % 12 or 12}:{at.minute:02} {'a.m.' if at.hour < 12 else 'p.m.'} ET"  # noqa: PLR2004  noon


def moment(at: datetime) -> str:
    """A US Eastern day and time: ``Mon, Nov 9, 2026, 10:00 p.m. ET``."""
    return f"{weekday(at)}, {clock(at)}"


def listed(words: Sequence[str]) -> str:
    """Words with commas between them; of many the first, and the number of the others."""
    more = f" and {len(words) - _LISTED:,} more" if len(words) > _LISTED else ""
    return ", ".join(words[:_LISTED]) + more


_LISTED = 10
