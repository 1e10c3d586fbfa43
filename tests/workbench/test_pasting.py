"""A range of a spreadsheet becomes cells and rows, whole or not at all."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.pasting import paste

TODAY = date(2026, 11, 9)
FIRST = "/nonDerivativeTable/0/securityTitle"


def document(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"documentType": "4", "nonDerivativeTable": list(rows)}


def cells(*lines: str) -> list[list[str]]:
    return [line.split("|") for line in lines]


def test_a_range_fills_a_row_and_adds_those_below_it() -> None:
    form = document({"kind": "transaction", "remarks": ""})
    form["nonDerivativeTable"][0].pop("remarks")
    lines = cells(
        "Common Stock|11/5/26||purchase||1,200|a|$12.35|14,200|direct", "Common Stock|11/5||P||800|A|12.42|15,000|D"
    )
    said, at = paste(form, FIRST, "text", lines, TODAY)
    assert (said, at) == ("2 rows pasted from Table I, row 1, column 1, Title of Security on", FIRST)
    row = {
        "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-11-05", "transactionCode": "P",
        "transactionAcquiredDisposedCode": "A", "directOrIndirectOwnership": "D",
    }  # fmt: skip
    keys = ("transactionShares", "transactionPricePerShare", "sharesOwnedFollowingTransaction")
    amounts = ((1200, Decimal("12.35"), 14200), (800, Decimal("12.42"), 15000))
    assert form["nonDerivativeTable"] == [row | dict(zip(keys, each, strict=True)) for each in amounts]


def test_a_new_row_without_a_transaction_is_a_holding() -> None:
    form = document()
    paste(form, FIRST, "text", cells("Common Stock||||||||2,000|I|By Trust"), TODAY)
    assert form["nonDerivativeTable"] == [
        {"kind": "holding", "securityTitle": "Common Stock", "sharesOwnedFollowingTransaction": 2000,
         "directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    ]  # fmt: skip


def test_one_column_goes_down_and_a_blank_cell_clears() -> None:
    rows = [{"kind": "transaction", "transactionShares": number} for number in (1, 2, 3)]
    form = document(*rows)
    paste(form, "/nonDerivativeTable/0/transactionShares", "number", [["10"], [""], ["30"], [""]], TODAY)
    assert [row.get("transactionShares") for row in form["nonDerivativeTable"]] == [10, None, 30]


def test_a_disposal_in_table_ii_is_not_cleared_by_the_blank_cell_of_acquisitions() -> None:
    form: dict[str, Any] = {"documentType": "4", "derivativeTable": [{"kind": "transaction"}]}
    at = "/derivativeTable/0/transactionShares"
    paste(form, at, "acquired", [["", "2,000"], ["500", ""]], TODAY)
    assert [(row["transactionShares"], row["transactionAcquiredDisposedCode"]) for row in form["derivativeTable"]] == [
        (2000, "D"), (500, "A"),
    ]  # fmt: skip


def test_a_cell_that_cannot_be_read_is_named() -> None:
    form = document({"kind": "transaction"})
    with pytest.raises(ImpossibleError, match=r'Nothing was pasted. Table I, row 2, column 2.*"11/36/26" is not a day'):
        paste(form, FIRST, "text", cells("A|11/5/26", "B|11/36/26"), TODAY)


def test_a_holding_takes_no_transaction_and_passes_over_its_blank_cells() -> None:
    form = document({"kind": "holding"})
    with pytest.raises(ImpossibleError, match="A holding has no transaction"):
        paste(form, FIRST, "text", cells("Common Stock|11/5/26"), TODAY)
    paste(form, "/nonDerivativeTable/0/transactionDate", "none", cells("|||||||5"), TODAY)
    assert form["nonDerivativeTable"][0]["sharesOwnedFollowingTransaction"] == 5


@pytest.mark.parametrize("count", [10, 11, 12])
def test_a_range_has_at_most_the_columns_from_the_cell_on(count: int) -> None:
    form = document({"kind": "transaction"})
    texts = [["Common Stock", *[""] * (count - 2), "x"]]
    if count <= 11:
        texts[0][-1] = "By Trust" if count == 11 else "D"
        paste(form, FIRST, "text", texts, TODAY)
    else:
        with pytest.raises(ImpossibleError, match="12 columns, and the table 11"):
            paste(form, FIRST, "text", texts, TODAY)


@pytest.mark.parametrize("texts", [None, [], [[]], [[""]], "x", [["x"], 5], [[5]], [["x"] * 50_001]])
def test_what_is_no_range_is_refused(texts: Any) -> None:
    with pytest.raises(ImpossibleError):
        paste(document(), FIRST, "text", texts, TODAY)


@pytest.mark.parametrize(
    "at", ["/remarks", "", "/nonDerivativeTable/0", "/issuer/issuerName", "/nonDerivativeTable/0/x"]
)
def test_a_range_goes_into_a_table_alone(at: str) -> None:
    with pytest.raises(ImpossibleError):
        paste(document({"kind": "transaction"}), at, "text", [["x", "y"]], TODAY)


@given(st.lists(st.lists(st.text(max_size=12), max_size=13), max_size=4))
def test_any_texts_are_entered_or_refused(texts: list[list[str]]) -> None:
    form = document({"kind": "transaction"})
    before = deepcopy(form)
    try:
        paste(form, FIRST, "text", texts, TODAY)
    except ImpossibleError:
        return
    assert form["nonDerivativeTable"][0]["kind"] == "transaction"
    assert before == document({"kind": "transaction"})
