"""The cells of one event by their role, read as numbers and days with the place of what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from form4gen.drafting.fills.sheets import Cell, Source, text
from form4gen.drafting.fills.tables import Column, Table
from form4gen.drafting.fills.values import UnreadableError, amount, day, day_as_of
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT

T = TypeVar("T")

_DOLLARS = ("price", "amount", "fees", "market", "exercise_price")
NUMBERS = ("shares", "withheld", "sold", "taken", "net", *_DOLLARS)


class EventCells:
    """The cells of an event: those of a row of details for the roles that details have, otherwise those of its row."""

    def __init__(
        self, table: Table, mark: str, row: tuple[int, Sequence[Cell]], detail: tuple[int, Sequence[Cell]] | None = None
    ) -> None:
        self.table = table
        self.mark = mark
        self._row, self._detail = row, detail

    @property
    def source(self) -> Source:
        """The row that a message names: that of the details, if there is one."""
        return self.table.source((self._detail or self._row)[0])

    def find(self, role: str) -> tuple[str, int, Cell] | None:
        """Header, row and cell of a role; None if the file has no such column."""
        if self._detail is not None and role in self.table.map.details:
            return self._cell(self.table.detail_of(role), *self._detail)
        return self._cell(self.table.column_of(role), *self._row)

    def _cell(self, column: Column | None, number: int, row: Sequence[Cell]) -> tuple[str, int, Cell] | None:
        return None if column is None else (column.header, number, self.table.cell(column, number, row))

    def text(self, role: str) -> str:
        """The text of a role; empty if there is none."""
        found = self.find(role)
        return text(found[2]) if found else ""

    def number(self, role: str) -> Decimal | None:
        """The number of a role; None if there is none. Raises UnusableInputError.

        A number of shares has no zeros at its end; those of a price say how exact it is.
        """
        found = self._read(role, lambda cell: amount(cell, self.mark))
        return found if found is None or role in _DOLLARS else EXACT.normalize(found)

    def day(self, role: str) -> date | None:
        """The day of a role; None if there is none. Raises UnusableInputError."""
        return self._read(role, lambda cell: day(cell, self.table.map.days))

    def trade_day(self, kind: str) -> date | None:
        """The day of an event of a kind; None if there is none. Raises UnusableInputError.

        Some exports write the trade date into the action: "YOU SOLD EXAMPLE CORP as of Nov-03-2026".
        """
        role = "grant_day" if kind == "grant" and self.find("grant_day") else "day"
        found = self.day(role)
        return found and (day_as_of(self.text("action"), self.table.map.days) or found)

    def _read(self, role: str, read: Callable[[Cell], T]) -> T | None:
        found = self.find(role)
        if found is None:
            return None
        header, row, cell = found
        try:
            return read(cell)
        except UnreadableError as error:
            raise self.table.source(row).stop(f"{header}: {error}") from None

    def stop(self, role: str, message: str) -> UnusableInputError:
        """The error about the cell of a role."""
        found = self.find(role)
        if found is None:
            return self.source.stop(message)
        header, row, _ = found
        return self.table.source(row).stop(f"{header}: {message}")
