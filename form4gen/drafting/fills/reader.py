"""The rows of a table, each read as transactions or ignored for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from form4gen.drafting.fills.cells import NUMBERS, EventCells
from form4gen.drafting.fills.column_map import GIFT, GIFT_RECEIVED, GRANT, fits
from form4gen.drafting.fills.events import Choices, Leg, Line
from form4gen.drafting.fills.kinds import (
    EXEMPT,
    is_of_another_issuer,
    is_option_on,
    kind_of,
    not_wanted,
    nothing,
    shares_of,
)
from form4gen.drafting.fills.legs import legs_of, parts_of
from form4gen.drafting.fills.sheets import Cell, Source, text
from form4gen.drafting.fills.tables import Table
from form4gen.drafting.fills.values import decimal_mark, shown
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.wording import number
from form4gen.records import NamedTuple

Row = tuple[int, Sequence[Cell]]

_COUNTED = {
    "sale": ("S",),
    "purchase": ("P",),
    "purchase or sale": ("P", "S"),
    GRANT: ("A",),
    GIFT: ("G",),
    GIFT_RECEIVED: ("G",),
}
"""The codes whose numbers in rows of details come to the number of the event."""

ABOVE = "it is above the header"
OTHER_SECTION = "it is below the blank row that ends the table"


class _Group(NamedTuple):
    """An event and the rows of details below it."""

    row: Row
    details: list[Row]


def read_table(table: Table, choices: Choices) -> list[Line]:
    """Every row of the sheet that has text, in order. Raises UnusableInputError with the place of what is wrong."""
    first = table.header_row
    above = [number for number, row in table.sheet.rows if number < first and _has_text(row)]
    lines = [Line(table.source(number), ignored=ABOVE) for number in above]
    lines.append(Line(table.source(first), ignored="it is the header"))
    rows, rest = _extent(table)
    rows = _with_symbols(table, rows)
    mark = choices.decimal or table.map.decimal or decimal_mark(_numbers(table, rows), table.sheet.delimiter)
    for group in _groups(table, rows):
        lines += _read_group(table, group, mark, choices)
    lines += [Line(table.source(number), ignored=OTHER_SECTION) for number in rest]
    _check_symbols(table, rows, choices)
    _check_account(table, rows, lines)
    return lines


def _has_text(row: Sequence[Cell]) -> bool:
    return any(text(cell) for cell in row)


def _extent(table: Table) -> tuple[list[Row], list[int]]:
    """The rows of the table that have text, and the numbers of those that are below its end."""
    rows: list[Row] = []
    for place, (row_number, row) in enumerate(table.rows):
        if _has_text(row):
            rows.append((row_number, row))
        elif table.map.ends_at_blank_row and rows:
            return rows, [below for below, cells in table.rows[place:] if _has_text(cells)]
    return rows, []


def _groups(table: Table, rows: Sequence[Row]) -> Iterator[_Group]:
    """The events, each with the rows below it whose day and action are blank, if the map reads details."""
    group: _Group | None = None
    roles = ("day", "action") if table.map.details else ()
    columns = [found for role in roles if (found := table.column_of(role)) is not None]
    for row in rows:
        if columns and group is not None and not any(text(cell) for each in columns for cell in each.cells(row[1])):
            group.details.append(row)
            continue
        if group is not None:
            yield group
        group = _Group(row, [])
    if group is not None:
        yield group


def _numbers(table: Table, rows: Sequence[Row]) -> Iterator[tuple[Source, str, Cell]]:
    """The cells of every column of numbers."""
    found = [table.column_of(role) for role in NUMBERS] + [table.detail_of(role) for role in NUMBERS]
    columns = {column.positions[0]: column for column in found if column is not None}
    for row_number, row in rows:
        for _, column in sorted(columns.items()):
            for cell in column.cells(row):
                yield table.source(row_number), column.header, cell


def _read_group(table: Table, group: _Group, mark: str, choices: Choices) -> list[Line]:
    cells = EventCells(table, mark, group.row)
    kind, ignored, is_doubtful = kind_of(cells, group.row, has_details=bool(group.details))
    when = cells.trade_day(kind) if kind else None
    if kind:
        ignored = not_wanted(cells, kind, when, choices)
    numbers = tuple(row_number for row_number, _ in group.details)
    if ignored:
        exempt = when if ignored == EXEMPT else None
        is_doubtful = (is_doubtful and not is_of_another_issuer(cells, choices)) or is_option_on(cells, choices)
        parent = Line(cells.source, ignored=ignored, exempt=exempt, is_doubtful=is_doubtful and shares_of(cells) > 0)
        return [parent, *(Line(table.source(each), ignored=ignored, parent=group.row[0]) for each in numbers)]
    each_part = [EventCells(table, mark, group.row, detail) for detail in group.details] or [cells]
    title = _title_of(table, cells)
    assert when is not None  # noqa: S101  not_wanted has refused such a row
    lines = []
    for part in each_part:
        legs = legs_of(kind, part, when, title, choices)
        parent_row = group.row[0] if group.details else None
        sold = parts_of(part, choices)[-1] if kind in ("vest", "exercise") else Decimal(0)
        lines.append(Line(part.source, tuple(legs), "" if legs else nothing(choices), parent_row, sold=sold))
    if not group.details:
        return lines
    _check_details(cells, kind, [leg for line in lines for leg in line.legs])
    return [Line(cells.source, details=numbers), *lines]


def _with_symbols(table: Table, rows: list[Row]) -> list[Row]:
    """The rows, a blank symbol replaced by the one above, if the map says so."""
    column = table.column_of("symbol") if table.map.symbol_is_above else None
    if column is None:
        return rows
    found: list[Row] = []
    above = ""
    for row_number, row in rows:
        above = text(table.cell(column, row_number, row)) or above
        filled = [above if place in column.positions else cell for place, cell in enumerate(row)]
        found.append((row_number, filled))
    return found


def _check_account(table: Table, rows: Sequence[Row], lines: Sequence[Line]) -> None:
    """The transactions must be of one account: shares in another may be held in another form of ownership."""
    column = table.column_of("account")
    if column is None:
        return
    used = {line.parent or line.source.row for line in lines if line.legs}
    first: dict[str, int] = {}
    for row_number, row in rows:
        words = text(table.cell(column, row_number, row)) if row_number in used else ""
        if words:
            first.setdefault(words, row_number)
    if len(first) > 1:
        one, other, *_ = first.values()
        raise table.source(other).stop(
            f"{column.header}: this transaction is in another account than that of row {one}. Securities of another "
            "account may be held in another form of ownership: delete the rows of one account, and draft them apart."
        )


def _check_symbols(table: Table, rows: Sequence[Row], choices: Choices) -> None:
    """Without the issuer's symbol, a file may have that of one issuer only."""
    column = table.column_of("symbol")
    if choices.symbol or column is None:
        return
    symbols = dict.fromkeys(text(cell) for _, row in rows for cell in column.cells(row))
    found = [shown(symbol) for symbol in symbols if symbol and symbol not in table.map.titles]
    if len(found) > 1:
        raise UnusableInputError(
            f"{table.file} has trades in {', '.join(found[:5])}. Give the issuer's symbol in the draft "
            "(issuerTradingSymbol)."
        )


def _title_of(table: Table, cells: EventCells) -> str:
    """The title that the map gives to the class or symbol of the row; empty if it gives none."""
    for role in ("class", "symbol"):
        words = cells.text(role)
        found = next((title for value, title in table.map.titles.items() if fits(value, words)), "") if words else ""
        if found:
            return found
    return ""


def _check_details(cells: EventCells, kind: str, legs: Sequence[Leg]) -> None:
    """The number of an event must be that of its details, save that some exports round it to whole shares."""
    stated = cells.number("shares")
    if stated is None:
        return
    wanted = _COUNTED.get(kind, ("M",))
    total = Decimal(0)
    for leg in legs:
        total = EXACT.add(total, leg.shares if leg.code in wanted else Decimal(0))
    difference = EXACT.subtract(abs(stated), total).copy_abs()
    is_rounded = stated == stated.to_integral_value() and difference < 1
    if total and difference and not is_rounded:
        ratio = max(abs(stated), total) / min(abs(stated), total) if stated else Decimal(0)
        split = f" That is {number(ratio)} to 1: one of them is restated for a stock split." if _is_whole(ratio) else ""
        raise cells.stop(
            "shares",
            f"{number(stated)}, but the rows of details below it come to {number(total)}.{split} Correct one of them.",
        )


def _is_whole(ratio: Decimal) -> bool:
    return ratio > 1 and ratio == ratio.to_integral_value()
