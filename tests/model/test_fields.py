"""A field is declared once and known by its EDGAR name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from form4gen.intake.structure import structure
from form4gen.location import ROOT
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.fields import Cell, Kind, camel
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.rows import (
    NOT_ON_THE_FORM,
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)


@pytest.mark.parametrize(
    ("attribute", "key"),
    [
        ("remarks", "remarks"),
        ("transaction_price_per_share", "transactionPricePerShare"),
        ("aff10b5_one", "aff10b5One"),
    ],
)
def test_a_key_is_the_attribute_with_capitals_for_underscores(attribute: str, key: str) -> None:
    assert camel(attribute) == key


def test_a_key_that_edgar_spells_otherwise_is_declared_beside_the_attribute() -> None:
    spelled = {key: field.attribute for key, field in ReportingOwner.fields.items() if camel(field.attribute) != key}
    assert spelled == {
        "rptOwnerNonUSAddressFlag": "rpt_owner_non_us_address_flag",
        "rptOwnerNonUSStateTerritory": "rpt_owner_non_us_state_territory",
    }


def test_every_other_key_of_every_node_follows_from_its_attribute() -> None:
    for model in (Filing, Issuer, PowerOfAttorney, DerivativeTransaction, NonDerivativeHolding):
        assert {field.attribute: key for key, field in model.fields.items()} == {
            field.attribute: camel(field.attribute) for field in model.fields.values()
        }


def test_a_row_has_the_cells_of_its_table_and_a_transaction_those_of_a_holding() -> None:
    assert NonDerivativeHolding.fields.keys() < NonDerivativeTransaction.fields.keys()
    assert DerivativeHolding.fields.keys() < DerivativeTransaction.fields.keys()
    assert NonDerivativeTransaction.fields.keys() < DerivativeTransaction.fields.keys()
    assert DerivativeTransaction.fields.keys() - NonDerivativeTransaction.fields.keys() == {
        "transactionTotalValue", "conversionOrExercisePrice", "exerciseDate", "expirationDate",
        "underlyingSecurityTitle", "underlyingSecurityShares", "underlyingSecurityValue",
    }  # fmt: skip


def test_only_the_two_tables_have_cells_that_carry_footnotes() -> None:
    for model in (Filing, Issuer, ReportingOwner, PowerOfAttorney):
        assert not any(field.is_cell for field in model.fields.values())
    plain = {key for key, field in DerivativeTransaction.fields.items() if not field.is_cell}
    assert plain == {"transactionFormType", "equitySwapInvolved", *NOT_ON_THE_FORM}


def test_a_field_that_is_absent_has_the_value_of_its_kind_for_that() -> None:
    (owner,) = structure({"documentType": "4", "reportingOwners": [{}]}).reporting_owners
    assert (owner.rpt_owner_name, owner.is_director, owner.rpt_owner_non_us_address_flag) == (None, False, None)
    absent = {field.kind: field.absent for field in Filing.fields.values() if not field.required}
    assert absent == {
        Kind.DATE: None, Kind.TEXT: None, Kind.FLAG: False, Kind.MANY: (), Kind.ROWS: (), Kind.NOTES: (),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "footnotes", "blank"),
    [
        (None, (), True), ("", (), True), ("x", (), False), (Decimal(0), (), False), (None, ("F1",), False),
        ("", ("F1",), False),
    ],
)  # fmt: skip
def test_a_cell_is_blank_without_value_and_footnotes_and_zero_is_a_value(
    value: object, footnotes: tuple[str, ...], *, blank: bool
) -> None:
    assert Cell(value, footnotes, ROOT).is_blank is blank
