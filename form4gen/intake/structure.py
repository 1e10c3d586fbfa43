"""Builds a Filing from plain values, or refuses them.

It accepts exactly what ``schemas/form4.schema.json`` accepts. It stops at the first fault and reports only its place;
the schema then explains every fault of the document.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of
from form4gen.location import ROOT, Place
from form4gen.model.fields import Cell, Field, Kind, Node
from form4gen.model.filing import Filing, Footnote
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)
from form4gen.typed import Any, TypeAlias

ROW_CLASSES: dict[str, dict[str, type[Node]]] = {
    "nonDerivativeTable": {"transaction": NonDerivativeTransaction, "holding": NonDerivativeHolding},
    "derivativeTable": {"transaction": DerivativeTransaction, "holding": DerivativeHolding},
}
_SCHEMA_KEY = "$schema"
_Reader: TypeAlias = Callable[[Field, Any, Place], Any]


class Refused(Exception):  # noqa: N818  not an error: the schema explains it
    """The document does not have the structure of a filing; ``at`` is the place of the first fault."""

    def __init__(self, at: Place) -> None:
        super().__init__(at.pointer)
        self.at = at


def structure(data: Any) -> Filing:
    """Build the filing that ``data`` describes. Raises Refused."""
    if type(data) is dict and type(data.get(_SCHEMA_KEY, "")) is str:
        data = {key: value for key, value in data.items() if key != _SCHEMA_KEY}
    filing: Filing = _node(Filing, data, ROOT)
    return filing


def _node(cls: type[Node], data: Any, at: Place) -> Any:
    if type(data) is not dict:
        raise Refused(at)
    fields, required = _fields_of(cls)  # type: ignore[arg-type]  # mypy: a class is not Hashable
    values: dict[str, Any] = {"at": at}
    for key, value in data.items():
        here = at / key
        if key not in fields:
            raise Refused(here)
        field, read = fields[key]
        values[field.attribute] = read(field, value, here)
    for field in required:
        if field.attribute not in values:
            values[field.attribute] = _absent(field, at)
    return cls(**values)


@cache
def _fields_of(cls: type[Node]) -> tuple[dict[str, tuple[Field, _Reader]], tuple[Field, ...]]:
    """The fields of a class by key, each with what reads it; and those that every node has."""
    fields = cls.fields.values()
    readers = {field.key: (field, _reader_of(field)) for field in fields}
    return readers, tuple(field for field in fields if field.required)


def _reader_of(field: Field) -> _Reader:
    return _cell_of(_READERS[field.kind]) if field.is_cell else _READERS[field.kind]


def _absent(field: Field, at: Place) -> Any:
    if field.is_cell:
        return Cell(None, (), at / field.key)
    if field.kind is Kind.ONE and field.holds is not None:
        return _node(field.holds, {}, at / field.key)
    raise Refused(at)


def _cell_of(read: _Reader) -> _Reader:
    def reader(field: Field, value: Any, at: Place) -> Cell[Any]:
        if type(value) is not dict:
            return Cell(read(field, value, at), (), at)
        if value.keys() - {"value", "footnotes"}:
            raise Refused(at)
        found = read(field, value["value"], at / "value") if "value" in value else None
        return Cell(found, _each_text(value.get("footnotes", []), at / "footnotes"), at)

    return reader


def _text(field: Field, value: Any, at: Place) -> str:
    if type(value) is not str or (field.choices and value not in field.choices):
        raise Refused(at)
    return value


def _flag(_: Field, value: Any, at: Place) -> bool:
    if type(value) is not bool:
        raise Refused(at)
    return value


def _number(_: Field, value: Any, at: Place) -> Decimal:
    if type(value) is Decimal:
        return value
    found = decimal_of(value) if type(value) is str else None
    if found is None:
        raise Refused(at)
    return found


def _written(read: Callable[[str], Any]) -> _Reader:
    def reader(_: Field, value: Any, at: Place) -> Any:
        found = read(value) if type(value) is str else None
        if found is None:
            raise Refused(at)
        return found

    return reader


def _list(value: Any, at: Place) -> list[Any]:
    if type(value) is not list:
        raise Refused(at)
    return value


def _texts(field: Field, value: Any, at: Place) -> tuple[str, ...]:
    found = _each_text(value, at)
    if field.choices and not set(found) <= set(field.choices):
        raise Refused(at)
    return found


def _each_text(value: Any, at: Place) -> tuple[str, ...]:
    if not all(type(item) is str for item in _list(value, at)):
        raise Refused(at)
    return tuple(value)


def _one(field: Field, value: Any, at: Place) -> Node:
    assert field.holds is not None  # noqa: S101  declared with every field of this kind
    node: Node = _node(field.holds, value, at)
    return node


def _many(field: Field, value: Any, at: Place) -> tuple[Node, ...]:
    return tuple(_one(field, item, at / number) for number, item in enumerate(_list(value, at)))


def _named(field: Field, value: Any, at: Place) -> tuple[Node, ...]:
    listed = [{"name": item} if type(item) is str else item for item in _list(value, at)]
    return _many(field, listed, at)


def _rows(field: Field, value: Any, at: Place) -> tuple[Node, ...]:
    classes = ROW_CLASSES[field.key]
    return tuple(_row(classes, item, at / number) for number, item in enumerate(_list(value, at)))


def _row(classes: dict[str, type[Node]], data: Any, at: Place) -> Node:
    if type(data) is not dict:
        raise Refused(at)
    kind = data.get("kind", "transaction")
    if type(kind) is not str or kind not in classes:
        raise Refused(at / "kind")
    node: Node = _node(classes[kind], {key: value for key, value in data.items() if key != "kind"}, at)
    return node


def _notes(_: Field, value: Any, at: Place) -> tuple[Footnote, ...]:
    if type(value) is not dict or not all(type(item) is str for item in value.values()):
        raise Refused(at)
    return tuple(Footnote(at=at / key, id=key, text=item) for key, item in value.items())


_READERS: dict[Kind, _Reader] = {
    Kind.TEXT: _text,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.DATE: _written(date_of),
    Kind.MONTH_DAY: _written(month_day_of),
    Kind.MOMENT: _written(moment_of),
    Kind.TEXTS: _texts,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.NAMED: _named,
    Kind.ROWS: _rows,
    Kind.NOTES: _notes,
}
