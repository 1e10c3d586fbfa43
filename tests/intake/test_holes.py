"""Holes that a reader of JSON has in the plain Settings from its library: each shown open, then closed in ours."""

from __future__ import annotations

import json
from math import isfinite

import pytest

from form4gen.intake.document import read


@pytest.mark.parametrize("literal", ["NaN", "Infinity", "1e400"])
def test_what_is_no_number_is_read_by_the_plain_reader_and_told_here(literal: str) -> None:
    assert not isfinite(json.loads(literal))
    assert [problem.id for problem in read(f'{{"a": {literal}}}'.encode()).problems] == ["JS104"]


def test_a_key_that_stands_twice_hides_the_first_in_the_plain_reader_and_is_told_here() -> None:
    raw = '{"transactionShares": 1, "transactionShares": 1000}'
    assert json.loads(raw) == {"transactionShares": 1000}
    (problem,) = read(raw.encode()).problems
    assert "twice" in problem.message


def test_a_price_loses_its_digits_in_the_plain_reader_and_keeps_them_here() -> None:
    raw = '{"a": 100000000000000000000.01}'
    assert str(json.loads(raw)["a"]) == "1e+20"
    assert str(read(raw.encode()).data["a"]) == "100000000000000000000.01"


def test_deep_nesting_breaks_the_plain_reader_and_is_one_problem_here() -> None:
    raw = "[" * 100_000
    with pytest.raises(RecursionError):
        json.loads(raw)
    assert len(read(raw.encode()).problems) == 1


def test_a_number_of_5000_digits_breaks_the_plain_reader_and_is_one_problem_here() -> None:
    raw = '{"a": ' + "7" * 5000 + "}"
    with pytest.raises(ValueError, match="4300 digits"):
        json.loads(raw)
    assert [problem.id for problem in read(raw.encode()).problems] == ["JS104"]


@pytest.mark.parametrize("code", ["d800", "0000", "001b", "202e", "2066"])
def test_a_character_that_breaks_or_turns_a_page_is_read_by_the_plain_reader_and_told_here(code: str) -> None:
    raw = f'{{"remarks": "a\\u{code}b"}}'
    assert json.loads(raw)["remarks"] == f"a{chr(int(code, 16))}b"
    assert len(read(raw.encode()).problems) == 1
