"""Rows and footnotes: what a change does to the document."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from form4gen.api.editing import place_of
from form4gen.workbench.changes import ImpossibleError, add_owner, add_row, add_signature, change_row, enter
from form4gen.workbench.footnotes import attach, delete
from form4gen.workbench.typed import NotUnderstoodError

TODAY = date(2026, 11, 9)
ROW = "/nonDerivativeTable/0"


def document(rows: int = 3, **changes: Any) -> dict[str, Any]:
    table = [{"kind": "transaction", "securityTitle": f"Class {number}"} for number in range(rows)]
    return {"documentType": "4", "nonDerivativeTable": table} | changes


def titles(form: dict[str, Any]) -> list[str]:
    return [row.get("securityTitle", "") for row in form["nonDerivativeTable"]]


def test_rows_are_added_copied_moved_and_deleted() -> None:
    form = document()
    assert add_row(form, "nonDerivativeTable", "holding")[1] == "/nonDerivativeTable/3/securityTitle"
    assert change_row(form, "copy", place_of(ROW)) == ("Table I, row 1 copied below", "/nonDerivativeTable/1")
    assert titles(form) == ["Class 0", "Class 0", "Class 1", "Class 2", ""]
    form["nonDerivativeTable"][1]["securityTitle"] = "Copy"
    assert titles(form)[0] == "Class 0"
    assert change_row(form, "down", place_of("/nonDerivativeTable/1"))[1] == "/nonDerivativeTable/2"
    assert change_row(form, "up", place_of("/nonDerivativeTable/2"))[1] == "/nonDerivativeTable/1"
    assert change_row(form, "delete", place_of("/nonDerivativeTable/4/securityTitle"))[1] == "/nonDerivativeTable/3"
    assert titles(form) == ["Class 0", "Copy", "Class 1", "Class 2"]


def test_a_table_that_is_not_there_yet_gets_its_first_row_in_its_place() -> None:
    form: dict[str, Any] = {"documentType": "4", "remarks": "x"}
    add_row(form, "derivativeTable", "transaction")
    assert list(form) == ["documentType", "derivativeTable", "remarks"]
    assert change_row(form, "delete", place_of("/derivativeTable/0")) == ("Table II, row 1 deleted", "")


@pytest.mark.parametrize(
    ("do", "at"),
    [("up", ROW), ("down", "/nonDerivativeTable/2"), ("delete", "/nonDerivativeTable/3"), ("copy", "/remarks"),
     ("delete", "/nonDerivativeTable"), ("x", ROW)],
)  # fmt: skip
def test_a_row_that_cannot_move_stays(do: str, at: str) -> None:
    form = document()
    with pytest.raises(ImpossibleError):
        change_row(form, do, place_of(at))
    assert titles(form) == ["Class 0", "Class 1", "Class 2"]


def test_accepted_findings_follow_their_row() -> None:
    places = ["/nonDerivativeTable/0/transactionShares", "/nonDerivativeTable/1", "/remarks"]
    form = document(overrides=[{"rule": "X", "place": place} for place in places])
    change_row(form, "down", place_of(ROW))
    assert [each["place"] for each in form["overrides"]] == [
        "/nonDerivativeTable/1/transactionShares", "/nonDerivativeTable/0", "/remarks",
    ]  # fmt: skip
    change_row(form, "delete", place_of(ROW))
    assert [each["place"] for each in form["overrides"]] == ["/nonDerivativeTable/0/transactionShares", "/remarks"]


def test_a_code_may_set_the_mark_of_a_swap_and_v_sets_the_form_type() -> None:
    form = document(1)
    enter(form, f"{ROW}/transactionCode", "code", "s/k", TODAY)
    enter(form, f"{ROW}/transactionFormType", "early", "v", TODAY)
    assert form["nonDerivativeTable"][0] == {
        "kind": "transaction", "securityTitle": "Class 0", "transactionCode": "S", "equitySwapInvolved": True,
        "transactionFormType": "5",
    }  # fmt: skip
    enter(form, f"{ROW}/transactionCode", "code", "S", TODAY)
    enter(form, f"{ROW}/transactionFormType", "early", "", TODAY)
    assert "equitySwapInvolved" not in form["nonDerivativeTable"][0]
    assert "transactionFormType" not in form["nonDerivativeTable"][0]


def test_an_amount_with_a_dollar_sign_is_a_value_and_one_without_are_shares() -> None:
    form: dict[str, Any] = {"documentType": "4", "derivativeTable": [{"kind": "transaction"}]}
    row = form["derivativeTable"][0]
    enter(form, "/derivativeTable/0/transactionShares", "disposed", "12,000", TODAY)
    assert (row["transactionShares"], row["transactionAcquiredDisposedCode"]) == (12000, "D")
    enter(form, "/derivativeTable/0/transactionShares", "acquired", "$ 500", TODAY)
    assert (row.get("transactionShares"), row["transactionTotalValue"]) == (None, 500)
    assert row["transactionAcquiredDisposedCode"] == "A"


def test_a_cell_keeps_its_footnotes_when_its_value_changes() -> None:
    form = document(1, footnotes={"F1": "x"})
    form["nonDerivativeTable"][0]["transactionShares"] = {"value": 5, "footnotes": ["F1"]}
    enter(form, f"{ROW}/transactionShares", "number", "6", TODAY)
    assert form["nonDerivativeTable"][0]["transactionShares"] == {"value": 6, "footnotes": ["F1"]}
    enter(form, f"{ROW}/transactionShares", "number", "", TODAY)
    assert form["nonDerivativeTable"][0]["transactionShares"] == {"footnotes": ["F1"]}


@pytest.mark.parametrize(
    "at", ["", "remarks", "/nothing", "/issuer", "/nonDerivativeTable/0", "/nonDerivativeTable/9/transactionShares",
           "/nonDerivativeTable/x/transactionShares", "/issuer/issuerCik/x", "/documentType/0", "/$schema"],
)  # fmt: skip
def test_a_place_that_the_form_does_not_have_is_refused(at: str) -> None:
    form = document()
    with pytest.raises((ImpossibleError, NotUnderstoodError)):
        enter(form, at, "text", "x", TODAY)
    assert form == document()


def test_a_holding_takes_no_transaction() -> None:
    form = document(1)
    with pytest.raises(ImpossibleError, match="A holding has no transaction"):
        enter(form, f"{ROW}/transactionDate", "none", "11/6/26", TODAY)


def test_footnotes_are_attached_and_numbered_in_the_order_of_the_page() -> None:
    form = document(2, footnotes={"F1": "first"})
    attach(form, place_of("/nonDerivativeTable/1/transactionShares"), ["F1"], "")
    attach(form, place_of(f"{ROW}/securityTitle"), [], "second")
    assert form["footnotes"] == {"F1": "second", "F2": "first"}
    assert form["nonDerivativeTable"][0]["securityTitle"] == {"value": "Class 0", "footnotes": ["F1"]}
    assert form["nonDerivativeTable"][1]["transactionShares"] == {"footnotes": ["F2"]}
    attach(form, place_of(f"{ROW}/securityTitle"), [], "")
    assert form["nonDerivativeTable"][0]["securityTitle"] == "Class 0"
    assert form["footnotes"] == {"F1": "first", "F2": "second"}


def test_footnotes_that_a_text_names_by_number_keep_it() -> None:
    form = document(2, footnotes={"F1": "first", "F2": "See footnote (1)."})
    attach(form, place_of(f"{ROW}/securityTitle"), ["F2"], "")
    assert list(form["footnotes"]) == ["F1", "F2"]


def test_a_footnote_is_deleted_with_its_citations() -> None:
    form = document(1, footnotes={"F1": "a", "F2": "b"})
    attach(form, place_of(f"{ROW}/securityTitle"), ["F1", "F2"], "")
    delete(form, "F1")
    assert form["footnotes"] == {"F1": "b"}
    assert form["nonDerivativeTable"][0]["securityTitle"]["footnotes"] == ["F1"]
    with pytest.raises(ImpossibleError):
        delete(form, "F9")


@pytest.mark.parametrize(("at", "ids"), [("/remarks", []), (f"{ROW}/securityTitle", ["F9"]), ("/issuer/issuerName", []),
                                         ("/nonDerivativeTable/7/securityTitle", [])])  # fmt: skip
def test_a_footnote_goes_to_a_cell_of_a_table_alone(at: str, ids: list[str]) -> None:
    with pytest.raises(ImpossibleError):
        attach(document(1, footnotes={"F1": "a"}), place_of(at), ids, "")


def test_owners_and_signatures_are_added_last() -> None:
    form = document()
    assert add_owner(form)[1] == "/reportingOwners/0/rptOwnerName"
    assert add_signature(form)[1] == "/ownerSignatures/0/signatureName"
    assert add_signature(form)[1] == "/ownerSignatures/1/signatureName"
