"""A country is known by the names that people give it."""

from __future__ import annotations

import pytest

from form4gen.law.foreign import QUALIFYING, qualifying
from form4gen.law.jurisdictions import country_called
from form4gen.law.places import countries


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Canada", "Canada"), ("Ontario", "Canada"), ("Province of Québec", "Canada"), ("A6", "Canada"),
        ("Z4", "Canada"), ("British Columbia, Canada", "Canada"), ("Toronto, Ontario", "Canada"),
        ("United Kingdom", "United Kingdom"), ("U.K.", "United Kingdom"), ("Great  Britain", "United Kingdom"),
        ("England and Wales", "United Kingdom"), ("X0", "United Kingdom"), ("the United Kingdom", "United Kingdom"),
        ("Republic of Korea", "Republic of Korea"), ("Korea, Republic of", "Republic of Korea"),
        ("South Korea", "Republic of Korea"), ("M5", "Republic of Korea"),
        ("The Republic of Korea", "Republic of Korea"),
        ("Kingdom of the Netherlands", "Netherlands"), ("Holland", "Netherlands"), ("P7", "Netherlands"),
        ("Federal Republic of Germany", "Germany"), ("Hellenic Republic", "Greece"), ("Czechia", "Czech Republic"),
        ("Commonwealth of Australia", "Australia"), ("Victoria", "Australia"), ("Swiss Confederation", "Switzerland"),
        ("Republic of Ireland", "Ireland"), ("Cayman Islands", "Cayman Islands"), ("E9", "Cayman Islands"),
        ("Jersey", "Jersey"), ("Hong Kong", "Hong Kong"), ("North Korea", "North Korea"),
        ("Delaware", "United States"), ("Georgia", "Georgia (Country)"), ("Canada (Ontario)", "Canada"),
        ("Vancouver, BC", "Canada"), ("British Virgin Islands", "British Virgin Islands"),
        ("People's Republic of China", "People's Republic of China"), ("unknown", None), ("XX", None),
        ("(Ontario)", None), ("Narnia (Ontario)", None), ("Narnia", None), ("", None), (",", None),
        ("Republic of", None), ("Republic of Narnia", None),
    ],
)  # fmt: skip
def test_a_country_is_called_by_many_names(name: str, country: str | None) -> None:
    assert country_called(name) == country


def test_every_place_of_edgars_table_is_known_by_name_and_code() -> None:
    for code, name in countries().items():
        assert country_called(code) == country_called(name.partition(" (")[0]), code


def test_every_qualifying_jurisdiction_is_found_from_its_first_day() -> None:
    for each in QUALIFYING:
        assert country_called(each.name) == each.name
        assert qualifying(each.name, each.since) == each
        assert qualifying(each.name, each.since.replace(day=each.since.day - 1)) is None


@pytest.mark.parametrize("name", ["Bermuda", "Isle of Man", "Guernsey", "Taiwan", "Delaware", "Narnia"])
def test_a_place_that_does_not_qualify_is_not_taken_for_one_that_does(name: str) -> None:
    qualifying_names = {each.name for each in QUALIFYING}
    assert country_called(name) not in qualifying_names
