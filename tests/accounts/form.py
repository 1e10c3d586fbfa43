"""Small forms for the tests of the reporting basis: a director of Example Corp, and rows in a few words."""

from __future__ import annotations

import json
from typing import Any

from form4gen.accounts.basis import bases
from form4gen.accounts.basis_values import Basis, Decision
from form4gen.intake.document import read
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing

YEAR_END = {"issuerFiscalYearEnd": "12-31"}


def row(code: str, mark: str, when: str = "2026-09-10", note: str = "", **more: Any) -> dict[str, Any]:
    """A row of Table I; ``note`` is the text of a footnote on its code."""
    return {
        "kind": "transaction",
        "securityTitle": "Common Stock",
        "transactionDate": when,
        "transactionCode": {"value": code, "footnotes": [note]} if note else code,
        "transactionShares": 2000,
        "transactionPricePerShare": 0,
        "transactionAcquiredDisposedCode": mark,
        "sharesOwnedFollowingTransaction": 1000,
        "directOrIndirectOwnership": "D",
    } | more


def option(code: str, mark: str, when: str = "2026-09-10", note: str = "", **more: Any) -> dict[str, Any]:
    """A row of Table II."""
    return (
        row(code, mark, when, note)
        | {
            "securityTitle": "Call Option",
            "conversionOrExercisePrice": 20,
            "expirationDate": "2026-12-18",
            "underlyingSecurityTitle": "Common Stock",
            "underlyingSecurityShares": 2000,
        }
        | more
    )


def form(*rows: dict[str, Any], **keys: Any) -> Filing:
    """A Form 4 of these rows; a note stands in ``footnotes`` under its own text."""
    owner = {"rptOwnerCik": "0001999911", "rptOwnerName": "Sample Jane", "isDirector": True} | keys.pop("owner", {})
    document = {
        "documentType": "4",
        "periodOfReport": "2026-09-10",
        "issuer": {"issuerCik": "0001999900", "issuerName": "Example Corp", "issuerTradingSymbol": "EXMP"},
        "reportingOwners": [owner],
        "nonDerivativeTable": [each for each in rows if "underlyingSecurityTitle" not in each],
        "derivativeTable": [each for each in rows if "underlyingSecurityTitle" in each],
        "footnotes": {note: note for each in rows for note in _notes(each)},
        "ownerSignatures": [{"signatureName": "Jane Sample", "signatureDate": "2026-11-09"}],
    } | keys
    return structure(read(json.dumps(document).encode()).data)


def _notes(each: dict[str, Any]) -> list[str]:
    return [note for cell in each.values() if isinstance(cell, dict) for note in cell.get("footnotes", [])]


def decided(*rows: dict[str, Any], prior: tuple[Filing, ...] = (), **keys: Any) -> list[Decision]:
    """The decisions on the rows of a form, Table I before Table II."""
    return list(bases(form(*rows, **keys), prior).values())


def basis(*rows: dict[str, Any], prior: tuple[Filing, ...] = (), **keys: Any) -> Basis:
    """The basis of the first row of a form."""
    return decided(*rows, prior=prior, **keys)[0].basis
