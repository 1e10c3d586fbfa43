"""The corrections of a document, and how it differs from what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from form4gen.location import Change
from form4gen.report.change import change_of
from form4gen.report.record import Report
from form4gen.report.wrapping import printable

_AROUND = 3  # lines of a file that a difference shows before and after a change
_LONGEST = 300  # characters of a line that it shows whole
_BEFORE = 80  # characters of a longer line that it shows before the change


def corrections(report: Report) -> list[Change]:
    """The changes that correct open findings, in the order of the document; of two that overlap, the first."""
    found = (change_of(report, finding) for finding in report.open)
    chosen: list[Change] = []
    for change in sorted((change for change in found if change), key=lambda change: (change.line, change.column)):
        last = chosen[-1] if chosen else None
        if last is None or last.line < change.line or last.end_column <= change.column:
            chosen.append(change)
    return chosen


def corrected(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes, which do not overlap and are in its order; everything else stays as it is."""
    begins = [0, *(found.end() for found in re.finditer("\n", text))]
    parts, at = [], 0
    for line, column, end_column, new in changes:
        begin = begins[line - 1]
        parts += [text[at : begin + column - 1], new]
        at = begin + end_column - 1
    return "".join((*parts, text[at:]))


def difference(before: str, after: str, file: str) -> str:
    """The changed lines with those around them, as a unified diff; empty if there are none.

    The texts have equally many lines, because no correction adds one. A very long line is cut.
    """
    old, new = before.split("\n"), after.split("\n")
    changed = [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    if not changed:
        return ""
    name = printable(file)
    lines = [f"--- {name}", f"+++ {name}"]
    for first, last in _hunks(changed):
        begin, end = max(0, first - _AROUND), min(len(old), last + _AROUND + 1)
        end -= end == len(old) and not old[-1]  # after the last line end there is no line
        lines.append(f"@@ -{begin + 1},{end - begin} +{begin + 1},{end - begin} @@")
        lines += _lines_of(old, new, begin, end)
    return "\n".join(lines) + "\n"


def _hunks(changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last changed line of each group of lines that are shown together."""
    first = last = changed[0]
    for number in changed[1:]:
        if number - last > 2 * _AROUND + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _lines_of(old: Sequence[str], new: Sequence[str], begin: int, end: int) -> Iterator[str]:
    removed: list[str] = []
    added: list[str] = []
    for number in range(begin, end):
        before, after = old[number], new[number]
        is_unfinished = number == len(old) - 1
        if before == after:
            yield from (*removed, *added)
            removed, added = [], []
            yield from _marked(" ", before, 0, is_unfinished=is_unfinished)
        else:
            at = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
            removed += _marked("-", before, at, is_unfinished=is_unfinished)
            added += _marked("+", after, at, is_unfinished=is_unfinished)
    yield from (*removed, *added)


def _marked(mark: str, line: str, at: int, *, is_unfinished: bool) -> Iterator[str]:
    if len(line) > _LONGEST:
        begin = max(0, at - _BEFORE)
        end = begin + _LONGEST
        line = f"{'... ' if begin else ''}{line[begin:end]}{' ...' if end < len(line) else ''}"
    yield mark + printable(line.removesuffix("\r"))
    if is_unfinished:
        yield "\\ No newline at end of file"
