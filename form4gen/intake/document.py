"""JSON text to plain values: exact, bounded, and with the place of everything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from form4gen.intake.positions import Positions
from form4gen.intake.problem import Problem
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Place

SIZE_LIMIT = 20 * 1024 * 1024
DEPTH_LIMIT = 64

# C0 and C1 controls save tab and line ends, surrogates, bidirectional controls, byte order marks and non-characters:
# XML or the page cannot show them, or they make a text look other than it is.
_UNFIT = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_MAYBE_UNFIT = re.compile(rf"[{_UNFIT}]|\\[bf]|\\u(?:00[0189]|007|[dD][89a-fA-F]|20[0-6]|[fF][eEfF][fF])")


class Document:
    """A JSON document: its text, its values, and why it cannot be read, if so.

    Numbers are Decimals. ``data`` is meaningless when there are ``problems``.
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
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        message = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not UTF-8."
        return Document("", None, (Problem("JS101", ROOT, message, "Save the file as UTF-8.", line, column),))
    return _decoded(text)


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
    document = Document(text, data)
    if faults.duplicate or faults.number or _MAYBE_UNFIT.search(text):
        document.problems = (_too_deep(),) if is_too_deep(data) else tuple(_problems(document))
    return document


def _not_json(text: str, error: json.JSONDecodeError) -> Problem:
    if not text.strip():
        return Problem("JS101", ROOT, "The document is empty.", "`form4gen new` writes a starting document.", 1, 1)
    message = f"The text is not JSON: {error.msg}."
    return Problem("JS101", ROOT, message, "Correct the text at this place.", error.lineno, error.colno)


def _too_deep() -> Problem:
    message = f"The document nests deeper than {DEPTH_LIMIT} levels."
    return Problem("JS102", ROOT, message, "No part of a Form 4 nests so deep: is this the right file?", 1, 1)


def is_too_deep(data: Any) -> bool:
    """Whether the values nest deeper than the limit."""
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
        message = f"The key {steps[-1]!r} stands twice in one object; the second is here."
        yield Problem("JS103", _place(steps), message, "Keep one of the two.", *found.line_and_column_at(offset))
    for steps, literal in found.numbers.items():
        if decimal_of(literal) is None:
            shown = literal if len(literal) <= 40 else f"{literal[:37]}..."  # noqa: PLR2004  what a line shows
            message = f"The number {shown} is not a plain decimal of at most 30 digits on each side of the point."
            line, column = found.line_and_column(steps)
            yield Problem("JS104", _place(steps), message, "Write the digits out.", line, column, found=shown)
    unfit = re.compile(f"[{_UNFIT}]").search
    for steps, value in _texts(document.data, ()):
        if hit := unfit(value):
            code = f"U+{ord(hit.group()):04X}"
            message = f"The text holds {code}, a character that neither EDGAR nor the page can show."
            line, column = found.line_and_column(steps)
            yield Problem("JS105", _place(steps), message, "Delete the character.", line, column, found=code)


def _place(steps: tuple[str | int, ...]) -> Place:
    place = ROOT
    for step in steps:
        place /= step
    return place


def _texts(value: Any, steps: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    match value:
        case str():
            yield steps, value
        case dict():
            for key, inner in value.items():
                yield steps, key
                yield from _texts(inner, (*steps, key))
        case list():
            for number, inner in enumerate(value):
                yield from _texts(inner, (*steps, number))
