"""A place is a JSON pointer, built step by step and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.location import ROOT, Place, parse_pointer


def test_the_root_is_the_empty_pointer() -> None:
    assert (ROOT.pointer, ROOT.tokens) == ("", ())


def test_a_step_leads_to_a_new_place_and_leaves_the_old_one() -> None:
    rows = ROOT / "nonDerivativeTable"
    assert (rows / 1 / "transactionShares").pointer == "/nonDerivativeTable/1/transactionShares"
    assert rows.tokens == ("nonDerivativeTable",)


@pytest.mark.parametrize(("key", "pointer"), [("a/b", "/a~1b"), ("m~n", "/m~0n"), ("~1", "/~01"), ("", "/")])
def test_a_key_is_escaped_as_rfc_6901_says(key: str, pointer: str) -> None:
    assert (ROOT / key).pointer == pointer
    assert parse_pointer(pointer) == (key,)


@given(st.lists(st.text() | st.integers(min_value=0)))
def test_any_pointer_is_read_back_as_the_steps_it_was_made_of(steps: list[str | int]) -> None:
    place = ROOT
    for step in steps:
        place /= step
    assert parse_pointer(place.pointer) == tuple(map(str, steps))


@pytest.mark.parametrize("pointer", ["a", "a/b", " /a", "#/a"])
def test_a_pointer_that_does_not_begin_with_a_slash_is_refused(pointer: str) -> None:
    with pytest.raises(ValueError, match="a JSON pointer starts with '/'"):
        parse_pointer(pointer)


def test_places_are_equal_when_their_steps_are() -> None:
    assert Place() / "a" / 0 == ROOT / "a" / 0
    assert ROOT / "a" / 0 != ROOT / "a" / "0"
    assert ROOT / "a" != ROOT / "b"
    assert ROOT != ""
    assert len({ROOT / "a", Place() / "a", ROOT}) == 2


def test_a_place_is_shown_with_its_pointer() -> None:
    assert repr(ROOT / "issuer" / "issuerCik") == "Place('/issuer/issuerCik')"
