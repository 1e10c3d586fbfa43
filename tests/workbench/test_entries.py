"""Rows, reporting persons, powers and other entries: what is added, moved and deleted, and what stays."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from form4gen.api.editing import place_of
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.entries import add_entry, add_row, change_entry, same_address

ROW = "/nonDerivativeTable/0"


def document(rows: int = 3, **changes: Any) -> dict[str, Any]:
    table = [{"kind": "transaction", "securityTitle": f"Class {number}"} for number in range(rows)]
    return {"documentType": "4", "nonDerivativeTable": table} | changes


def titles(form: dict[str, Any]) -> list[str]:
    return [row.get("securityTitle", "") for row in form["nonDerivativeTable"]]


def test_rows_are_added_copied_moved_and_deleted() -> None:
    form = document()
    assert add_row(form, "nonDerivativeTable", "holding")[1] == "/nonDerivativeTable/3/securityTitle"
    assert change_entry(form, "copy", place_of(ROW)) == ("Table I, row 1 copied below", "/nonDerivativeTable/1")
    assert titles(form) == ["Class 0", "Class 0", "Class 1", "Class 2", ""]
    form["nonDerivativeTable"][1]["securityTitle"] = "Copy"
    assert titles(form)[0] == "Class 0"
    assert change_entry(form, "down", place_of("/nonDerivativeTable/1"))[1] == "/nonDerivativeTable/2"
    assert change_entry(form, "up", place_of("/nonDerivativeTable/2"))[1] == "/nonDerivativeTable/1"
    assert change_entry(form, "delete", place_of("/nonDerivativeTable/4/securityTitle"))[1] == "/nonDerivativeTable/3"
    assert titles(form) == ["Class 0", "Copy", "Class 1", "Class 2"]


def test_a_table_that_is_not_there_yet_gets_its_first_row_in_its_place() -> None:
    form: dict[str, Any] = {"documentType": "4", "remarks": "x"}
    add_row(form, "derivativeTable", "transaction")
    assert list(form) == ["documentType", "derivativeTable", "remarks"]
    assert change_entry(form, "delete", place_of("/derivativeTable/0")) == ("Table II, row 1 deleted", "")


@pytest.mark.parametrize(
    ("do", "at"),
    [("up", ROW), ("down", "/nonDerivativeTable/2"), ("delete", "/nonDerivativeTable/3"), ("copy", "/remarks"),
     ("delete", "/nonDerivativeTable"), ("x", ROW), ("delete", "/context"),
     ("up", "/reportingOwners/0"), ("delete", "")],
)  # fmt: skip
def test_a_row_that_cannot_move_stays(do: str, at: str) -> None:
    form = document()
    with pytest.raises(ImpossibleError):
        change_entry(form, do, place_of(at))
    assert titles(form) == ["Class 0", "Class 1", "Class 2"]


def test_accepted_findings_follow_their_row() -> None:
    places = ["/nonDerivativeTable/0/transactionShares", "/nonDerivativeTable/1", "/remarks"]
    form = document(overrides=[{"rule": "X", "place": place} for place in places])
    change_entry(form, "down", place_of(ROW))
    assert [each["place"] for each in form["overrides"]] == [
        "/nonDerivativeTable/1/transactionShares", "/nonDerivativeTable/0", "/remarks",
    ]  # fmt: skip
    change_entry(form, "delete", place_of(ROW))
    assert [each["place"] for each in form["overrides"]] == ["/nonDerivativeTable/0/transactionShares", "/remarks"]


def test_a_row_is_added_below_another_one() -> None:
    form = document()
    assert add_row(form, ROW, "holding") == ("Holding added: Table I, row 2", "/nonDerivativeTable/1/securityTitle")
    assert titles(form) == ["Class 0", "", "Class 1", "Class 2"]


@pytest.mark.parametrize(
    "at", ["remarks", "/footnotes", "/nonDerivativeTable/4", "/nonDerivativeTable/0/securityTitle"]
)
def test_a_row_is_added_to_a_table_alone(at: str) -> None:
    form = document()
    with pytest.raises(ImpossibleError):
        add_row(form, at, "holding")
    assert titles(form) == ["Class 0", "Class 1", "Class 2"]


def test_reporting_persons_and_signatures_are_added_last_moved_and_deleted() -> None:
    form = document()
    assert add_entry(form, "/reportingOwners")[1] == "/reportingOwners/0/rptOwnerName"
    assert add_entry(form, "/ownerSignatures") == ("Signature 1 added", "/ownerSignatures/0/signatureName")
    assert add_entry(form, "/ownerSignatures")[1] == "/ownerSignatures/1/signatureName"
    form["ownerSignatures"][0]["signatureName"] = "First"
    assert change_entry(form, "down", place_of("/ownerSignatures/0")) == (
        "Signature 1 moved down",
        "/ownerSignatures/1",
    )
    assert form["ownerSignatures"] == [{}, {"signatureName": "First"}]
    form["reportingOwners"].append({"rptOwnerName": "SAMPLE JANE Q"})
    form["overrides"] = [{"rule": "X", "place": "/reportingOwners/1/rptOwnerName"}]
    assert change_entry(form, "delete", place_of("/reportingOwners/0"))[1] == "/reportingOwners/0"
    assert form["reportingOwners"] == [{"rptOwnerName": "SAMPLE JANE Q"}]
    assert form["overrides"] == [{"rule": "X", "place": "/reportingOwners/0/rptOwnerName"}]


def test_entries_of_what_the_page_does_not_show_are_added_in_their_place_and_leave_nothing_behind() -> None:
    form: dict[str, Any] = {"documentType": "4", "overrides": []}
    said, at = add_entry(form, "/context/tradeConfirmations")
    assert (said, at) == ("Trade confirmation 1 added", "/context/tradeConfirmations/0")
    assert list(form) == ["documentType", "context", "overrides"]
    assert change_entry(form, "delete", place_of(at)) == ("Trade confirmation 1 deleted", "")
    assert form["context"] == {}


def test_each_power_of_attorney_gets_an_id_of_its_own() -> None:
    form = document()
    for _ in range(3):
        add_entry(form, "/powersOfAttorney")
    assert [each["id"] for each in form["powersOfAttorney"]] == ["poa", "poa-2", "poa-3"]
    assert add_entry(form, "/powersOfAttorney/2/attorneys")[1] == "/powersOfAttorney/2/attorneys/0"
    assert add_entry(form, "/powersOfAttorney/2/notary") == ("Notary added", "/powersOfAttorney/2/notary")
    assert form["powersOfAttorney"][2] == {"id": "poa-3", "attorneys": [{}], "notary": {}}
    assert change_entry(form, "delete", place_of("/powersOfAttorney/2/notary"))[0] == "Notary deleted"
    assert "notary" not in form["powersOfAttorney"][2]


@pytest.mark.parametrize("at", ["", "/remarks", "/overrides", "/nothing", "/documentType", "x"])
def test_nothing_is_added_where_no_list_is(at: str) -> None:
    form = document()
    with pytest.raises(ImpossibleError):
        add_entry(form, at)
    assert form == document()


def test_an_accepted_finding_is_accepted_no_more() -> None:
    form = document(overrides=[{"rule": "A", "place": ""}, {"rule": "B", "place": ""}])
    assert change_entry(form, "delete", place_of("/overrides/0")) == ("Override 1 deleted", "/overrides/0")
    assert [each["rule"] for each in form["overrides"]] == ["B"]


OWNERS: list[dict[str, Any]] = [
    {"rptOwnerName": "SAMPLE JANE Q", "rptOwnerStreet1": "1 SAMPLE PLAZA", "rptOwnerCity": "TORONTO",
     "rptOwnerCountry": "A6", "rptOwnerNonUSAddressFlag": True, "rptOwnerZipCode": "M5V"},
    {"rptOwnerName": "SAMPLE FUND LP", "rptOwnerStreet2": "FLOOR 2", "rptOwnerState": "MA", "isOther": True},
]  # fmt: skip


def test_a_further_person_gets_the_address_of_the_first_and_keeps_everything_else() -> None:
    form = document(reportingOwners=deepcopy(OWNERS))
    said, at = same_address(form, place_of("/reportingOwners/1/rptOwnerCity"))
    assert said == "Items 1 and 5, reporting person 2: the address of reporting person 1"
    assert at == "/reportingOwners/1/rptOwnerStreet1"
    assert form["reportingOwners"] == [OWNERS[0], OWNERS[0] | {"rptOwnerName": "SAMPLE FUND LP", "isOther": True}]


@pytest.mark.parametrize(
    "at", ["", "/reportingOwners", "/reportingOwners/0", "/reportingOwners/0/rptOwnerCity", "/reportingOwners/2",
           "/ownerSignatures/1", "/nonDerivativeTable/1/securityTitle", "/reportingOwners/x"],
)  # fmt: skip
def test_no_other_part_gets_an_address(at: str) -> None:
    form = document(reportingOwners=deepcopy(OWNERS))
    with pytest.raises(ImpossibleError, match="second or a further reporting person"):
        same_address(form, place_of(at))
    assert form == document(reportingOwners=OWNERS)
