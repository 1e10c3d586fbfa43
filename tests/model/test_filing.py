"""What a filing and its rows know about themselves."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from form4gen.intake.document import read
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Transaction


def filing_of(**keys: Any) -> Filing:
    return structure(read(json.dumps({"documentType": "4"} | keys).encode()).data)


def transaction_of(**cells: Any) -> Transaction:
    return filing_of(nonDerivativeTable=[cells]).transactions[0]


def derivative_of(**cells: Any) -> DerivativeTransaction | DerivativeHolding:
    return filing_of(derivativeTable=[cells]).derivative_table[0]


@pytest.mark.parametrize(("document_type", "amendment"), [("4", False), ("4/A", True)])
def test_only_a_4_a_is_an_amendment(document_type: str, *, amendment: bool) -> None:
    assert filing_of(documentType=document_type).is_amendment is amendment


def test_rows_come_table_i_first_and_transactions_leave_the_holdings_out() -> None:
    rows = [{"kind": "holding"}, {"kind": "transaction"}]
    filing = filing_of(derivativeTable=rows, nonDerivativeTable=rows)
    assert [(row.name, row.kind) for row in filing.rows] == [
        ("Table I, row 1", "holding"),
        ("Table I, row 2", "transaction"),
        ("Table II, row 1", "holding"),
        ("Table II, row 2", "transaction"),
    ]
    assert [row.name for row in filing.transactions] == ["Table I, row 2", "Table II, row 2"]


def test_an_owner_is_cited_by_name_or_else_by_number() -> None:
    first, second = filing_of(reportingOwners=[{"rptOwnerName": "Sample Jane"}, {}]).reporting_owners
    assert (first.number, first.name) == (1, "Sample Jane")
    assert (second.number, second.name) == (2, "reporting person 2")


def test_a_row_lists_the_footnotes_that_its_cells_cite_each_once_in_the_order_of_the_cells() -> None:
    row = transaction_of(
        transactionShares={"value": 5, "footnotes": ["F3", "F1"]},
        securityTitle={"value": "Common Stock", "footnotes": ["F2", "F3"]},
    )
    assert row.footnotes == ("F2", "F3", "F1")
    assert len(row.cells) == sum(field.is_cell for field in row.fields.values())


def test_a_filing_knows_its_notes_and_which_of_them_are_cited() -> None:
    filing = filing_of(
        nonDerivativeTable=[{"transactionShares": {"footnotes": ["F1", "F9"]}}],
        derivativeTable=[{"kind": "holding", "exerciseDate": {"footnotes": ["F2"]}}],
        footnotes={"F1": "one", "F2": "two", "F3": "three"},
        remarks="rest",
    )
    assert filing.cited_footnotes == {"F1", "F2", "F9"}
    assert filing.note_texts == {"F1": "one", "F2": "two", "F3": "three"}
    assert filing.notes_of(("F2", "F9"), ("F1", "F2")) == "two\none"
    assert filing.all_text == "one\ntwo\nthree\nrest"
    assert filing_of().all_text == ""


def test_a_walk_over_a_filing_visits_each_part_once() -> None:
    filing = filing_of(
        reportingOwners=[{}, {}],
        nonDerivativeTable=[{}],
        derivativeTable=[{"kind": "holding"}],
        footnotes={"F1": "x"},
        ownerSignatures=[{}],
        powersOfAttorney=[{}],
        exhibits=[{}],
        overrides=[{"rule": "HB101", "place": "", "reason": "x", "by": "y"}],
    )
    assert [node.at.pointer for node in filing.nodes()] == [
        "", "/issuer", "/reportingOwners/0", "/reportingOwners/1", "/nonDerivativeTable/0", "/derivativeTable/0",
        "/footnotes/F1", "/ownerSignatures/0", "/powersOfAttorney/0", "/exhibits/0", "/overrides/0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "code", "early", "acquired", "disposed"),
    [
        ({}, "", False, False, False),
        ({"transactionCode": "P", "transactionAcquiredDisposedCode": "A"}, "P", False, True, False),
        (
            {"transactionCode": "G", "transactionFormType": "5", "transactionAcquiredDisposedCode": "D"},
            "G", True, False, True,
        ),
        ({"transactionCode": {"footnotes": ["F1"]}, "transactionFormType": "4"}, "", False, False, False),
    ],
)  # fmt: skip
def test_a_transaction_knows_its_code_its_direction_and_whether_it_was_reported_early(
    cells: dict[str, Any], code: str, *, early: bool, acquired: bool, disposed: bool
) -> None:
    row = transaction_of(**cells)
    assert (row.code, row.is_early, row.is_acquired, row.is_disposed) == (code, early, acquired, disposed)


@pytest.mark.parametrize(
    ("cells", "key", "value"),
    [
        ({}, "sharesOwnedFollowingTransaction", None),
        ({"sharesOwnedFollowingTransaction": 0}, "sharesOwnedFollowingTransaction", Decimal(0)),
        ({"valueOwnedFollowingTransaction": 7}, "valueOwnedFollowingTransaction", Decimal(7)),
        (
            {"valueOwnedFollowingTransaction": 7, "sharesOwnedFollowingTransaction": 5},
            "sharesOwnedFollowingTransaction", Decimal(5),
        ),
        (
            {"valueOwnedFollowingTransaction": 7, "sharesOwnedFollowingTransaction": {"footnotes": ["F1"]}},
            "sharesOwnedFollowingTransaction", None,
        ),
    ],
)  # fmt: skip
def test_what_is_owned_is_the_number_unless_only_the_dollar_value_is_given(
    cells: dict[str, Any], key: str, value: Decimal | None
) -> None:
    owned = transaction_of(**cells).owned_following
    assert (owned.at.token, owned.value) == (key, value)


@pytest.mark.parametrize("kind", ["transaction", "holding"])
def test_what_underlies_is_the_number_unless_only_the_dollar_value_is_given(kind: str) -> None:
    for cells, key in (
        ({}, "underlyingSecurityShares"),
        ({"underlyingSecurityShares": 5, "underlyingSecurityValue": 7}, "underlyingSecurityShares"),
        ({"underlyingSecurityValue": 7}, "underlyingSecurityValue"),
    ):
        assert derivative_of(kind=kind, **cells).underlying.at.token == key


@pytest.mark.parametrize(
    ("status", "attached"), [(None, True), ("attached", True), ("on_file", False), ("to_follow", False)]
)
def test_a_power_is_attached_unless_it_says_otherwise(status: str | None, *, attached: bool) -> None:
    power = {"status": status} if status else {}
    assert filing_of(powersOfAttorney=[power]).powers_of_attorney[0].is_attached is attached


@pytest.mark.parametrize(
    ("name", "text", "page", "source"),
    [
        (None, None, False, False),
        ("ex24.txt", "<html></html>", False, False),
        ("ex24.htm", "Know all by these presents", True, False),
        ("EX24.HTML", " \n<HTML><body>x</body></HTML>", True, True),
        ("ex24.htm", "<!DOCTYPE html><html></html>", True, True),
        ("ex24.htm", "", True, False),
    ],
)
def test_an_exhibit_is_a_page_by_its_name_and_html_by_its_name_and_text(
    name: str | None, text: str | None, *, page: bool, source: bool
) -> None:
    power = {"fileName": name, "text": text}
    exhibit = {"documentName": name, "text": text}
    filing = filing_of(
        powersOfAttorney=[{key: value for key, value in power.items() if value is not None}],
        exhibits=[{key: value for key, value in exhibit.items() if value is not None}],
    )
    for attached in (filing.powers_of_attorney[0], filing.exhibits[0]):
        assert attached.is_page is page
        assert attached.html_source == (text if source else None)


@pytest.mark.parametrize(
    ("document_type", "picture"), [(None, False), ("EX-99", False), ("GRAPHIC", True), ("GRAPHIC.logo", True)]
)
def test_only_a_graphic_is_a_picture(document_type: str | None, *, picture: bool) -> None:
    exhibit = {"documentType": document_type} if document_type else {}
    assert filing_of(exhibits=[exhibit]).exhibits[0].is_picture is picture
