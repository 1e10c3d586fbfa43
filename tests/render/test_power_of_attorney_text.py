"""The power of attorney as EX-24 text for EDGAR."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from powers import FULL, OLD, filing, record, text

from form4gen.errors import RefusedFilingError
from form4gen.law.characters import TEXT_DOCUMENT
from form4gen.render.power_of_attorney import ex24_text, ex24_texts

NAMES = st.text(st.sampled_from("ab-\u2019\u00e9 \n\t<&"), max_size=200)


def test_no_line_is_longer_than_80_characters_and_the_text_ends_a_line() -> None:
    lines = text(FULL, OLD).split("\n")
    assert lines.pop() == ""
    assert max(map(len, lines)) <= 80
    assert not any(line != line.rstrip() for line in lines)


@given(name=NAMES, office=NAMES)
def test_whatever_is_typed_the_lines_stay_short_and_of_edgar_s_characters(name: str, office: str) -> None:
    power = record(principal={"name": name, "title": office}, attorneys=[{"name": name}, {"office": office}])
    lines = text(power | {"heading": name, "witnesses": [name], "signedName": office}).split("\n")
    assert max(map(len, lines)) <= 80
    assert set("".join(lines)) <= TEXT_DOCUMENT


@pytest.mark.parametrize("length", [39, 40, 41, 79, 80, 81, 400])
def test_a_name_of_any_length_fits_the_column(length: int) -> None:
    found = text(record(principal__name="#" * length))
    assert max(map(len, found.split("\n"))) <= 80
    assert found.count("#") == 3 * length  # named in the opening, below the signature and by the notary


def test_a_word_is_not_broken_at_its_hyphens() -> None:
    assert all(not line.endswith("-") for line in text(FULL).split("\n") if not line.endswith("--"))


def test_the_label_is_on_the_right_and_the_heads_are_centered() -> None:
    lines = text(FULL).split("\n")
    assert lines[0] == "EXHIBIT 24.7".rjust(80)
    assert lines[2] == "LIMITED POWER OF ATTORNEY".center(80).rstrip()
    assert lines[4] == "(For Executing Forms 3, 4 and 5)".center(80).rstrip()


def test_the_powers_hang_under_their_numbers() -> None:
    lines = text(FULL).split("\n")
    second = lines[lines.index(next(line for line in lines if line.startswith("(1)"))) + 1]
    assert second.startswith("    ")
    assert second[4] != " "


def test_the_signature_is_on_the_right_above_a_rule() -> None:
    lines = text(FULL).split("\n")
    at = lines.index(" " * 40 + "/s/ Jane Q. Sample")
    rule, name, title = lines[at + 1 : at + 4]
    assert (rule, name, title) == (" " * 40 + "-" * 40, " " * 40 + "Name: Jane Sample", " " * 40 + "Title: Treasurer")


def test_a_power_that_nobody_signed_keeps_the_rule() -> None:
    assert "\n\n" + " " * 40 + "-" * 40 + "\n" in text(record(signedName=None))


def test_signs_of_a_word_processor_are_spelled_out() -> None:
    found = text(record(principal__name="Ren\u00e9 O\u2019Hara \u2013 Ltd\u00a0\u00a7"))
    assert "Rene O'Hara - Ltd Section" in " ".join(found.split())


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"principal__name": "\u674e\u660e"}, "Power of attorney 1, principal"),
        ({"attorneys": [{"name": "Ann"}, {"office": "\u674e"}]}, "Power of attorney 1, attorneys, 1"),
        ({"witnesses": ["Will", "\u674e"]}, "Power of attorney 1, witnesses"),
        ({"governingLaw": "\u674e"}, "Power of attorney 1, governingLaw"),
        ({"text": "Power\n\u674e"}, "Power of attorney 1, text"),
        ({"text": "A caret ^"}, "Power of attorney 1, text"),
    ],
)
def test_a_character_that_cannot_be_written_is_refused_with_its_place(changes: dict[str, Any], place: str) -> None:
    sign = "U+005E" if "^" in str(changes) else "U+674E"
    with pytest.raises(RefusedFilingError) as refused:
        ex24_texts(filing(record(**changes)))
    assert str(refused.value).startswith(place)
    assert sign in str(refused.value)


@pytest.mark.parametrize("own", ["Mine.\n", "  x\t y  \n\n\nz\n", "w" * 200 + "\n", "\r\nMine.\n"])
def test_own_text_is_not_changed(own: str) -> None:
    assert text(record(text=own)) == own


def test_own_text_without_a_last_line_end_gets_one() -> None:
    assert text(record(text="Mine.")) == "Mine.\n"


def test_the_signs_of_an_own_text_are_spelled_out_only_where_it_is_sent_as_html() -> None:
    own = "Ann\u2019s power"
    assert text(record(text=own, fileName="poa.htm")) == "Ann's power\n"
    with pytest.raises(RefusedFilingError, match=r"U\+2019"):
        text(record(text=own))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (None, "ex24.txt"),
        ("", "ex24.txt"),
        ("poa.txt", "poa.txt"),
        ("poa_a-1.txt", "poa_a-1.txt"),
        ("poa.htm", "poa.txt"),
        ("a" * 28 + ".txt", "a" * 28 + ".txt"),
        ("a" * 29 + ".txt", "a" * 28 + ".txt"),
        ("Poa.txt", "poa.txt"),
        ("1poa.txt", "doc1poa.txt"),
        ("poa a.txt", "poa-a.txt"),
        ("p_o_a.txt", "p_oa.txt"),
        ("p-o-a.txt", "p-oa.txt"),
        ("poa.v2.txt", "poa-v2.txt"),
        ("poa.pdf", "poa.txt"),
        ("../poa.txt", "poa.txt"),
        (".txt", "doc.txt"),
        ("\u00e9t\u00e9.txt", "ete.txt"),
    ],
)
def test_a_file_has_the_nearest_name_that_edgar_takes(given: str | None, name: str) -> None:
    assert list(ex24_texts(filing(record(fileName=given)))) == [name]


def test_several_powers_have_several_files() -> None:
    powers = (record(fileName=None), record(fileName="poa.txt"), record(fileName="poa.txt"), OLD)
    assert list(ex24_texts(filing(*powers))) == ["ex24-1.txt", "poa.txt", "poa2.txt"]


def test_a_filing_without_attached_powers_has_no_text() -> None:
    assert ex24_texts(filing(OLD)) == {}


def test_html_in_the_filing_remains_html() -> None:
    source = "<html><p>I \u201cmake\u201d this</p></html>"
    assert ex24_texts(filing(record(text=source, fileName="poa.htm"))) == {"poa.htm": source}


def test_one_power_can_be_written_even_if_another_cannot() -> None:
    whole = filing(record(), record(text="\u674e"))
    assert ex24_text(whole, whole.powers_of_attorney[0]).startswith(" ")
    with pytest.raises(RefusedFilingError):
        ex24_text(whole, whole.powers_of_attorney[1])
