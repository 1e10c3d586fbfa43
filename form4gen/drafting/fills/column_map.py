"""Column maps: which header of a broker's file holds the day, the side, the number and the price. Data, not code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from form4gen.errors import UnusableInputError
from form4gen.prose.private import private_information
from form4gen.records import NamedTuple

ROLES = {
    "day": "the trade date",
    "action": "what happened: bought, sold, vested, exercised, granted, given",
    "description": 'more words on what happened, for a pattern such as "Deposit: ESPP*"',
    "shares": "the number of securities; of a vest or exercise, before any are withheld",
    "price": "the price per share",
    "symbol": "the trading symbol",
    "class": "what tells classes apart, for [map.titles]",
    "id": "a number that no other event has",
    "amount": "the dollars of the row, which must agree with number and price",
    "fees": "fees and commissions within the amount",
    "withheld": "the number of shares that the issuer withheld",
    "sold": "the number of shares that the broker sold for taxes",
    "taken": "the number of shares that were withheld or sold for taxes, together",
    "method": "what says whether they were withheld or sold, for [map.taxes]",
    "net": "the number of shares that are left",
    "market": "the fair market value per share on the day of the vest or exercise",
    "exercise_price": "the exercise price of an option",
    "exercise_day": "the day of the exercise, where a row reports a sale of its shares",
    "granted": "the number of a grant, if it is not in the column of the role shares",
    "grant_day": "the day of a grant, if it is not in the column of the role day",
    "account": "what tells accounts apart; all transactions must be of one",
}
GRANT, GIFT, GIFT_RECEIVED = "grant", "gift", "gift received"
PLAN_PURCHASE = "plan purchase"
"""A purchase under an employee stock purchase plan, which is exempt from reporting."""

SCHEDULED = "scheduled vest"
"""A vest in a schedule; without a number, it is still to come."""

KINDS = (
    "purchase", "sale", "purchase or sale", "vest", SCHEDULED, "exercise", GRANT, GIFT, GIFT_RECEIVED, PLAN_PURCHASE,
)  # fmt: skip
WITHHELD, SOLD = "withheld", "sold"
"""How taxes were paid with shares: the issuer kept some (code F), or the broker sold some (code S)."""

_ORDERS = ("MDY", "DMY")
_KEYS = (
    "name", "sheet", "event", "decimal", "days", "sales_are_negative", "ends_at_blank_row", "symbol_is_above",
    "columns", "optional", "details", "events", "ignored", "only", "never", "taxes", "titles",
)  # fmt: skip
_NEEDED = ("day", "shares")


class ColumnMap(NamedTuple):
    """How a file is read; ``file`` is the TOML file that has the map.

    ``columns`` and ``optional`` have the headers of each role, the first that is there counting; a file without one of
    ``columns`` is not of this kind. ``details`` are roles in the rows below an event whose day is blank. ``events`` and
    ``ignored`` have patterns of the action, and ``event`` is the kind of every row if there is no action. ``only`` and
    ``never`` have, for a header, the patterns that a row must or must not have there. ``taxes`` has patterns of the
    method, an empty one for a blank cell. ``titles`` has the title of a class by the value in its column.
    """

    name: str
    file: str
    columns: Mapping[str, tuple[str, ...]]
    optional: Mapping[str, tuple[str, ...]] = {}
    details: Mapping[str, tuple[str, ...]] = {}
    events: Mapping[str, str] = {}
    ignored: Mapping[str, str] = {}
    only: Mapping[str, tuple[str, ...]] = {}
    never: Mapping[str, tuple[str, ...]] = {}
    taxes: Mapping[str, str] = {}
    titles: Mapping[str, str] = {}
    event: str = ""
    sheet: str = ""
    decimal: str = ""
    days: str = "MDY"
    sales_are_negative: bool = False
    ends_at_blank_row: bool = False
    symbol_is_above: bool = False


def maps_of(data: Mapping[str, Any], file: str) -> list[ColumnMap]:
    """The maps in a TOML file. Raises UnusableInputError where a key, a role or a value is not one."""
    _check_keys(data, ("map",), file, "key")
    listed = data.get("map", [])
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        _stop(file, "It has no map. Begin each with a line [[map]].")
    found = [_map_of(each, file) for each in listed]
    names = [each.name for each in found]
    for name in names:
        if names.count(name) > 1:
            _stop(file, f"Two maps are named {name!r}. Rename one.")
    return found


def _map_of(table: Mapping[str, Any], file: str) -> ColumnMap:
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        _stop(file, 'A map has no name. Add a line such as name = "Example Broker, confirmations".')
    where = f"{file}, map {name!r}"
    _check_keys(table, _KEYS, where, "key")
    columns = _headers(table, "columns", where)
    for role in _NEEDED:
        if role not in columns:
            _stop(where, f"[map.columns] lacks {role}, {ROLES[role]}.")
    found = ColumnMap(
        name=name.strip(),
        file=file,
        columns=columns,
        optional=_headers(table, "optional", where),
        details=_headers(table, "details", where),
        events=_texts(table, "events", where),
        ignored=_texts(table, "ignored", where),
        only=_lists(table, "only", where),
        never=_lists(table, "never", where),
        taxes=_texts(table, "taxes", where),
        titles=_texts(table, "titles", where),
        event=_text(table, "event", "", where),
        sheet=_text(table, "sheet", "", where),
        decimal=_text(table, "decimal", "", where),
        days=_text(table, "days", "MDY", where),
        sales_are_negative=_flag(table, "sales_are_negative", where),
        ends_at_blank_row=_flag(table, "ends_at_blank_row", where),
        symbol_is_above=_flag(table, "symbol_is_above", where),
    )
    _check(found, where)
    return found


def _check(found: ColumnMap, where: str) -> None:
    for kind in (*found.events.values(), *([found.event] if found.event else [])):
        if kind not in KINDS:
            _stop(where, f"{kind!r} is not a kind of event. {_near(kind, KINDS, 'kinds')}")
    for way in found.taxes.values():
        if way not in (WITHHELD, SOLD):
            _stop(where, f"In [map.taxes], {way!r} must be {WITHHELD!r} or {SOLD!r}.")
    if found.decimal not in ("", ".", ","):
        _stop(where, f'decimal must be "." or ",", not {found.decimal!r}.')
    if found.days not in _ORDERS:
        _stop(where, f'days must be "MDY" or "DMY", not {found.days!r}.')
    has_action = "action" in found.columns
    if has_action == bool(found.event) or has_action != bool(found.events):
        _stop(
            where,
            "Give either a column for action and its values in [map.events], or, if every row is the same kind of "
            'event, a line such as event = "sale".',
        )
    for title in found.titles.values():
        for private in private_information(title):
            _stop(where, f"A title in [map.titles] appears to contain {private.what}. {private.remedy}")


def _headers(table: Mapping[str, Any], key: str, where: str) -> dict[str, tuple[str, ...]]:
    found = _lists(table, key, where)
    _check_keys(found, ROLES, f"{where}, [map.{key}]", "role")
    return found


def _table(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        _stop(where, f"{key} must be a table, [map.{key}].")
    return found


def _lists(table: Mapping[str, Any], key: str, where: str) -> dict[str, tuple[str, ...]]:
    """A table of texts or lists of texts, each as a tuple."""
    found = {}
    for name, value in _table(table, key, where).items():
        listed = value if isinstance(value, list) else [value]
        if not listed or not all(isinstance(each, str) and each.strip() for each in listed):
            _stop(where, f"{name} in [map.{key}] must be a text or a list of texts.")
        found[name] = tuple(listed)
    return found


def _texts(table: Mapping[str, Any], key: str, where: str) -> dict[str, str]:
    found = _table(table, key, where)
    for name, value in found.items():
        if not isinstance(value, str) or not value.strip():
            _stop(where, f"{name} in [map.{key}] must be a text.")
    return dict(found)


def _text(table: Mapping[str, Any], key: str, default: str, where: str) -> str:
    found = table.get(key, default)
    if not isinstance(found, str):
        _stop(where, f"{key} must be a text.")
    return found


def _flag(table: Mapping[str, Any], key: str, where: str) -> bool:
    found = table.get(key, False)
    if not isinstance(found, bool):
        _stop(where, f"{key} must be true or false.")
    return found


def _check_keys(table: Iterable[str], known: Iterable[str], where: str, what: str) -> None:
    for key in table:
        if key not in known:
            _stop(where, f"There is no {what} {key!r}. {_near(key, known, f'{what}s')}")


def _near(name: str, known: Iterable[str], what: str) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"Did you mean {near[0]}?" if near else f"The {what} are {', '.join(known)}."


def _stop(where: str, message: str) -> NoReturn:
    raise UnusableInputError(f"{where}: {message}")


def fits(pattern: str, words: str) -> bool:
    """Whether a text is what a pattern of a map says, regardless of case; ``*`` at its end stands for any words."""
    plain, wanted = words.casefold(), " ".join(pattern.casefold().split())
    return plain.startswith(wanted[:-1]) if wanted.endswith("*") else plain == wanted
