"""A starting document: every key that most filings need, and the rows that a transaction code requires."""

from __future__ import annotations

from typing import Any

from form4gen.api.codes import Code, Use

# Values to fill in are blank, so that a check lists them. The two dates that cannot be blank are of a year before
# Form 4 existed, and contradict the transaction date as soon as that is filled in.
_BLANK: dict[str, Any] = {}
_NO_DAY = "1900-01-01"

_TABLE_I, _TABLE_II = "nonDerivativeTable", "derivativeTable"

# An exercise or conversion is reported in both tables; a grant of a derivative belongs in Table II, which needs more
# and is easily moved. Every other code that is allowed in Table I is mostly used there.
_IN_BOTH_TABLES = frozenset("CMOX")
_IN_TABLE_II = frozenset("A")

_MUST_BE_DESCRIBED = "J"


def starting(code: Code | None = None, *, amendment: bool = False) -> dict[str, Any]:
    """A document that is a filing, blank except for what ``code`` and ``amendment`` determine."""
    first, second = _uses(code)
    return {
        "$schema": "form4.schema.json",
        "documentType": "4/A" if amendment else "4",
        "periodOfReport": _NO_DAY,
        **({"dateOfOriginalSubmission": _NO_DAY} if amendment else {}),
        "issuer": {"issuerCik": "", "issuerName": "", "issuerTradingSymbol": ""},
        "reportingOwners": [_owner()],
        "aff10b5One": False,
        _TABLE_I: [_common(code, first)] if code and first else [],
        _TABLE_II: [_derivative(code, second)] if code and second else [],
        "footnotes": {"F1": ""} if code and code.letter == _MUST_BE_DESCRIBED else {},
        "remarks": "",
        "ownerSignatures": [{"signatureName": "", "signatureDate": _NO_DAY, "capacity": "self"}],
    }


def _uses(code: Code | None) -> tuple[Use | None, Use | None]:
    """The use of the code in each table in which its starting document has a row."""
    if code is None or code.letter in _IN_BOTH_TABLES:
        return (code.table_i, code.table_ii) if code else (None, None)
    if code.letter in _IN_TABLE_II or code.table_i is None:
        return None, code.table_ii
    return code.table_i, None


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


def _common(code: Code, use: Use) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": "",
        "transactionDate": _BLANK,
        "transactionCode": _code(code),
        "transactionShares": _BLANK,
        "transactionPricePerShare": _BLANK,
        "transactionAcquiredDisposedCode": _mark(use),
        "sharesOwnedFollowingTransaction": _BLANK,
        "directOrIndirectOwnership": _BLANK,
    }


def _derivative(code: Code, use: Use) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": "",
        "conversionOrExercisePrice": _BLANK,
        "transactionDate": _BLANK,
        "transactionCode": _code(code),
        "transactionShares": _BLANK,
        "transactionAcquiredDisposedCode": _mark(use),
        "exerciseDate": _BLANK,
        "expirationDate": _BLANK,
        "underlyingSecurityTitle": "",
        "underlyingSecurityShares": _BLANK,
        "transactionPricePerShare": _BLANK,
        "sharesOwnedFollowingTransaction": _BLANK,
        "directOrIndirectOwnership": _BLANK,
    }


def _code(code: Code) -> Any:
    return {"value": code.letter, "footnotes": ["F1"]} if code.letter == _MUST_BE_DESCRIBED else code.letter


def _mark(use: Use) -> Any:
    """The direction, if the code leaves no choice."""
    return use.marks if len(use.marks) == 1 else _BLANK
