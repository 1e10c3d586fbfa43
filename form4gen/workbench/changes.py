"""Changes of a document: a value, a row, the footnotes of a cell. Each returns what was changed, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from form4gen.api.editing import TABLES, Kind, Place, field_of, name_of_place, order_of, place_of
from form4gen.errors import Form4genError
from form4gen.workbench.typed import code_of, value_of

Document = dict[str, Any]

_SHARES_TO_VALUE = {
    "transactionShares": "transactionTotalValue",
    "sharesOwnedFollowingTransaction": "valueOwnedFollowingTransaction",
    "underlyingSecurityShares": "underlyingSecurityValue",
}
_PARTS = (Kind.ONE, Kind.MANY, Kind.NAMED, Kind.ROWS)
_MOST_ROWS = 100_000


class ImpossibleError(Form4genError):
    """The change cannot be made; the text says why."""


def enter(document: Document, pointer: str, kind: str, text: str, today: date) -> str:
    """Put what was typed into a cell. Raises ImpossibleError and NotUnderstoodError."""
    at = _place(pointer)
    match kind:
        case "code":
            code, has_mark = code_of(text)
            put(document, at, code)
            put(document, _beside(at, "equitySwapInvolved"), has_mark or None)
        case "early":
            put(document, at, "5" if text.strip() else None)
        case "acquired" | "disposed":
            _enter_amount(document, at, text, today)
            if text.strip():
                put(document, _beside(at, "transactionAcquiredDisposedCode"), "A" if kind == "acquired" else "D")
        case "amount":
            _enter_amount(document, at, text, today)
        case "none":
            raise ImpossibleError("A holding has no transaction. Add a transaction row instead.")
        case _:
            put(document, at, _typed(document, at, text, today))
    return f"{name_of_place(pointer)}: {text.strip()[:60] or 'cleared'}"


def _enter_amount(document: Document, at: Place, text: str, today: date) -> None:
    """A number of shares, or with a dollar sign an amount of money, which has a key of its own."""
    last = str(at.token)
    shares = next((key for key, value in _SHARES_TO_VALUE.items() if value == last), last)
    value = _beside(at, _SHARES_TO_VALUE[shares])
    has_value_key = field_of(document, value) is not None
    here, other = (value, _beside(at, shares)) if "$" in text and has_value_key else (_beside(at, shares), value)
    put(document, here, _typed(document, here, text, today))
    if has_value_key:
        put(document, other, None)


def _typed(document: Document, at: Place, text: str, today: date) -> Any:
    field = field_of(document, at)
    if field is None or field.kind in _PARTS:
        raise ImpossibleError("The form has no such cell.")
    return text if field.kind is Kind.NOTES else value_of(text, field, today)


def put(document: Document, at: Place, value: Any) -> None:
    """Put a value at a place; a cell keeps its footnotes, and None leaves the key out.

    Parts that a document does not have yet are added, a list only by its next item. Raises ImpossibleError.
    """
    if field_of(document, at) is None:
        raise ImpossibleError("The form has no such cell.")
    part: Any = document
    *steps, last = at.tokens
    here = Place()
    for step in steps:
        here = here / step
        part = _below(document, part, here, step)
    if not isinstance(part, dict):
        raise ImpossibleError("The form has no such cell.")
    key, present = str(last), part.get(str(last))
    if isinstance(present, dict) and "footnotes" in present:
        cell = {"value": value, "footnotes": present["footnotes"]}
        value = {name: each for name, each in cell.items() if each is not None}
    elif value is False and key not in part:
        return
    set_key(part, key, value, order_of(document, at))


def _below(document: Document, part: Any, here: Place, step: str | int) -> Any:
    field = field_of(document, here)
    is_list = field is not None and field.kind in _PARTS[1:]
    if isinstance(part, dict):
        if part.get(str(step)) is None:
            set_key(part, str(step), [] if is_list else {}, order_of(document, here))
        return part[str(step)]
    if isinstance(part, list) and isinstance(step, int):
        if step == len(part):
            part.append({})
        if step < len(part):
            return part[step]
    raise ImpossibleError("The form has no such row.")


def set_key(part: Document, key: str, value: Any, order: tuple[str, ...]) -> None:
    """Set a key, a new one before those that follow it in ``order``."""
    if value is None:
        part.pop(key, None)
        return
    is_new = key not in part
    part[key] = value
    if not is_new or key not in order:
        return
    later = set(order[order.index(key) + 1 :])
    following = [each for each in part if each != key and each in later]
    if following:
        before = [each for each in part if each != key]
        first = before.index(following[0])
        items = [(each, part[each]) for each in (*before[:first], key, *before[first:])]
        part.clear()
        part.update(items)


def add_row(document: Document, table: str, kind: str, after: int | None = None) -> tuple[str, str]:
    """Add an empty row, below another one or as the last; what was done, and the place to go on at."""
    rows = _rows(document, table)
    number = len(rows) if after is None else after + 1
    _insert(document, table, number, {"kind": kind})
    return f"{kind.capitalize()} added to {_table(table)}, row {number + 1}", f"/{table}/{number}/securityTitle"


def change_row(document: Document, do: str, at: Place) -> tuple[str, str]:
    """Copy a row below itself, move it up or down, or delete it; what was done, and where the row is then."""
    table, number = _row(document, at)
    rows = _rows(document, table)
    name = f"{_table(table)}, row {number + 1}"
    match do:
        case "copy":
            _insert(document, table, number + 1, deepcopy(rows[number]))
            return f"{name} copied below", f"/{table}/{number + 1}"
        case "delete":
            del rows[number]
            _move_overrides(document, table, lambda each: None if each == number else each - (each > number))
            return f"{name} deleted", f"/{table}/{min(number, len(rows) - 1)}" if rows else ""
        case "up" | "down":
            other = number + (1 if do == "down" else -1)
            if not 0 <= other < len(rows):
                raise ImpossibleError(f"{name} is already the {'last' if do == 'down' else 'first'} row.")
            rows[number], rows[other] = rows[other], rows[number]
            _move_overrides(document, table, lambda each: {number: other, other: number}.get(each, each))
            return f"{name} moved {do}", f"/{table}/{other}"
    raise ImpossibleError("There is no such change of a row.")


def _insert(document: Document, table: str, number: int, row: Document) -> None:
    rows = _rows(document, table)
    if len(rows) >= _MOST_ROWS or not 0 <= number <= len(rows):
        raise ImpossibleError("The form has no such row.")
    rows.insert(number, row)
    _move_overrides(document, table, lambda each: each + (each >= number))


def _rows(document: Document, table: str) -> list[Any]:
    if table not in TABLES:
        raise ImpossibleError("The form has no such table.")
    if not isinstance(document.get(table), list):
        set_key(document, table, [], order_of(document, Place() / table))
    found: list[Any] = document[table]
    return found


def _row(document: Document, at: Place) -> tuple[str, int]:
    match at.tokens:
        case (str() as table, int() as number, *_) if table in TABLES and number < len(_rows(document, table)):
            return table, number
    raise ImpossibleError("Go to a row of Table I or Table II first.")


def _move_overrides(document: Document, table: str, moved: Callable[[int], int | None]) -> None:
    """Keep accepted findings at the rows that they were accepted for."""
    kept = []
    for override in document.get("overrides", ()):
        steps = str(override.get("place", "")).split("/") if isinstance(override, Mapping) else []
        if len(steps) > 2 and steps[1] == table and steps[2].isdecimal():  # noqa: PLR2004  /table/number
            number = moved(int(steps[2]))
            if number is None:
                continue
            override["place"] = "/".join(("", table, str(number), *steps[3:]))
        kept.append(override)
    if "overrides" in document:
        document["overrides"] = kept


def add_owner(document: Document) -> tuple[str, str]:
    """Add a reporting person; the same words and place as for a row."""
    return _add(document, "reportingOwners", {"isDirector": False, "isOfficer": False}, "Reporting person")


def add_signature(document: Document) -> tuple[str, str]:
    """Add a signature line."""
    return _add(document, "ownerSignatures", {}, "Signature")


def _add(document: Document, head: str, item: Document, words: str) -> tuple[str, str]:
    if not isinstance(document.get(head), list):
        set_key(document, head, [], order_of(document, Place() / head))
    document[head].append(item)
    number = len(document[head])
    last = {"reportingOwners": "rptOwnerName", "ownerSignatures": "signatureName"}[head]
    return f"{words} {number} added", f"/{head}/{number - 1}/{last}"


def accept(document: Document, rule: str, pointer: str, reason: str, by: str) -> str:
    """Record that counsel accepts a finding. Raises ImpossibleError."""
    if not reason.strip() or not by.strip():
        raise ImpossibleError("Give the reason, and the name of the person who accepts the finding.")
    override = {"rule": rule, "place": pointer, "reason": reason.strip(), "by": by.strip()}
    set_key(
        document, "overrides", [*document.get("overrides", []), override], order_of(document, Place() / "overrides")
    )
    return f"{rule} accepted at {name_of_place(pointer)}"


def _table(table: str) -> str:
    return {"nonDerivativeTable": "Table I", "derivativeTable": "Table II"}[table]


def _beside(at: Place, key: str) -> Place:
    return (at.parent or Place()) / key


def _place(pointer: str) -> Place:
    try:
        return place_of(pointer)
    except ValueError:
        raise ImpossibleError("The form has no such cell.") from None
