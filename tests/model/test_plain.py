"""A node as plain values: what is written is read into the same node again."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from filing_shape import Spot, good_values, spots

from form4gen.intake.document import read
from form4gen.intake.structure import structure
from form4gen.model.fields import Cell, Node
from form4gen.model.plain import plain, plain_cell
from form4gen.resources import path_of

EXAMPLES = sorted(Path(path_of("schemas", "examples")).glob("*.json"))


def values(thing: Any) -> Any:
    """Everything that a node has, its places aside."""
    if isinstance(thing, Cell):
        return thing.value, thing.footnotes
    if isinstance(thing, Node):
        return type(thing), {name: values(getattr(thing, name)) for name in _attributes(thing)}
    return [values(each) for each in thing] if isinstance(thing, tuple) else thing


def _attributes(node: Node) -> list[str]:
    return [field.attribute for field in node.fields.values()] + (["id", "text"] if not node.fields else [])


@pytest.mark.parametrize("spot", [*spots()], ids=lambda spot: "/".join(map(str, spot.steps)))
def test_every_field_is_written_as_it_is_read(spot: Spot) -> None:
    for value in good_values(spot.field):
        filing = structure(read(json.dumps(spot.document(value)).encode()).data)
        assert values(structure(plain(filing))) == values(filing)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_whole_filing_is_written_as_it_is_read(path: Path) -> None:
    filing = structure(read(path.read_bytes()).data)
    again = structure(plain(filing))
    assert values(again) == values(filing)
    assert plain(again) == plain(filing)


def test_a_row_is_written_in_the_order_of_the_columns() -> None:
    row = {
        "natureOfOwnership": "By Trust", "exemption": "16a-5", "transactionShares": Decimal(1),
        "securityTitle": "Option",
    }  # fmt: skip
    (written,) = structure({"documentType": "4", "derivativeTable": [row]}).rows
    assert list(plain(written)) == ["kind", "securityTitle", "transactionShares", "natureOfOwnership", "exemption"]


def test_a_cell_is_an_object_only_where_it_cites_footnotes() -> None:
    at: Any = None
    assert plain_cell(Cell(Decimal("2.640"), (), at)) == Decimal("2.640")
    assert plain_cell(Cell(None, (), at)) is None
    assert plain_cell(Cell(None, ("F1",), at)) == {"footnotes": ["F1"]}
    assert plain_cell(Cell("D", ("F1",), at)) == {"value": "D", "footnotes": ["F1"]}
