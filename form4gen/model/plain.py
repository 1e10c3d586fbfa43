"""A node of a filing as the plain values of its JSON: what ``intake`` reads into the same node again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from form4gen.model.fields import Cell, Field, Kind, Node
from form4gen.model.rows import Row

_COLUMNS = (
    "kind", "securityTitle", "conversionOrExercisePrice", "transactionDate", "deemedExecutionDate",
    "transactionFormType", "transactionCode", "equitySwapInvolved", "transactionTimeliness", "transactionShares",
    "transactionTotalValue", "transactionPricePerShare", "transactionAcquiredDisposedCode", "exerciseDate",
    "expirationDate", "underlyingSecurityTitle", "underlyingSecurityShares", "underlyingSecurityValue",
    "sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction", "directOrIndirectOwnership",
    "natureOfOwnership",
)  # fmt: skip
_PLACES = {key: place for place, key in enumerate(_COLUMNS)}


def plain(node: Node) -> dict[str, Any]:
    """The values of a node by JSON key, numbers as decimals and days as ISO text; what is absent is left out."""
    found: dict[str, Any] = {"kind": node.kind} if isinstance(node, Row) else {}
    for key, field in node.fields.items():
        value = getattr(node, field.attribute)
        written = plain_cell(value) if isinstance(value, Cell) else _written(field, value)
        if written is not None:
            found[key] = written
    return in_columns(found) if isinstance(node, Row) else found


def plain_cell(cell: Cell[Any]) -> Any:
    """A cell as its value, or as an object where it cites footnotes; None for a blank one."""
    value = _text(cell.value)
    if not cell.footnotes:
        return value
    return ({} if value is None else {"value": value}) | {"footnotes": list(cell.footnotes)}


def in_columns(row: dict[str, Any]) -> dict[str, Any]:
    """The values of a row in the order of the form's columns; others come last, in their order."""
    return dict(sorted(row.items(), key=lambda item: _PLACES.get(item[0], len(_PLACES))))


def _written(field: Field, value: Any) -> Any:
    if value == field.absent:
        return None
    match field.kind:
        case Kind.ONE:
            inner = plain(value)
            return inner if inner or not field.required else None
        case Kind.MANY | Kind.NAMED | Kind.ROWS:
            return [plain(each) for each in value]
        case Kind.NOTES:
            return {note.id: note.text for note in value}
        case Kind.TEXTS:
            return list(value)
    return _text(value)


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
