"""A file of EDGAR's as it was given: its text, and where in it each value of our document is."""

from __future__ import annotations

from functools import cached_property

from form4gen.edgar.notes import Note
from form4gen.edgar.parse import Element
from form4gen.edgar.positions import Position, Positions
from form4gen.edgar.sgml import Attachment, Submission
from form4gen.location import Place

_BYTE_ORDER_MARK = "\ufeff"
_SGML_TAGS = {
    "exhibitNumber": "TYPE",
    "documentType": "TYPE",
    "fileName": "FILENAME",
    "documentName": "FILENAME",
    "description": "DESCRIPTION",
    "documentDescription": "DESCRIPTION",
    "text": "TEXT",
}


class EdgarFile:
    """Ownership XML or a full submission. ``raw`` is the file; its lines and columns count from 1, in characters.

    ``remarks`` say what of it could not be read, ``root`` is the XML as it was parsed. Positions are worked out when
    one is first asked for.
    """

    remarks: tuple[str, ...] = ()
    root: Element | None = None

    def __init__(self, raw: bytes, submission: Submission | None = None) -> None:
        self.raw = raw
        self._submission = submission
        self._last: tuple[Place, Position] | None = None

    @property
    def media_type(self) -> str:
        """The media type of the file."""
        return "text/xml" if self._submission is None else "text/plain"

    @property
    def has_exhibits(self) -> bool:
        """Whether the file is one that shows which exhibits go with the form."""
        return self._submission is not None

    @property
    def is_dated_only(self) -> bool:
        """Whether the header gives the day of filing and no time."""
        return self._submission is not None and self._submission.is_dated_only

    @cached_property
    def text(self) -> str:
        """The file as text, without a byte order mark."""
        return self.raw.decode(self._encoding, "replace").removeprefix(_BYTE_ORDER_MARK)

    def line_and_column(self, at: Place) -> tuple[int, int]:
        """The position of the element that holds the value at ``at``, or of the nearest element above it."""
        return self._line_and_column(self._position(at).offset)

    def element(self, at: Place) -> str:
        """The XPath of that element in the ownership XML, or the tag of an exhibit: ``DOCUMENT[2]/TEXT``."""
        return self._position(at).path

    def place_of(self, note: Note) -> tuple[int, int, str]:
        """Line, column and XPath of the element that a note is about."""
        found = self._shifted(self._positions.of_element(note.element))
        return *self._line_and_column(found.offset), found.path

    @cached_property
    def _encoding(self) -> str:
        try:
            self.raw.decode()
        except UnicodeDecodeError:
            return "cp1252"
        return "utf-8"

    @cached_property
    def _positions(self) -> Positions:
        assert self.root is not None  # noqa: S101  only a file that was read has places
        return Positions(self.raw if self._submission is None else self._submission.primary, self.root)

    def _position(self, at: Place) -> Position:
        """The position of a value, which is asked twice: for its line and for its element."""
        if self._last is None or self._last[0] != at:
            self._last = at, self._found(at)
        return self._last[1]

    def _found(self, at: Place) -> Position:
        tokens = at.tokens
        if self._submission and len(tokens) > 1 and tokens[0] in ("powersOfAttorney", "exhibits"):
            listed = self._submission.powers if tokens[0] == "powersOfAttorney" else self._submission.exhibits
            key = tokens[2] if len(tokens) > 2 else ""  # noqa: PLR2004  the key of a value
            return self._in_attachment(listed[int(tokens[1])], _SGML_TAGS.get(str(key), ""))
        return self._shifted(self._positions.of_value(tokens))

    def _in_attachment(self, attachment: Attachment, tag: str) -> Position:
        document = f"DOCUMENT[{attachment.number}]"
        end = self.raw.find(b"<TEXT>", attachment.start) + len("<TEXT>")
        offset = self.raw.find(f"<{tag}>".encode(), attachment.start, end) if tag else -1
        if offset < 0:
            return Position(attachment.start, document)
        return Position(offset, f"{document}/{tag}")

    def _shifted(self, position: Position) -> Position:
        """A position in the ownership XML as one in the file."""
        return position._replace(offset=position.offset + self._submission.start) if self._submission else position

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        start = self.raw.rfind(b"\n", 0, offset) + 1
        before = self.raw[start:offset].decode(self._encoding, "replace")
        return self.raw.count(b"\n", 0, offset) + 1, len(before.removeprefix(_BYTE_ORDER_MARK)) + 1
