"""The footnotes of a cell, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from form4gen.api.editing import TABLES, Place, field_of, order_of
from form4gen.workbench.changes import Document, ImpossibleError, put, set_key

_NUMBERED = re.compile(r"F[0-9]{1,4}")
_MENTIONED = re.compile(r"(?:footnote|note)s? \(?[0-9F]", re.IGNORECASE)


def attach(document: Document, at: Place, ids: list[str], new: str) -> str:
    """Set the footnotes that a cell cites, with a new one if there is a text; what was done, in words.

    Footnotes are then numbered in the order of the page. Raises ImpossibleError.
    """
    field = field_of(document, at)
    if field is None or not field.is_cell or len(at.tokens) != 3:  # noqa: PLR2004  table, row and key
        raise ImpossibleError("This cell takes no footnotes. Go to a cell of Table I or Table II.")
    notes = document.get("footnotes")
    notes = dict(notes) if isinstance(notes, dict) else {}
    unknown = [each for each in ids if each not in notes]
    if unknown:
        raise ImpossibleError(f"There is no footnote {unknown[0][:40]}.")
    if new.strip():
        added = _free(notes)
        notes[added] = new.strip()
        ids = [*ids, added]
    put(document, Place() / "footnotes", notes)
    _cite(document, at, list(dict.fromkeys(ids)))
    number(document)
    return f"Footnotes changed: {len(set(ids))} cited"


def delete(document: Document, note: str) -> str:
    """Delete a footnote and every citation of it. Raises ImpossibleError."""
    notes = document.get("footnotes")
    if not isinstance(notes, dict) or note not in notes:
        raise ImpossibleError("There is no such footnote.")
    del notes[note]
    for row, key, cell in _cells(document):
        cell["footnotes"] = [each for each in cell["footnotes"] if each != note]
        row[key] = _plain(cell)
    number(document)
    return f"Footnote {note} deleted"


def number(document: Document) -> None:
    """Number the footnotes in the order in which the page cites them, the uncited ones last.

    They keep their ids if one is not of the form F1, or if a text mentions a footnote by its number.
    """
    notes = document.get("footnotes")
    if not isinstance(notes, dict) or not all(map(_NUMBERED.fullmatch, notes)):
        return
    texts = (*notes.values(), document.get("remarks") or "")
    if any(_MENTIONED.search(text) for text in texts if isinstance(text, str)):
        return
    cited = [each for _, _, cell in _cells(document) for each in cell["footnotes"] if each in notes]
    order = list(dict.fromkeys((*cited, *notes)))
    names = {old: f"F{position}" for position, old in enumerate(order, 1)}
    document["footnotes"] = {names[old]: notes[old] for old in order}
    for _, _, cell in _cells(document):
        cell["footnotes"] = [names.get(each, each) for each in cell["footnotes"]]
    for override in document.get("overrides", ()):
        place = override.get("place", "") if isinstance(override, Mapping) else ""
        old = str(place).removeprefix("/footnotes/")
        if place != old and old in names:
            override["place"] = f"/footnotes/{names[old]}"


def _cells(document: Document) -> Iterator[tuple[Document, str, dict[str, Any]]]:
    """Each cell that cites footnotes: its row, its key and itself, in the order of the page."""
    for table, keys in TABLES.items():
        for row in document.get(table, ()):
            for key in keys:
                cell = row.get(key) if isinstance(row, dict) else None
                if isinstance(cell, dict) and isinstance(cell.get("footnotes"), list):
                    yield row, key, cell


def _cite(document: Document, at: Place, ids: list[str]) -> None:
    table, number, key = at.tokens
    rows = document.get(str(table), [])
    if not isinstance(number, int) or number >= len(rows):
        raise ImpossibleError("The form has no such row.")
    row = rows[number]
    present = row.get(key)
    value = present.get("value") if isinstance(present, dict) else present
    cell = {name: each for name, each in (("value", value), ("footnotes", ids)) if each is not None}
    set_key(row, str(key), _plain(cell), order_of(document, at))


def _plain(cell: dict[str, Any]) -> Any:
    """A cell as it is written: without footnotes, its value alone."""
    return cell if cell.get("footnotes") else cell.get("value")


def _free(notes: Mapping[str, Any]) -> str:
    return next(name for position in range(1, len(notes) + 2) if (name := f"F{position}") not in notes)
