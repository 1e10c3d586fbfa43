"""Faults of a document as text: duplicate keys, numbers that are not plain decimals, unprintable characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from form4gen.intake.positions import Positions, Steps
from form4gen.intake.problem import Problem, shown
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Place
from form4gen.model.unfit import UNFIT

_DIGITS = "Write the number out in digits, without an exponent."


def text_faults(values: Any, found: Positions) -> Iterator[Problem]:
    """What is wrong with keys, numbers and characters, whatever the document is about."""
    for steps, offset in found.duplicates:
        message = f"The key {shown(str(steps[-1]))} appears twice in the same object; this is the second."
        yield Problem(
            "JS103", place_of(steps), message, "Keep one and delete the other.", *found.line_and_column_at(offset)
        )
    for steps, literal in found.numbers.items():
        if decimal_of(literal) is None:
            cited = literal if len(literal) <= 40 else f"{literal[:37]}..."  # noqa: PLR2004  a line's worth
            message = f"The number {cited} is not a plain decimal with at most 30 digits on each side of the point."
            line, column = found.line_and_column(steps)
            yield Problem("JS104", place_of(steps), message, _DIGITS, line, column, found=cited)
    for steps, kind, text, (line, column) in _texts(values, (), found):
        if hit := _unfit_in(text):
            code = f"U+{ord(hit.group()):04X}"
            message = f"The {kind} contains {code}, a character that the form cannot show."
            yield Problem("JS105", place_of(steps), message, "Delete the character.", line, column, found=code)


def _texts(value: Any, steps: Steps, found: Positions) -> Iterator[tuple[Steps, str, str, tuple[int, int]]]:
    match value:
        case str():
            yield steps, "text", value, found.line_and_column(steps)
        case dict():
            for key, inner in value.items():
                yield (*steps, key), "key", key, found.line_and_column_of_key((*steps, key))
                yield from _texts(inner, (*steps, key), found)
        case list():
            for number, inner in enumerate(value):
                yield from _texts(inner, (*steps, number), found)


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
