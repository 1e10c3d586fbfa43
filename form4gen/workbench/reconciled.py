"""The reconciliation of broker's files with the rows that they become, in words for the tables of the Facts screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from form4gen.api.editing import day, dollars
from form4gen.errors import without_options

if TYPE_CHECKING:
    from form4gen.api.fills import Filled

_UNKNOWN = "to enter"


def reconciliation(filled: Filled) -> dict[str, Any]:
    """What the template of the reconciliation takes; every value is a text, or a list of texts."""
    from form4gen.api.fills import fills_values  # noqa: PLC0415  only with a broker's file

    found = fills_values(filled)
    has_several = len({row["file"] for row in found["rows"]}) > 1
    return {
        "maps": [without_options(f'{each["file"]}: read with the map "{each["map"]}" ({each["from"]})')
                 for each in found["maps"]],
        "rows": [_row(each, has_several=has_several) for each in found["rows"]],
        "ignored": sum(bool(each["ignoredBecause"]) for each in found["rows"]),
        "form": [_form_row(each) for each in found["form"]],
        "sums": [_sum(each) for each in found["sums"]],
        "taken": [without_options(f"{each['value']}: from {each['from']}") for each in found["taken"]],
        "remarks": [without_options(each) for each in found["remarks"]],
    }  # fmt: skip


def _row(row: Mapping[str, Any], *, has_several: bool) -> dict[str, Any]:
    file = f"{row['file']}, " if has_several else ""
    sheet = f'sheet "{row["sheet"]}", ' if row["sheet"] else ""
    events = [
        f"{each['code']}, {_amount(each['shares'])} at {_dollars(each['price'])}, {_day(each['date'])}"
        for each in row["transactions"]
    ]
    return {
        "name": f"{file}{sheet}{row['row']}", "events": events, "used": "; ".join(row["usedIn"]),
        "ignored": row["ignoredBecause"] or "",
    }  # fmt: skip


def _form_row(row: Mapping[str, Any]) -> dict[str, str]:
    is_average, owned = row["arithmetic"] is not None, row["ownedFollowing"]
    return {
        "name": "; ".join(row["rows"]), "day": _day(row["date"]), "code": row["code"], "shares": _amount(row["shares"]),
        "price": _dollars(row["price"]), "owned": "" if owned is None else _amount(owned),
        "range": f"average of {_dollars(row['low'])} to {_dollars(row['high'])}" if is_average else "",
        "arithmetic": row["arithmetic"] or "",
    }  # fmt: skip


def _sum(each: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "code": each["code"], "events": _amount(each["transactions"]), "shares": _amount(each["sharesRead"]),
        "written": _amount(each["sharesWritten"]), "dollars": _dollars(each["dollarsRead"]),
        "dollars_written": _dollars(each["dollarsWritten"]), "rounded": _dollars(each["dollarsAtRowPrices"]),
        "agrees": each["agrees"],
    }  # fmt: skip


def _amount(number: Decimal | int) -> str:
    whole, _, part = f"{number:,f}".partition(".")
    return f"{whole}.{part.rstrip('0')}".removesuffix(".")


def _dollars(number: Decimal | None) -> str:
    """With two decimals at least; a price that the file does not say is to be entered."""
    return _UNKNOWN if number is None else dollars(number)


def _day(text: str) -> str:
    return day(date.fromisoformat(text))
