"""The attributes by which a browser edits the page where it stands; a printed page has none of them.

An element that shows one value has ``data-at`` (its JSON pointer), ``data-kind`` (how it is typed) and ``data-place``
(its name, as findings name it). An element whose text is made of several values has ``data-parts``: a JSON list with
pointer, kind, name, value, and the text before and after each. Nothing else is added, so that a page without these
attributes is the printed one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from markupsafe import Markup

from form4gen.location import Place
from form4gen.model.cell_names import cell_name
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Row
from form4gen.records import NamedTuple

Attributes = Callable[..., str]
"""What templates call ``edit``: the attributes of an element, from the name of what it shows and its number."""


class Part(NamedTuple):
    """One value of the page: its place, how it is typed, its value, and the text before and after it."""

    at: Place
    kind: str
    value: str = ""
    before: str = ""
    after: str = ""


_TRANSACTION = (
    ("transactionDate", "date"), ("deemedExecutionDate", "date"), ("transactionCode", "code"),
    ("transactionFormType", "early"),
)  # fmt: skip
_OWNERSHIP = (
    ("sharesOwnedFollowingTransaction", "amount"), ("directOrIndirectOwnership", "ownership"),
    ("natureOfOwnership", "text"),
)  # fmt: skip
_TABLE_I = (
    ("securityTitle", "text"), *_TRANSACTION, ("transactionShares", "number"),
    ("transactionAcquiredDisposedCode", "direction"), ("transactionPricePerShare", "number"), *_OWNERSHIP,
)  # fmt: skip
_TABLE_II = (
    ("securityTitle", "text"), ("conversionOrExercisePrice", "number"), *_TRANSACTION,
    ("transactionShares", "acquired"), ("transactionShares", "disposed"), ("exerciseDate", "date"),
    ("expirationDate", "date"), ("underlyingSecurityTitle", "text"), ("underlyingSecurityShares", "amount"),
    ("transactionPricePerShare", "number"), *_OWNERSHIP,
)  # fmt: skip
COLUMNS = {"nonDerivativeTable": _TABLE_I, "derivativeTable": _TABLE_II}
"""The columns of each table: the key of the cell, and how it is typed."""

# Where a table has one column for a number of shares or an amount of money.
_VALUES = {
    "transactionShares": "transactionTotalValue",
    "sharesOwnedFollowingTransaction": "valueOwnedFollowingTransaction",
    "underlyingSecurityShares": "underlyingSecurityValue",
}
_AMOUNTS = ("amount", "acquired", "disposed")
_BOXES = ("isDirector", "isOfficer", "isTenPercentOwner", "isOther")
_HEAD = {
    "notSubjectToSection16": "box", "aff10b5One": "box", "periodOfReport": "date", "dateOfOriginalSubmission": "date",
    "remarks": "lines",
}  # fmt: skip


def attributes_of(filing: Filing) -> Attributes:
    """The attributes of the elements of a page that is edited."""

    def edit(name: str, number: int = 0, column: int = 0) -> str:
        match name:
            case "row":
                return _cell(filing.non_derivative_table[number], *_TABLE_I[column])
            case "derivative row":
                return _cell(filing.derivative_table[number], *_TABLE_II[column])
            case "note":
                return _one(filing.footnotes[number].at, "lines")
            case "signatureName":
                return _one(filing.owner_signatures[number].at / name, "text")
            case "signatureDate":
                return _one(filing.owner_signatures[number].at / name, "date")
            case "issuer":
                return _several(_issuer(filing))
            case "issuerForeignTradingSymbol":
                return _one(filing.issuer.at / name, "text")
        if name in _HEAD:
            return _one(filing.at / name, _HEAD[name])
        owner = filing.reporting_owners[number] if filing.reporting_owners else None
        return _of_owner(filing.at / "reportingOwners" / number, owner, name)

    return edit


def _cell(row: Row, key: str, kind: str) -> str:
    if key not in row.fields:
        return _one(row.at / key, "none")  # a holding has no transaction
    value = _VALUES.get(key)
    if value in row.fields and kind in _AMOUNTS and _shows_value(row, key, value):
        return _one(row.at / value, kind)
    return _one(row.at / key, kind)


def _shows_value(row: Row, shares: str, value: str) -> bool:
    one, other = (getattr(row, row.fields[key].attribute) for key in (shares, value))
    return one.is_blank and not other.is_blank


def _issuer(filing: Filing) -> Iterable[Part]:
    at, issuer = filing.issuer.at, filing.issuer
    yield Part(at / "issuerName", "text", issuer.issuer_name or "")
    yield Part(at / "issuerTradingSymbol", "text", issuer.issuer_trading_symbol or "", " [ ", " ]")


def _of_owner(at: Place, owner: ReportingOwner | None, name: str) -> str:
    state = _state_key(owner)
    street = (("rptOwnerStreet1", "text", ""), ("rptOwnerStreet2", "text", "\n"))
    town = (
        ("rptOwnerCity", "text", "\n"), (state, "state", " "), ("rptOwnerZipCode", "text", " "),
        ("rptOwnerCountry", "country", "\n"),
    )  # fmt: skip
    shared = {
        "street": street,
        "address": (*street, *town),
        "specified": (("officerTitle", "text", ""), ("otherText", "text", " / ")),
        "officer": (("isOfficer", "box", ""), ("officerTitle", "text", " ")),
        "other": (("isOther", "box", ""), ("otherText", "text", " ")),
    }
    if name in shared:
        return _several(Part(at / key, kind, _value(owner, key), before) for key, kind, before in shared[name])
    if name == "state":
        return _one(at / state, "state")
    return _one(at / name, "box" if name in _BOXES else "country" if name == "rptOwnerCountry" else "text")


def _value(owner: ReportingOwner | None, key: str) -> str:
    value = getattr(owner, ReportingOwner.fields[key].attribute, None)
    return "X" if value is True else value or ""


def _state_key(owner: ReportingOwner | None) -> str:
    """The key of the value that the page shows as the state."""
    if _value(owner, "rptOwnerNonUSStateTerritory"):
        return "rptOwnerNonUSStateTerritory"
    return "rptOwnerStateDescription" if _value(owner, "rptOwnerStateDescription") else "rptOwnerState"


def _one(at: Place, kind: str) -> str:
    return Markup(' data-at="{}" data-kind="{}" data-place="{}"').format(at.pointer, kind, cell_name(at))


def _several(parts: Iterable[Part]) -> str:
    listed = [(part.at.pointer, part.kind, cell_name(part.at), part.value, part.before, part.after) for part in parts]
    return Markup(' data-parts="{}"').format(json.dumps(listed, ensure_ascii=False))
