"""A starting document: every key that most filings need, and the rows that transaction codes require."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen.edgar.dump import SCHEMA_FILE, dump
from form4gen.law.codes import Code, Price, Use
from form4gen.model.placeholders import placeholder
from form4gen.records import NamedTuple

_TABLE_I, _TABLE_II = "nonDerivativeTable", "derivativeTable"

# An exercise or conversion is reported in both tables; a grant of a derivative belongs in Table II, which needs more
# and is easily moved. Every other code that is allowed in Table I is mostly used there.
_IN_BOTH_TABLES = frozenset("CMOX")
_IN_TABLE_II = frozenset("A")

_MUST_BE_DESCRIBED = "J"
_DAY = "YYYY-MM-DD"


class Party(NamedTuple):
    """What is known of an issuer or a reporting person; empty texts are to be filled in."""

    cik: str = ""
    name: str = ""
    symbol: str = ""


NOBODY = Party()
"""A party of which nothing is known."""


def starting(
    codes: Sequence[Code] = (),
    *,
    amendment: bool = False,
    issuer: Party = NOBODY,
    owners: Sequence[Party] = (NOBODY,),
    power: bool = False,
) -> dict[str, Any]:
    """A document with a placeholder for each value that is not known.

    Each code adds its rows, in this order. With ``power``, an attorney-in-fact signs for each owner under a power of
    attorney that is still to be signed.
    """
    numbered = list(enumerate(owners, 1))
    powers = [_power(owner, issuer, number, len(owners)) for number, owner in numbered] if power else []
    notes = [f"F{number}" for number in range(1, sum(code.letter == _MUST_BE_DESCRIBED for code in codes) + 1)]
    marked = iter(notes)
    coded = [(code, next(marked) if code.letter == _MUST_BE_DESCRIBED else "") for code in codes]
    return {
        "$schema": SCHEMA_FILE,
        "documentType": "4/A" if amendment else "4",
        "periodOfReport": placeholder(f"the date of the earliest transaction, {_DAY}"),
        **({"dateOfOriginalSubmission": _day("on which the original Form 4 was filed")} if amendment else {}),
        "issuer": {
            "issuerCik": issuer.cik or placeholder("the issuer's CIK, such as 0001234567"),
            "issuerName": issuer.name or placeholder("the issuer's name as EDGAR shows it"),
            "issuerTradingSymbol": issuer.symbol or placeholder("the trading symbol, or NONE"),
        },
        "reportingOwners": [_owner(owner) for owner in owners],
        "aff10b5One": False,
        _TABLE_I: [_common(code, use, note) for code, note in coded if (use := _uses(code)[0])],
        _TABLE_II: [_derivative(code, use, note) for code, note in coded if (use := _uses(code)[1])],
        "footnotes": {note: placeholder("a description of the transaction") for note in notes},
        "remarks": "",
        "ownerSignatures": [_signature(owner, number, len(owners), power=power) for number, owner in numbered],
        **({"powersOfAttorney": powers} if powers else {}),
    }


def written(document: dict[str, Any]) -> str:
    """The document as JSON text, as an imported filing is written."""
    return dump(document)


def _uses(code: Code) -> tuple[Use | None, Use | None]:
    """The use of the code in each table in which its starting document has a row."""
    if code.letter in _IN_BOTH_TABLES:
        return code.table_i, code.table_ii
    if code.letter in _IN_TABLE_II or code.table_i is None:
        return None, code.table_ii
    return code.table_i, None


def _owner(owner: Party) -> dict[str, Any]:
    return {
        "rptOwnerCik": owner.cik or placeholder("the reporting person's CIK, such as 0001234567"),
        "rptOwnerName": owner.name or placeholder("the name as EDGAR shows it, last name first"),
        "rptOwnerStreet1": placeholder("the street address"),
        "rptOwnerCity": placeholder("the city"),
        "rptOwnerState": placeholder("the code of the state, such as MA"),
        "rptOwnerZipCode": placeholder("the ZIP code"),
        "isDirector": False,
        "isOfficer": False,
        "isTenPercentOwner": False,
        "isOther": False,
        "officerTitle": "",
    }


def _common(code: Code, use: Use, note: str) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": placeholder("the class of security, such as Common Stock"),
        "transactionDate": _day("of the trade"),
        "transactionCode": _code(code, note),
        "transactionShares": placeholder("the number of shares"),
        "transactionPricePerShare": _price(use, "share"),
        "transactionAcquiredDisposedCode": _mark(use),
        "sharesOwnedFollowingTransaction": placeholder("the number of shares owned after the transaction"),
        "directOrIndirectOwnership": placeholder("D for direct or I for indirect ownership"),
    }


def _derivative(code: Code, use: Use, note: str) -> dict[str, Any]:
    return {
        "kind": "transaction",
        "securityTitle": placeholder("the derivative security, such as Stock Option (right to buy)"),
        "conversionOrExercisePrice": placeholder("the exercise or conversion price in US dollars"),
        "transactionDate": _day("of the transaction"),
        "transactionCode": _code(code, note),
        "transactionShares": placeholder("the number of derivative securities"),
        "transactionAcquiredDisposedCode": _mark(use),
        "exerciseDate": _day("from which it can be exercised"),
        "expirationDate": _day("on which it expires"),
        "underlyingSecurityTitle": placeholder("the class of the underlying security"),
        "underlyingSecurityShares": placeholder("the number of underlying shares"),
        "transactionPricePerShare": _price(use, "derivative security"),
        "sharesOwnedFollowingTransaction": placeholder("the number of derivative securities owned afterwards"),
        "directOrIndirectOwnership": placeholder("D for direct or I for indirect ownership"),
    }


def _code(code: Code, note: str) -> Any:
    return {"value": code.letter, "footnotes": [note]} if note else code.letter


def _mark(use: Use) -> str:
    """The direction, if the code leaves no choice."""
    return use.marks if len(use.marks) == 1 else placeholder("A if acquired, or D if disposed of")


def _price(use: Use, unit: str) -> Any:
    """The price, if the code leaves no choice."""
    if use.price is Price.NONE:
        return 0
    expected = "" if use.price is Price.ANY else f" ({use.price.value})"
    return placeholder(f"the price per {unit} in US dollars{expected}")


def _day(words: str) -> str:
    return placeholder(f"the date {words}, {_DAY}")


def _signature(owner: Party, number: int, count: int, *, power: bool) -> dict[str, Any]:
    signer = "/s/ and the name of the attorney-in-fact" if power else "/s/ and the name of the signer"
    own = {"powerOfAttorney": _power_id(number, count)} if power else {}
    return {
        "signatureName": placeholder(signer),
        "signatureDate": _day("of the signature"),
        "capacity": "attorney_in_fact" if power else "self",
        **({"onBehalfOf": [owner.cik or placeholder(f"the CIK of reporting person {number}")]} if count > 1 else {}),
        **own,
    }


def _power(owner: Party, issuer: Party, number: int, count: int) -> dict[str, Any]:
    """A power of attorney from one reporting person to one attorney, as it is before it is signed."""
    return {
        "id": _power_id(number, count),
        "exhibitNumber": f"24.{number}" if count > 1 else "24",
        "status": "attached",
        "principal": {
            "name": placeholder("the name of the reporting person as it will be signed"),
            "cik": owner.cik or placeholder(f"the CIK of reporting person {number}"),
        },
        "attorneys": [{"name": placeholder("the name of the attorney-in-fact")}],
        "scope": {
            "forms": ["3", "4", "5", "144"],
            "capacity": placeholder("the capacity of the reporting person, such as officer and/or director"),
            "amendments": True,
            "issuer": {"name": issuer.name or placeholder("the name of the issuer")},
        },
        "duration": {"kind": "until_no_longer_required"},
    }


def _power_id(number: int, count: int) -> str:
    return f"poa-{number}" if count > 1 else "poa"
