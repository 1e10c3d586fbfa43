"""Words in lines of a given width, and what a terminal must not be sent."""

from __future__ import annotations

from collections.abc import Iterator

WIDTH = 96
"""Columns where there is no terminal to ask."""

MARGIN = " " * 7
"""Blanks before everything that is said of a finding: as wide as its id."""

_LABEL = 11


def printable(words: str) -> str:
    """A name from outside, with what would move or colour the text of a terminal written as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The words in lines of at most ``width`` columns; what has no blank is never broken.

    The standard library's textwrap compiles its patterns for two milliseconds, which every report would wait for.
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
