"""JSON text to plain values: exact, bounded, and with the place of everything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from form4gen.intake.positions import Positions, Steps
from form4gen.intake.problem import Problem, shown
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Place
from form4gen.model.unfit import UNFIT

SIZE_LIMIT = 20 * 1024 * 1024
DEPTH_LIMIT = 64

_MAYBE_UNFIT = re.compile(rf"[{UNFIT}]|\\[bf]|\\u(?:00[0189]|007|061|20[0-6]|[dD][89a-fA-F]|[fF][eEfF][fF])")


class Document:
    """A JSON document: its text, its values, and why it cannot be read, if so.

    Numbers are Decimals. ``data`` is None when nothing could be read; otherwise it may be explained further, but a
    filing is made of it only when there are no ``problems``.
    """

    def __init__(self, text: str, data: Any, problems: tuple[Problem, ...] = ()) -> None:
        self.text = text
        self.data = data
        self.problems = problems

    @cached_property
    def positions(self) -> Positions:
        """Line and column of every value, worked out when first asked for."""
        return Positions(self.text)

    def line_and_column(self, at: Place) -> tuple[int, int]:
        """Where ``at``, or the nearest part above it that is written, begins; both count from 1."""
        return self.positions.line_and_column(at.tokens)


class _Faults:
    """What the decoder's hooks noticed."""

    def __init__(self) -> None:
        self.duplicate = self.number = False

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.duplicate |= len(found) != len(pairs)
        return found

    def literal(self, literal: str) -> Decimal:
        found = decimal_of(literal)
        self.number |= found is None
        return Decimal(0) if found is None else found


def read(raw: bytes) -> Document:
    """Read a JSON document in UTF-8, with or without a byte order mark.

    Whatever is wrong is in the document's ``problems``; nothing is raised.
    """
    if len(raw) > SIZE_LIMIT:
        remedy = "A Form 4 of every row and footnote that EDGAR takes is far below 1 MB: is this the right file?"
        message = f"The document has {len(raw):,} bytes; form4gen reads at most {SIZE_LIMIT:,}."
        return Document("", None, (Problem("JS102", ROOT, message, remedy, 1, 1),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
        message = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not UTF-8."
        return Document("", None, (Problem("JS101", ROOT, message, "Save the file as UTF-8.", line, column),))
    return _decoded(text)


def place_of(steps: Steps) -> Place:
    """The place that the steps lead to, or the last one on the way whose pointer can be printed."""
    place = ROOT
    for step in steps:
        if type(step) is str and _unfit_in(step):
            break
        place /= step
    return place


def _decoded(text: str) -> Document:
    faults = _Faults()
    try:
        data = json.loads(
            text,
            parse_float=faults.literal,
            parse_int=faults.literal,
            parse_constant=faults.literal,
            object_pairs_hook=faults.pairs,
        )
    except json.JSONDecodeError as error:
        return Document(text, None, (_not_json(text, error),))
    except RecursionError:
        return Document(text, None, (_too_deep(),))
    if text.count("[") + text.count("{") > DEPTH_LIMIT and _is_too_deep(data):
        return Document(text, None, (_too_deep(),))
    document = Document(text, data)
    if faults.duplicate or faults.number or _MAYBE_UNFIT.search(text):
        document.problems = tuple(_problems(document))
    return document


def _not_json(text: str, error: json.JSONDecodeError) -> Problem:
    if not text.strip():
        return Problem("JS101", ROOT, "The document is empty.", "`form4gen new` writes a starting document.", 1, 1)
    message = f"The text is not JSON: {error.msg}."
    return Problem("JS101", ROOT, message, "Correct the text at this place.", error.lineno, error.colno)


def _too_deep() -> Problem:
    message = f"The document nests deeper than {DEPTH_LIMIT} levels."
    return Problem("JS102", ROOT, message, "No part of a Form 4 nests so deep: is this the right file?", 1, 1)


def _is_too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEPTH_LIMIT + 1):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True


def _problems(document: Document) -> Iterator[Problem]:
    found = document.positions
    for steps, offset in found.duplicates:
        message = f"The key {shown(str(steps[-1]))} stands twice in one object; the second is here."
        yield Problem("JS103", place_of(steps), message, "Keep one of the two.", *found.line_and_column_at(offset))
    for steps, literal in found.numbers.items():
        if decimal_of(literal) is None:
            cited = literal if len(literal) <= 40 else f"{literal[:37]}..."  # noqa: PLR2004  what a line shows
            message = f"The number {cited} is not a plain decimal of at most 30 digits on each side of the point."
            line, column = found.line_and_column(steps)
            yield Problem("JS104", place_of(steps), message, "Write the digits out.", line, column, found=cited)
    for steps, kind, text, (line, column) in _texts(document.data, (), found):
        if hit := _unfit_in(text):
            code = f"U+{ord(hit.group()):04X}"
            message = f"The {kind} holds {code}, a character that no form can show."
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


@cache
def _unfit_form() -> re.Pattern[str]:
    return re.compile(f"[{UNFIT}]")


def _unfit_in(text: str) -> re.Match[str] | None:
    return _unfit_form().search(text)
