"""The declared shape of a filing, walked: every field with the steps to it and a document that holds only it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from form4gen.model.fields import Field, Kind, Node
from form4gen.model.filing import Filing
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)

ROW_MODELS: dict[str, dict[str, type[Node]]] = {
    "nonDerivativeTable": {"transaction": NonDerivativeTransaction, "holding": NonDerivativeHolding},
    "derivativeTable": {"transaction": DerivativeTransaction, "holding": DerivativeHolding},
}


class Spot(NamedTuple):
    """A field in its place: its steps, and the object around it as the smallest sound document has it."""

    field: Field
    steps: tuple[str | int, ...]
    around: dict[str, Any]

    def document(self, value: Any) -> dict[str, Any]:
        """The smallest document in which the field has ``value``."""
        inner: Any = self.around | {self.field.key: value}
        for step in reversed(self.steps[:-1]):
            inner = [inner] if step == 0 else {step: inner}
        document: dict[str, Any] = {"documentType": "4"} | inner
        return document


def spots(model: type[Node] = Filing, steps: tuple[str | int, ...] = (), **around: Any) -> Iterator[Spot]:
    """Every declared field of a filing, in each kind of row."""
    needed = {field.key: "x" for field in model.fields.values() if field.required and field.kind is Kind.TEXT}
    around |= {key: value for key, value in needed.items() if steps and not model.fields[key].is_cell}
    for field in model.fields.values():
        here = (*steps, field.key)
        yield Spot(field, here, around)
        if field.kind is Kind.ROWS:
            for kind, row in ROW_MODELS[field.key].items():
                yield from spots(row, (*here, 0), kind=kind)
        elif field.holds is not None:
            yield from spots(field.holds, here if field.kind is Kind.ONE else (*here, 0))


GOOD: dict[Kind, tuple[Any, ...]] = {
    Kind.TEXT: ("", "x", "漢字"),
    Kind.FLAG: (True, False),
    Kind.DATE: ("2017-11-14",),
    Kind.MONTH_DAY: ("12-31",),
    Kind.NUMBER: (0, 2000, 2.64, -1, "2.64", "0"),
    Kind.MOMENT: ("2026-11-09T16:05", "2026-11-09T16:05:00-05:00"),
    Kind.TEXTS: ([], ["x", ""]),
    Kind.ONE: ({},),
    Kind.MANY: ([],),
    Kind.NAMED: ([], ["x", {}], [{"name": "x"}]),
    Kind.ROWS: ([], [{}], [{"kind": "holding"}, {"kind": "transaction"}]),
    Kind.NOTES: ({}, {"F1": "x", "": ""}),
}


def good_values(field: Field) -> Iterator[Any]:
    """Values that the field may have."""
    values = field.choices or GOOD[field.kind]
    if field.kind is Kind.TEXTS and field.choices:
        values = ([], list(field.choices))
    yield from values
    if field.is_cell:
        yield from ({}, {"footnotes": ["F1"]}, {"footnotes": []})
        for value in values:
            yield from ({"value": value}, {"value": value, "footnotes": ["F1", "F2"]})
