"""The gate builds the filing, or says where it stopped."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from filing_shape import Spot, good_values, spots

from form4gen.intake.document import read
from form4gen.intake.structure import Refused, structure
from form4gen.location import ROOT
from form4gen.model.fields import Cell
from form4gen.model.filing import Filing
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)


def filing_of(**keys: Any) -> Filing:
    return structure(read(json.dumps({"documentType": "4"} | keys).encode()).data)


def refused_at(document: Any) -> str:
    with pytest.raises(Refused) as refusal:
        structure(document)
    assert str(refusal.value) == refusal.value.at.pointer
    return refusal.value.at.pointer


@pytest.mark.parametrize("spot", list(spots()), ids=lambda spot: "/".join(map(str, spot.steps)))
def test_every_field_takes_what_it_may_hold(spot: Spot) -> None:
    for value in good_values(spot.field):
        found: Any = structure(read(json.dumps(spot.document(value)).encode()).data)
        for step in spot.steps[:-1]:
            found = found[step] if isinstance(step, int) else getattr(found, found.fields[step].attribute)
        kept = getattr(found, spot.field.attribute)
        assert (kept.at if isinstance(kept, Cell) else found.at / spot.field.key).tokens == spot.steps


def test_the_smallest_filing_is_empty_and_not_broken() -> None:
    filing = filing_of()
    assert (filing.document_type, filing.at) == ("4", ROOT)
    assert (filing.period_of_report, filing.remarks, filing.aff10b5_one) == (None, None, False)
    assert (filing.reporting_owners, filing.rows, filing.footnotes, filing.overrides) == ((), (), (), ())
    assert filing.issuer.issuer_cik is None
    assert filing.issuer.at.pointer == "/issuer"
    assert filing.context.filed_at is None


def test_a_row_without_kind_is_a_transaction() -> None:
    rows = [{}, {"kind": "transaction"}, {"kind": "holding"}]
    filing = filing_of(nonDerivativeTable=rows, derivativeTable=rows)
    assert [type(row) for row in filing.rows] == [
        NonDerivativeTransaction, NonDerivativeTransaction, NonDerivativeHolding,
        DerivativeTransaction, DerivativeTransaction, DerivativeHolding,
    ]  # fmt: skip
    assert [row.name for row in filing.rows][2:4] == ["Table I, row 3", "Table II, row 1"]


def test_a_cell_is_a_value_or_a_value_with_footnotes_or_footnotes_alone() -> None:
    row = {
        "transactionShares": 2000,
        "transactionPricePerShare": {"value": "2.640", "footnotes": ["F1", "F2"]},
        "deemedExecutionDate": {"footnotes": ["F3"]},
        "transactionDate": "2017-11-14",
    }
    (found,) = filing_of(nonDerivativeTable=[row]).non_derivative_table
    assert isinstance(found, NonDerivativeTransaction)
    assert found.transaction_shares.value == 2000
    assert str(found.transaction_price_per_share.value) == "2.640"
    assert found.transaction_price_per_share.footnotes == ("F1", "F2")
    assert found.deemed_execution_date.value is None
    assert found.deemed_execution_date.footnotes == ("F3",)
    assert found.transaction_date.value == date(2017, 11, 14)
    assert found.nature_of_ownership.is_blank
    assert found.nature_of_ownership.at.pointer == "/nonDerivativeTable/0/natureOfOwnership"


def test_a_number_is_the_same_written_as_number_or_as_text() -> None:
    for written in (2.64, "2.64"):
        (row,) = filing_of(nonDerivativeTable=[{"transactionShares": written}]).transactions
        assert row.transaction_shares.value == Decimal("2.64")


def test_what_a_filing_does_not_hold_is_read_too() -> None:
    filing = filing_of(
        context={"filedAt": "2026-11-09T16:05", "issuerFiscalYearEnd": "06-30"},
        overrides=[{"rule": "HB101", "place": "", "reason": "known", "by": "J. Counsel"}],
        footnotes={"F2": "two", "F1": "one"},
    )
    assert filing.context.filed_at == datetime(2026, 11, 9, 16, 5)  # noqa: DTZ001  it means US Eastern time
    assert filing.context.issuer_fiscal_year_end == "06-30"
    assert filing.overrides[0].reason == "known"
    assert [(note.id, note.text, note.at.pointer) for note in filing.footnotes] == [
        ("F2", "two", "/footnotes/F2"),
        ("F1", "one", "/footnotes/F1"),
    ]


def test_the_schema_key_is_taken_at_the_top_and_leaves_the_document_as_it_is() -> None:
    document = {"$schema": "../form4.schema.json", "documentType": "4"}
    assert structure(document).document_type == "4"
    assert "$schema" in document
    assert refused_at({"$schema": None, "documentType": "4"}) == "/$schema"
    assert refused_at({"documentType": "4", "issuer": {"$schema": "x"}}) == "/issuer/$schema"


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        (None, ""),
        ([], ""),
        ({}, ""),
        ({"documentType": "6"}, "/documentType"),
        ({"documentType": "4", "form": "4"}, "/form"),
        ({"documentType": "4", "issuer": None}, "/issuer"),
        ({"documentType": "4", "issuer": {"issuerCik": Decimal(1)}}, "/issuer/issuerCik"),
        ({"documentType": "4", "reportingOwners": [{}, {"isOfficer": "true"}]}, "/reportingOwners/1/isOfficer"),
        ({"documentType": "4", "nonDerivativeTable": [{}, 5]}, "/nonDerivativeTable/1"),
        ({"documentType": "4", "nonDerivativeTable": [{"kind": "x"}]}, "/nonDerivativeTable/0/kind"),
        ({"documentType": "4", "nonDerivativeTable": [{"kind": []}]}, "/nonDerivativeTable/0/kind"),
        (
            {"documentType": "4", "derivativeTable": [{"kind": "holding", "transactionCode": "P"}]},
            "/derivativeTable/0/transactionCode",
        ),
        ({"documentType": "4", "footnotes": {"F1": None}}, "/footnotes"),
        ({"documentType": "4", "overrides": [{}]}, "/overrides/0"),
    ],
)
def test_the_gate_says_where_it_stopped(document: Any, pointer: str) -> None:
    assert refused_at(document) == pointer
