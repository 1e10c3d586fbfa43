"""Changes of lists: rows, reporting persons, signatures, and entries of the data that the page does not show.

Each returns what was done, in words, and the place to go on at. Raises ImpossibleError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from form4gen.api.editing import TABLES, Kind, Place, field_of, order_of
from form4gen.api.unprinted import entry_name
from form4gen.workbench.changes import Document, ImpossibleError, part_at, place_at, set_key

_MOST_ENTRIES = 100_000
_LISTS = (Kind.MANY, Kind.NAMED, Kind.ROWS)
_ADDRESS = tuple(
    f"rptOwner{part}" for part in (
        "NonUSAddressFlag", "Street1", "Street2", "City", "NonUSStateTerritory", "State", "Country", "ZipCode",
        "StateDescription",
    )
)  # fmt: skip
_FIRST_CELLS = {"reportingOwners": "rptOwnerName", "ownerSignatures": "signatureName"}


def add_row(document: Document, pointer: str, kind: str) -> tuple[str, str]:
    """Add an empty row below the row at a place, or to a table as its last."""
    at = place_at(pointer if pointer.startswith("/") else f"/{pointer}")
    if at.tokens[0] not in TABLES or len(at.tokens) > 2:  # noqa: PLR2004  a table, or its row
        raise ImpossibleError("The form has no such table.")
    table, *number = at.tokens
    below = int(number[0]) + 1 if number else len(_list_at(document, Place() / table))
    here = Place() / table / below
    _insert(document, here, {"kind": kind})
    return f"{kind.capitalize()} added: {entry_name(here)}", (here / "securityTitle").pointer


def add_entry(document: Document, pointer: str) -> tuple[str, str]:
    """Add an entry to a list as its last, or an object that may be absent."""
    at = place_at(pointer)
    field = field_of(document, at)
    if field is None or field.holds is None or field.key == "overrides":
        raise ImpossibleError("Nothing can be added here.")
    if field.kind is Kind.ONE:
        part_at(document, at)
        return f"{entry_name(at)} added", at.pointer
    entries = _list_at(document, at)
    here = at / len(entries)
    _insert(document, here, _new(field.key, entries))
    first = _FIRST_CELLS.get(field.key)
    return f"{entry_name(here)} added", (here / first if first else here).pointer


def _new(key: str, entries: list[Any]) -> Document:
    """An entry with what each must have: a power of attorney is cited by its id."""
    if key == "reportingOwners":
        return {"isDirector": False, "isOfficer": False}
    if key != "powersOfAttorney":
        return {}
    taken = {each.get("id") for each in entries if isinstance(each, dict)}
    names = ("poa", *(f"poa-{number}" for number in range(2, len(taken) + 3)))
    return {"id": next(name for name in names if name not in taken)}


def same_address(document: Document, at: Place) -> tuple[str, str]:
    """Give a further reporting person the address of the first; a cell stands for its person."""
    persons, number = document.get("reportingOwners"), at.tokens[1] if len(at.tokens) > 1 else 0
    is_further = isinstance(persons, list) and isinstance(number, int) and 0 < number < len(persons)
    if at.tokens[:1] != ("reportingOwners",) or not is_further:
        raise ImpossibleError("Go to the second or a further reporting person first.")
    here, first = Place() / "reportingOwners" / number, part_at(document, Place() / "reportingOwners" / 0)
    for key in _ADDRESS:
        set_key(part_at(document, here), key, first.get(key), order_of(document, here / key))
    return f"{entry_name(here)}: the address of reporting person 1", (here / "rptOwnerStreet1").pointer


def change_entry(document: Document, do: str, at: Place) -> tuple[str, str]:
    """Copy an entry below itself, move it up or down, or delete it. A cell of a row stands for its row."""
    if at.tokens[:1] and at.tokens[0] in TABLES:
        at = Place() / at.tokens[0] / at.tokens[1] if len(at.tokens) > 1 else at
    name, above, number = entry_name(at), at.parent or Place(), at.token
    field = field_of(document, at)
    if do == "delete" and field is not None and field.kind is Kind.ONE and not field.required:
        set_key(part_at(document, above), field.key, None, ())
        return f"{name} deleted", above.pointer
    listed = field_of(document, above)
    if listed is None or listed.kind not in _LISTS or not isinstance(number, int):
        raise ImpossibleError("Go to a row of Table I or Table II first.")
    entries = _list_at(document, above)
    if number >= len(entries):
        raise ImpossibleError(f"{name} is not there.")
    match do:
        case "copy":
            _insert(document, above / (number + 1), deepcopy(entries[number]))
            return f"{name} copied below", (above / (number + 1)).pointer
        case "delete":
            _delete(document, above, number)
            return f"{name} deleted", (above / min(number, len(entries) - 1)).pointer if entries else ""
        case "up" | "down":
            other = number + (1 if do == "down" else -1)
            if not 0 <= other < len(entries):
                raise ImpossibleError(f"{name} is already the {'last' if do == 'down' else 'first'}.")
            entries[number], entries[other] = entries[other], entries[number]
            _move_overrides(document, above, lambda each: {number: other, other: number}.get(each, each))
            return f"{name} moved {do}", (above / other).pointer
    raise ImpossibleError("There is no such change of a row.")


def _delete(document: Document, above: Place, number: int) -> None:
    """Delete an entry; a list without entries is left out, and a table stays."""
    entries = _list_at(document, above)
    del entries[number]
    _move_overrides(document, above, lambda each: None if each == number else each - (each > number))
    if not entries and above.token not in TABLES:
        set_key(part_at(document, above.parent or Place()), str(above.token), None, ())


def _insert(document: Document, at: Place, entry: Document) -> None:
    above, number = at.parent or Place(), int(at.token)
    entries = _list_at(document, above)
    if not 0 <= number <= len(entries) < _MOST_ENTRIES:
        raise ImpossibleError("The form has no such row.")
    entries.insert(number, entry)
    _move_overrides(document, above, lambda each: each + (each >= number))


def _list_at(document: Document, at: Place) -> list[Any]:
    """The list at a place, a new one if there is none yet."""
    part, key = part_at(document, at.parent or Place()), str(at.token)
    if not isinstance(part.get(key), list):
        set_key(part, key, [], order_of(document, at))
    found: list[Any] = part[key]
    return found


def _move_overrides(document: Document, above: Place, moved: Callable[[int], int | None]) -> None:
    """Keep accepted findings at the entries that they were accepted for."""
    start, kept = f"{above.pointer}/", []
    for override in document.get("overrides", ()):
        place = str(override.get("place", "")) if isinstance(override, Mapping) else ""
        number, slash, rest = place.removeprefix(start).partition("/")
        if place.startswith(start) and number.isdecimal():
            after = moved(int(number))
            if after is None:
                continue
            override["place"] = f"{start}{after}{slash}{rest}"
        kept.append(override)
    if "overrides" in document:
        document["overrides"] = kept
