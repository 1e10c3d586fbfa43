"""Our JSON as text for a person: two spaces for each level, and numbers written out.

A trade confirmation is on one line, and a cell if it fits.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

SCHEMA_FILE = "form4.schema.json"
"""What ``$schema`` names: the file that `form4gen schema` is usually written to, beside the document."""

_LINE_LENGTH = 120
_STEP = "  "
_CELL = frozenset({"value", "footnotes"})
_FILL = frozenset({"transactionShares", "transactionPricePerShare"})
_CONFIRMATION = _FILL | {"transactionDate", "transactionCode", "securityTitle", "place"}


def dump(document: dict[str, Any]) -> str:
    """The document as JSON text that ends with a line end."""
    return f"{_text(document, '', 0)}\n"


def dump_value(value: Any, indent: str) -> str:
    """A value as JSON text; each of its lines after the first begins with ``indent``."""
    return _text(value, indent, 0)


def _text(value: Any, indent: str, used: int) -> str:
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Decimal():
            return f"{value:f}"
        case dict() if value:
            return _block(value, indent, used)
        case list() if value:
            return _block(value, indent, used)
    return json.dumps(value)


def _block(value: dict[str, Any] | list[Any], indent: str, used: int) -> str:
    """On one line if it fits and contains no list of objects, otherwise each item on its own line."""
    inner = indent + _STEP
    if isinstance(value, dict):
        opening, closing = "{", "}"
        items = [(f"{json.dumps(key, ensure_ascii=False)}: ", each) for key, each in value.items()]
        may_be_short = "footnotes" in value and value.keys() <= _CELL
        if _FILL <= value.keys() <= _CONFIRMATION:
            return opening + ", ".join(name + _text(each, "", 0) for name, each in items) + closing
    else:
        opening, closing = "[", "]"
        items = [("", each) for each in value]
        may_be_short = all(isinstance(each, str) for each in value)
    if may_be_short:
        short = opening + ", ".join(name + _text(each, "", 0) for name, each in items) + closing
        if len(indent) + used + len(short) < _LINE_LENGTH:
            return short
    lines = [f"{inner}{name}{_text(each, inner, len(name))}" for name, each in items]
    return f"{opening}\n" + ",\n".join(lines) + f"\n{indent}{closing}"
