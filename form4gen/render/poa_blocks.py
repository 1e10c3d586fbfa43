"""The contents of a power of attorney, for the page and the text: finished sentences in blocks."""

from __future__ import annotations

from form4gen.records import NamedTuple

LABEL, HEADING, SUBTITLE, PARAGRAPH, POWERS = "label", "heading", "subtitle", "paragraph", "powers"
SINGLE, EXECUTION, WITNESS, NOTARY, SCHEDULE = "single", "execution", "witness", "notary", "schedule"
OWN_TEXT = "own-text"


class SignatureBlock(NamedTuple):
    """One signature: the lines of the entity above it, whether "By:" is printed, what is signed, and the details.

    ``signed`` is empty where a person is still to sign; then a detail gives a line for the date.
    """

    entity: tuple[str, ...]
    is_by: bool
    signed: str
    details: tuple[str, ...]


class Block(NamedTuple):
    """One part of the document: its kind, which is also the end of its CSS class, its lines, and its signatures.

    An execution has the testimonium as its line. A certificate has the lines before and those after the signature.
    """

    kind: str
    lines: tuple[str, ...] = ()
    signatures: tuple[SignatureBlock, ...] = ()
    venue: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
