"""The placeholders that are still in a document: each is a fault of its own, and its box is read as blank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from form4gen.intake.document import Document
from form4gen.intake.positions import Positions, Steps
from form4gen.intake.problem import PLACEHOLDER, Problem, Problems, shown
from form4gen.intake.text_faults import place_of
from form4gen.intake.wording import subject
from form4gen.model.placeholders import DAYS, FILL_IN, NO_DAY

_WORDS = 120  # characters that say what to enter


def take_out(document: Document) -> Problems:
    """Take the placeholders out of the document, whose values are then absent; a problem for each of them."""
    problems = Problems()
    for steps, value in list(_placeholders(document.data, ())):
        problems.add(PLACEHOLDER, partial(_problem, steps, value, document.positions))
        holder, last = document.data, steps[-1]
        for step in steps[:-1]:
            holder = holder[step]
        if isinstance(holder, list) or steps[:1] == ("footnotes",):
            holder[last] = ""  # the other items keep their places, and a footnote stays one that cells cite
        else:
            del holder[last]
    return problems


def _placeholders(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        if isinstance(inner, (dict, list)):
            yield from _placeholders(inner, (*steps, step))
        elif isinstance(inner, str) and (inner.startswith(FILL_IN) or (inner == NO_DAY and step in DAYS)):
            yield (*steps, step), inner


def _problem(steps: Steps, value: str, found: Positions) -> Problem:
    words = "a date, YYYY-MM-DD" if value == NO_DAY else shown(value.removeprefix(FILL_IN), _WORDS)[1:-1]
    message = f"{subject(steps)} is not filled in."
    remedy = f"Enter {words or 'the value'}. To leave the box blank, delete the key."
    return Problem(PLACEHOLDER, place_of(steps), message, remedy, *found.line_and_column(steps), shown(value))
