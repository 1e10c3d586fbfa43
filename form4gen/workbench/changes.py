"""Changes of a document: a value, or a finding that is accepted. Each returns what was changed, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from form4gen.api.editing import Kind, Place, field_of, name_of_place, order_of, place_of
from form4gen.errors import Form4genError
from form4gen.workbench.typed import code_of, named_place, value_of

Document = dict[str, Any]

SHARES_TO_VALUE = {
    "transactionShares": "transactionTotalValue",
    "sharesOwnedFollowingTransaction": "valueOwnedFollowingTransaction",
    "underlyingSecurityShares": "underlyingSecurityValue",
}
"""Each number of shares, and the amount of money that a row has in its place."""

_CODED = ("rptOwnerState", "rptOwnerCountry")
_PARTS = (Kind.ONE, Kind.MANY, Kind.NAMED, Kind.ROWS)


class ImpossibleError(Form4genError):
    """The change cannot be made; the text says why."""


def enter(document: Document, pointer: str, kind: str, text: str, today: date) -> str:
    """Put what was typed into a cell. Raises ImpossibleError and NotUnderstoodError."""
    at = place_at(pointer)
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
        case "state" | "country":
            put(document, at, named_place(text, kind) if at.token in _CODED else text.strip() or None)
        case "none":
            raise ImpossibleError("A holding has no transaction. Add a transaction row instead.")
        case _:
            put(document, at, _typed(document, at, text, today))
    return f"{name_of_place(pointer)}: {text.strip()[:60] or 'cleared'}"


def _enter_amount(document: Document, at: Place, text: str, today: date) -> None:
    """A number of shares, or with a dollar sign an amount of money, which has a key of its own."""
    last = str(at.token)
    shares = next((key for key, value in SHARES_TO_VALUE.items() if value == last), last)
    value = _beside(at, SHARES_TO_VALUE[shares])
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
    field = field_of(document, at)
    if field is None:
        raise ImpossibleError("The form has no such cell.")
    if field.required and not field.is_cell and value is None:
        raise ImpossibleError(f"{name_of_place(at.pointer)} must have a value.")
    part = part_at(document, at.parent or Place())
    key = str(at.token)
    present = part.get(key)
    if isinstance(present, dict) and "footnotes" in present:
        cell = {"value": value, "footnotes": present["footnotes"]}
        value = {name: each for name, each in cell.items() if each is not None}
    elif value is False and field.absent is False and key not in part:
        return
    set_key(part, key, value, order_of(document, at))


def part_at(document: Document, at: Place) -> Document:
    """The object at a place; parts that the document does not have yet are added. Raises ImpossibleError."""
    part: Any = document
    here = Place()
    for step in at.tokens:
        here = here / step
        part = _below(document, part, here, step)
    if not isinstance(part, dict):
        raise ImpossibleError("The form has no such cell.")
    return part


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
            if isinstance(part[step], str):  # a name that stands for an object
                part[step] = {"name": part[step]}
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


def accept(document: Document, rule: str, pointer: str, reason: str, by: str) -> str:
    """Record that counsel accepts a finding. Raises ImpossibleError."""
    if not reason.strip() or not by.strip():
        raise ImpossibleError("Give the reason, and the name of the person who accepts the finding.")
    override = {"rule": rule, "place": pointer, "reason": reason.strip(), "by": by.strip()}
    set_key(
        document, "overrides", [*document.get("overrides", []), override], order_of(document, Place() / "overrides")
    )
    return f"{rule} accepted at {name_of_place(pointer)}"


def _beside(at: Place, key: str) -> Place:
    return (at.parent or Place()) / key


def place_at(pointer: str) -> Place:
    """The place of a pointer. Raises ImpossibleError if it is none."""
    try:
        return place_of(pointer)
    except ValueError:
        raise ImpossibleError("The form has no such cell.") from None
