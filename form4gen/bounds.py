"""What form4gen reads and lists at most, so that no input takes more time or memory than a filing could need.

The largest Forms 4 on record are divided into filings of 30 rows in each table and 99 footnotes (EDGAR's limits). Each
bound leaves room for many such filings in one document, so only what is no filing exceeds it.
"""

from __future__ import annotations

LISTED = 1000
"""Findings of one kind that are listed; a person corrects the first of them, and the rest are counted."""

# A document.

BYTES = 20 * 1024 * 1024
"""Bytes of a file: ten times as many as the longest text, or some thousands of rows."""

VALUES = 250_000
"""Values in a JSON document: a row has a dozen, so this is some 20,000 rows, as many as 600 filings have."""

DEPTH = 64
"""Levels of objects and lists in a JSON document; a filing has six."""

TEXT_CHARACTERS = 2_000_000
"""Characters of one text: an exhibit of a thousand pages. EDGAR takes 2,000 for the longest text of the form."""

KEY_CHARACTERS = 1000
"""Characters of one key; the longest that form4gen knows has 34."""

# What rules read of a text. What lies beyond EDGAR's limit many times over changes no judgment but that on its length.

NOTE_CHARACTERS = 10_000
"""Characters of a footnote or of the remarks that are read: ten and five times EDGAR's limits."""

NAME_CHARACTERS = 1000
"""Characters of a title, a name, a nature of ownership or another short text that are read; EDGAR takes 255 at most."""

BESIDE_CHARACTERS = 20_000
"""Characters of all footnotes of a row, or of one of its cells, that are read together for amounts and dates."""

POWER_CHARACTERS = 50_000
"""Characters of a power of attorney that are read, half of them from its end; the longest have some 30,000."""

CLASSES = 120
"""Titles that are compared with another one that may name the same class: two tables that EDGAR accepts hold 60."""


class CutText(str):
    """The beginning of a text that had ``length`` characters."""

    __slots__ = ("length",)
    length: int


def cut(text: str, most: int) -> str:
    """A text of at most so many characters; one that was cut knows how long it was."""
    if len(text) <= most:
        return text
    found = CutText(text[:most])
    found.length = length_of(text)
    return found


def length_of(text: str) -> int:
    """The number of characters of a text, also of one that was cut."""
    return text.length if isinstance(text, CutText) else len(text)
