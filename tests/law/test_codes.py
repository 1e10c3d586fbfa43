from __future__ import annotations

import pytest

from form4gen.law.authorities import FORM_4
from form4gen.law.codes import (
    CODES,
    MARKS,
    SOURCE_OF_THE_LIST,
    Code,
    Early,
    Family,
    Price,
)

CODE_LIST = [pytest.param(code, id=code.letter) for code in CODES.values()]


def _letters(family: Family) -> str:
    return "".join(sorted(letter for letter, code in CODES.items() if code.family is family))


def test_the_codes_are_the_18_letters_of_edgars_schema_in_order() -> None:
    assert "".join(CODES) == "ACDEFGHIJLMOPSUWXZ"
    assert str(SOURCE_OF_THE_LIST) == "EDGAR Ownership XML Specification 5.5, 3.6.9"


def test_the_families_are_the_headings_of_instruction_8() -> None:
    assert {family: _letters(family) for family in Family} == {
        Family.GENERAL: "PS",
        Family.RULE_16B_3: "ADFIM",
        Family.DERIVATIVE: "CEHOX",
        Family.OTHER_EXEMPT: "GLWZ",
        Family.OTHER: "JU",
    }


def test_rule_16b_3_is_what_five_codes_rest_on() -> None:
    assert [letter for letter, code in CODES.items() if code.rests_on_rule_16b_3] == list("ADFIM")


@pytest.mark.parametrize("code", CODE_LIST)
def test_each_code_is_in_a_table_and_cites_the_form(code: Code) -> None:
    assert code.table_i or code.table_ii
    assert all(use.marks in ("A", "D", "AD") for use in (code.table_i, code.table_ii) if use)
    assert code.sources[0] == FORM_4.at("Instruction 8")
    assert code.name
    assert code.meaning


def test_e_and_h_are_codes_of_table_ii_alone_and_z_of_table_i_alone() -> None:
    assert [letter for letter, code in CODES.items() if code.table_i is None] == ["E", "H"]
    assert [letter for letter, code in CODES.items() if code.table_ii is None] == ["Z"]


@pytest.mark.parametrize(
    ("letters", "table_i", "table_ii"),
    [("PAL", "A", "A"), ("SDFU", "D", "D"), ("MCOX", "A", "D"), ("GIJW", "AD", "AD")],
)
def test_the_marks_follow_from_the_meaning(letters: str, table_i: str, table_ii: str) -> None:
    for letter in letters:
        first, second = CODES[letter].table_i, CODES[letter].table_ii
        assert first is not None
        assert second is not None
        assert (first.marks, second.marks) == (table_i, table_ii)


def test_the_price_expected_in_table_i() -> None:
    prices = {letter: code.table_i.price for letter, code in CODES.items() if code.table_i}
    assert {letter for letter, price in prices.items() if price is Price.PAID} == set("PSFIL")
    assert {letter for letter, price in prices.items() if price is Price.NONE} == set("GWZ")
    assert {letter for letter, price in prices.items() if price is Price.EXERCISE_PRICE} == set("MOX")
    assert {letter: prices[letter] for letter in "ACDJU"} == {
        "A": Price.NONE_OR_PAID,
        "C": Price.CONVERSION_PRICE,
        "D": Price.PAID_OR_FORFEITED,
        "J": Price.ANY,
        "U": Price.PAID_OR_NOTE,
    }


def test_an_exercise_leaves_the_price_of_the_derivative_empty() -> None:
    for letter in "MCOX":
        use = CODES[letter].table_ii
        assert use is not None
        assert use.price is Price.NONE_OR_NOTE


def test_what_is_not_established_of_e_is_said() -> None:
    assert CODES["E"].early is Early.UNKNOWN
    assert "not established" in CODES["E"].doubt


@pytest.mark.parametrize(
    ("letters", "early"),
    [
        ("PSADFIMCOXHU", Early.NEVER),
        ("WZJ", Early.ALLOWED),
        ("L", Early.EXPECTED),
        ("G", Early.GIFTS_RECEIVED),
        ("E", Early.UNKNOWN),
    ],
)
def test_a_code_says_whether_it_may_wait_for_form_5(letters: str, early: Early) -> None:
    assert {each.letter for each in CODES.values() if each.early is early} == set(letters)


def test_v_and_k_are_marks_and_say_which_field_takes_their_place() -> None:
    assert set(MARKS) == {"V", "K"}
    assert not set(MARKS) & set(CODES)
    assert "transactionFormType" in MARKS["V"].instead
    assert "equitySwapInvolved" in MARKS["K"].instead
