"""Where each element of ownership XML begins, and which element holds a value of our document."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeAlias
from xml.parsers import expat

from form4gen.edgar.layout import OWNERSHIP_DOCUMENT, Cell, Coding, Each, Group, Leaf, Notes, One, Part, Table
from form4gen.edgar.lexical import text_without_controls
from form4gen.records import NamedTuple

Tokens: TypeAlias = tuple[str | int, ...]


class Position(NamedTuple):
    """The offset of an element, or of the nearest one above it, in the bytes of the XML; and the XPath of the element.

    The XPath is that of the element where it belongs, also if the XML does not have it.
    """

    offset: int
    path: str


class _Element:
    """An element: its tag, where it begins, its number among those of its tag, its id, and what is inside it."""

    __slots__ = ("children", "id", "number", "offset", "tag")

    def __init__(self, tag: str, offset: int = 0, number: int = 0, name: str | None = None) -> None:
        self.tag = tag
        self.offset = offset
        self.number = number
        self.id = name
        self.children: dict[str, list[_Element]] = {}

    def named(self, tag: str) -> list[_Element]:
        """The children with a tag, in their order."""
        return self.children.get(tag, [])


class Positions:
    """The elements of an ownership document that the reader has accepted."""

    def __init__(self, xml: bytes) -> None:
        self._root = _parsed(xml)
        self._numbers: dict[str, dict[str | int, tuple[str, int]]] = {}

    def of_value(self, tokens: Tokens) -> Position:
        """The position of the element that holds the value at the steps of a place in our document."""
        cursor = _Cursor(self._root)
        self._descend(cursor, OWNERSHIP_DOCUMENT, tokens)
        return cursor.position

    def of_path(self, path: str) -> Position:
        """The position of an element by its XPath, of tags and numbers alone."""
        cursor = _Cursor(self._root)
        for step in path.split("/")[2:]:
            tag, _, number = step.rstrip("]").partition("[")
            cursor.enter(tag, int(number or 1) - 1)
        return cursor.position

    def _descend(self, cursor: _Cursor, parts: tuple[Part, ...], tokens: Tokens) -> None:
        """Follow the steps of a place as far as the layout knows them."""
        if not tokens:
            return
        key, rest = tokens[0], tokens[1:]
        wrappers, part = _ways_by_identity(parts).get(str(key), ((), None))
        for wrapper in wrappers:
            cursor.enter(wrapper)
        match part:
            case Leaf():  # the footnotes of a transaction code are beside it
                is_note = rest[:1] == ("footnotes",)
                cursor.enter("footnoteId" if is_note else part.tag, _number(rest[1:]))
            case Cell():
                cursor.enter(part.tag)
                _enter_cell(cursor, rest)
            case One():
                cursor.enter(part.tag)
                self._descend(cursor, part.parts, rest)
            case Each():
                cursor.enter(part.tag, _number(rest))
                self._descend(cursor, part.parts, rest[1:])
            case Table() | Notes():
                cursor.enter(part.tag)
                self._enter_item(cursor, part, rest)

    def _enter_item(self, cursor: _Cursor, part: Table | Notes, rest: Tokens) -> None:
        """Enter a row by its number, or a footnote by its id."""
        if not rest:
            return
        if part.tag not in self._numbers:
            self._numbers[part.tag] = _numbered(self._root.named(part.tag), part)
        tag, number = self._numbers[part.tag].get(rest[0], ("", 0))
        if not tag:
            return
        cursor.enter(tag, number)
        if isinstance(part, Table):
            self._descend(cursor, next(line.parts for line in part.lines if line.tag == tag), rest[1:])


class _Cursor:
    """An element that was reached from the root, or the last one before the steps left the document."""

    def __init__(self, root: _Element) -> None:
        self._element = root
        self._steps = ["", root.tag]
        self._is_outside = False

    @property
    def position(self) -> Position:
        return Position(self._element.offset, "/".join(self._steps))

    def enter(self, tag: str, number: int = 0) -> None:
        """Enter the ``number``-th child with a tag, from 0; the path goes on where there is none."""
        found = [] if self._is_outside else self._element.named(tag)
        if number < len(found):
            self._element = found[number]
        else:
            self._is_outside = True
        self._steps.append(tag if len(found) < 2 else f"{tag}[{number + 1}]")  # noqa: PLR2004  one needs no number

    def has(self, tag: str) -> bool:
        """Whether a child has this tag."""
        return not self._is_outside and bool(self._element.named(tag))


def _enter_cell(cursor: _Cursor, rest: Tokens) -> None:
    if rest[:1] == ("footnotes",):
        cursor.enter("footnoteId", _number(rest[1:]))
    elif cursor.has("value"):
        cursor.enter("value")


def _number(rest: Tokens) -> int:
    return rest[0] if rest and isinstance(rest[0], int) else 0


def _numbered(holders: list[_Element], part: Table | Notes) -> dict[str | int, tuple[str, int]]:
    """Tag and number of each row by its number in the table, or of each footnote by its id."""
    holder = holders[0] if holders else _Element(part.tag)
    if isinstance(part, Notes):
        notes = reversed(holder.named(part.note))  # of two with one id, the first counts
        return {note.id: (note.tag, note.number) for note in notes if note.id is not None}
    rows = sorted((row for line in part.lines for row in holder.named(line.tag)), key=lambda row: row.offset)
    return {number: (row.tag, row.number) for number, row in enumerate(rows)}


_WAYS: dict[int, tuple[tuple[Part, ...], dict[str, tuple[tuple[str, ...], Part]]]] = {}
"""The ways of parts by their identity: they are constants, and to hash a whole table takes longer than the rest."""


def _ways_by_identity(parts: tuple[Part, ...]) -> dict[str, tuple[tuple[str, ...], Part]]:
    if id(parts) not in _WAYS:
        _WAYS[id(parts)] = parts, _ways(parts)
    return _WAYS[id(parts)][1]


def _ways(parts: tuple[Part, ...]) -> dict[str, tuple[tuple[str, ...], Part]]:
    """The part for each key, with the tags of the wrappers in which it is."""
    ways: dict[str, tuple[tuple[str, ...], Part]] = {}
    for part in parts:
        if isinstance(part, Group | Coding):
            inner = _ways(part.parts)
            ways |= {key: ((part.tag, *wrappers), leaf) for key, (wrappers, leaf) in inner.items()}
        else:
            ways[part.key if isinstance(part, Each) else part.tag] = (), part
    return ways


def _parsed(xml: bytes) -> _Element:
    """The root of an XML document without a document type, read as far as this parser knows its encoding."""
    top = _Element("")
    path = [top]
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        children = path[-1].children
        siblings = children.get(tag)
        if siblings is None:
            siblings = children[tag] = []
        name = attributes.get("id") if attributes else None
        element = _Element(tag, parser.CurrentByteIndex, len(siblings), name and text_without_controls(name))
        siblings.append(element)
        path.append(element)

    def end(_: str) -> None:
        path.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError, ValueError, LookupError):  # an encoding that only libxml2 knows
        parser.Parse(xml, True)  # noqa: FBT003  "final", taken by position only
    return next(iter(top.children.values()), [_Element("ownershipDocument")])[0]
