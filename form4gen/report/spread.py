"""The range of several values that are written alike: ``Jan 9, 2026, to Aug 21, 2026``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from form4gen.model.wording import day


def spread(values: Sequence[str]) -> str | None:
    """The least and the greatest of the values, which are numbers or days with the same words before them, or None."""
    words = [value.split(" ") for value in values]
    least = min(map(len, words))
    same = next((place for place in range(least) if len({each[place] for each in words}) > 1), least)
    for known in (place for place in range(same, -1, -1) if not place or not words[0][place - 1].endswith(",")):
        rest = [" ".join(each[known:]) for each in words]
        for read, to in ((_number, " to "), (_day, ", to ")):
            found = _range(rest, read)
            if found:
                return " ".join((*words[0][:known], to.join(found)))
    return None


def _range(values: Sequence[str], read: Callable[[str], Any]) -> tuple[str, str] | None:
    try:
        in_order = sorted(values, key=read)
    except ValueError:
        return None
    return in_order[0], in_order[-1]


def _number(text: str) -> Decimal:
    try:
        found = Decimal(text.removeprefix("$").replace(",", ""))
    except InvalidOperation:
        raise ValueError(text) from None
    if not found.is_finite():
        raise ValueError(text)
    return found


def _day(text: str) -> date:
    """A day as reports write it, with its weekday or without."""
    short = text.partition(", ")[2] if text.count(", ") > 1 else text
    found = datetime.strptime(short, "%b %d, %Y").date()  # noqa: DTZ007  a day has no zone
    if day(found) != short:
        raise ValueError(text)
    return found
