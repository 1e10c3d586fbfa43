"""The codes of ISO 3166 are known, and what EDGAR calls the same country."""

from __future__ import annotations

import pytest

from form4gen.law.iso_codes import edgar_code_of
from form4gen.law.places import countries, name_of


@pytest.mark.parametrize(
    ("iso", "country"),
    [
        ("JP", "JAPAN"), ("de", "GERMANY"), (" GB ", "UNITED KINGDOM"), ("KR", "KOREA, REPUBLIC OF"),
        ("KY", "CAYMAN ISLANDS"), ("CH", "SWITZERLAND"), ("CN", "CHINA"), ("IL", "ISRAEL"), ("US", "UNITED STATES"),
        ("WS", "SAMOA"),
    ],
)  # fmt: skip
def test_an_iso_code_leads_to_the_country_of_edgar(iso: str, country: str) -> None:
    assert name_of(edgar_code_of(iso) or "") == country


@pytest.mark.parametrize("iso", ["CA", "PR", "AS", "ZZ", "", "JPN"])
def test_a_code_of_no_single_country_of_edgar_is_not_one(iso: str) -> None:
    assert edgar_code_of(iso) is None


def test_each_country_of_edgar_outside_canada_has_one_iso_code() -> None:
    first = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    found = [code for one in first for two in first if (code := edgar_code_of(one + two)) is not None]
    assert len(found) == len(set(found))
    missing = {name for code, name in countries().items() if code not in found and "CANADA" not in name}
    assert missing == {"NETHERLANDS ANTILLES", "UNKNOWN"}
