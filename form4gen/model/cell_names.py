"""The name of a place as the form prints it: ``Table I, row 2, column 4, Price``."""

from __future__ import annotations

from form4gen.law.form4 import CAPTIONS, ITEMS, TABLE_I, TABLE_II
from form4gen.location import Place

_TABLES = {"nonDerivativeTable": ("Table I", TABLE_I), "derivativeTable": ("Table II", TABLE_II)}
_LISTS = {
    "reportingOwners": "reporting person",
    "ownerSignatures": "Signature",
    "powersOfAttorney": "Power of attorney",
    "exhibits": "Exhibit",
    "overrides": "Override",
}


def cell_name(at: Place) -> str:
    """The place in the form's words; a place that the form does not print is named by its keys."""
    match at.tokens:
        case ():
            return "Form 4"
        case ("nonDerivativeTable" | "derivativeTable" as table, *rest):
            return _table_cell(str(table), rest)
        case ("footnotes", str() as note, *_):
            return f"Explanation of Responses, footnote {note}"
        case ("footnotes",):
            return "Explanation of Responses"
        case ("remarks",):
            return "Remarks"
        case (str() as head, *rest) if head in _LISTS:
            return _listed(head, rest)
        case (str() as head, *rest):
            return _headed(head, rest)
    return at.pointer


def cell_or_line(at: Place, line: int) -> str:
    """The place in the form's words, or the line of the text if the text as a whole is at fault."""
    return cell_name(at) if at.tokens else f"Line {line}"


def _table_cell(table: str, rest: list[str | int]) -> str:
    name, columns = _TABLES[table]
    parts = [name]
    if rest and isinstance(rest[0], int):
        parts.append(f"row {rest[0] + 1}")
    if len(rest) > 1:
        key = str(rest[1])
        column, caption = columns.get(key, ("", key))
        parts += [f"column {column}", caption] if column else [caption]
    return ", ".join(parts)


def _listed(head: str, rest: list[str | int]) -> str:
    name = _LISTS[head]
    if rest and isinstance(rest[0], int):
        name = f"{name} {rest[0] + 1}"
    keys = [CAPTIONS.get(str(key), str(key)) for key in rest[1:]]
    if head != "reportingOwners":
        return ", ".join([name, *keys])
    item = ITEMS.get(str(rest[1]), "Item 1") if len(rest) > 1 else "Items 1 and 5"
    return ", ".join([item, name, *keys])


def _headed(head: str, rest: list[str | int]) -> str:
    key = str(rest[-1]) if rest else head
    item = ITEMS.get(key) or ITEMS.get(head)
    caption = CAPTIONS.get(key, key)
    if item is None:
        return caption if len(rest) == 0 else f"{head}, {caption}"
    return item if key == head and head == "issuer" else f"{item}, {caption}"
