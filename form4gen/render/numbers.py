"""Numbers and dates as the page prints them, like the SEC's own viewer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


def number(value: Decimal) -> str:
    """A number with grouped thousands: ``2,000``, ``76.90``, ``26.8``, ``14,273.9165``; zero is ``0``.

    The viewer pads one decimal, as typed, to two, and drops trailing zeros after two or more: ``26.8`` is printed
    ``26.80`` and ``26.80`` is printed ``26.8``. It rounds to four decimals, the most that EDGAR accepts; here no
    significant digit is dropped, because the page must show the filing's number.
    """
    if not value:
        return "0"
    digits = f"{value:,f}"
    whole, point, decimals = digits.partition(".")
    if len(decimals) == 1:
        return f"{digits}0"
    decimals = decimals.rstrip("0")
    return f"{whole}{point}{decimals}" if decimals else whole


def dollars(value: Decimal) -> str:
    """An amount of money: ``$ 2.64``."""
    return f"$ {number(value)}"


def day(value: date) -> str:
    """A date as the form requires it, Month/Day/Year: ``11/14/2017``."""
    return f"{value.month:02d}/{value.day:02d}/{value.year:04d}"
