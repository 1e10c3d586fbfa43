"""Faults of a document as text: duplicate keys, numbers that are not plain decimals, unprintable characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from form4gen.intake.positions import Positions, Steps
from form4gen.intake.problem import Problem, Problems, shown
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Place
from form4gen.model.unfit import UNFIT

_DIGITS = "Write the number out in digits, without an exponent."


def add_text_faults(problems: Problems, values: Any, found: Positions) -> None:
    """Add what is wrong with keys, numbers and characters, whatever the document is about."""
    for steps, offset in found.duplicates:
        problems.add("JS103", partial(_duplicate, steps, offset, found))
    for steps, literal in found.numbers.items():
        if decimal_of(literal) is None:
            problems.add("JS104", partial(_no_decimal, steps, literal, found))
    for steps, kind, text, at_key in _texts(values, ()):
        if hit := _unfit_in(text):
            problems.add("JS105", partial(_unfit, steps, kind, ord(hit.group()), found, at_key=at_key))


def _duplicate(steps: Steps, offset: int, found: Positions) -> Problem:
    message = f"The key {shown(str(steps[-1]))} appears twice in the same object; this is the second."
    line, column = found.line_and_column_at(offset)
    return Problem("JS103", place_of(steps), message, "Keep one and delete the other.", line, column)


def _no_decimal(steps: Steps, literal: str, found: Positions) -> Problem:
    cited = literal if len(literal) <= 40 else f"{literal[:37]}..."  # noqa: PLR2004  a line's worth
    message = f"The number {cited} is not a plain decimal with at most 30 digits on each side of the point."
    line, column = found.line_and_column(steps)
    return Problem("JS104", place_of(steps), message, _DIGITS, line, column, found=cited)


def _unfit(steps: Steps, kind: str, code: int, found: Positions, *, at_key: bool) -> Problem:
    name = f"U+{code:04X}"
    message = f"The {kind} contains {name}, a character that the form cannot show."
    line, column = (found.line_and_column_of_key if at_key else found.line_and_column)(steps)
    return Problem("JS105", place_of(steps), message, "Delete the character.", line, column, found=name)


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
