"""Every line of the tables of limits is held by exactly one rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from case_files import EASTERN, document_of

from form4gen.intake.structure import structure
from form4gen.law.limits import TEXTS, TextLimit
from form4gen.rules.catalogue import SUSPENDS, catalogue
from form4gen.rules.engine import Finding, check

NOW = datetime(2026, 11, 9, 12, tzinfo=EASTERN)
DERIVATIVE = {
    "kind": "holding",
    "securityTitle": "Warrant",
    "underlyingSecurityTitle": "Common Stock",
    "sharesOwnedFollowingTransaction": "5",
    "directOrIndirectOwnership": "I",
    "natureOfOwnership": "By Trust",
}
EXHIBIT = {"documentType": "EX-99", "documentName": "list.txt", "documentDescription": "List"}
PLACES = {
    "issuerTradingSymbol": "/issuer",
    "issuerForeignTradingSymbol": "/issuer",
    "rptOwnerStreet1": "/reportingOwners/0",
    "rptOwnerStreet2": "/reportingOwners/0",
    "rptOwnerCity": "/reportingOwners/0",
    "rptOwnerNonUSStateTerritory": "/reportingOwners/0",
    "rptOwnerZipCode": "/reportingOwners/0",
    "officerTitle": "/reportingOwners/0",
    "otherText": "/reportingOwners/0",
    "securityTitle": "/derivativeTable/0",
    "underlyingSecurityTitle": "/derivativeTable/0",
    "natureOfOwnership": "/derivativeTable/0",
    "signatureName": "/ownerSignatures/0",
    "remarks": "",
    "documentDescription": "/exhibits/0",
}


def _found(line: TextLimit, length: int, filed_at: datetime) -> list[Finding]:
    """What the rules that say "suspends" find in the element when it has that length."""
    pointer = f"{PLACES[line.element]}/{line.element}"
    changes: dict[str, Any] = {
        "/derivativeTable": [DERIVATIVE],
        "/exhibits": [EXHIBIT],
        "/reportingOwners/0/isOther": True,
        "/reportingOwners/0/rptOwnerNonUSAddressFlag": False,
        pointer: "x" * length,
    }
    filing = structure(document_of({"base": "tecogen-2017", "set": changes}))
    outcome = check(filing, filed_at, catalogue().values())
    return [each for each in outcome.findings if each.at.pointer == pointer and each.edgar is SUSPENDS]


def _each_line() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("line", TEXTS, ids=lambda line: line.element)


@_each_line()
@pytest.mark.parametrize("short_of", [0, 1])
def test_a_text_within_its_limit_is_not_found(line: TextLimit, short_of: int) -> None:
    assert _found(line, line.most - short_of, NOW) == []


@_each_line()
@pytest.mark.parametrize("over", [1, 17])
def test_a_text_over_its_limit_is_found_once_with_the_excess(line: TextLimit, over: int) -> None:
    [finding] = _found(line, line.most + over, NOW)
    assert finding.arithmetic == f"{line.most + over:,} - {line.most:,} = {over}"
    assert finding.found == f"{line.most + over:,} characters"
    assert finding.expected == f"at most {line.most:,} characters"


@pytest.mark.parametrize("line", [line for line in TEXTS if line.since], ids=lambda line: line.element)
def test_a_limit_binds_from_its_first_day(line: TextLimit) -> None:
    assert line.since is not None
    first = datetime.combine(line.since, NOW.timetz())
    assert _found(line, line.most + 1, first - timedelta(days=1)) == []
    assert len(_found(line, line.most + 1, first)) == 1
    assert len(_found(line, line.most + 1, first + timedelta(days=1))) == 1


def test_the_message_names_the_cell_as_the_form_does() -> None:
    [title] = [line for line in TEXTS if line.element == "officerTitle"]
    [finding] = _found(title, 47, NOW)
    assert finding.message == "Officer title: 47 characters; EDGAR's limit is 30 (17 over)."
    assert finding.cell == "Item 5, reporting person 1, Officer title"
