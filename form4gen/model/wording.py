"""Numbers and days as a message writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def number(value: Decimal) -> str:
    """An exact number with grouped thousands: ``227,927`` or ``0.0001``; no digit is dropped or added."""
    return f"{value:,f}"


def day(value: date) -> str:
    """A day: ``05 Nov 2026``. English in every locale."""
    return f"{value.day:02d} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """A day with its weekday: ``Thu 05 Nov 2026``."""
    return f"{_WEEKDAYS[value.weekday()]} {day(value)}"
