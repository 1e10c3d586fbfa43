"""A filing as the rules read it: texts far beyond EDGAR's limits are cut, so that no text costs more than it can tell.

A cut text knows how long it was. The texts of exhibits and powers of attorney are whole: EDGAR does not limit their
length, and what is written at their end counts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import is_

from form4gen.bounds import NAME_CHARACTERS, NOTE_CHARACTERS, cut
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import Cell, Kind, Node
from form4gen.model.filing import Filing, Footnote
from form4gen.model.kept import kept
from form4gen.typed import Any, TypeVar

N = TypeVar("N", bound=Node)
_WHOLE = {(Exhibit, "text"), (PowerOfAttorney, "text")}


@kept
def shortened(filing: Filing) -> Filing:
    """The filing with its long texts cut; the same one if it has none."""
    return _node(filing)


def _node(node: N) -> N:
    changed = {}
    for attribute, cut_in, most in _fields_of(type(node)):  # type: ignore[arg-type]  # mypy: a class is not Hashable
        value = getattr(node, attribute)
        if not value:
            continue
        new = cut_in(value, most)
        if new is not value:
            changed[attribute] = new
    return node.replaced(**changed) if changed else node


@cache
def _fields_of(kind: type[Node]) -> tuple[tuple[str, Callable[[Any, int], Any], int], ...]:
    """The attributes that may hold a text to be cut, what cuts it, and the characters that are read of it."""
    return tuple(
        (
            field.attribute,
            _cell if field.is_cell else _READERS[field.kind],
            NOTE_CHARACTERS if field.attribute == "remarks" else NAME_CHARACTERS,
        )
        for field in kind.fields.values()
        if (kind, field.attribute) not in _WHOLE and not field.choices and (field.kind in _READERS or field.is_cell)
    )


def _cell(cell: Cell[Any], most: int) -> Cell[Any]:
    held = cut(cell.value, most) if isinstance(cell.value, str) else cell.value
    cited = _texts(cell.footnotes, most) if cell.footnotes else cell.footnotes
    return cell if held is cell.value and cited is cell.footnotes else Cell(held, cited, cell.at)


def _texts(texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(cut(each, most) for each in texts) if any(len(each) > most for each in texts) else texts


def _one(node: Node, _: int) -> Node:
    return _node(node)


def _many(nodes: tuple[Node, ...], _: int) -> tuple[Node, ...]:
    found = tuple(map(_node, nodes))
    return nodes if all(map(is_, found, nodes)) else found


def _notes(notes: tuple[Footnote, ...], _: int) -> tuple[Footnote, ...]:
    if all(len(note.text) <= NOTE_CHARACTERS for note in notes):
        return notes
    return tuple(Footnote(at=note.at, id=note.id, text=cut(note.text, NOTE_CHARACTERS)) for note in notes)


_READERS: dict[Kind, Callable[[Any, int], Any]] = {
    Kind.TEXT: cut,
    Kind.TEXTS: _texts,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.ROWS: _many,
    Kind.NOTES: _notes,
}
