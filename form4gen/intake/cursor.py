"""A place in a text that is not JSON, and the slips found up to there."""

from __future__ import annotations

from typing import NoReturn

from form4gen.bounds import LISTED
from form4gen.intake.json_forms import comment_end, no_blank, odd_blank
from form4gen.records import NamedTuple

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Edit(NamedTuple):
    """The text that replaces what lies from one offset to before another, all on one line."""

    begin: int
    end: int
    text: str


class Slip(NamedTuple):
    """What is wrong at an offset of the text, and what to do about it; ``edit`` if that is certain."""

    offset: int
    message: str
    remedy: str
    edit: Edit | None = None


class Stopped(Exception):  # noqa: N818  not an error: what follows cannot be read with certainty
    """The walk cannot go on."""


class Cursor:
    """The offset reached in a text.

    ``ended`` is the offset after the last key, value or bracket. ``line`` counts from 1, ``line_start`` is the offset
    of its first character, and ``indent`` the number of blanks before the first part of it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = self.ended = 0
        self.line, self.line_start, self.indent = 1, 0, 0
        self.slips: list[Slip] = []
        self.more = 0

    @property
    def here(self) -> str:
        """The character at the offset; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    def note(self, offset: int, message: str, remedy: str, edit: Edit | None = None) -> None:
        """Add a slip, or count it when enough are listed."""
        if len(self.slips) < LISTED:
            self.slips.append(Slip(offset, message, remedy, edit))
        else:
            self.more += 1

    def stop(self, offset: int, message: str, remedy: str) -> NoReturn:
        """Add a slip after which nothing can be read with certainty. Raises Stopped."""
        self.note(offset, message, remedy)
        raise Stopped

    def take(self, text: str) -> bool:
        """Whether the text continues with ``text``, which is then passed."""
        is_here = self.text.startswith(text, self.at)
        self.at += len(text) * is_here
        return is_here

    def blanks(self) -> None:
        """Pass blanks and line ends, and what is like them but not allowed: other blanks and comments."""
        begin, line = self.at, self.line
        while True:
            before = self.at
            stop = no_blank().search(self.text, before)
            self.at = stop.start() if stop else len(self.text)
            self.enter_lines(before)
            if (odd := odd_blank().match(self.text, self.at)) is not None:
                self._odd_blank(odd.group(), odd.end())
            elif self.text.startswith(("//", "/*", "#"), self.at):
                self._comment()
            else:
                break
        if begin == 0 or self.line > line:
            self.indent = self.at - self.line_start

    @property
    def begins_line(self) -> bool:
        """Whether only blanks are before the offset on its line."""
        return self.at == self.line_start + self.indent

    def enter_lines(self, before: int) -> None:
        """Count the lines that began since the offset ``before``."""
        lines = self.text.count("\n", before, self.at)
        if lines:
            self.line += lines
            self.line_start = self.text.rfind("\n", before, self.at) + 1

    def _odd_blank(self, found: str, end: int) -> None:
        from unicodedata import name  # noqa: PLC0415  few texts need it

        called = f"{name(found[0], 'control character').lower()} (U+{ord(found[0]):04X})"
        is_invisible = found[0] in _INVISIBLE
        remedy = "Delete it." if is_invisible else "Write a plain space."
        edit = Edit(self.at, end, "" if is_invisible else " " * len(found))
        self.note(self.at, f"JSON does not allow this character between its parts: {called}.", remedy, edit)
        self.at = end

    def _comment(self) -> None:
        begin = self.at
        end = comment_end(self.text, begin)
        if end is None:
            self.stop(begin, "JSON has no comments, and this one is never closed.", "Delete the comment.")
        self.note(begin, "JSON has no comments.", "Delete the comment.")
        self.at = end
        self.enter_lines(begin)
