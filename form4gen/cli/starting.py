"""A starting document: every key that most filings need, and the rows that transaction codes require."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen.api.codes import Code, Use

SCHEMA_FILE = "form4.schema.json"

_TABLE_I, _TABLE_II = "nonDerivativeTable", "derivativeTable"

# An exercise or conversion is reported in both tables; a grant of a derivative belongs in Table II, which needs more
# and is easily moved. Every other code that is allowed in Table I is mostly used there.
_IN_BOTH_TABLES = frozenset("CMOX")
_IN_TABLE_II = frozenset("A")

_MUST_BE_DESCRIBED = "J"
_POWER = "poa-1"


def starting(
    codes: Sequence[Code] = (),
    *,
    amendment: bool = False,
    issuer: str = "",
    owners: Sequence[str] = (),
    power: bool = False,
) -> dict[str, Any]:
    """A document with a placeholder for each value to enter, except for what the arguments determine.

    ``issuer`` and ``owners`` are CIKs; without ``owners`` there is one reporting person. With ``power`` an
    attorney-in-fact signs for each, under a power of attorney that is still to be signed.
    """
    tables: dict[str, list[dict[str, Any]]] = {_TABLE_I: [], _TABLE_II: []}
    for code in codes:
        first, second = _uses(code)
        tables[_TABLE_I] += [_common(code, first)] if first else []
        tables[_TABLE_II] += [_derivative(code, second)] if second else []
    persons = owners or ("",)
    several = len(persons) > 1
    return {
        "$schema": SCHEMA_FILE,
        "documentType": "4/A" if amendment else "4",
        "periodOfReport": _to_do("date of the earliest transaction, as YYYY-MM-DD"),
        **({"dateOfOriginalSubmission": _to_do("filing date of the original, as YYYY-MM-DD")} if amendment else {}),
        "issuer": {
            "issuerCik": issuer or _to_do("CIK of the issuer"),
            "issuerName": _to_do("name of the issuer, as on EDGAR"),
            "issuerTradingSymbol": _to_do("trading symbol, or NONE"),
        },
        "reportingOwners": [_owner(cik) for cik in persons],
        "aff10b5One": False,
        **tables,
        "footnotes": {"F1": _to_do("description of the transaction")} if _describes(codes) else {},
        "remarks": "",
        "ownerSignatures": [_signature(place, several=several, power=power) for place in range(1, len(persons) + 1)],
        **(
            {"powersOfAttorney": [_power(place, cik, several) for place, cik in enumerate(persons, 1)]} if power else {}
        ),
    }


def _to_do(what: str) -> str:
    """A placeholder: `form4gen validate` lists each one that is left."""
    return f"TODO: {what}"


def _describes(codes: Sequence[Code]) -> bool:
    return any(code.letter == _MUST_BE_DESCRIBED for code in codes)


def _uses(code: Code) -> tuple[Use | None, Use | None]:
    """The use of the code in each table in which its starting document has a row."""
    if code.letter in _IN_BOTH_TABLES:
        return code.table_i, code.table_ii
    if code.letter in _IN_TABLE_II or code.table_i is None:
        return None, code.table_ii
    return code.table_i, None


def _owner(cik: str) -> dict[str, Any]:
    return {
        "rptOwnerCik": cik or _to_do("CIK of the reporting person"),
        "rptOwnerName": _to_do("name of the reporting person, as on EDGAR"),
        "rptOwnerStreet1": _to_do("street"),
        "rptOwnerCity": _to_do("city"),
        "rptOwnerState": _to_do("state, as two letters"),
        "rptOwnerZipCode": _to_do("ZIP code"),
        "isDirector": False,
        "isOfficer": False,
        "isTenPercentOwner": False,
        "isOther": False,
        "officerTitle": "",
    }


def _signature(place: int, *, several: bool, power: bool) -> dict[str, Any]:
    capacity = "attorney_in_fact" if power else "self"
    return {
        "signatureName": _to_do("signature, such as /s/ Jane Sample"),
        "signatureDate": _to_do("date of the signature, as YYYY-MM-DD"),
        "capacity": capacity,
        **({"powerOfAttorney": _power_id(place, several)} if power else {}),
    }


def _power_id(place: int, several: bool) -> str:  # noqa: FBT001  called by its two neighbors
    return f"poa-{place}" if several else _POWER


def _power(place: int, cik: str, several: bool) -> dict[str, Any]:  # noqa: FBT001  the same
    return {
        "id": _power_id(place, several),
        "exhibitNumber": f"24.{place}" if several else "24",
        "status": "attached",
        "principal": {
            "name": _to_do("name of the person who grants the power"),
            "cik": cik or _to_do("CIK of that person"),
        },
        "attorneys": [{"name": _to_do("name of the attorney-in-fact")}],
        "scope": {
            "forms": ["3", "4", "5", "144"],
            "capacity": _to_do("capacity, such as officer and/or director"),
            "amendments": True,
            "issuer": {"name": _to_do("name of the issuer")},
        },
        "duration": {"kind": "until_no_longer_required"},
    }


def _common(code: Code, use: Use) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": _to_do("title of the class, such as Common Stock"),
        "transactionDate": _to_do("trade date, as YYYY-MM-DD"),
        "transactionCode": _code(code),
        "transactionShares": _to_do("number of shares"),
        "transactionPricePerShare": _to_do("price per share"),
        "transactionAcquiredDisposedCode": _mark(use),
        "sharesOwnedFollowingTransaction": _to_do("number owned after the transaction"),
        "directOrIndirectOwnership": _to_do("form of ownership: D or I"),
    }


def _derivative(code: Code, use: Use) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": _to_do("title of the derivative security, such as Stock Option (Right to Buy)"),
        "conversionOrExercisePrice": _to_do("conversion or exercise price"),
        "transactionDate": _to_do("trade date, as YYYY-MM-DD"),
        "transactionCode": _code(code),
        "transactionShares": _to_do("number of derivative securities"),
        "transactionAcquiredDisposedCode": _mark(use),
        "exerciseDate": _to_do("first day of exercise, as YYYY-MM-DD"),
        "expirationDate": _to_do("expiration date, as YYYY-MM-DD"),
        "underlyingSecurityTitle": _to_do("title of the underlying class"),
        "underlyingSecurityShares": _to_do("number of underlying shares"),
        "transactionPricePerShare": _to_do("price of the derivative security"),
        "sharesOwnedFollowingTransaction": _to_do("number of derivative securities owned after the transaction"),
        "directOrIndirectOwnership": _to_do("form of ownership: D or I"),
    }


def _code(code: Code) -> Any:
    return {"value": code.letter, "footnotes": ["F1"]} if code.letter == _MUST_BE_DESCRIBED else code.letter


def _mark(use: Use) -> Any:
    """The direction, if the code leaves no choice."""
    return use.marks if len(use.marks) == 1 else _to_do("direction: A (acquired) or D (disposed of)")
