"""A comparison for a program: plain values that JSON can write."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from form4gen.drafting.comparison_amendment import repeated
from form4gen.drafting.comparison_summary import changes_nothing, summary
from form4gen.drafting.comparison_values import Comparison, Difference
from form4gen.drafting.comparison_words import in_words
from form4gen.location import Place
from form4gen.model.fields import Cell, Node
from form4gen.model.filing import Filing
from form4gen.model.rows import Row


def as_object(comparison: Comparison, old: str, new: str, version: str) -> dict[str, Any]:
    """The comparison of the files with these names, as ``comparison.schema.json`` describes it.

    Numbers are texts, with every digit that was typed.
    """
    return {
        "form4gen": version,
        "old": _file(old, comparison.old),
        "new": _file(new, comparison.new),
        "differs": bool(comparison.differences),
        "summary": summary(comparison),
        "amendment": _amendment(comparison) if comparison.is_amendment else None,
        "differences": [_difference(each) for each in comparison.differences],
        "notCompared": list(comparison.unused),
    }


def _file(name: str, filing: Filing) -> dict[str, Any]:
    return {
        "file": name,
        "documentType": filing.document_type,
        "periodOfReport": plain(filing.period_of_report),
        "issuerCik": filing.issuer.issuer_cik,
        "rptOwnerCiks": [owner.rpt_owner_cik for owner in filing.reporting_owners],
    }


def _amendment(comparison: Comparison) -> dict[str, Any]:
    return {
        "changesNothing": changes_nothing(comparison),
        "repeatedUnchanged": [row.at.pointer for row in repeated(comparison)],
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "kind": each.sort.value,
        "meaning": each.meaning.value,
        "place": in_words(each).name,
        "oldPointer": _pointer(each.old_at),
        "newPointer": _pointer(each.new_at),
        "old": plain(each.old),
        "new": plain(each.new),
        "explainedAt": _pointer(each.explained_at),
    }


def _pointer(at: Place | None) -> str | None:
    return None if at is None else at.pointer


def plain(value: Any) -> Any:
    """A value of a filing as our JSON has it; a part with the keys that have a value."""
    match value:
        case Decimal():
            return f"{value:f}"
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case tuple():
            return [plain(each) for each in value]
        case Cell():
            return _cell(value)
        case Node():
            return _part(value)
    return value


def _cell(cell: Cell[Any]) -> Any:
    if not cell.footnotes:
        return plain(cell.value)
    value = {} if cell.value is None else {"value": plain(cell.value)}
    return value | {"footnotes": list(cell.footnotes)}


def _part(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": node.kind} if isinstance(node, Row) else {}
    for key, field in node.fields.items():
        said = plain(getattr(node, field.attribute))
        if said not in (None, [], {}, False):
            found[key] = said
    return found
