"""Long texts are cut for the rules, and a cut text knows its length."""

from __future__ import annotations

from typing import Any

import pytest
from case_base import filing
from case_files import filed_at

from form4gen.accounts.lines import line_of
from form4gen.bounds import BESIDE_CHARACTERS, NAME_CHARACTERS, NOTE_CHARACTERS, CutText, cut, length_of
from form4gen.model.filing import Filing
from form4gen.model.shortened import shortened
from form4gen.rules.engine import check

FILED_AT = filed_at({})


@pytest.mark.parametrize(("length", "kept"), [(9, 9), (10, 10), (11, 10)])
def test_a_text_is_cut_at_its_limit_and_keeps_its_length(length: int, kept: int) -> None:
    text = "x" * length
    found = cut(text, 10)
    assert (len(found), length_of(found)) == (kept, length)
    assert (found is text) == (length <= 10)
    assert length_of(cut(found, 5)) == length, "a text that is cut again is still that long"
    assert length_of(cut(found, 5)[1:]) == 4, "a part of it is only a text"


def _texts(given: Filing) -> dict[str, str]:
    row = given.non_derivative_table[0]
    return {
        "/footnotes/F1": given.footnotes[0].text,
        "/remarks": given.remarks or "",
        "/nonDerivativeTable/0/securityTitle": row.security_title.value or "",
        "/reportingOwners/0/rptOwnerName": given.reporting_owners[0].rpt_owner_name or "",
        "/ownerSignatures/0/title": given.owner_signatures[0].title or "",
        "/issuer/issuerName": given.issuer.issuer_name or "",
    }


@pytest.mark.parametrize("place", _texts(filing()))
def test_each_text_is_cut_where_it_is_far_too_long(place: str) -> None:
    most = NOTE_CHARACTERS if place in ("/footnotes/F1", "/remarks") else NAME_CHARACTERS
    for length in (most - 1, most, most + 1):
        whole = filing({place: "x" * length})
        found = shortened(whole)
        assert (found is whole) == (length <= most)
        assert _texts(found) == _texts(whole) | {place: "x" * min(length, most)}
        assert length_of(_texts(found)[place]) == length
        assert found.at is whole.at


def test_a_part_without_a_long_text_stays_the_same() -> None:
    whole = filing({"/nonDerivativeTable/1/securityTitle": "x" * 2000})
    found = shortened(whole)
    assert found.derivative_table is whole.derivative_table
    assert found.non_derivative_table[0] is whole.non_derivative_table[0]
    assert found.non_derivative_table[1].at is whole.non_derivative_table[1].at
    assert [row.number for row in found.rows] == [row.number for row in whole.rows]


def test_the_ids_that_a_cell_cites_are_cut_and_its_value_is_kept() -> None:
    whole = filing({"/nonDerivativeTable/0/transactionShares": {"value": 5, "footnotes": ["F1", "F" * 2000]}})
    cell = shortened(whole).non_derivative_table[0].transaction_shares
    assert (cell.value, [len(note) for note in cell.footnotes]) == (5, [2, NAME_CHARACTERS])


def test_the_texts_of_exhibits_and_powers_are_whole_and_their_names_are_cut() -> None:
    given: dict[str, Any] = {
        "/exhibits": [{"documentType": "EX-99", "documentName": "n" * 2000, "text": "x" * 50_000}],
        "/powersOfAttorney": [{"text": "y" * 50_000, "attorneys": [{"name": "z" * 2000}]}],
    }
    found = shortened(filing(given))
    assert len(found.exhibits[0].text or "") == len(found.powers_of_attorney[0].text or "") == 50_000
    names = found.exhibits[0].document_name, found.powers_of_attorney[0].attorneys[0].name
    assert [len(name or "") for name in names] == [NAME_CHARACTERS, NAME_CHARACTERS]


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("FN101", "/footnotes/F1"),
        ("FN203", "/remarks"),
        ("HD205", "/nonDerivativeTable/0/securityTitle"),
        ("SG202", "/ownerSignatures/0/signatureName"),
        ("RO205", "/reportingOwners/0/rptOwnerStreet1"),
    ],
)
def test_a_finding_on_length_tells_the_whole_length(rule: str, place: str) -> None:
    outcome = check(filing({place: "word " * 200_000}), FILED_AT)
    assert outcome.could_not_run == {}
    told = {each.rule: each.message for each in outcome.findings if "1,000,000 characters" in each.message}
    assert list(told) == [rule]


def test_no_finding_repeats_a_long_text() -> None:
    places = [place for place in _texts(filing()) if place != "/footnotes/F1"]
    outcome = check(filing(dict.fromkeys(places, "word " * 200000)), FILED_AT)
    longest = max(len(text) for each in outcome.findings for text in (each.message, each.found or "", each.remedy))
    assert longest < 2 * NOTE_CHARACTERS


def test_the_footnotes_of_a_cell_are_read_together_as_far_as_the_limit() -> None:
    texts = {f"F{number}": str(number) * 9_999 for number in range(1, 5)}
    given = filing({"/footnotes": texts})
    joined = given.notes_of(("F1", "F2"), ("F2", "F3", "F4", "F9"))
    assert joined.split("\n") == [texts["F1"], texts["F2"], texts["F3"][: BESIDE_CHARACTERS - 2 * 9_999]]


def test_titles_that_differ_only_beyond_the_limit_are_one_class() -> None:
    pair = [filing({"/nonDerivativeTable/0/securityTitle": "x" * 1000 + end}) for end in "ab"]
    first, second = (line_of(shortened(each).non_derivative_table[0]) for each in pair)
    assert first == second
    assert isinstance(shortened(pair[0]).non_derivative_table[0].security_title.value, CutText)
