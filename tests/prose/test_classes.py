"""How titles of one class are recognized."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.accounts.pairing import are_alike
from form4gen.prose.titles import terms_of


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Common Stock", "COMMON SHARES", True),
        ("Common Stock", "Ordinary Stocks", True),
        ("Common Stock", "The Share of Common", True),
        ("Common Stock", "Common Stock, $0.01 par value", True),
        ("Common Stock", None, True),
        ("Class A Common Stock", "Class B Common Stock", False),
        ("Common Stock", "Preferred Stock", False),
    ],
)
def test_titles_may_name_one_class(one: str, other: str | None, alike: bool) -> None:  # noqa: FBT001
    assert are_alike(one, other) is alike
    assert are_alike(other, one) is alike


@given(st.text(max_size=60))
def test_case_and_punctuation_do_not_tell_classes_apart(title: str) -> None:
    assert terms_of(f" {title.upper()}, ") == terms_of(title.upper().casefold())
