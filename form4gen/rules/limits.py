"""What the rules on EDGAR's limits share: a text that is too long, more of something than EDGAR accepts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.bounds import length_of
from form4gen.law.form4 import CAPTIONS, TABLE_I, TABLE_II
from form4gen.law.limits import CountLimit, TextLimit, text_limit
from form4gen.location import Place
from form4gen.model.fields import Cell, Node
from form4gen.model.rows import Row
from form4gen.rules.catalogue import Breach
from form4gen.typed import Any

_WORDS = {"remarks": "Remarks", "documentDescription": "Description"}


def text_in(node: Node, element: str) -> str:
    """The text of a field by its JSON key; an empty text when there is none."""
    field = node.fields[element]
    held = getattr(node, field.attribute)
    return (held.value if field.is_cell else held) or ""


def longer_than_edgar_takes(node: Node, day: date, *elements: str) -> Iterator[Breach]:
    """A breach for each of the node's elements that is longer than EDGAR accepts on that day."""
    for element in elements:
        if element in node.fields and (text := text_in(node, element)):
            yield from longer(element, text, node.at / element, day)


def longer(element: str, text: str, at: Place, day: date) -> Iterator[Breach]:
    """A breach when the text is longer than EDGAR accepts in the element on that day."""
    limit = text_limit(element, day)
    if limit is not None:
        yield from over(limit, text, at)


def over(limit: TextLimit, text: str, at: Place) -> Iterator[Breach]:
    """A breach when the text is longer than the limit."""
    length, most = length_of(text), limit.most
    if length > most:
        what = caption(limit.element)
        yield Breach(
            at,
            f"{what}: {length:,} characters; EDGAR's limit is {most:,} ({length - most:,} over).",
            found=f"{length:,} characters",
            expected=f"at most {most:,} characters",
            arithmetic=f"{length:,} - {most:,} = {length - most:,}",
        )


def too_many(limit: CountLimit, count: int, at: Place, what: str) -> Iterator[Breach]:
    """A breach when there are more of ``what`` than the limit."""
    most = limit.most
    if count > most:
        yield Breach(
            at,
            f"There are {count:,} {what}; EDGAR's limit is {most:,} ({count - most:,} over).",
            found=f"{count:,} {what}",
            expected=f"at most {most:,}",
            arithmetic=f"{count:,} - {most:,} = {count - most:,}",
        )


def caption(element: str) -> str:
    """What the form calls an element; a plain name where the form does not have the element."""
    column = TABLE_I.get(element) or TABLE_II.get(element)
    return column[1] if column else CAPTIONS.get(element) or _WORDS[element]


def empty(row: Row, cell: Cell[Any], fault: str) -> Iterator[Breach]:
    """A breach when the cell has no value, whether or not it has a footnote."""
    if cell.value is None:
        beside = "; a footnote does not replace it" if cell.footnotes else ""
        yield Breach(cell.at, f"{row.name} {fault}{beside}.")
