"""Numbers and dates as the page prints them: like the SEC's own viewer, but for prices."""

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
    """An amount of money: ``$ 60,000,000``, ``$ 2.60``; zero is ``$ 0``.

    It has as many decimals as were typed, and two if one was. The viewer drops zeros at the end.
    """
    if not value:
        return "$ 0"
    digits = f"{value:,f}"
    return f"$ {digits}0" if digits[-2:-1] == "." else f"$ {digits}"


def price(value: Decimal) -> str:
    """A price per share: an amount of money with two decimals or more, ``$ 15.00``; zero is ``$ 0``."""
    written = dollars(value)
    return f"{written}.00" if value and "." not in written else written


def day(value: date) -> str:
    """A date as the form requires it, Month/Day/Year: ``11/14/2017``."""
    return f"{value.month:02d}/{value.day:02d}/{value.year:04d}"
