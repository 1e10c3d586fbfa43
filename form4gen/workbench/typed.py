"""What a person types in a cell, as the value that a filing has there, and back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.api.editing import Field, Kind, date_of, decimal_of, lists, moment_of, month_day_of
from form4gen.errors import Form4genError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YES = frozenset(("x", "yes", "y", "true", "1", "on", "checked"))
_NO = frozenset(("", "no", "n", "false", "0", "off", "not checked"))
_DIRECTIONS = {"acquired": "A", "disposed": "D", "disposed of": "D", "direct": "D", "indirect": "I"}
_LONGEST = 64  # characters of a date or a number


class NotUnderstoodError(Form4genError):
    """What was typed is no value of this cell; the text says what to type."""


def value_of(text: str, field: Field, today: date) -> Any:
    """The value that a text means in a field; None for an empty one, whose key is then left out.

    ``today`` gives a date without a year its year. Raises NotUnderstoodError.
    """
    if field.kind is Kind.TEXT and not field.choices:
        return text or None
    words = " ".join(text.split())
    if not words and (field.kind is not Kind.FLAG or field.absent is None):
        return None
    match field.kind:
        case Kind.DATE:
            return day_typed(words, today).isoformat()
        case Kind.NUMBER:
            return _number(words)
        case Kind.FLAG:
            return _flag(words)
        case Kind.TEXT:
            return _choice(words, field.choices)
        case Kind.MOMENT:
            return _moment(words, today)
        case Kind.MONTH_DAY:
            return _month_day(words)
    return _texts(words)


def _texts(words: str) -> list[str]:
    """The parts between commas; numbers may stand between blanks."""
    is_numbers = all(part.isdecimal() for part in re.split(r"[,; ]+", words) if part)
    parts = re.split(r"[,; ]+" if is_numbers else r"[,;]", words)
    return [part.strip() for part in parts if part.strip()]


def _flag(words: str) -> bool:
    if words.casefold() in _YES:
        return True
    if words.casefold() in _NO:
        return False
    raise NotUnderstoodError(f"{_quoted(words)} is neither checked nor not checked. Type X, or nothing.")


def _choice(words: str, choices: tuple[str, ...]) -> str:
    like = {choice.casefold(): choice for choice in choices} | {choice.replace("_", " "): choice for choice in choices}
    named = {name: letter for name, letter in _DIRECTIONS.items() if letter in choices}
    found = (like | named).get(words.casefold())
    if found is None:
        shown = ", ".join(choice for choice in choices if choice)
        raise NotUnderstoodError(f"{_quoted(words)} is not in the list: {shown}.")
    return found


def _number(words: str) -> Decimal:
    """A number with or without a dollar sign, commas between thousands, and a footnote mark after it."""
    bare = re.sub(r"\([0-9]{1,3}\)$", "", words[:_LONGEST].replace(" ", "")).removeprefix("$").removesuffix("$")
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", bare):
        bare = bare.replace(",", "")
    whole, point, decimals = bare.partition(".")
    whole = whole.lstrip("0") or "0"
    found = decimal_of(f"{whole}.{decimals}" if point and decimals else whole) if len(words) <= _LONGEST else None
    if found is None or not bare.strip("."):
        raise NotUnderstoodError(f"{_quoted(words)} is not a number. Type digits, with a point for decimals.")
    return found


def day_typed(words: str, today: date) -> date:
    """A date as 11/6/26, 11/6/2026, 11/6, 2026-11-06, Nov 6, 2026 or 6 Nov 2026."""
    found = _day_of(words, today)
    if found is None:
        raise NotUnderstoodError(f"{_quoted(words)} is not a day. Type month/day/year, such as 11/6/26.")
    return found


def _day_of(words: str, today: date) -> date | None:
    return date_of(words) or _numeric_day(words, today) or _named_day(words, today)


def _numeric_day(words: str, today: date) -> date | None:
    match = re.fullmatch(r"([0-9]{1,2})[/.\-]([0-9]{1,2})(?:[/.\-]([0-9]{2}|[0-9]{4}))?", words)
    return _made(int(match[1]), int(match[2]), match[3], today) if match else None


def _named_day(words: str, today: date) -> date | None:
    match = re.fullmatch(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:,? ([0-9]{4}))?", words.casefold())
    if match:
        month, day, year = match.groups()
    else:
        match = re.fullmatch(r"([0-9]{1,2}) ([a-z]{3,9})\.?(?: ([0-9]{4}))?", words.casefold())
        if match is None:
            return None
        day, month, year = match.groups()
    return _made(_MONTHS.index(month[:3]) + 1, int(day), year, today) if month[:3] in _MONTHS else None


def _made(month: int, day: int, year: str | None, today: date) -> date | None:
    """The day; without a year, the one nearest to ``today``."""
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year - 1, today.year, today.year + 1]  # noqa: PLR2004
    found = [date_of(f"{each:04}-{month:02}-{day:02}") for each in years]
    days = [each for each in found if each is not None]
    return min(days, key=lambda each: abs((each - today).days), default=None)


def _moment(words: str, today: date) -> str:
    """A day and a time of day: 11/9/26 4:05 p.m. or 2026-11-09T16:05, with an offset too."""
    if moment_of(words.replace(" ", "T", 1)) is not None:
        return words.replace(" ", "T", 1)
    match = re.fullmatch(r"(.{3,20}?),? ([0-9]{1,2})(?::([0-9]{2}))? ?([ap])?\.?(?:m\.?)?(?: et)?", words.casefold())
    day = _day_of(match[1], today) if match else None
    if match is None or day is None or not (match[3] or match[4]):
        raise NotUnderstoodError(f"{_quoted(words)} is not a time. Type 11/9/26 4:05 p.m., in US Eastern time.")
    hour = int(match[2]) % 12 + 12 * (match[4] == "p") if match[4] else int(match[2])
    return _moment(f"{day.isoformat()}T{hour:02}:{match[3] or '00'}", today)


def _month_day(words: str) -> str:
    match = re.fullmatch(r"([0-9]{1,2})[/\-]([0-9]{1,2})", words)
    written = f"{int(match[1]):02}-{int(match[2]):02}" if match else words
    if month_day_of(written) is None:
        raise NotUnderstoodError(f"{_quoted(words)} is not a day of the year. Type month/day, such as 12/31.")
    return written


def code_of(text: str) -> tuple[str | None, bool]:
    """A transaction code, and whether it is marked K for an equity swap: ``S/K``; ``sale`` is S too.

    Raises NotUnderstoodError.
    """
    words = " ".join(text.upper().split())
    code, slash, mark = (part.strip() for part in words.partition("/"))
    codes = dict(lists()["code"])
    named = [letter for letter, name in codes.items() if name.upper() == code] or [
        letter
        for letter, name in codes.items()
        if len(code) > 2 and name.upper().startswith(code)  # noqa: PLR2004
    ]
    found = code if code in codes else named[0] if len(named) == 1 else None
    if (words and found is None) or (slash and mark != "K"):
        raise NotUnderstoodError(
            f"{_quoted(text.strip())} is not a transaction code. The codes are {', '.join(sorted(codes))}."
        )
    return found, bool(slash)


def named_place(text: str, kind: str) -> str | None:
    """The code of a state or a country that is typed as its code or its name; any other text as it is."""
    words = " ".join(text.split())
    known = {name: code for code, name in lists()[kind]} | {code: code for code, _ in lists()[kind]}
    return known.get(words.upper(), words) or None


def _quoted(words: str) -> str:
    return f'"{words[:40]}"'
