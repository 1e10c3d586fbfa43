"""Numbers, days, and times as messages write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from form4gen.law.unseen import as_seen

_BEFORE = 20
"""Characters before another one that tell where it is."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def number(value: Decimal) -> str:
    """An exact number with grouped thousands: ``227,927`` or ``0.0001``; no digit is dropped or added."""
    return f"{value:,f}"


def dollars(value: Decimal) -> str:
    """An exact amount of dollars, with two decimals at least: ``$1,234.50``, ``$0.0001``; nothing is ``$0``."""
    if not value:
        return "$0"
    whole, _, part = number(value).partition(".")
    return f"${whole}.{part.rstrip('0'):0<2}"


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


def mark(footnote: str) -> str:
    """The name of a footnote on the page: the digits of its id, or the id when it has none."""
    return "".join(character for character in footnote if character in "0123456789") or footnote


def listed(words: Sequence[str]) -> str:
    """Words with commas between them; of many the first, and the number of the others."""
    more = f" and {len(words) - _LISTED:,} more" if len(words) > _LISTED else ""
    return ", ".join(words[:_LISTED]) + more


_LISTED = 10


def character(sign: str) -> str:
    """A character by its number and its name in Unicode, if it has one: ``U+200B ZERO WIDTH SPACE``."""
    from unicodedata import name  # noqa: PLC0415  only a fault names a character

    return f"U+{ord(sign):04X} {name(sign, '')}".rstrip()


def character_at(text: str, at: int) -> str:
    """A character and its place in a text: ``U+200B ZERO WIDTH SPACE (character 5, after "TECO")``."""
    before = "".join(sign for sign in as_seen(text[max(0, at - _BEFORE) : at]) if sign.isprintable()).strip()
    after = f', after "{before}"' if before else ""
    return f"{character(text[at])} (character {at + 1:,}{after})"
