"""What the page and the text of a power of attorney are made of: finished sentences, block by block."""

from __future__ import annotations

from typing import NamedTuple

LABEL, HEADING, PARAGRAPH, POWERS = "label", "heading", "paragraph", "powers"
SIGNATURE, WITNESSES, NOTARY, OWN_TEXT = "signature", "witnesses", "notary", "own-text"


class Block(NamedTuple):
    """One part of the document: its kind, which is also the end of its CSS class, and its lines.

    The first line of a signature is what stands above the rule, empty when nobody has signed.
    """

    kind: str
    lines: tuple[str, ...]
