"""Words in lines of a given width, and escapes for characters that a terminal must not receive."""

from __future__ import annotations

from collections.abc import Iterator

WIDTH = 96
"""Columns if there is no terminal."""

MARGIN = " " * 7
"""The indentation below a finding's id: as wide as the id."""

_LABEL = 11


def printable(words: str) -> str:
    """A name from outside, with escapes for characters that would move or color the text of a terminal."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The words in lines of at most ``width`` columns; a word is never broken.

    The standard library's textwrap takes two milliseconds to compile its patterns, which would slow every report.
    """
    lines, line = [], first
    for word in words.split():
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = rest
        line += f"{word} "
    return [*lines, line.rstrip()]


def labelled(label: str, words: str, width: int, margin: str = MARGIN) -> Iterator[str]:
    """The words beside their label, continued in the same column."""
    yield from wrapped(words, width, f"{margin}{label:<{_LABEL}}", margin + " " * _LABEL)
