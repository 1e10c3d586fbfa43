"""The structure of a PDF: what is read aloud and in which order, each part with its tag.

The names of the tags and where each may be are those of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.records import NamedTuple

GROUPING = frozenset(("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption"))
"""The tags that have no text of their own, but paragraphs."""

TABLE_PARTS = frozenset(("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"))
"""The tags that stay even if they have no text."""


class Mark(NamedTuple):
    """A piece of text or a picture as it is drawn: the numbers of its page and of the piece there, and its text."""

    page: int
    number: int
    text: str


class Annotation(NamedTuple):
    """A link that can be clicked: the number of its page, and its entry in the PDF."""

    page: int
    entry: Any


class Tag:
    """A part of the structure. ``key`` is the same for the pieces of one part that is divided by the end of a page.

    ``attributes`` has those of a table cell, list or picture, ``element`` the element of the page that it is made of.
    """

    __slots__ = ("attributes", "heads", "id", "key", "kids", "kind")

    def __init__(self, kind: str, key: tuple[Any, str | None] = (None, None)) -> None:
        self.kind = kind
        self.key = key
        self.kids: list[Tag | Mark | Annotation] = []
        self.attributes: dict[str, Any] = {}
        self.heads: list[Tag] = []  # the header cells of a data cell
        self.id = ""

    @property
    def element(self) -> Any:
        """The element of the page that the part is made of."""
        return self.key[0]

    def children(self) -> list[Tag]:
        """The tags directly in this one."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def marks(self) -> Iterator[Mark]:
        """Every mark in this part."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.marks()
            elif isinstance(kid, Mark):
                yield kid

    def wrap(self, kind: str) -> Tag:
        """A tag of another kind around this one, of the same part of the page."""
        outer = Tag(kind, self.key)
        outer.kids = [self]
        return outer

    def add(self, kid: Tag | Mark | Annotation) -> list[Tag]:
        """Add a kid at the end, or join it to the last one if both are pieces of the same part.

        Returns what is not read again: the header and caption that a table repeats on each page.
        """
        last = self.kids[-1] if self.kids else None
        if isinstance(kid, Tag) and isinstance(last, Tag) and last.key == kid.key and last.kind == kid.kind:
            return last.join(kid)
        self.kids.append(kid)
        return []

    def join(self, other: Tag) -> list[Tag]:
        """Add the kids of another piece of this part; returns the same as ``add``."""
        if self.kind == "TR":
            return self._join_cells(other)
        repeated: list[Tag] = []
        if self.kind == "Table":
            known = {each.key for each in self.children()}
            repeated = [each for each in other.children() if each.kind in ("THead", "Caption") and each.key in known]
            last = self.kids[-1] if self.kids else None
            if isinstance(last, Tag) and last.kind == "TFoot":  # every page repeats it, and only the last is at the end
                repeated.append(last)
                self.kids.pop()
        rest = [kid for kid in other.kids if kid not in repeated]
        if rest:
            repeated += self.add(rest[0])
            self.kids += rest[1:]
        return repeated

    def _join_cells(self, other: Tag) -> list[Tag]:
        """Join each cell of a row that is divided by the end of a page to its piece on the page before."""
        cells = {cell.key: cell for cell in self.children()}
        repeated: list[Tag] = []
        for cell in other.children():
            first = cells.get(cell.key)
            if first is None:
                self.kids.append(cell)
            else:
                repeated += first.join(cell)
        return repeated
