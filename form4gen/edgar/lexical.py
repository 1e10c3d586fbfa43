"""How ownership XML spells texts, flags, dates and numbers, and the one spelling of our JSON."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from form4gen.model.unfit import UNFIT

_FLAGS = {"1": True, "true": True, "0": False, "false": False}
_DAY_LENGTH = len("YYYY-MM-DD")
_LONGEST_NUMBER = 100  # characters: anything longer is not a number, and slow to read
_NUMBER = re.compile(r"[+-]?0*(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})")


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(r"Z|[+-][0-9]{2}:[0-9]{2}")


@cache
def _unfit() -> re.Pattern[str]:
    return re.compile(f"[{UNFIT}]")


def flag(text: str) -> bool | None:
    """True or false in any spelling and case; None when it is neither."""
    found = _FLAGS.get(text)
    return _FLAGS.get(text.lower()) if found is None else found


def day(text: str) -> str | None:
    """A date as YYYY-MM-DD, without a zone; None if it is not a calendar date."""
    written, zone = text[:_DAY_LENGTH], text[_DAY_LENGTH:]
    if len(written) != _DAY_LENGTH or written[4] != "-" or written[7] != "-" or not written.isascii():
        return None
    if zone and not _zone().fullmatch(zone):
        return None
    try:
        date.fromisoformat(written)
    except ValueError:
        return None
    return written


def number(text: str) -> Decimal | None:
    """The exact number, its trailing zeros kept; None when it is not a plain decimal."""
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    found = Decimal(text)
    return found or abs(found)


def text_without_controls(text: str) -> str:
    """The text without control characters: those that Windows-1252 reads as a character become it, others are removed.

    Returns the same object if nothing had to change.
    """
    if text.isascii() and text.isprintable():
        return text
    return text if _unfit().search(text) is None else _unfit().sub(_sign, text)


def characters_omitted(text: str) -> list[str]:
    """The characters that ``text_without_controls`` removes."""
    return [found.group() for found in _unfit().finditer(text) if not _sign(found)]


def _sign(found: re.Match[str]) -> str:
    code = ord(found.group())
    if not 0x80 <= code <= 0x9F:  # noqa: PLR2004  the C1 controls
        return "\n" if found.group() == "\f" else ""
    return bytes((code,)).decode("cp1252", "ignore")
