from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from form4gen.law.limits import (
    LARGEST_NUMBER,
    REFERENCES,
    REFERENCES_BESIDE_REPLACEABLE_VALUE,
    SMALLEST_STEP,
    TEXTS,
    X0609_SINCE,
    is_cik,
    text_limit,
)


@pytest.mark.parametrize(
    ("element", "most"),
    [
        ("issuerTradingSymbol", 10),
        ("issuerForeignTradingSymbol", 14),
        ("rptOwnerStreet1", 40),
        ("rptOwnerStreet2", 40),
        ("rptOwnerCity", 30),
        ("rptOwnerNonUSStateTerritory", 40),
        ("rptOwnerZipCode", 10),
        ("officerTitle", 30),
        ("otherText", 30),
        ("securityTitle", 60),
        ("underlyingSecurityTitle", 60),
        ("natureOfOwnership", 100),
        ("signatureName", 255),
        ("remarks", 2000),
        ("documentDescription", 255),
    ],
)
def test_each_element_has_the_limit_of_the_schema(element: str, most: int) -> None:
    limit = text_limit(element, date(2026, 11, 9))
    assert limit is not None
    assert limit.most == most
    assert str(limit.source) == f"EDGAR ownership schema X0609 {element}"


def test_every_line_of_the_table_is_among_those() -> None:
    assert len(TEXTS) == 15
    assert len({line.element for line in TEXTS}) == 15


def test_an_element_without_a_limit_has_none() -> None:
    assert text_limit("issuerName", date(2026, 11, 9)) is None


@pytest.mark.parametrize("element", ["issuerForeignTradingSymbol", "rptOwnerNonUSStateTerritory"])
def test_a_field_of_march_2026_has_no_limit_before_its_first_day(element: str) -> None:
    assert date(2026, 3, 18) == X0609_SINCE
    assert text_limit(element, date(2026, 3, 17)) is None
    assert text_limit(element, date(2026, 3, 18)) is not None
    assert text_limit(element, date(2026, 3, 19)) is not None


def test_an_older_limit_applies_to_filings_of_any_day() -> None:
    limit = text_limit("officerTitle", date(2006, 1, 3))
    assert limit is not None
    assert limit.most == 30


def test_a_value_takes_the_place_of_one_of_99_references() -> None:
    assert REFERENCES.most - REFERENCES_BESIDE_REPLACEABLE_VALUE.most == 1


def test_the_largest_number_has_sixteen_digits_of_which_four_are_decimals() -> None:
    assert len(LARGEST_NUMBER.as_tuple().digits) == 16
    assert Decimal(10) ** 12 - SMALLEST_STEP == LARGEST_NUMBER


@pytest.mark.parametrize("text", ["1", "123456789", "1234567890", "0000000001", "10"])
def test_one_to_ten_digits_are_a_cik(text: str) -> None:
    assert is_cik(text)


@pytest.mark.parametrize(
    "text", ["", "0", "0000000000", "12345678901", "12 34", "-1", "1.5", "\u0661", "\u00b2", "CIK1"]
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_cik(text)
