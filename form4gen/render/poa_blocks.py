"""The contents of a power of attorney, for the page and the text: finished sentences in blocks."""

from __future__ import annotations

from form4gen.records import NamedTuple

LABEL, HEADING, PARAGRAPH, POWERS = "label", "heading", "paragraph", "powers"
SIGNATURE, WITNESSES, NOTARY, OWN_TEXT = "signature", "witnesses", "notary", "own-text"


class Block(NamedTuple):
    """One part of the document: its kind, which is also the end of its CSS class, and its lines.

    The first line of a signature is printed above the rule, and empty if no one has signed.
    """

    kind: str
    lines: tuple[str, ...]
