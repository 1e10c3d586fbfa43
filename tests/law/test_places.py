from __future__ import annotations

from datetime import date

import pytest

from form4gen.law.places import code_named, countries, name_of, obsolete_countries, state_codes, states


def test_the_lists_have_as_many_codes_as_the_schema() -> None:
    assert (len(states()), len(countries()), len(obsolete_countries())) == (57, 252, 22)


def test_no_code_is_in_two_lists() -> None:
    assert len(states() | countries() | obsolete_countries()) == 57 + 252 + 22


def test_every_code_is_two_capitals_or_digits_and_every_name_is_written_out() -> None:
    for code, name in (states() | countries() | obsolete_countries()).items():
        assert len(code) == 2
        assert code.isalnum()
        assert code == code.upper()
        assert len(name) > 3
        assert name == name.strip()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("AL", "ALABAMA"),
        ("WY", "WYOMING"),
        ("PR", "PUERTO RICO"),
        ("A0", "ALBERTA, CANADA"),
        ("M0", "JAPAN"),
        ("X1", "UNITED STATES"),
        ("XX", "UNKNOWN"),
        ("Y2", "YUGOSLAVIA"),
    ],
)
def test_a_code_has_its_name(code: str, name: str) -> None:
    assert name_of(code) == name


def test_a_code_in_no_list_has_no_name() -> None:
    assert name_of("QQ") is None
    assert name_of("al") is None


@pytest.mark.parametrize(("name", "code"), [("Japan", "M0"), (" hong kong ", "K3"), ("TEXAS", "TX")])
def test_a_name_has_its_code_in_capitals_or_not(name: str, code: str) -> None:
    assert code_named(name) == code


@pytest.mark.parametrize("name", ["Yugoslavia", "Ruritania", ""])
def test_a_name_without_a_code_in_use_has_none(name: str) -> None:
    assert code_named(name) is None


def test_one_list_of_309_codes_held_until_17_march_2026() -> None:
    before, first, after = (state_codes(date(2026, 3, day)) for day in (17, 18, 19))
    assert len(before) == 309
    assert first == after == states()
    assert "K3" in before
    assert "K3" not in first
    assert not before.keys() & obsolete_countries().keys()
