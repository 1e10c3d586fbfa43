"""What a broker's file holds, whatever its format: sheets with rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

Cell: TypeAlias = str | Decimal | date
"""A text as typed, or what a workbook stores as a number or a date. An empty cell is an empty text."""

MOST_ROWS = 100_000
"""Rows of all sheets of a file: five times as many as the fills that one draft takes."""

MOST_CELLS = 2_000_000
"""Cells of all sheets of a file; an export has some forty columns."""


class Sheet(NamedTuple):
    """A sheet of a workbook, or the whole of a text file, which has no name.

    ``rows`` has the number of each row in the file, from 1, with its cells. ``delimiter`` is what separates the cells
    of a text file.
    """

    name: str
    rows: Sequence[tuple[int, Sequence[Cell]]]
    delimiter: str = ""


class Source(NamedTuple):
    """A row of a file, as a message names it."""

    file: str
    sheet: str
    row: int

    def __str__(self) -> str:
        sheet = f'sheet "{self.sheet}", ' if self.sheet else ""
        return f"{self.file}: {sheet}row {self.row}"

    def stop(self, message: str) -> UnusableInputError:
        """The error about this row."""
        return UnusableInputError(f"{self}: {message}")


def text(cell: Cell) -> str:
    """A cell as text, without blanks at its ends and with single blanks within."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    return f"{cell:f}" if isinstance(cell, Decimal) else cell.isoformat()


def check_size(file: str, rows: int, cells: int) -> None:
    """Raise UnusableInputError where a file has more rows or cells than are read."""
    for found, most, what in ((rows, MOST_ROWS, "rows"), (cells, MOST_CELLS, "cells")):
        if found > most:
            message = f"{file} has more than {most:,} {what}. Export a shorter period, or delete the other sheets."
            raise UnusableInputError(message)
