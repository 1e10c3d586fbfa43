"""What the power of attorney says, field by field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from powers import FULL, OLD, filing, record, text, wording

from form4gen.api.load import load
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.render.poa_words import day_of_month, listed, ordinal
from form4gen.render.power_of_attorney import exhibits
from form4gen.resources import path_of

SAYS = [
    ("exhibitNumber", "Exhibit 24.7"),
    ("description", "Limited Power of Attorney"),
    ("principal__name", "By this document Jane Sample"),
    ("principal__cik", '(EDGAR CIK 0009990002, the "Principal")'),
    ("principal__title", "Jane Sample, Treasurer"),
    (
        "attorneys",
        "designates and authorizes Ann Example (Corporate Secretary of Example Corp) and Sam Specimen of Spec",
    ),
    ("acting", "each of whom may act alone"),
    (
        "scope__forms",
        "execute for the Principal Forms 3, 4 and 5 under Section 16 of the Securities Exchange Act of 1934",
    ),
    ("scope__capacity", "in the Principal's capacity as officer and/or director of Example Corp"),
    ("scope__amendments", "and amendments to any of them"),
    ("scope__edgarAccess", "access to EDGAR"),
    ("scope__jointFilingAgreements", "make filings jointly"),
    ("scope__brokerInformation", "ask brokers"),
    (
        "scope__otherActions",
        "in the opinion of an Attorney, is to the Principal's benefit or is required of the Principal",
    ),
    ("scope__issuer", 'Example Corp (EDGAR CIK 0009990001, the "Company")'),
    ("scope__issuer__cik", "EDGAR CIK 0009990001"),
    ("substitution", "An Attorney may name a substitute and may revoke that substitution."),
    ("signedOn", "Signed on this 2nd day of March, 2026."),
    ("signedName", "/s/ Jane Q. Sample"),
    ("effectiveFrom", "takes effect on April 1, 2026."),
    ("duration", "remains in force through December 31, 2027"),
    ("duration__date", "December 31, 2027"),
    ("supersedes", "This power of attorney replaces the power of attorney that the Principal signed on May 11, 2021."),
    ("governingLaw", "The law of Delaware governs this power of attorney."),
    ("notary", "Acknowledged before me by Jane Sample on this 3rd day of March, 2026."),
    ("notary__name", "Nora Notary, Notary Public"),
    ("notary__state", "State: Illinois"),
    ("notary__county", "County: Sangamon"),
    ("notary__date", "Acknowledged"),
    ("witnesses", "Witness: Will Witness Witness: Wanda Witness"),
]
OF_THE_RECORD = {"id", "fileName", "status", "revokedOn", "onFile", "text"}


@pytest.mark.parametrize(("field", "words"), SAYS, ids=[field for field, _ in SAYS])
def test_a_field_is_said_when_given_and_left_out_when_not(field: str, words: str) -> None:
    assert words in wording(FULL, OLD)
    assert words not in wording(record(**{field: None}), OLD)


def test_every_field_of_a_power_is_either_said_or_known_to_be_no_part_of_the_document() -> None:
    assert {field.split("__")[0] for field, _ in SAYS} | OF_THE_RECORD == set(PowerOfAttorney.fields)


@pytest.mark.parametrize(
    "later",
    [
        {"revokedOn": "2026-09-01"},
        {"onFile": {"accessionNumber": "0009990002-26-000001", "form": "4", "filedOn": "2026-03-04"}},
        {"id": "other"},
        {"fileName": "other.txt"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_happens_to_a_power_later_is_no_part_of_it(later: dict[str, Any]) -> None:
    assert wording({**FULL, **later}, OLD) == wording(FULL, OLD)


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        (
            ["4"],
            "execute for the Principal Form 4 under Section 16 of the Securities Exchange Act of 1934 and its rules,",
        ),
        (["3", "5"], "Forms 3 and 5 under Section 16"),
        (["13G"], "Schedule 13G under Section 13 of the Securities Exchange Act of 1934"),
        (["4", "13D", "13G"], "and its rules, and Schedules 13D and 13G under Section 13 of that Act"),
        (["144"], "Form 144 under Rule 144 of the Securities Act of 1933"),
        (["ID"], "execute for the Principal Form ID, and amendments"),
        (["4", "144", "ID"], "Form 144 under Rule 144 of the Securities Act of 1933, and Form ID"),
        (["ID", "TA-1"], "Forms ID and TA-1"),
    ],
)
def test_each_form_is_named_with_its_law(forms: list[str], words: str) -> None:
    assert words in wording(record(scope__forms=forms))


@pytest.mark.parametrize(
    ("forms", "laws"),
    [
        (["4"], "comply with Section 16 of the Securities Exchange Act of 1934 stays with"),
        (["4", "13D"], "Section 16 of the Securities Exchange Act of 1934 and Section 13 of that Act stays with"),
        (["4", "144"], "Section 16 of the Securities Exchange Act of 1934 and Rule 144 of the Securities Act of 1933"),
    ],
)
def test_the_duties_of_each_form_in_scope_stay_with_the_principal(forms: list[str], laws: str) -> None:
    assert laws in wording(record(scope__forms=forms))


def test_neither_attorney_nor_issuer_takes_over_the_duties() -> None:
    assert "Neither an Attorney nor the Company takes over any part of it." in wording(FULL)
    assert "Neither an Attorney nor any issuer takes over any part of it." in wording(record(scope__issuer=None))


@pytest.mark.parametrize(
    ("attorney", "words"),
    [
        ({"name": "Ann Example"}, 'authorizes Ann Example (the "Attorney") as attorney-in-fact,'),
        ({"name": "Ann Example", "office": "Secretary"}, "authorizes Ann Example (Secretary) (the"),
        (
            {"office": "Secretary", "employer": "Example Corp"},
            "each person who holds the office of Secretary of Example Corp when",
        ),
        ({"office": "Secretary"}, "authorizes each person who holds the office of Secretary when acting (the"),
    ],
)
def test_an_attorney_is_named_or_described_by_office(attorney: dict[str, str], words: str) -> None:
    assert words in wording(record(attorneys=[attorney]))


def test_who_is_neither_named_nor_described_by_office_is_not_appointed() -> None:
    said = wording(record(attorneys=[{"employer": "Example Corp"}, {"name": "Ann Example"}]))
    assert 'authorizes Ann Example (the "Attorney") as attorney-in-fact' in said


def test_a_power_without_attorneys_names_none() -> None:
    said = wording(record(attorneys=[]))
    assert "gives authority, in the Principal's capacity" in said
    assert "For these ends the attorney-in-fact may do" in said
    assert "designates" not in said


@pytest.mark.parametrize(
    ("acting", "words"),
    [
        ("alone", '(each an "Attorney") as attorneys-in-fact, each of whom may act alone, in'),
        ("together", '(the "Attorneys") as attorneys-in-fact, who may act only together, in'),
        (None, '(the "Attorneys") as attorneys-in-fact, in'),
    ],
)
def test_several_attorneys_act_as_the_record_says(acting: str | None, words: str) -> None:
    assert words in wording(record(acting=acting))


def test_one_attorney_is_not_said_to_act_alone() -> None:
    said = wording(record(attorneys=[{"name": "Ann Example"}]))
    assert "alone" not in said
    assert "The Attorney may name a substitute" in said


@pytest.mark.parametrize(
    ("capacity", "issuer", "words"),
    [
        ("director", {"name": "Example Corp"}, 'capacity as director of Example Corp (the "Company"), to:'),
        (None, {"name": "Example Corp"}, 'in all matters that concern securities of Example Corp (the "Company"), to:'),
        (None, {"cik": "0009990001"}, 'securities of the issuer (EDGAR CIK 0009990001, the "Company"), to:'),
        ("director", None, "capacity as director and in all matters that concern securities of any issuer, to:"),
        (None, None, "in all matters that concern securities of any issuer, to:"),
        (None, {}, "in all matters that concern securities of any issuer, to:"),
    ],
)  # fmt: skip
def test_a_power_is_limited_to_the_issuer_that_is_given(
    capacity: str | None, issuer: dict[str, str] | None, words: str
) -> None:
    assert words in wording(record(scope__capacity=capacity, scope__issuer=issuer))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            "until_no_longer_required",
            "required to file these forms with respect to securities of the Company, or until the Principal revokes it",
        ),
        ("until_revoked", "remains in force until the Principal revokes it in a signed writing."),
        ("until_date", "through December 31, 2027, or until the Principal revokes it in a signed writing"),
        ("while_in_office", "for as long as the Principal is in office as Treasurer, or until the Principal revokes"),
    ],
)
def test_each_kind_of_duration_is_said(kind: str, words: str) -> None:
    assert words in wording(record(duration__kind=kind))


@pytest.mark.parametrize("duration", [{}, {"kind": "until_date"}, {"date": "2027-12-31"}])
def test_a_duration_that_the_record_does_not_hold_is_not_made_up(duration: dict[str, str]) -> None:
    said = wording(record(duration=duration))
    assert "in force" not in said
    assert "revokes it" not in said


def test_a_power_over_no_forms_refers_to_reports_and_an_office_without_title_is_not_named() -> None:
    lasting = record(scope__forms=[], duration__kind="until_no_longer_required")
    assert "no longer required to file reports under Section 16 with respect to" in wording(lasting)
    assert "is in office, or" in wording(record(principal__title=None, duration__kind="while_in_office"))


def test_it_follows_the_day_on_which_a_power_takes_effect() -> None:
    assert "takes effect on April 1, 2026. It remains in force" in wording(FULL)
    assert "This power of attorney remains in force" in wording(record(effectiveFrom=None))


@pytest.mark.parametrize(
    ("supersedes", "words"),
    [
        (["the power dated June 1, 2019"], "replaces the power dated June 1, 2019."),
        (["poa-old", "poa-x"], "replaces the power of attorney that the Principal signed on May 11, 2021 and poa-x."),
        (["undated"], "replaces undated."),
    ],
)
def test_what_a_power_replaces_is_named_by_its_day_or_as_typed(supersedes: list[str], words: str) -> None:
    assert words in wording(record(supersedes=supersedes), OLD, {"id": "undated", "status": "on_file"})


@pytest.mark.parametrize("signed", ["/s/ Jane Sample", "Jane Sample"])
def test_a_conformed_signature_has_its_mark_once(signed: str) -> None:
    blocks = {block.kind: block.lines for block in exhibits(filing(record(signedName=signed)))[0].blocks}
    assert blocks["signature"] == ("/s/ Jane Sample", "Jane Sample", "Treasurer")


def test_a_power_that_nobody_signed_has_an_empty_line_to_sign_on() -> None:
    blocks = {block.kind: block.lines for block in exhibits(filing(record(signedName=None)))[0].blocks}
    assert blocks["signature"] == ("", "Jane Sample", "Treasurer")


def test_a_notary_of_whom_only_the_day_is_known_acknowledges_on_that_day() -> None:
    said = wording(record(notary={"date": "2026-03-21"}, principal__name=None))
    assert "Acknowledged before me on this 21st day of March, 2026." in said
    assert "Notary Public" not in said


@pytest.mark.parametrize("power", [{}, {"scope": {"forms": []}}, {"notary": {}, "witnesses": [], "supersedes": []}])
def test_an_empty_record_says_nothing_but_what_it_is(power: dict[str, Any]) -> None:
    assert wording(power) == "Exhibit 24 Power of Attorney"
    assert text(power).split() == ["EXHIBIT", "24", "POWER", "OF", "ATTORNEY"]


def test_an_appointment_without_powers_grants_none() -> None:
    said = wording({"attorneys": [{"name": "Ann Example"}]})
    assert (
        'By this document the person who signs below (the "Principal") designates and authorizes Ann Example '
        '(the "Attorney") as attorney-in-fact, in all matters that concern securities of any issuer.'
    ) in said
    assert "(1)" not in said


def test_the_powers_are_numbered_and_joined() -> None:
    (page,) = exhibits(filing(record(scope__jointFilingAgreements=None)))
    powers = next(block.lines for block in page.blocks if block.kind == "powers")
    assert [line[:4] for line in powers] == ["(1) ", "(2) ", "(3) ", "(4) ", "(5) "]
    assert [line.endswith("; and") for line in powers] == [False, False, False, True, False]
    assert powers[-1].endswith(".")


def test_a_single_power_ends_with_a_full_stop() -> None:
    (page,) = exhibits(filing({"scope": {"jointFilingAgreements": True}}))
    assert next(block.lines for block in page.blocks if block.kind == "powers") == (
        "(1) agree in the Principal's name with other persons to make filings jointly.",
    )


def test_only_powers_that_are_sent_along_have_a_page() -> None:
    powers = ({"status": status} for status in ("on_file", "attached", "to_follow"))
    assert [page.number for page in exhibits(filing(*powers, {}))] == ["24.1", "24.2"]
    assert exhibits(filing()) == ()


def test_own_text_replaces_the_whole_document() -> None:
    own = "I name\n  <b>Ann</b> & Sam,\tforever.  \n"
    (page,) = exhibits(filing(record(text=own)))
    assert [block.lines for block in page.blocks] == [(own,)]


def test_the_tecogen_power_says_what_was_signed_in_2014() -> None:
    with open(path_of("schemas", "examples", "tecogen-2017.json"), "rb") as file:
        tecogen = load(file.read()).filing
    assert tecogen is not None
    (page,) = exhibits(tecogen)
    said = " ".join(line for block in page.blocks for line in block.lines)
    for words in (
        "Exhibit 24",
        "Benjamin M. Locke, Co-CEO",
        "designates and authorizes David Garrison",
        "in the Principal's capacity as officer and/or director of Tecogen Inc.",
        "(1) execute for the Principal Forms 3, 4 and 5 under Section 16 of the Securities Exchange Act of 1934",
        "and Form ID",
        "(2) do all that is needed to complete, amend and file them in time with the Securities and Exchange",
        "and with any exchange",
        "(3) take any other action that, in the opinion of the Attorney, is to the Principal's benefit or is required",
        "may do everything that the Principal could do in person",
        "may name a substitute and may revoke that substitution",
        "ratifies every lawful act",
        "Neither the Attorney nor the Company takes over any part",
        "until the Principal is no longer required to file these forms",
        "revokes it in a signed writing",
        "this 17th day of November, 2014",
        "/s/ Benjamin Locke",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (14, "14th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (24, "24th"), (30, "30th"), (31, "31st"),
        (101, "101st"), (111, "111th"),
    ],
)  # fmt: skip
def test_an_ordinal_has_its_ending(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_a_day_is_written_in_english_words() -> None:
    assert day_of_month(date(2014, 11, 17)) == "17th day of November, 2014"
    assert day_of_month(date(2026, 1, 1)) == "1st day of January, 2026"


@pytest.mark.parametrize(
    ("words", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed(words: list[str], joined: str) -> None:
    assert listed(words) == joined
