"""A part of a filing moved to another place, with new ids of its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from form4gen.location import Place
from form4gen.model.fields import Cell, Field, Kind, Node
from form4gen.model.filing import Footnote

N = TypeVar("N", bound=Node)


def moved(node: N, at: Place, names: Mapping[str, str]) -> N:
    """The node as if written at ``at``, everything in it included; ``names`` gives the new id of each footnote."""
    values = {
        field.attribute: _moved(field, getattr(node, field.attribute), at / field.key, names)
        for field in node.fields.values()
    }
    return type(node)(at=at, **values)


def _moved(field: Field, value: Any, at: Place, names: Mapping[str, str]) -> Any:
    if field.is_cell:
        return Cell(value.value, tuple(names[note] for note in value.footnotes), at)
    match field.kind:
        case Kind.ONE if value is not None:
            return moved(value, at, names)
        case Kind.MANY | Kind.NAMED | Kind.ROWS:
            return tuple(moved(each, at / number, names) for number, each in enumerate(value))
        case Kind.NOTES:
            return tuple(Footnote(at=at / names[note.id], id=names[note.id], text=note.text) for note in value)
    return value
