"""The rows of a table, each read as transactions or ignored for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from form4gen.drafting.fills.cells import NUMBERS, EventCells, cell_at
from form4gen.drafting.fills.column_map import fits
from form4gen.drafting.fills.events import REPORTED_AT_GRANT, Choices, Leg, Line
from form4gen.drafting.fills.legs import legs_of, parts_of
from form4gen.drafting.fills.sheets import Cell, Source, text
from form4gen.drafting.fills.tables import Table
from form4gen.drafting.fills.values import decimal_mark, shown
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.wording import day, number
from form4gen.records import NamedTuple

Row = tuple[int, Sequence[Cell]]

_TOTALS = {"total", "subtotal", "grand total", "summary"}
NOT_BELOW = "it is not below the header"
OTHER_SECTION = "it is below the blank row that ends the table"


class _Group(NamedTuple):
    """An event and the rows of details below it."""

    row: Row
    details: list[Row]


def read_table(table: Table, choices: Choices) -> list[Line]:
    """Every row of the sheet that has text, in order. Raises UnusableInputError with the place of what is wrong."""
    first = table.header_row
    above = [number for number, row in table.sheet.rows if number < first and _has_text(row)]
    lines = [Line(table.source(number), ignored=NOT_BELOW) for number in above]
    lines.append(Line(table.source(first), ignored="it is the header"))
    rows, rest = _extent(table)
    mark = choices.decimal or table.map.decimal or decimal_mark(_numbers(table, rows), table.sheet.delimiter)
    for group in _groups(table, rows):
        lines += _read_group(table, group, mark, choices)
    lines += [Line(table.source(number), ignored=OTHER_SECTION) for number in rest]
    _check_symbols(table, rows, choices)
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
    places = [found[1] for role in roles if (found := table.column_of(role)) is not None]
    for row in rows:
        if places and group is not None and not any(text(cell_at(row[1], place)) for place in places):
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
    columns = sorted({column for column in found if column is not None}, key=lambda column: column[1])
    for row_number, row in rows:
        for header, place in columns:
            yield table.source(row_number), header, cell_at(row, place)


def _read_group(table: Table, group: _Group, mark: str, choices: Choices) -> list[Line]:
    cells = EventCells(table, mark, group.row)
    kind, ignored = _kind_of(table, cells, group)
    if not ignored and kind:
        ignored = _not_wanted(table, cells, choices)
    numbers = tuple(row_number for row_number, _ in group.details)
    if ignored:
        parent = Line(cells.source, ignored=ignored)
        return [parent, *(Line(table.source(each), ignored=ignored, parent=group.row[0]) for each in numbers)]
    each_part = [EventCells(table, mark, group.row, detail) for detail in group.details] or [cells]
    title = _title_of(table, cells)
    when = cells.day("day")
    assert when is not None  # noqa: S101  _not_wanted has refused such a row
    lines = []
    for part in each_part:
        legs = legs_of(kind, part, when, title, choices)
        parent_row = group.row[0] if group.details else None
        sold = parts_of(part, choices)[-1] if kind in ("vest", "exercise") else Decimal(0)
        lines.append(Line(part.source, tuple(legs), "" if legs else _nothing(choices), parent_row, sold=sold))
    if not group.details:
        return lines
    _check_details(cells, kind, [leg for line in lines for leg in line.legs])
    return [Line(cells.source, details=numbers), *lines]


def _nothing(choices: Choices) -> str:
    if choices.awards == REPORTED_AT_GRANT:
        return "the shares were reported when they were granted, and none were withheld"
    return "nothing vested"


def _kind_of(table: Table, cells: EventCells, group: _Group) -> tuple[str, str]:
    """The kind of the event; or why the row is none."""
    action, has_number, is_dated = cells.text("action"), bool(cells.text("shares")), bool(cells.text("day"))
    filtered = _filtered(table, group.row[1])
    if filtered:
        return "", filtered
    first = next(text(cell) for cell in group.row[1] if text(cell))
    if {first.casefold().rstrip(":"), action.casefold()} & _TOTALS:
        return "", "it is a total"
    kind = table.map.event or next((kind for each, kind in table.map.events.items() if fits(each, action)), "")
    if kind and (has_number or group.details or (action and is_dated)):
        return kind, ""
    reason = next((each for pattern, each in table.map.ignored.items() if fits(pattern, action)), "")
    if reason and not kind:
        return "", reason
    if not has_number or not _has_readable_number(cells):
        return "", f'its action is "{shown(action)}"' if action and is_dated else "it gives no number of shares"
    if cells.text("price"):
        what = f"{shown(action)!r} is not an action that the map {table.map.name!r} knows" if action else "it is blank"
        raise cells.stop("action", f"{what}. Add it to [map.events] or [map.ignored], or correct the cell.")
    return "", f'its action is "{shown(action)}", and it has no price'


def _has_readable_number(cells: EventCells) -> bool:
    """Whether a row of no known action gives a number of shares, and not words below the table."""
    try:
        return cells.number("shares") is not None
    except UnusableInputError:
        return False


def _filtered(table: Table, row: Sequence[Cell]) -> str:
    for header, patterns in table.map.only.items():
        words = _at_header(table, row, header)
        if words is not None and not any(fits(pattern, words) for pattern in patterns):
            return f'its {header} is "{shown(words)}"' if words else f"its {header} is blank"
    for header, patterns in table.map.never.items():
        words = _at_header(table, row, header)
        if words and any(fits(pattern, words) for pattern in patterns):
            return f'its {header} is "{shown(words)}"'
    return ""


def _at_header(table: Table, row: Sequence[Cell], header: str) -> str | None:
    place = table.headers.get(" ".join(header.casefold().split()))
    return None if place is None else text(cell_at(row, place))


def _not_wanted(table: Table, cells: EventCells, choices: Choices) -> str:
    """Why an event is not that of the draft: another day, or the shares of another issuer."""
    when = cells.day("day")
    if when is None:
        raise cells.stop("day", "the day is blank. Enter it, or delete the row.")
    if choices.days and when not in choices.days:
        return f"{day(when)} is not selected"
    symbol = cells.text("symbol")
    known = {choices.symbol.casefold(), *(each.casefold() for each in table.map.titles)}
    if choices.symbol and symbol and symbol.casefold() not in known:
        return f"its symbol is {shown(symbol)}, and the issuer's is {choices.symbol}"
    return ""


def _check_symbols(table: Table, rows: Sequence[Row], choices: Choices) -> None:
    """Without the issuer's symbol, a file may have that of one issuer only."""
    column = table.column_of("symbol")
    if choices.symbol or column is None:
        return
    symbols = dict.fromkeys(text(cell_at(row, column[1])) for _, row in rows)
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
    wanted = {"sale": ("S",), "purchase": ("P",)}.get(kind, ("M",))
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
