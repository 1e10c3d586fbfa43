"""The table of a sheet that a column map fits: where its header is, and the cell of each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from form4gen.drafting.fills.column_map import ColumnMap
from form4gen.drafting.fills.sheets import Cell, Sheet, Source, text
from form4gen.drafting.fills.values import is_value, shown
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

_LOOKED_AT = 2000
"""Rows of a sheet among which a header is sought: an account statement has other sections above its trades."""

_MOST_LISTED = 60


class Column(NamedTuple):
    """A header as the map writes it, and the positions at which the file has it."""

    header: str
    positions: Sequence[int]

    def cells(self, row: Sequence[Cell]) -> list[Cell]:
        """The cells of a row at these positions; a row may end before them."""
        return [row[place] for place in self.positions if place < len(row)]


class Table(NamedTuple):
    """A map, the sheet that it fits, and its rows below the header.

    ``headers`` has the positions of the columns of each normalized name, and ``header_row`` its number in the file.
    """

    file: str
    map: ColumnMap
    sheet: Sheet
    header_row: int
    headers: Mapping[str, Sequence[int]]
    rows: Sequence[tuple[int, Sequence[Cell]]]

    def column_of(self, role: str) -> Column | None:
        """The header of a role, and its positions."""
        named = self.map.columns.get(role) or self.map.optional.get(role) or ()
        return self._first(named)

    def detail_of(self, role: str) -> Column | None:
        """The header of a role in the rows below an event, and its positions."""
        return self._first(self.map.details.get(role, ()))

    def _first(self, named: Iterable[str]) -> Column | None:
        return next((found for each in named if (found := self.at(each)) is not None), None)

    def at(self, header: str) -> Column | None:
        """The positions of a header."""
        found = self.headers.get(_key(header))
        return None if found is None else Column(header, found)

    def cell(self, column: Column, number: int, row: Sequence[Cell]) -> Cell:
        """The cell of a row in a column.

        Some exports have two columns of one name, for rows of different kinds. Raises UnusableInputError where a row
        has different values in both.
        """
        filled = [cell for cell in column.cells(row) if text(cell)]
        if len(set(filled)) > 1:
            message = f'two columns are named "{shown(column.header)}", and this row has different values in them.'
            raise self.source(number).stop(f"{message} Rename the one that is not meant.")
        return filled[0] if filled else ""

    def source(self, row: int) -> Source:
        """A row as a message names it."""
        return Source(self.file, self.sheet.name, row)


def find_tables(sheets: Sequence[Sheet], file: str, maps: Iterable[ColumnMap]) -> list[Table]:
    """The table of each sheet that a map fits.

    Of several maps that fit a sheet, the one with the most columns counts, and then the first. Raises
    UnusableInputError, with the columns of the file and a map to start from, where none fits.
    """
    known = list(maps)
    found = []
    for sheet in sheets:
        fitting = [table for each in known if (table := _table(sheet, file, each)) is not None]
        if fitting:
            found.append(max(fitting, key=_number_of_columns))
    if not found:
        raise UnusableInputError(_no_map(sheets, file))
    return found


def unread(sheets: Sequence[Sheet], tables: Sequence[Table]) -> list[str]:
    """The names of the sheets that have text and no table that is read."""
    read = {table.sheet.name for table in tables}
    filled = (sheet for sheet in sheets if any(text(cell) for _, row in sheet.rows for cell in row))
    return [sheet.name for sheet in filled if sheet.name not in read]


def _number_of_columns(table: Table) -> int:
    return len(table.map.columns) + sum(table.column_of(role) is not None for role in table.map.optional)


def _table(sheet: Sheet, file: str, found: ColumnMap) -> Table | None:
    if found.sheet and _key(found.sheet) != _key(sheet.name):
        return None
    needed = [{_key(name) for name in names} for names in found.columns.values()]
    for place, (number, row) in enumerate(sheet.rows[:_LOOKED_AT]):
        names = [_key(text(cell)) for cell in row]
        if all(not wanted.isdisjoint(names) for wanted in needed):
            headers: dict[str, list[int]] = {}
            for at, name in enumerate(names):
                headers.setdefault(name, []).append(at)
            return Table(file, found, sheet, number, headers, sheet.rows[place + 1 :])
    return None


def _key(name: str) -> str:
    return " ".join(name.replace("\ufeff", "").casefold().split())


def _no_map(sheets: Sequence[Sheet], file: str) -> str:
    """Why a file cannot be read: its columns, and a map to start from."""
    filled = [(sheet, row) for sheet in sheets if (row := _header_like(sheet)) is not None]
    if not filled:
        return f"{file} has no header: no row of it has two or more texts. Export it with the names of its columns."
    lines = [f"No column map fits {file}. Its columns are:"]
    for sheet, (number, names) in filled:
        sheet_name = f'sheet "{shown(sheet.name)}", ' if sheet.name else ""
        lines.append(f"  {sheet_name}row {number}: {', '.join(names)}")
    lines += [
        "Write a map for it, and save it as fills.toml (or give it with --map). To start from:",
        *_starting_map(filled),
    ]
    return "\n".join(lines)


def _header_like(sheet: Sheet) -> tuple[int, list[str]] | None:
    """The row that looks like a header: the one with the most texts among those without a number or a day."""
    best: tuple[int, list[str]] | None = None
    for number, row in sheet.rows[:50]:
        names = [shown(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        if len(names) > 1 and not any(map(is_value, row)) and (best is None or len(names) > len(best[1])):
            best = number, names[:_MOST_LISTED]
    return best


_GUESSES: dict[str, tuple[str, ...]] = {
    "day": ("trade date", "execution date", "exec time", "date"),
    "action": ("side", "action", "b/s", "buy/sell", "type", "transaction"),
    "shares": ("quantity", "qty", "shares", "filled", "executed"),
    "price": ("price", "px"),
    "symbol": ("symbol", "ticker"),
    "amount": ("gross", "principal", "amount", "proceeds"),
}


_ACTIONS = {"Buy": "purchase", "Sell": "sale"}
_EVENTS = {
    "b": "purchase", "buy": "purchase", "bought": "purchase", "purchase": "purchase", "purchased": "purchase",
    "s": "sale", "sell": "sale", "sold": "sale", "sale": "sale",
}  # fmt: skip
"""The event by the first word of an action."""

_MOST_ACTIONS = 12


def _starting_map(filled: Sequence[tuple[Sheet, tuple[int, list[str]]]]) -> Iterator[str]:
    """A map with the headers that look right; a question mark is to be replaced."""
    sheet, (header, names) = max(filled, key=lambda each: len(each[1][1]))
    yield "  [[map]]"
    yield '  name = "My broker"'
    if sheet.name:
        yield f"  sheet = {_quoted(shown(sheet.name))}"
    yield "  [map.columns]"
    free, action = list(names), None
    for role, words in _GUESSES.items():
        near = next((name for word in words for name in free if word in name.casefold()), None)
        if near is not None:
            free.remove(near)
            action = near if role == "action" else action
        if near is not None or role in ("day", "action", "shares", "price"):
            yield f"  {role} = {_quoted(near or '?')}"
    yield "  [map.events]"
    for word, event in (_actions(sheet, header, action) or _ACTIONS).items():
        yield f"  {_quoted(word)} = {_quoted(event)}"


def _actions(sheet: Sheet, header: int, column: str | None) -> dict[str, str]:
    """The purchases and sales among the actions that the rows below the header name, with their events."""
    rows = sheet.rows[:_LOOKED_AT]
    names = next(row for number, row in rows if number == header)
    places = [place for place, name in enumerate(names) if shown(name) == column]
    cells = (row[place] for number, row in rows if number > header for place in places[:1] if place < len(row))
    words = dict.fromkeys(cell.strip() for cell in cells if isinstance(cell, str))
    found = {shown(word): _EVENTS.get(word.partition(" ")[0].casefold()) for word in words}
    return dict(islice(((word, event) for word, event in found.items() if event), _MOST_ACTIONS))


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
