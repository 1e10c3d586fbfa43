"""A first JSON to fill in: every key that most filings need, and the rows that a transaction code calls for."""

from __future__ import annotations

from typing import Any

# What is to be filled in stands blank, so that a check names it. The two dates that cannot be blank are of a year
# before there was a Form 4, and contradict the transaction date as soon as that is filled in.
_BLANK: dict[str, Any] = {}
_NO_DAY = "1900-01-01"

_TABLE_I, _TABLE_II = "nonDerivativeTable", "derivativeTable"
_EITHER = ""

# The rows that each code calls for, and which way they go; a blank direction is for the filer to say. The meaning of
# the codes: Form 4, General Instruction 8.
ROWS: dict[str, tuple[tuple[str, str], ...]] = {
    "A": ((_TABLE_II, "A"),),
    "C": ((_TABLE_I, "A"), (_TABLE_II, "D")),
    "D": ((_TABLE_I, "D"),),
    "E": ((_TABLE_II, _EITHER),),
    "F": ((_TABLE_I, "D"),),
    "G": ((_TABLE_I, "D"),),
    "H": ((_TABLE_II, "D"),),
    "I": ((_TABLE_I, _EITHER),),
    "J": ((_TABLE_I, _EITHER),),
    "L": ((_TABLE_I, "A"),),
    "M": ((_TABLE_I, "A"), (_TABLE_II, "D")),
    "O": ((_TABLE_I, _EITHER), (_TABLE_II, "D")),
    "P": ((_TABLE_I, "A"),),
    "S": ((_TABLE_I, "D"),),
    "U": ((_TABLE_I, "D"),),
    "W": ((_TABLE_I, _EITHER),),
    "X": ((_TABLE_I, _EITHER), (_TABLE_II, "D")),
    "Z": ((_TABLE_I, _EITHER),),
}

_MUST_BE_DESCRIBED = "J"


def starting(code: str | None = None, *, amendment: bool = False) -> dict[str, Any]:
    """A document that is a filing, blank but for what ``code`` (one of ``ROWS``) and ``amendment`` settle."""
    rows = ROWS[code] if code else ()
    return {
        "$schema": "form4.schema.json",
        "documentType": "4/A" if amendment else "4",
        "periodOfReport": _NO_DAY,
        **({"dateOfOriginalSubmission": _NO_DAY} if amendment else {}),
        "issuer": {"issuerCik": "", "issuerName": "", "issuerTradingSymbol": ""},
        "reportingOwners": [_owner()],
        "aff10b5One": False,
        _TABLE_I: [_common(str(code), way) for table, way in rows if table == _TABLE_I],
        _TABLE_II: [_derivative(str(code), way) for table, way in rows if table == _TABLE_II],
        "footnotes": {"F1": ""} if code == _MUST_BE_DESCRIBED else {},
        "remarks": "",
        "ownerSignatures": [{"signatureName": "", "signatureDate": _NO_DAY, "capacity": "self"}],
    }


def _owner() -> dict[str, Any]:
    return {
        "rptOwnerCik": "",
        "rptOwnerName": "",
        "rptOwnerStreet1": "",
        "rptOwnerCity": "",
        "rptOwnerState": "",
        "rptOwnerZipCode": "",
        "isDirector": False,
        "isOfficer": False,
        "isTenPercentOwner": False,
        "isOther": False,
        "officerTitle": "",
    }


def _common(code: str, way: str) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": "",
        "transactionDate": _BLANK,
        "transactionCode": _code(code),
        "transactionShares": _BLANK,
        "transactionPricePerShare": _BLANK,
        "transactionAcquiredDisposedCode": way or _BLANK,
        "sharesOwnedFollowingTransaction": _BLANK,
        "directOrIndirectOwnership": _BLANK,
    }


def _derivative(code: str, way: str) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": "",
        "conversionOrExercisePrice": _BLANK,
        "transactionDate": _BLANK,
        "transactionCode": _code(code),
        "transactionShares": _BLANK,
        "transactionAcquiredDisposedCode": way or _BLANK,
        "exerciseDate": _BLANK,
        "expirationDate": _BLANK,
        "underlyingSecurityTitle": "",
        "underlyingSecurityShares": _BLANK,
        "transactionPricePerShare": _BLANK,
        "sharesOwnedFollowingTransaction": _BLANK,
        "directOrIndirectOwnership": _BLANK,
    }


def _code(code: str) -> Any:
    return {"value": code, "footnotes": ["F1"]} if code == _MUST_BE_DESCRIBED else code
