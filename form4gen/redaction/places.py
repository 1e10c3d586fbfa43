"""A part of a text that is masked, and how."""

from __future__ import annotations

import re
from functools import cache

from form4gen.records import NamedTuple

TEXT, LOOSE, NUMBER = "text", "loose", "number"

MOST_PLACES = 250_000
"""More than so many values or tags no reader of form4gen accepts; a text with more of them is masked as a whole."""


class Masked(NamedTuple):
    """From where to where a text is masked, in bytes, and how.

    All but blanks of a ``text``; of a ``loose`` one not its quotation marks, because it may be more than one value; a
    ``number`` becomes a text, because JSON has no other value in which to write asterisks.
    """

    start: int
    end: int
    kind: str = TEXT


def stars(written: bytes, kind: str) -> bytes:
    """As many characters as were written, so that every line and column stays."""
    if kind == NUMBER:
        return b'"' + b"*" * (len(written) - 2) + b'"' if len(written) > 1 else b"0"
    shown = _shown_loosely() if kind == LOOSE else _shown()
    return shown.sub(b"*", _continued().sub(b"", written))


@cache
def _shown() -> re.Pattern[bytes]:
    return re.compile(rb"[^ \t\r\n]")


@cache
def _shown_loosely() -> re.Pattern[bytes]:
    return re.compile(rb"[^ \t\r\n\"']")


@cache
def _continued() -> re.Pattern[bytes]:
    """The bytes of a character in UTF-8 after its first."""
    return re.compile(rb"[\x80-\xbf]")
