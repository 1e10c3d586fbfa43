from __future__ import annotations

import string

import pytest

from form4gen.law.characters import (
    TEXT_DOCUMENT,
    ZIP_CODE,
    all_spelled,
    beyond_ascii,
    beyond_text_document,
    named,
    spelled,
    spelled_out,
)


def test_a_text_document_takes_printable_ascii_without_the_caret() -> None:
    assert frozenset(string.printable) - {"^", "\v"} == TEXT_DOCUMENT


def test_a_zip_code_takes_letters_digits_and_three_signs() -> None:
    assert frozenset(string.ascii_letters + string.digits + " #-") == ZIP_CODE


def test_characters_beyond_ascii_are_listed_once_in_order() -> None:
    assert beyond_ascii("plain ^ text") == ()
    assert beyond_ascii("\u2019a\u00a7b\u2019") == ("\u2019", "\u00a7")


def test_a_text_document_may_not_hold_the_caret_either() -> None:
    assert beyond_text_document("plain {text} | \t\r\n\f") == ()
    assert beyond_text_document("a^b\u2014c^") == ("^", "\u2014")


@pytest.mark.parametrize(
    ("sign", "ascii_form"),
    [
        ("a", "a"),
        ("\u2018", "'"),
        ("\u201d", '"'),
        ("\u2013", "-"),
        ("\u2014", "--"),
        ("\u2022", "*"),
        ("\u00a7", "Section"),
        ("\u00a9", "(C)"),
        ("\u2122", "(TM)"),
        ("\u00a3", "GBP"),
        ("\u00a5", "JPY"),
        ("\u00a2", "cents"),
        ("\u2020", "*"),
        ("\u00a0", " "),
        ("\u2003", " "),
        ("\u3164", " "),
        ("\u200b", ""),
        ("\u00ad", ""),
        ("\u00e9", "e"),
        ("\u00df", "ss"),
        ("\ufb01", "fi"),
        ("^", "(caret)"),
    ],
)
def test_a_sign_has_a_spelling(sign: str, ascii_form: str) -> None:
    assert spelled(sign) == ascii_form


def test_every_spelling_is_made_of_characters_that_edgar_takes() -> None:
    for number in range(0x20, 0x3000):
        spelling = spelled(chr(number))
        assert spelling is None or set(spelling) <= TEXT_DOCUMENT


@pytest.mark.parametrize("sign", ["\u682a", "\u0414", "\u0301", "\u2603"])
def test_a_sign_that_nobody_can_spell_has_none(sign: str) -> None:
    assert spelled(sign) is None


def test_a_text_is_spelled_out_completely_or_not_at_all() -> None:
    assert spelled_out("Caf\u00e9 \u2013 \u00a7 16") == "Cafe - Section 16"
    assert spelled_out("\u682a\u5f0f") is None
    assert spelled_out("") == ""
    assert spelled_out("\u200bwith\u00adheld\u200b") == "withheld"


@pytest.mark.parametrize(
    ("text", "ascii_form"),
    [
        ("8\u00bd", "8 1/2"),
        ("\u00bd share", "1/2 share"),
        ("\u00a716", "Section 16"),
        ("\u00a7(b)", "Section(b)"),
        ("5\u00a2.", "5 cents."),
        ("4\u00d7100", "4 x 100"),
        ("Stra\u00dfe", "Strasse"),
        ("a^b", "a(caret)b"),
    ],
)
def test_a_word_for_a_sign_keeps_apart_from_its_neighbours(text: str, ascii_form: str) -> None:
    assert spelled_out(text) == ascii_form


@pytest.mark.parametrize("sign", ["\u00b2", "\u2460"])
def test_a_raised_or_circled_digit_is_not_spelled_as_a_digit(sign: str) -> None:
    assert spelled(sign) is None


def test_a_character_that_is_omitted_is_named_among_the_spellings() -> None:
    assert all_spelled("\u2014\u200b\u00e9\u682a") == "\u2014 (U+2014) as '--', no U+200B, \u00e9 (U+00E9) as 'e'"


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\u2019", "\u2019 (U+2019)"),
        ("\u00a0", "U+00A0"),
        ("\u3164", "U+3164"),
        ("\x01", "U+0001"),
        ("^", "^ (U+005E)"),
    ],
)
def test_an_invisible_character_is_shown_by_its_number_alone(sign: str, shown: str) -> None:
    assert named(sign) == shown
