"""The rows of both tables, as the JSON of a draft has them, each with the balance that it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.base import Base
from form4gen.drafting.fills.events import UNITS
from form4gen.drafting.fills.footnotes import Notes, average_note, units_note, withheld_note
from form4gen.drafting.fills.groups import Group
from form4gen.model.placeholders import placeholder

_OWNERSHIP = ("directOrIndirectOwnership", "natureOfOwnership")
_UNIT_DATES = {
    "exerciseDate": "the vesting date, or a footnote with the vesting schedule",
    "expirationDate": "the expiration date, or a footnote that there is none",
}
_OPTION_DATES = {
    "exerciseDate": "the first day of exercise, YYYY-MM-DD",
    "expirationDate": "the expiration date, YYYY-MM-DD",
}
_HELD = placeholder("the number owned after the transaction")
_UNITS = "Restricted Stock Units"


def table_i_row(group: Group, base: Base, balance: Decimal | None, notes: Notes) -> dict[str, Any]:
    """A row of Table I; ``balance`` is what it leaves, if that is known."""
    first, price = group.first, group.price
    code: Any = first.code
    if first.code == "F":
        code = {"value": "F", "footnotes": [notes.add(withheld_note(group))]}
    shown: Any = placeholder("the fair market value per share of the shares withheld") if price is None else price
    if len(group.prices) > 1:
        shown = {"value": price, "footnotes": [notes.add(average_note(group))]}
    return {
        "kind": "transaction",
        "securityTitle": base.title,
        "transactionDate": first.day.isoformat(),
        "transactionCode": code,
        "transactionShares": group.shares,
        "transactionPricePerShare": shown,
        "transactionAcquiredDisposedCode": "A" if first.is_acquired else "D",
        "sharesOwnedFollowingTransaction": _HELD if balance is None else balance,
        **_ownership(base.nature),
    }


def _ownership(nature: str) -> dict[str, Any]:
    return {
        "directOrIndirectOwnership": "I" if nature else "D",
        **({"natureOfOwnership": nature} if nature else {}),
    }


def table_ii_row(
    group: Group, base: Base, known: Mapping[str, Any], balance: Decimal | None, notes: Notes
) -> dict[str, Any]:
    """The row of Table II for a grant, or for a vest or exercise, by which the award goes.

    ``known`` is the row of the draft with the terms of the award, or empty.
    """
    first = group.first
    return {
        "kind": "transaction",
        "securityTitle": known.get("securityTitle")
        or (_UNITS if first.award == UNITS else placeholder("the title of the option")),
        **_terms(group, base, known, notes),
        "transactionDate": first.day.isoformat(),
        "transactionCode": first.code,
        "transactionShares": group.shares,
        "transactionPricePerShare": Decimal(0),
        "transactionAcquiredDisposedCode": "A" if first.is_award else "D",
        "underlyingSecurityTitle": known.get("underlyingSecurityTitle") or base.title,
        "underlyingSecurityShares": group.shares,
        "sharesOwnedFollowingTransaction": _HELD if balance is None else balance,
        **({key: known[key] for key in _OWNERSHIP if key in known} or _ownership(base.nature)),
    }


def _terms(group: Group, base: Base, known: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
    """The price and the dates of an award: those of the draft, and otherwise what to enter."""
    is_units = group.first.award == UNITS
    terms: dict[str, Any] = {}
    if "conversionOrExercisePrice" in known:
        terms["conversionOrExercisePrice"] = known["conversionOrExercisePrice"]
    elif is_units:
        terms["conversionOrExercisePrice"] = {"footnotes": [notes.add(units_note(base.title))]}
    else:
        terms["conversionOrExercisePrice"] = group.first.exercise_price
    for key, wanted in (_UNIT_DATES if is_units else _OPTION_DATES).items():
        terms[key] = known.get(key, placeholder(wanted))
    return terms
