from __future__ import annotations

from typing import Any

import pytest
from page_reader import filing

from form4gen.model.filing import Filing
from form4gen.render.page import Mark, Page, page

OWNER = "/reportingOwners/0"
PRICE = "/nonDerivativeTable/0/transactionPricePerShare"


def _page(**changes: Any) -> Page:
    return page(filing(**changes))


def _owners(*names: str) -> list[dict[str, str]]:
    return [{"rptOwnerName": name} for name in names]


def test_the_name_of_a_person_is_printed_as_it_is_registered() -> None:
    assert _page().owner.name == "Benjamin Locke M."


def test_a_title_names_form_issuer_and_person() -> None:
    assert _page().title == "Form 4: TECOGEN INC. [ TGEN ], Benjamin Locke M."
    assert _page(**{"/documentType": "4/A"}).title.startswith("Form 4/A: ")
    assert page(filing(remove=("/issuer", "/reportingOwners"))).title == "Form 4: "


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        ((), ""), (("Fund I",), "Fund I"), (("Fund I", "Fund II"), "Fund I and 1 other"),
        (("Fund I", "Fund II", "Fund III"), "Fund I and 2 others"),
    ],
)  # fmt: skip
def test_the_running_head_names_the_first_person_and_counts_the_others(names: tuple[str, ...], persons: str) -> None:
    drawn = _page(**{"/reportingOwners": _owners(*names)})
    assert drawn.author == persons
    assert drawn.running_head == (f"TECOGEN INC. [ TGEN ], {persons}" if persons else "TECOGEN INC. [ TGEN ]")


@pytest.mark.parametrize(("length", "shown"), [(79, "x" * 79), (80, "x" * 80), (81, "x" * 79 + "\u2026")])
def test_the_running_head_shortens_a_name_that_has_no_room(length: int, shown: str) -> None:
    drawn = _page(**{"/issuer/issuerName": "x" * length, f"{OWNER}/rptOwnerName": "x" * length})
    assert drawn.running_head == f"{shown} [ TGEN ], {shown}"
    assert drawn.title == f"Form 4: {'x' * length} [ TGEN ], {'x' * length}"


def test_a_form_without_a_person_leaves_items_1_and_5_blank() -> None:
    owner = _page(**{"/reportingOwners": []}).owner
    assert not any(owner)
    assert owner.address == owner.specified == ""


@pytest.mark.parametrize(
    ("address", "state", "country"),
    [
        ({"rptOwnerState": "MA"}, "MA", "UNITED STATES"),
        ({"rptOwnerState": "MA", "rptOwnerStateDescription": "MASSACHUSETTS"}, "MASSACHUSETTS", "UNITED STATES"),
        ({"rptOwnerNonUSStateTerritory": "Kowloon", "rptOwnerCountry": "K3"}, "Kowloon", "HONG KONG"),
        ({"rptOwnerNonUSStateTerritory": "Hong Kong", "rptOwnerCountry": "K3"}, "", "HONG KONG"),
        ({"rptOwnerCountry": "??"}, "", "??"),
        # Before March 2026 the code of a country stood in the place of the state.
        ({"rptOwnerState": "K3", "rptOwnerStateDescription": "HONG KONG"}, "", "HONG KONG"),
        ({"rptOwnerState": "K3"}, "", "HONG KONG"),
        # A province of Canada has a code of a country.
        ({"rptOwnerState": "A6", "rptOwnerStateDescription": "ONTARIO, CANADA"}, "ONTARIO", "CANADA"),
        ({"rptOwnerState": "A6"}, "ONTARIO", "CANADA"),
        ({"rptOwnerCountry": "A6"}, "ONTARIO", "CANADA"),
        ({"rptOwnerNonUSStateTerritory": "Ontario", "rptOwnerCountry": "A6"}, "Ontario", "CANADA"),
        ({"rptOwnerNonUSStateTerritory": "ON", "rptOwnerCountry": "A6"}, "ON", "CANADA"),
        ({"rptOwnerNonUSStateTerritory": "Quebec", "rptOwnerCountry": "A6"}, "Quebec", "ONTARIO, CANADA"),
        ({"rptOwnerState": "  "}, "", ""),
        ({}, "", ""),
    ],
)  # fmt: skip
def test_state_and_country_are_printed_in_words_each_once(address: dict[str, Any], state: str, country: str) -> None:
    owner = _page(**{"/reportingOwners": [address]}).owner
    assert (owner.state, owner.country) == (state, country)


def test_an_address_is_one_line_in_the_table_of_owners() -> None:
    owner = _page(**{f"{OWNER}/rptOwnerStreet2": "SUITE 4"}).owner
    assert owner.address == "45 FIRST AVE, SUITE 4, WALTHAM MA 02451, UNITED STATES"
    typed = _page(**{f"{OWNER}/rptOwnerStreet1": "C/O SAMPLE LIMITED, ", f"{OWNER}/rptOwnerStreet2": "SUITE 4"}).owner
    assert typed.street[0] == "C/O SAMPLE LIMITED, "
    assert typed.address == "C/O SAMPLE LIMITED, SUITE 4, WALTHAM MA 02451, UNITED STATES"


def test_office_and_other_relationship_share_the_line_of_item_5() -> None:
    assert _page(**{f"{OWNER}/otherText": "Member of a group"}).owner.specified == "Co-CEO / Member of a group"
    assert _page().owner.specified == "Co-CEO"


def test_dates_are_printed_and_an_absent_date_is_blank() -> None:
    assert _page().earliest_transaction == "11/14/2017"
    assert _page().original_filed == ""
    assert _page(**{"/dateOfOriginalSubmission": "2017-11-16"}).original_filed == "11/16/2017"
    assert page(filing(remove=("/periodOfReport",))).earliest_transaction == ""


def test_the_metadata_are_dated_by_the_last_signature() -> None:
    signatures = [{"signatureDate": day} for day in ("2017-11-14", "2017-11-16", "2017-11-15")]
    assert _page(**{"/ownerSignatures": signatures}).signed == "2017-11-16"
    assert _page(**{"/ownerSignatures": [{"signatureName": "Jane Sample"}]}).signed == ""


def test_every_signature_has_its_own_line() -> None:
    signatures = [{"signatureName": "Jane Sample", "signatureDate": "2017-11-14"}, {}]
    assert _page(**{"/ownerSignatures": signatures}).signatures == (("Jane Sample", "11/14/2017"), ("", ""))


def _cited() -> Filing:
    row = {"securityTitle": {"value": "Common Stock", "footnotes": ["F2"]}, "transactionCode": {"footnotes": ["F9"]}}
    return filing(
        **{
            "/footnotes": {"F1": "One.", "F2": "Two.", "F3": "Three."},
            PRICE: {"value": 2.64, "footnotes": ["F2", "F1"]},
            "/derivativeTable": [row],
        }
    )


def test_a_mark_leads_to_its_note_and_the_first_one_is_where_the_note_leads_back_to() -> None:
    drawn = page(_cited())
    assert drawn.table_i[0][7].marks == (
        Mark("(2)", "note-2", "cited-2", "Footnote (2)"), Mark("(1)", "note-1", "cited-1", "Footnote (1)"),
    )  # fmt: skip
    assert drawn.table_ii[0][0].marks == (Mark("(2)", "note-2", "", "Footnote (2)"),)


def test_a_mark_of_a_note_that_is_not_there_leads_nowhere() -> None:
    assert page(_cited()).table_ii[0][4].marks == (Mark("(9)", "", "", "Footnote (9)"),)


def test_notes_keep_the_order_of_the_filing_and_know_where_they_are_cited() -> None:
    assert [note[:4] for note in page(_cited()).notes] == [
        ("1", "note-1", "cited-1", "One."), ("2", "note-2", "cited-2", "Two."), ("3", "note-3", "", "Three."),
    ]  # fmt: skip


def test_a_note_with_a_strange_id_has_an_anchor_of_its_own() -> None:
    drawn = _page(**{"/footnotes": {"a b": "One.", '"><x': "Two."}})
    assert [note.anchor for note in drawn.notes] == ["note-1", "note-2"]
    assert [note.number for note in drawn.notes] == ["a b", '"><x']


def test_the_attached_power_of_attorney_follows_the_form() -> None:
    assert [exhibit.number for exhibit in _page().exhibits] == ["24"]
    assert _page(**{"/powersOfAttorney": []}).exhibits == ()
