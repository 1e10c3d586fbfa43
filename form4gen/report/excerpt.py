"""The line of the document that a finding points to, with a mark under the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.unseen import as_seen
from form4gen.location import Change
from form4gen.report.ink import Ink
from form4gen.report.record import Spot
from form4gen.report.wrapping import MARGIN
from form4gen.rules.engine import Finding

NOT_JSON = "JS101"
"""The finding on a text that is not JSON."""

_GAP = " ..."
_MARK = "\N{REPLACEMENT CHARACTER}"


def excerpt(finding: Finding, spot: Spot | None, ink: Ink, width: int) -> Iterator[str]:
    """The line and its mark; nothing if the place is not in the text, or is only a bracket.

    No more of the line is read than is shown, because a document may be one long line.
    """
    if spot is None:
        return
    gutter = f"{finding.line:>{len(MARGIN) - 1}} | "
    room = width - len(gutter)
    # a slip of the text is shown wherever it is, even after the end of its line
    if spot.text[spot.at : min(spot.end, spot.at + room)].rstrip() in ("", "{", "[") and finding.rule != NOT_JSON:
        return
    shown, start, end = _window(spot, _end(finding, spot._replace(end=min(spot.end, spot.at + room))), room)
    yield ink.quiet(gutter) + shown
    blank = " " * (len(gutter) - 2) + "| "
    yield (
        ink.quiet(blank)
        + " " * _columns(shown[:start])
        + ink.of(finding.severity, "^" * max(1, _columns(shown[start:end])))
    )


def _end(finding: Finding, spot: Spot) -> int:
    """The offset at which what is wrong ends: the value, or what a change of the text replaces."""
    change = finding.fix
    if isinstance(change, Change) and (change.line, change.column) == (finding.line, finding.column):
        return spot.begin + change.end_column - 1
    return literal_end(spot)


def literal_end(spot: Spot) -> int:
    """The offset at which the value or XML element ends; for one that holds others, its bracket or opening tag."""
    if spot.at >= spot.end:
        return spot.at + 1
    found = _literal().match(spot.text, spot.at, spot.end)
    return found.end() if found else spot.at + 1


@cache
def _literal() -> re.Pattern[str]:
    """A bracket, a text in quotation marks, an element of text alone or a tag, or what goes on to a blank or a mark.

    The text and the element may go on after the end.
    """
    return re.compile(r'[{\[]|"(?:[^"\\]|\\.)*+\\?"?|<[^<>]*+>(?:[^<>]*+(?:</[^<>]*+(?:>|\Z)|\Z))?|.[^ \t,\]}\r\n]*+')


def _window(spot: Spot, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line around its value that fits, and where the value is in it; ``end`` is the offset of its end."""
    start, end, length = spot.at - spot.begin, end - spot.begin, spot.end - spot.begin
    if length <= room:
        return _kept_to_one_column(spot.text[spot.begin : spot.end]), start, end
    head = max(0, min(start - room // 3, length - room))
    left = "... " if head else ""
    right = _GAP if head + room < length else ""
    shown = spot.text[spot.begin + head + len(left) : spot.begin + head + room - len(right)]
    end = min(end - head, room - len(right))
    return left + _kept_to_one_column(shown) + right, start - head, end


def _kept_to_one_column(line: str) -> str:
    """The line with a mark for each character that nobody sees or that moves the text of a terminal."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        " " if sign == "\t" else sign if sign.isprintable() and as_seen(sign) == sign else _MARK for sign in line
    )


def _columns(text: str) -> int:
    """The number of terminal columns that a text needs."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415  few documents have such letters

    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
