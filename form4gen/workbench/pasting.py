"""A range of cells that was copied from a spreadsheet, into the rows of a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from form4gen.api.editing import TABLES, Place, columns_of, field_of, name_of_place
from form4gen.errors import Form4genError
from form4gen.workbench.changes import SHARES_TO_VALUE, Document, ImpossibleError, enter, place_at
from form4gen.workbench.entries import add_row

_MOST_CELLS = 50_000
_VALUE_TO_SHARES = {value: shares for shares, value in SHARES_TO_VALUE.items()}
_ONE_OF_TWO = ("acquired", "disposed")

Columns = tuple[tuple[str, str], ...]


def paste(document: Document, pointer: str, kind: str, texts: Any, today: date) -> tuple[str, str]:
    """Enter a range of texts from a cell on, to the right and down; rows that are not there yet are added.

    What was done, in words, and the place of the first cell. Raises ImpossibleError if a cell cannot take its text.
    """
    at, rows = place_at(pointer), _rows(texts)
    if len(at.tokens) != 3 or at.tokens[0] not in TABLES:  # noqa: PLR2004  table, row and key
        raise ImpossibleError("Several cells can be pasted into Table I or Table II. Go to one of its cells first.")
    table, first, key = str(at.tokens[0]), int(at.tokens[1]), str(at.tokens[2])
    columns = _columns_from(table, _VALUE_TO_SHARES.get(key, key), kind)
    if len(rows[0]) > len(columns):
        raise ImpossibleError(
            f"Nothing was pasted: the range has {len(rows[0])} columns, and the table {len(columns)} from here on."
        )
    for number, row in enumerate(rows, first):
        _paste_row(document, Place() / table / number, list(zip(columns, row, strict=False)), today)
    size = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    return f"{size} pasted from {name_of_place(pointer)} on", pointer


def _rows(texts: Any) -> list[list[str]]:
    """The texts, if they are lists of texts: as many columns in each row, and no blank last columns and rows."""
    is_range = isinstance(texts, list) and all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in texts
    )
    rows = [[cell.strip() for cell in row] for row in texts] if is_range else []
    while rows and not any(rows[-1]):
        rows.pop()
    widest = max((place for row in rows for place, cell in enumerate(row, 1) if cell), default=0)
    if not widest or len(rows) * widest > _MOST_CELLS:
        raise ImpossibleError(f"Nothing was pasted: copy at least one cell with a text, and at most {_MOST_CELLS:,}.")
    return [[*row[:widest], *[""] * (widest - len(row))] for row in rows]


def _columns_from(table: str, key: str, kind: str) -> Columns:
    """The columns from a cell on; the cells of a holding that has no transaction are of the kind "none"."""
    columns = columns_of(table)
    found = [place for place, column in enumerate(columns) if column[0] == key]
    exact = [place for place in found if columns[place][1] == kind] or found
    if not exact:
        raise ImpossibleError("The form has no such cell.")
    return columns[exact[0] :]


def _paste_row(document: Document, at: Place, cells: list[tuple[tuple[str, str], str]], today: date) -> None:
    table, number = str(at.tokens[0]), int(at.tokens[1])
    is_new = number >= len(document.get(table, ()))
    if is_new:
        add_row(document, table, _kind_of_new(table, cells))
    amounts = [text for (_, kind), text in cells if kind in _ONE_OF_TWO]
    for (key, kind), text in cells:
        cell = at / key
        is_other_amount = kind in _ONE_OF_TWO and not text and any(amounts)
        if is_other_amount or (not text and (is_new or field_of(document, cell) is None)):
            continue
        try:
            is_there = field_of(document, cell) is not None
            enter(document, cell.pointer, kind if is_there else "none", text, today)
        except Form4genError as error:
            raise ImpossibleError(f"Nothing was pasted. {name_of_place(cell.pointer)}: {error}") from None


def _kind_of_new(table: str, cells: list[tuple[tuple[str, str], str]]) -> str:
    """A row is a holding if the range has the columns of a transaction and nothing in them."""
    holding: Document = {table: [{"kind": "holding"}]}
    of_transaction = [text for (key, _), text in cells if field_of(holding, Place() / table / 0 / key) is None]
    return "holding" if of_transaction and not any(of_transaction) else "transaction"
