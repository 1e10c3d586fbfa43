"""Cells and footnotes: what a change does to the document."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from form4gen.api.editing import place_of
from form4gen.workbench.changes import ImpossibleError, enter
from form4gen.workbench.footnotes import attach, delete
from form4gen.workbench.typed import NotUnderstoodError

TODAY = date(2026, 11, 9)
ROW = "/nonDerivativeTable/0"


def document(rows: int = 3, **changes: Any) -> dict[str, Any]:
    table = [{"kind": "transaction", "securityTitle": f"Class {number}"} for number in range(rows)]
    return {"documentType": "4", "nonDerivativeTable": table} | changes


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


@pytest.mark.parametrize(
    ("typed", "expected"), [("il", "IL"), ("Illinois", "IL"), ("A0", "A0"), ("Atlantis", "Atlantis")]
)
def test_a_state_is_typed_as_its_code_or_its_name(typed: str, expected: str) -> None:
    form = document(0, reportingOwners=[{}])
    enter(form, "/reportingOwners/0/rptOwnerState", "state", typed, TODAY)
    assert form["reportingOwners"] == [{"rptOwnerState": expected}]
    enter(form, "/reportingOwners/0/rptOwnerState", "state", " ", TODAY)
    assert form["reportingOwners"] == [{}]


def test_a_state_in_words_stays_as_it_is_typed() -> None:
    form = document(0, reportingOwners=[{}])
    enter(form, "/reportingOwners/0/rptOwnerStateDescription", "state", "Illinois", TODAY)
    assert form["reportingOwners"] == [{"rptOwnerStateDescription": "Illinois"}]


@pytest.mark.parametrize(("typed", "expected"), [("X", True), ("no", False), ("", None)])
def test_what_may_be_unknown_is_yes_no_or_not_said(typed: str, expected: bool | None) -> None:  # noqa: FBT001
    form = document(0)
    enter(form, "/context/issuerIsForeignPrivate", "beside", "x", TODAY)
    enter(form, "/context/issuerIsForeignPrivate", "beside", typed, TODAY)
    assert form["context"].get("issuerIsForeignPrivate") is expected


@pytest.mark.parametrize("at", ["/documentType", "/overrides/0/reason"])
def test_what_every_filing_needs_is_not_cleared(at: str) -> None:
    override = {"rule": "HB102", "place": "", "reason": "x", "by": "y"}
    form = document(0, overrides=[override])
    with pytest.raises(ImpossibleError, match="must have a value"):
        enter(form, at, "beside", "", TODAY)
    assert form == document(0, overrides=[override])


def test_a_name_becomes_an_object_when_more_is_said_of_it() -> None:
    form = document(0, powersOfAttorney=[{"id": "poa", "witnesses": ["Will Witness"]}])
    enter(form, "/powersOfAttorney/0/witnesses/0/address", "beside", "1 Sample Plaza", TODAY)
    assert form["powersOfAttorney"][0]["witnesses"] == [{"name": "Will Witness", "address": "1 Sample Plaza"}]
