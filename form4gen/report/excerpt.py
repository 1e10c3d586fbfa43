"""The line of the document that a finding points to, with a mark under the value."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.report.ink import Ink
from form4gen.report.wrapping import MARGIN
from form4gen.rules.engine import Finding

NOT_JSON = "JS101"
"""The finding on a text that is not JSON."""

_GAP = " ..."
_ENDS = frozenset(" \t,]}\r\n")


def excerpt(finding: Finding, line: str | None, ink: Ink, width: int) -> Iterator[str]:
    """The line and its mark; nothing if the place is not in the text, or is only a bracket."""
    if line is None or finding.line is None or finding.column is None:
        return
    start = finding.column - 1
    # a slip of the text is shown wherever it is, even after the end of its line
    if line[start:].rstrip() in ("", "{", "[") and finding.rule != NOT_JSON:
        return
    gutter = f"{finding.line:>{len(MARGIN) - 1}} | "
    shown, start, end = _window(_kept_to_one_column(line), start, literal_end(line, start), width - len(gutter))
    yield ink.quiet(gutter) + shown
    blank = " " * (len(gutter) - 2) + "| "
    yield (
        ink.quiet(blank)
        + " " * _columns(shown[:start])
        + ink.of(finding.severity, "^" * max(1, _columns(shown[start:end])))
    )


def literal_end(line: str, start: int) -> int:
    """The end of the value that begins at ``start``; for an object or a list, of its bracket."""
    if start >= len(line) or line[start] in "{[":
        return start + 1
    if line[start] == '"':
        end = start + 1
        while end < len(line) and line[end] != '"':
            end += 2 if line[end] == "\\" else 1
        return min(end + 1, len(line))
    return next((end for end in range(start + 1, len(line)) if line[end] in _ENDS), len(line))


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line around its value that fits, and where the value is in it."""
    if len(line) <= room:
        return line, start, end
    head = max(0, min(start - room // 3, len(line) - room))
    left = "... " if head else ""
    right = _GAP if head + room < len(line) else ""
    shown = line[head + len(left) : head + room - len(right)]
    end = min(end - head, room - len(right))
    return left + shown + right, start - head, end


def _kept_to_one_column(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _columns(text: str) -> int:
    """The number of terminal columns that a text needs."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415  few documents have such letters

    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
