"""The placeholders of a starting document: texts that say what to enter in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.intake.document import Document
from form4gen.intake.positions import Steps
from form4gen.intake.problem import PLACEHOLDER, Problem, shown
from form4gen.intake.text_faults import place_of

MARK = "TODO: "
"""What a placeholder begins with; no value of a form does."""


def take_out(document: Document) -> tuple[Problem, ...]:
    """Take the placeholders out of the document, whose values are then absent; a problem for each of them."""
    document.data, found = _without(document.data, ())
    return tuple(_problems(document, found))


def _without(value: Any, steps: Steps) -> tuple[Any, list[tuple[Steps, str]]]:
    found: list[tuple[Steps, str]] = []
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        kept = []
        for key, each in items:
            here = (*steps, key)
            if isinstance(each, str) and each.startswith(MARK):
                found.append((here, each))
                continue
            inner, below = _without(each, here)
            found += below
            kept.append((key, inner))
        value = dict(kept) if isinstance(value, dict) else [inner for _, inner in kept]
    return value, found


def _problems(document: Document, found: list[tuple[Steps, str]]) -> Iterator[Problem]:
    for steps, text in found:
        at = place_of(steps)
        wanted = text.removeprefix(MARK)
        line, column = document.positions.line_and_column(steps)
        message = f"The placeholder {shown(text)} is still there."
        remedy = f"Enter the {wanted}. If it does not apply, delete the key."
        yield Problem(PLACEHOLDER, at, message, remedy, line, column, shown(text), wanted)
