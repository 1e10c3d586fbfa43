"""Where each element of ownership XML begins, and which element holds a value of our document."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from form4gen.edgar.layout import OWNERSHIP_DOCUMENT, Cell, Coding, Each, Group, Leaf, Notes, One, Part, Table
from form4gen.edgar.lexical import text_without_controls
from form4gen.edgar.parse import Element
from form4gen.records import NamedTuple

Tokens: TypeAlias = tuple[str | int, ...]


class Position(NamedTuple):
    """The offset of an element, or of the nearest one above it, in the bytes of the XML; and the XPath of the element.

    The XPath is that of the element where it belongs, also if the XML does not have it.
    """

    offset: int
    path: str


class Positions:
    """The elements of an ownership document that the reader has accepted: its text, and what was parsed of it."""

    def __init__(self, xml: bytes, root: Element) -> None:
        self._root = root
        elements, starts = list(root.iter("*")), _starts(xml)
        is_plain = len(elements) == len(starts)  # an encoding may have the sign of a tag within a character
        self._offsets = dict(zip(elements, starts, strict=True)) if is_plain else {}
        self._named: dict[tuple[Element, str], list[Element]] = {}
        self._numbers: dict[str, dict[str | int, tuple[str, int]]] = {}

    def of_value(self, tokens: Tokens) -> Position:
        """The position of the element that holds the value at the steps of a place in our document."""
        cursor = _Cursor(self._root, self.named)
        self._descend(cursor, OWNERSHIP_DOCUMENT, tokens)
        return Position(self._offsets.get(cursor.element, 0), cursor.path)

    def of_element(self, element: Element) -> Position:
        """The position of an element."""
        return Position(self._offsets.get(element, 0), element.getroottree().getpath(element))

    def named(self, element: Element, tag: str) -> list[Element]:
        """The children of an element with a tag, in their order."""
        if (element, tag) not in self._named:
            self._named[element, tag] = list(element.iterchildren(tag))
        return self._named[element, tag]

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
            self._numbers[part.tag] = _numbered(next(self._root.iterchildren(part.tag), None), part)
        tag, number = self._numbers[part.tag].get(rest[0], ("", 0))
        if not tag:
            return
        cursor.enter(tag, number)
        if isinstance(part, Table):
            self._descend(cursor, next(line.parts for line in part.lines if line.tag == tag), rest[1:])


class _Cursor:
    """An element that was reached from the root, or the last one before the steps left the document."""

    def __init__(self, root: Element, named: Callable[[Element, str], list[Element]]) -> None:
        self.element = root
        self._named = named
        self._steps = ["", str(root.tag)]
        self._is_outside = False

    @property
    def path(self) -> str:
        """The XPath of the element where it belongs."""
        return "/".join(self._steps)

    def enter(self, tag: str, number: int = 0) -> None:
        """Enter the ``number``-th child with a tag, from 0; the path goes on where there is none."""
        found = [] if self._is_outside else self._named(self.element, tag)
        if number < len(found):
            self.element = found[number]
        else:
            self._is_outside = True
        self._steps.append(tag if len(found) < 2 else f"{tag}[{number + 1}]")  # noqa: PLR2004  one needs no number

    def has(self, tag: str) -> bool:
        """Whether a child has this tag."""
        return not self._is_outside and bool(self._named(self.element, tag))


def _enter_cell(cursor: _Cursor, rest: Tokens) -> None:
    if rest[:1] == ("footnotes",):
        cursor.enter("footnoteId", _number(rest[1:]))
    elif cursor.has("value"):
        cursor.enter("value")


def _number(rest: Tokens) -> int:
    return rest[0] if rest and isinstance(rest[0], int) else 0


def _numbered(holder: Element | None, part: Table | Notes) -> dict[str | int, tuple[str, int]]:
    """Tag and number of each row by its number in the table, or of each footnote by its id."""
    tags = (part.note,) if isinstance(part, Notes) else tuple(line.tag for line in part.lines)
    found: dict[str | int, tuple[str, int]] = {}
    counts = dict.fromkeys(tags, 0)
    for child in () if holder is None else holder.iterchildren(*tags):
        tag = str(child.tag)
        name = child.get("id")
        key = len(found) if isinstance(part, Table) else name and text_without_controls(str(name))
        if key is not None:
            found.setdefault(key, (tag, counts[tag]))  # of two footnotes with one id, the first counts
        counts[tag] += 1
    return found


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


def _starts(xml: bytes) -> list[int]:
    """Where each element of a well-formed document begins, in order."""
    plain = _without_elements().sub(lambda found: b" " * len(found.group()), xml)
    return [found.start() for found in _start().finditer(plain)]


@cache
def _without_elements() -> re.Pattern[bytes]:
    """A comment, a part that is text whatever it holds, and an instruction."""
    return re.compile(rb"<(?:!--.*?--|!\[CDATA\[.*?\]\]|\?.*?\?)>", re.DOTALL)


@cache
def _start() -> re.Pattern[bytes]:
    return re.compile(rb"<(?!/)")
