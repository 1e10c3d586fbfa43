"""A filing with other values at some of its places: to see what a correction would bring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from form4gen.location import Place
from form4gen.model.fields import Cell, Node
from form4gen.model.filing import Filing
from form4gen.typed import Any, TypeAlias

Value: TypeAlias = str | bool | Decimal | date
"""What a place may hold: a text, a box, an exact number, or a day."""

_Tree: TypeAlias = dict[str | int, Any]


def changed(filing: Filing, values: Mapping[Place, Value]) -> Filing:
    """A copy of the filing with these values. A cell keeps its footnotes; a place that no field has is an error."""
    tree: _Tree = {}
    for place, value in values.items():
        *steps, last = place.tokens
        branch = tree
        for step in steps:
            branch = branch.setdefault(step, {})
        branch[last] = value
    result: Filing = _node(filing, tree)
    return result


def _node(node: Any, tree: _Tree) -> Any:
    changes: dict[str, Any] = {}
    for key, below in tree.items():
        field = node.fields[key]
        present = getattr(node, field.attribute)
        if field.is_cell:
            changes[field.attribute] = Cell(below, present.footnotes, present.at)
        elif isinstance(present, Node):
            changes[field.attribute] = _node(present, below)
        elif isinstance(below, dict):
            changes[field.attribute] = tuple(
                _node(each, below[number]) if number in below else each for number, each in enumerate(present)
            )
        else:
            changes[field.attribute] = below
    return node.replaced(**changes)
