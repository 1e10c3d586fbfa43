"""Faults of a document as text: duplicate keys, numbers that are not plain decimals, unprintable characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any

from form4gen.intake.positions import Positions, Steps
from form4gen.intake.problem import Problem, Problems, shown
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Change, Place
from form4gen.model.unfit import UNFIT
from form4gen.model.wording import character_at

_CITED = 40  # characters of a number that a message cites


def add_text_faults(problems: Problems, values: Any, found: Positions) -> None:
    """Add what is wrong with keys, numbers and characters, whatever the document is about."""
    for steps, offset in found.duplicates:
        problems.add("JS103", partial(_duplicate, steps, offset, found))
    for steps, literal in found.numbers.items():
        if decimal_of(literal) is None:
            problems.add("JS104", partial(_no_decimal, steps, literal, found))
    for steps, kind, text, at_key in _texts(values, ()):
        if hit := _unfit_in(text):
            problems.add("JS105", partial(_unfit, steps, kind, text, hit.start(), found, at_key=at_key))


def _duplicate(steps: Steps, offset: int, found: Positions) -> Problem:
    message = f"The key {shown(str(steps[-1]))} appears twice in the same object; this is the second."
    line, column = found.line_and_column_at(offset)
    return Problem("JS103", place_of(steps), message, "Keep one and delete the other.", line, column)


def _no_decimal(steps: Steps, literal: str, found: Positions) -> Problem:
    cited = literal if len(literal) <= _CITED else f"{literal[: _CITED - 3]}..."
    message = f"The number {cited} is not a plain decimal with at most 30 digits on each side of the point."
    remedy, fix = "Write at most 30 digits on each side of the point.", None
    line, column = found.line_and_column(steps)
    if literal.lstrip("-")[:1] in ("N", "I"):
        message = f"{cited} is not a number that a form can show."
        remedy = "Write a number in digits, or delete the key."
    elif "e" in literal or "E" in literal:
        message = f"The number {cited} is written with an exponent."
        plain = _without_exponent(literal)
        remedy = f"Write {plain}." if plain else "Write the number out in digits."
        fix = plain and Change(line, column, column + len(literal), plain)
    return Problem("JS104", place_of(steps), message, remedy, line, column, found=cited, fix=fix)


def _without_exponent(literal: str) -> str | None:
    """The number in digits, if these are few enough."""
    exponent = literal.lower().partition("e")[2].lstrip("+-")
    if len(exponent) > 2 or len(literal) > _CITED:  # noqa: PLR2004  beyond 99 it is too long anyway
        return None
    plain = format(Decimal(literal), "f")
    return plain if decimal_of(plain) is not None else None


def _unfit(steps: Steps, kind: str, text: str, at: int, found: Positions, *, at_key: bool) -> Problem:
    message = f"The {kind} contains {character_at(text, at)}, a character that the form cannot show."
    line, column = (found.line_and_column_of_key if at_key else found.line_and_column)(steps)
    number = f"U+{ord(text[at]):04X}"
    return Problem("JS105", place_of(steps), message, "Delete the character.", line, column, found=number)


def _texts(value: Any, steps: Steps) -> Iterator[tuple[Steps, str, str, bool]]:
    """Each text with its steps, what it is, and whether it is a key."""
    match value:
        case str():
            yield steps, "text", value, False
        case dict():
            for key, inner in value.items():
                yield (*steps, key), "key", key, True
                yield from _texts(inner, (*steps, key))
        case list():
            for number, inner in enumerate(value):
                yield from _texts(inner, (*steps, number))


def place_of(steps: Steps) -> Place:
    """The place that the steps lead to, or the last one on the way whose pointer can be printed."""
    place = ROOT
    for step in steps:
        if type(step) is str and _unfit_in(step):
            break
        place /= step
    return place


@cache
def _unfit_form() -> re.Pattern[str]:
    return re.compile(f"[{UNFIT}]")


def _unfit_in(text: str) -> re.Match[str] | None:
    return _unfit_form().search(text)
