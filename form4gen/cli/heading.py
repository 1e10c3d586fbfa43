"""The heading of a memorandum, as options of the command line."""

from __future__ import annotations

LONGEST = 200
"""Characters of a line of the heading."""


def fits(text: str) -> bool:
    """Whether the text is one printable line that a heading has room for."""
    return len(text) <= LONGEST and text.isprintable()
