"""Reads the tags of a PDF as a screen reader does: what is read in which order, and which heads a cell announces."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Dictionary, Name, Page, String

LINE = 5  # pixels: less than two lines are apart, and more than a footnote mark is above its line


class TaggedCell(NamedTuple):
    """A cell of a table: its tag, its text, how far it reaches, and the texts of the heads that it announces."""

    tag: str
    text: str
    width: int
    height: int
    scope: str
    heads: tuple[str, ...]


class Piece(NamedTuple):
    """The text of a piece of content, its page, and the height of its line on the page; None if nothing is drawn."""

    text: str
    page: tuple[int, int] = (0, 0)
    line: float | None = None


class Tags:
    """The tag tree of a PDF."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self._texts = {page.obj.objgen: _marked_texts(page) for page in self.pdf.pages}
        self.root = self.pdf.Root.StructTreeRoot

    def reading(self) -> str:
        """The whole text in the order in which it is read."""
        return " ".join(" ".join(self._text_of(each) for each in _children(self.root)).split())

    def marks(self) -> list[set[int | str]]:
        """The marks on each page: numbers of marked contents, ``artifact``, or ``loose`` for text without any."""
        return [set(self._texts[page.obj.objgen]) for page in self.pdf.pages]

    def marks_read(self) -> list[set[int]]:
        """The numbers of the marked contents of each page in the tree."""
        found: dict[tuple[int, int], set[int]] = {page.obj.objgen: set() for page in self.pdf.pages}
        for element in self.elements():
            for page, number in content(element):
                found[page].add(number)
        return list(found.values())

    def artifacts(self) -> list[str]:
        """The text of each page that is not read."""
        return [self._texts[page.obj.objgen].get("artifact", ("", None))[0] for page in self.pdf.pages]

    def elements(self, tag: str = "") -> Iterator[Any]:
        """The elements of the tree, or those with this tag, in reading order; the document itself is left out."""
        for document in _children(self.root):
            yield from (each for each in _below(document) if not tag or str(each.S) == f"/{tag}")

    def text(self, element: Any) -> str:
        """The text of an element; the lines of a paragraph are parted by a blank."""
        return " ".join(self._text_of(element).split())

    def tables(self) -> Iterator[list[list[TaggedCell]]]:
        """The rows of every table, or of its part on a page."""
        for table in self.elements("Table"):
            names = {bytes(each.ID): self.text(each) for each in _below(table) if each.S == Name.TH}
            yield [[self._cell(cell, names) for cell in _children(row)] for row in _below(table) if row.S == Name.TR]

    def captions(self) -> list[str]:
        """The caption of every table, or of its part on a page."""
        return [self.text(_children(table)[0]) for table in self.elements("Table")]

    def _cell(self, cell: Any, names: dict[bytes, str]) -> TaggedCell:
        attributes = cell.A
        heads = tuple(names[bytes(each)] for each in attributes.get("/Headers", []))
        width, height = (int(attributes.get(name, 1)) for name in ("/ColSpan", "/RowSpan"))
        return TaggedCell(str(cell.S)[1:], self.text(cell), width, height, str(attributes.get("/Scope", "")), heads)

    def _text_of(self, element: Any) -> str:
        """The text as it is spoken: pieces on one line belong together, and so do a blank and what it parts."""
        text, before = "", Piece("")
        for piece in self._pieces(element):
            far = piece.page != before.page or abs((piece.line or 0) - (before.line or 0)) > LINE
            if text and (before.line is None or piece.line is None or far):
                text += " "
            text, before = text + piece.text, piece
        return text

    def _pieces(self, element: Any) -> Iterator[Piece]:
        for each in _kids(element):
            if isinstance(each, int) or each.get("/Type") == Name.MCR:
                page, number = _place(element, each)
                text, line = self._texts[page].get(number, (" ", None))
                yield Piece(text, page, line)
            elif each.get("/Type") == Name.StructElem:
                if each.S in (Name.Link, Name.Reference, Name.Lbl, Name.Span, Name.NonStruct):
                    yield from self._pieces(each)
                else:
                    yield Piece(self._text_of(each))


def _kids(element: Any) -> list[Any]:
    return list(element.K) if "/K" in element else []


def _place(element: Any, kid: Any) -> tuple[tuple[int, int], int]:
    """The page and the number of a piece of content in an element."""
    return (element.Pg.objgen, int(kid)) if isinstance(kid, int) else (kid.Pg.objgen, int(kid.MCID))


def content(element: Any) -> list[tuple[tuple[int, int], int]]:
    """The page and the number of each piece of content directly in an element."""
    return [_place(element, each) for each in _kids(element) if isinstance(each, int) or each.get("/Type") == Name.MCR]


def _children(element: Any) -> list[Any]:
    return [each for each in _kids(element) if isinstance(each, Dictionary) and each.get("/Type") == Name.StructElem]


def _below(element: Any) -> Iterator[Any]:
    for child in _children(element):
        yield child
        yield from _below(child)


def _marked_texts(page: Page) -> dict[int | str, tuple[str, float]]:
    """The texts of a page by their marks, each with the height of its first line."""
    fonts = {name: _unicode(font) for name, font in page.obj.Resources.Font.items()}
    found: dict[int | str, tuple[str, float]] = {}
    marks: list[int | str] = []
    letters: dict[int, str] = {}
    line = 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), instruction.operator
        match str(operator):
            case "BDC":
                marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else "artifact")
            case "BMC":
                marks.append("artifact" if operands[0] == Name.Artifact else "loose")
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tm":
                line = float(operands[5])
            case "TJ":
                raw = b"".join(bytes(each) for each in operands[0] if isinstance(each, String))
                text = "".join(letters[int.from_bytes(raw[at : at + 2])] for at in range(0, len(raw), 2))
                mark = marks[-1] if marks else "loose"
                before, first = found.get(mark, ("", line))
                found[mark] = (before + text, first)
    return found


def _unicode(font: Any) -> dict[int, str]:
    """The character of each glyph of a font."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>", table)
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}
