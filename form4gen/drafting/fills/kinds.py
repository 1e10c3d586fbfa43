"""What a row reports, by its action; or why it is no transaction of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from form4gen.drafting.fills.cells import EventCells
from form4gen.drafting.fills.column_map import GRANT, PLAN_PURCHASE, SCHEDULED, fits
from form4gen.drafting.fills.events import REPORTED_AT_GRANT, Choices
from form4gen.drafting.fills.sheets import Cell, text
from form4gen.drafting.fills.tables import Table
from form4gen.drafting.fills.values import shown
from form4gen.errors import UnusableInputError
from form4gen.model.wording import day

T = TypeVar("T")
Row = tuple[int, Sequence[Cell]]

EXEMPT = "Rule 16b-3(c) exempts purchases under an employee stock purchase plan, and they are not reported"

_TOTALS = {"total", "totals", "subtotal", "grand total", "summary"}
_ANY = "*"
_NUMBERS = ("shares", "granted")


def kind_of(cells: EventCells, row: Row, *, has_details: bool) -> tuple[str, str, bool]:
    """The kind of an event; or why it is none, and whether a person should look at it.

    Raises UnusableInputError where a row has a number and a price and its action is not known.
    """
    filtered = _filtered(cells.table, row)
    if filtered:
        return "", filtered, bool(cells.text("symbol"))
    action = cells.text("action")
    first = next(text(cell) for cell in row[1] if text(cell))
    if {first.casefold().rstrip(":"), action.casefold()} & _TOTALS:
        return "", "it is a total", False
    has_number, is_dated = any(cells.text(role) for role in _NUMBERS), bool(cells.text("day"))
    kind = cells.table.map.event or _fitting(cells.table.map.events, cells)[1] or ""
    if kind == SCHEDULED:
        return ("vest", "", False) if cells.text("shares") else ("", "nothing vested yet", False)
    if kind and (has_number or has_details or (action and is_dated)):
        return kind, "", False
    pattern, reason = _fitting(cells.table.map.ignored, cells)
    if reason and not kind:
        return "", reason, pattern == _ANY
    if not has_number or not shares_of(cells):
        why = f'its action is "{shown(action)}"' if action and is_dated else "it gives no number of shares"
        return "", why, False
    if cells.text("price"):
        what = f"{shown(action)!r} is not an action that the map {cells.table.map.name!r} knows" if action else ""
        what = what or "it is blank"
        raise cells.stop("action", f"{what}. Add it to [map.events] or [map.ignored], or correct the cell.")
    return "", f'its action is "{shown(action)}", and it has no price', True


def _fitting(patterns: Mapping[str, T], cells: EventCells) -> tuple[str, T | None]:
    """The first pattern that fits the action, or the action with its description, and what it stands for."""
    action, description = cells.text("action"), cells.text("description")
    texts = (action, f"{action}: {description}") if description else (action,)
    found = ((each, value) for each, value in patterns.items() if any(fits(each, words) for words in texts))
    return next(found, ("", None))


def shares_of(cells: EventCells) -> Decimal:
    """The number of shares of a row of no known action; 0 where there is none, and of words below the table."""
    try:
        return abs(cells.number("shares") or Decimal(0))
    except UnusableInputError:
        return Decimal(0)


def _filtered(table: Table, row: Row) -> str:
    for header, patterns in table.map.only.items():
        words = _at_header(table, row, header)
        if words is not None and not any(fits(pattern, words) for pattern in patterns):
            return _why(table, header, words)
    for header, patterns in table.map.never.items():
        words = _at_header(table, row, header)
        if words and any(fits(pattern, words) for pattern in patterns):
            return _why(table, header, words)
    return ""


def _why(table: Table, header: str, words: str) -> str:
    """Why a row is left out by what it has in a column; the name of an account is not shown."""
    if not words:
        return f"its {header} is blank"
    is_account = table.at(header) == table.column_of("account")
    return f"its {header} is not the one that the map selects" if is_account else f'its {header} is "{shown(words)}"'


def _at_header(table: Table, row: Row, header: str) -> str | None:
    column = table.at(header)
    return None if column is None else text(table.cell(column, *row))


def not_wanted(cells: EventCells, kind: str, when: date | None, choices: Choices) -> str:
    """Why an event is not that of the draft: another day, the shares of another issuer, or one that is exempt.

    Raises UnusableInputError where its day is blank.
    """
    if when is None:
        raise cells.stop("day", "the day is blank. Enter it, or delete the row.")
    return next(_reasons(cells, kind, when, choices), "")


def _reasons(cells: EventCells, kind: str, when: date, choices: Choices) -> Iterator[str]:
    if choices.days and when not in choices.days:
        yield f"{day(when)} is not selected"
    if is_of_another_issuer(cells, choices):
        yield f"its symbol is {shown(cells.text('symbol'))}, and the issuer's is {choices.symbol}"
    if kind == PLAN_PURCHASE:
        yield EXEMPT
    if kind == GRANT and not choices.days:
        yield f"it is a grant of {day(when)}, which may have been reported; select its day to report it"


def is_of_another_issuer(cells: EventCells, choices: Choices) -> bool:
    """Whether a row has another symbol than that of the issuer or of one of the classes of the map."""
    symbol = cells.text("symbol")
    known = {choices.symbol.casefold(), *(each.casefold() for each in cells.table.map.titles)}
    return bool(choices.symbol and symbol) and symbol.casefold() not in known


def is_option_on(cells: EventCells, choices: Choices) -> bool:
    """Whether the symbol of a row is that of an option on the issuer's shares, such as "-XMPL270115C30"."""
    symbol, of_issuer = cells.text("symbol").casefold().lstrip("-"), choices.symbol.casefold()
    return bool(of_issuer) and symbol.startswith(of_issuer) and symbol.removeprefix(of_issuer).strip()[:1].isdigit()


def nothing(choices: Choices) -> str:
    """Why a vest has no transaction."""
    if choices.awards == REPORTED_AT_GRANT:
        return "the shares were reported when they were granted, and none were withheld"
    return "nothing vested"
