"""What the power of attorney says, field by field."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from page_reader import filing as whole
from powers import FULL, FUND, OLD, filing, record, text, wording

from form4gen.api.closing import _powers
from form4gen.api.drawing import exhibit_texts, render_html
from form4gen.api.filings import export_filing
from form4gen.api.load import load
from form4gen.api.on_record import as_filed
from form4gen.model.exhibits import WORDING_VERSION, PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.render.poa_words import Terms, day_of_month, listed, ordinal, typographic, with_article
from form4gen.render.power_of_attorney import ex24_texts, exhibits
from form4gen.resources import path_of


def page_of(power: dict[str, Any]) -> Filing:
    """A whole filing with this power alone."""
    return whole(**{"/powersOfAttorney": [power]})


ONE = [{"name": "Ann Example"}]
TWO = [{"name": "Ann Example"}, {"name": "Sam Specimen"}]
PLAIN: dict[str, Any] = {"attorneysInSchedule": None, "attorneysDesignatedBy": None}
SAYS = [
    ("exhibitNumber", "EXHIBIT 24.7"),
    ("heading", "LIMITED POWER OF ATTORNEY"),
    ("subtitle", "(For Executing Forms 3, 4 and 5)"),
    ("principal__name", "that the undersigned, Jane Sample, hereby constitutes and appoints"),
    ("principal__title", "Name: Jane Sample Title: Treasurer"),
    ("attorneys", "Ann Example, Corporate Secretary of Example Corp Sam Specimen of Specimen Law LLP"),
    ("attorneysInSchedule", "each of the persons named in Schedule A, and each other person"),
    ("attorneysDesignatedBy", "each other person whom the General Counsel of Example Corp designates in writing"),
    ("scope__forms", "Forms 3, 4 and 5 in accordance with Section 16(a) of the Securities Exchange Act of 1934"),
    ("scope__capacity", "in the undersigned's capacity as an officer and/or director of Example Corp"),
    ("scope__amendments", 'including any successor form and any amendment (each, a "Report")'),
    ("scope__edgarAccess", "manage the undersigned's access to the EDGAR system of the Commission"),
    ("scope__edgarRoles", ("(i) enroll and maintain the undersigned's EDGAR account, and obtain, renew and use its "
     "access codes and filer API tokens; "
     "and (ii) delegate authority to file to a delegated entity, and end that delegation;")),
    ("scope__jointFilingAgreements", "including an agreement under Rule 13d-1(k) under the Exchange Act"),
    ("scope__brokerInformation", "request and receive, as the representative of the undersigned, from any broker"),
    ("scope__otherActions", "in the opinion of such Attorney-in-Fact, may be of benefit to"),
    ("scope__issuer", "securities of the Company"),
    ("scope__issuer__successors", 'Example Corp (including any successor issuer of its securities, the "Company")'),
    ("substitution", ("with full power of substitution and revocation, hereby ratifying and confirming all that such "
     "Attorney-in-Fact, or any substitute of such Attorney-in-Fact, shall lawfully do")),
    ("signedOn", "as of the 2nd day of March, 2026."),
    ("signedName", "/s/ Jane Q. Sample"),
    ("effectiveFrom", "shall take effect on April 1, 2026 and shall remain in full force and effect"),
    ("duration", "through and including December 31, 2027, unless earlier revoked"),
    ("duration__date", "December 31, 2027"),
    ("duration__endsWhenReplaced", "or superseded by a later power of attorney for the same purpose."),
    ("revocationNoticeTo", "delivered to the Attorneys-in-Fact and to the Company"),
    ("endsOnDeparture", ("it shall terminate when that person ceases to be an officer, partner, counsel or employee "
     "thereof, without effect on the authority of any other.")),
    ("ratifiesPriorActs", "likewise ratifies each act that such Attorney-in-Fact did before the date hereof"),
    ("section16bDisclaimer", "or any liability for profit under Section 16(b) of the Exchange Act."),
    ("reliance", "Each Attorney-in-Fact may rely, without independent verification, on information"),
    ("indemnity", "any untrue statement or omission in information that the undersigned furnished"),
    ("indemnifiesCompany", "hold harmless each Attorney-in-Fact and the Company against any loss"),
    ("durable", "It shall not be affected by the subsequent incapacity of the undersigned."),
    ("supersedes", ("supersedes and revokes the power of attorney that the undersigned signed on May 11, 2021. It "
     "revokes no other")),
    ("leavesOthers", "revokes no other power of attorney granted by the undersigned."),
    ("confirmingStatement", "may be filed with the Commission as a confirming statement"),
    ("governingLaw", "in accordance with, the laws of the State of Delaware."),
    ("electronicSignature", "electronically, with the same effect as by hand, and in counterparts, which together are"),
    ("counterparts", "in counterparts, which together are one instrument."),
    ("notary", ("This record was acknowledged before me by means of communication technology on March 3, 2026 by Jane "
     "Sample.")),
    ("notary__name", "Nora Notary, Notary Public"),
    ("notary__signedName", "/s/ Nora Notary"),
    ("notary__stateStyle", "Commonwealth of Massachusetts ) ) ss."),
    ("notary__state", "of Massachusetts"),
    ("notary__county", "County of Suffolk )"),
    ("notary__date", "on March 3, 2026"),
    ("notary__commissionExpires", "My commission expires: May 31, 2030"),
    ("notary__commissionNumber", "Commission No.: 000007"),
    ("notary__remote", "by means of communication technology"),
    ("witnesses", "/s/ W. Witness"),
    ("wording", "/s/ Jane Q. Sample"),
    ("wordingVersion", "/s/ Jane Q. Sample"),
]  # fmt: skip
OF_THE_RECORD = {"id", "fileName", "description", "status", "revokedOn", "onFile", "text", "scope", "acting"}


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
        {"description": "other"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_of_the_record_alone_is_no_part_of_it(later: dict[str, Any]) -> None:
    assert wording({**FULL, **later}, OLD) == wording(FULL, OLD)


EXCHANGE_ACT = 'the Securities Exchange Act of 1934, as amended (the "Exchange Act"), and the rules thereunder'
AMENDED = "in each case including any successor form and any amendment"


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        (["4"], f"Form 4 in accordance with Section 16(a) of {EXCHANGE_ACT}, {AMENDED}"),
        (["5", "3"], "Forms 3 and 5 in accordance with Section 16(a)"),
        (["13G"], f"Schedule 13G in accordance with Section 13(g) of {EXCHANGE_ACT}, {AMENDED}"),
        (
            ["4", "13D", "13G"],
            (
                "and the rules thereunder, and Schedules 13D and 13G in accordance with Sections 13(d) and 13(g) of "
                "the Exchange Act and the rules thereunder"
            ),
        ),
        (["13F", "13H"], f"Forms 13F and 13H in accordance with Section 13 of {EXCHANGE_ACT}"),
        (
            ["144"],
            (
                'Form 144 in accordance with Rule 144 under the Securities Act of 1933, as amended (the "Securities '
                f'Act"), {AMENDED}'
            ),
        ),
        (["4", "TA-1", "TA-1"], "and the rules thereunder, and Form TA-1, in each case"),
        (["4", "ID"], "an application for access to EDGAR on Form ID, any amendment thereto, and any authentication"),
    ],
)
def test_each_form_is_named_with_its_law(forms: list[str], words: str) -> None:
    assert words in wording(record(scope__forms=forms))


def test_form_id_alone_makes_no_report_and_no_company() -> None:
    said = wording(record(scope__forms=["ID"], section16bDisclaimer=None, indemnity="acts"))
    assert "Report" not in said
    assert "Company" not in said
    assert "responsibilities to comply with the rules of the Commission on access to EDGAR." in said
    assert "act or omission of such Attorney-in-Fact in good faith under this Power of Attorney." in said


@pytest.mark.parametrize(
    ("forms", "laws"),
    [
        (["4"], "responsibilities to comply with Section 16 of the Exchange Act."),
        (["4", "13D"], "comply with Section 16 or Section 13 of the Exchange Act."),
        (["13H"], "comply with Section 13 of the Exchange Act."),
        (["144"], "comply with Rule 144 under the Securities Act."),
        (["4", "144"], "comply with Section 16 of the Exchange Act or Rule 144 under the Securities Act."),
    ],
)
def test_the_duties_of_each_form_in_scope_stay_with_the_principal(forms: list[str], laws: str) -> None:
    assert laws in wording(record(scope__forms=forms, section16bDisclaimer=None))


@pytest.mark.parametrize(
    ("attorney", "words"),
    [
        ({"name": "Ann Example"}, "designates, Ann Example (the"),
        ({"name": "Ann Example", "office": "Secretary"}, "designates, Ann Example, Secretary (the"),
        ({"name": "Ann Example", "employer": "Example Corp"}, "designates, Ann Example of Example Corp (the"),
        (
            {"office": "Secretary", "employer": "Example Corp"},
            "each person who, when acting, holds the office of Secretary of Example Corp (the",
        ),
        ({"kind": "office", "name": "Ann", "office": "Secretary"}, "holds the office of Secretary (the"),
        (
            {"office": "General Counsel or Secretary", "employer": "Example Corp", "anyOf": True},
            "any officer of Example Corp from time to time serving as General Counsel or Secretary (the",
        ),
        (
            {"employer": "Specimen Law LLP"},
            (
                "Specimen Law LLP, acting through any of its partners, counsel or employees whom it designates for "
                "that purpose (the"
            ),
        ),
        ({"kind": "firm", "name": "Specimen Law LLP"}, "Specimen Law LLP, acting through any of its partners"),
        ({}, "designates, ____________________ (the"),
    ],
)
def test_an_attorney_is_a_person_the_holder_of_an_office_or_a_firm(attorney: dict[str, Any], words: str) -> None:
    assert words in wording(record(**PLAIN, attorneys=[attorney]))


@pytest.mark.parametrize(
    ("acting", "words"),
    [
        (
            "alone",
            (
                'each of Ann Example and Sam Specimen (each, an "Attorney-in-Fact"), any one of whom may act alone, as '
                "the undersigned's true and lawful attorney-in-fact,"
            ),
        ),
        (
            "together",
            (
                'Ann Example and Sam Specimen (together, the "Attorneys-in-Fact"), acting jointly and not singly, as '
                "the undersigned's true and lawful attorneys-in-fact,"
            ),
        ),
        (
            None,
            (
                'Ann Example and Sam Specimen (together, the "Attorneys-in-Fact") as the undersigned\'s true and '
                "lawful attorneys-in-fact,"
            ),
        ),
    ],
)
def test_several_attorneys_act_as_the_record_says(acting: str | None, words: str) -> None:
    assert words in wording(record(**PLAIN, attorneys=TWO, acting=acting))


def test_the_words_for_joint_attorneys_are_plural() -> None:
    said = wording(record(**PLAIN, attorneys=TWO, acting="together"))
    for words in (
        "Each document that the Attorneys-in-Fact execute on behalf",
        "in the Attorneys-in-Fact' discretion",
        (
            "acknowledges that the Attorneys-in-Fact, in acting in that capacity at the request of the undersigned, "
            "are not assuming, nor is the Company assuming,"
        ),
        (
            "The Attorneys-in-Fact may rely, without independent verification, on information furnished orally or in "
            "writing by or on behalf of the undersigned, and have no duty"
        ),
        "thereof, after which the remaining Attorneys-in-Fact may act.",
    ):
        assert words in said
    assert "such Attorney" not in said


def test_joint_attorneys_may_be_named_in_the_schedule() -> None:
    said = wording(record(attorneysDesignatedBy=None, acting="together"))
    assert 'the persons named in Schedule A (together, the "Attorneys-in-Fact"), acting jointly and not singly,' in said


def test_one_attorney_is_not_said_to_act_alone() -> None:
    said = wording(record(**PLAIN, attorneys=[{"name": "Ann Example", "employer": "Example Corp"}]))
    assert "alone" not in said
    assert "when the Attorney-in-Fact ceases to be an officer, partner, counsel or employee of the employer" in said
    assert "delivered to the Attorney-in-Fact and to the Company" in said


def test_one_attorney_and_those_whom_an_officer_designates_act_alone() -> None:
    said = wording(record(attorneysInSchedule=None, attorneys=ONE, acting=None, scope__issuer=None))
    assert "each of Ann Example, and each other person whom the General Counsel designates in writing" in said
    assert "any one of whom may act alone" in said


@pytest.mark.parametrize(
    ("capacity", "issuer", "words"),
    [
        ("a director", {"name": "Example Corp"}, 'capacity as a director of Example Corp (the "Company"), Forms'),
        (None, {"name": "Example Corp"}, 'with respect to securities of Example Corp (the "Company"), Forms'),
        (None, {"cik": "0009990001"}, 'securities of the issuer with CIK 0009990001 (the "Company"), Forms'),
        ("director", None, 'as a director, with respect to securities of any issuer (each, a "Company"), Forms'),
        (None, None, 'undersigned, with respect to securities of any issuer (each, a "Company"), Forms'),
        (None, {}, 'with respect to securities of any issuer (each, a "Company"), Forms'),
    ],
)  # fmt: skip
def test_a_power_is_limited_to_the_issuer_that_is_given(
    capacity: str | None, issuer: dict[str, str] | None, words: str
) -> None:
    assert words in wording(record(scope__capacity=capacity, scope__issuer=issuer))


REQUIRED = (
    "until the undersigned is no longer required to file any Report with respect to the undersigned's holdings of and "
    "transactions in securities of the Company"
)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ({"kind": "until_no_longer_required"}, f"{REQUIRED}, unless earlier revoked by the undersigned in a signed"),
        ({"kind": "until_revoked"}, "full force and effect until revoked by the undersigned in a signed writing"),
        (
            {"kind": "until_date", "date": "2027-12-31"},
            "through and including December 31, 2027, unless earlier revoked",
        ),
        ({"date": "2027-12-31"}, "through and including December 31, 2027, unless earlier revoked"),
        (
            {"kind": "while_in_office"},
            "for as long as the undersigned serves as Treasurer of the Company, unless earlier revoked",
        ),
        (
            {"kind": "while_in_office", "tail": True},
            f"serves as Treasurer of the Company and thereafter {REQUIRED}, unless earlier revoked",
        ),
    ],
)
def test_each_kind_of_duration_is_said(duration: dict[str, Any], words: str) -> None:
    assert words in wording(record(duration=duration))


@pytest.mark.parametrize(
    "changes",
    [
        {"duration": {}},
        {"duration": {"kind": "until_date"}},
        {"duration": {"kind": "while_in_office"}, "scope__issuer": None},
        {"duration": {"kind": "while_in_office"}, "scope__forms": ["ID"]},
        {"duration": {"kind": "until_no_longer_required"}, "scope__forms": ["ID"]},
    ],
)
def test_a_duration_that_the_record_does_not_hold_is_not_made_up(changes: dict[str, Any]) -> None:
    said = wording(record(**changes, effectiveFrom=None))
    assert "in full force" not in said
    assert "shall take effect on April 1, 2026. As to" in wording(record(**changes))


def test_an_office_that_is_not_named_is_that_of_the_capacity() -> None:
    power = record(principal__title=None, duration={"kind": "while_in_office"})
    assert "serves as an officer and/or director of the Company" in wording(power)
    power = record(principal__title=None, scope__capacity=None, duration={"kind": "while_in_office"})
    assert "serves as an officer or director of the Company" in wording(power)


def test_a_power_takes_effect_at_once_without_a_word() -> None:
    assert "This Power of Attorney shall remain in full force" in wording(record(effectiveFrom=None))


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (["attorneys"], "delivered to the Attorneys-in-Fact or superseded"),
        (["company"], "delivered to the Company or superseded"),
        (["attorneys", "company"], "delivered to the Attorneys-in-Fact and to the Company or superseded"),
    ],
)
def test_a_revocation_is_delivered_to_those_who_are_named(notice: list[str], words: str) -> None:
    assert words in wording(record(revocationNoticeTo=notice))


def test_a_revocation_cannot_be_delivered_to_a_company_that_is_not_named() -> None:
    said = wording(record(revocationNoticeTo=["company"], scope__issuer=None))
    assert "delivered to the Attorneys-in-Fact or superseded" in said


@pytest.mark.parametrize(
    ("supersedes", "words"),
    [
        (["the power dated June 1, 2019"], "supersedes and revokes the power dated June 1, 2019;"),
        (["poa-old", "poa-x"], "the power of attorney that the undersigned signed on May 11, 2021; and poa-x."),
        (["undated"], "supersedes and revokes undated."),
    ],
)
def test_what_a_power_replaces_is_named_by_its_day_or_as_typed(supersedes: list[str], words: str) -> None:
    said = wording(record(supersedes=supersedes), OLD, {"id": "undated", "status": "on_file"})
    assert words.rstrip(";") in said


def test_closing_terms_stand_on_their_own() -> None:
    assert "This Power of Attorney revokes no other power" in wording(record(supersedes=None))
    assert "may be signed in counterparts, which" in wording(record(electronicSignature=None))
    assert "with the same effect as by hand." in wording(record(counterparts=None))


@pytest.mark.parametrize("signed", ["/s/ Jane Sample", "Jane Sample"])
def test_a_conformed_signature_has_its_mark_once(signed: str) -> None:
    assert wording(record(signedName=signed)).count("/s/ Jane Sample") == 1
    assert "/s/ /s/" not in wording(record(signedName=signed))


BLANKS = (
    "as of the date written below. ---------------------------------------- Name: Jane Sample Title: Treasurer Date: __"
)


@pytest.mark.parametrize(
    "changes",
    [
        {"signedName": None},
        {"wording": None},
        {"wordingVersion": None},
        {"wordingVersion": "2020-01"},
        {"wording": None, "wordingVersion": None},
    ],
    ids=str,
)
def test_no_signature_stands_below_words_that_were_not_signed(changes: dict[str, Any]) -> None:
    said = wording(record(**changes))
    assert BLANKS in said
    assert "/s/ Jane" not in said


def test_a_signature_without_its_day_leaves_a_line_for_it() -> None:
    said = wording(record(signedOn=None))
    assert "/s/ Jane Q. Sample" in said
    assert "Title: Treasurer Date: __" in said


@pytest.mark.parametrize(
    ("principal", "words"),
    [
        (FUND, "the undersigned, Sample Growth Fund I LP, a Delaware limited partnership, hereby"),
        ({"kind": "llc", "name": "Sample LLC"}, "the undersigned, Sample LLC, hereby"),
        (
            {"kind": "trust", "name": "The Roe Family Trust", "signatory": {"name": "Dana Roe"}},
            "the undersigned, The Roe Family Trust, by Dana Roe, its trustee, hereby",
        ),
        (
            {
                "kind": "trust", "name": "The Roe Family Trust", "signatory": {"name": "Dana Roe"},
                "otherSignatories": [{"name": "John Roe"}],
            },
            "The Roe Family Trust, by Dana Roe and John Roe, its trustees, hereby",
        ),
        (
            {"kind": "fiduciary", "name": "John Roe", "signatory": {"name": "Dana Roe", "title": "guardian"}},
            "the undersigned, Dana Roe, as guardian of John Roe, hereby",
        ),
        (
            {"kind": "fiduciary", "name": "John Roe", "signatory": {"name": "Dana Roe"}},
            "the undersigned, Dana Roe, as fiduciary of John Roe, hereby",
        ),
        ({"kind": "trust", "name": "The Roe Family Trust"}, "the undersigned, The Roe Family Trust, hereby"),
    ],
)  # fmt: skip
def test_the_principal_is_named_by_its_kind(principal: dict[str, Any], words: str) -> None:
    assert words in wording(record(principal=principal))


def _end(**changes: Any) -> str:
    """The text from the testimonium on."""
    return text(record(**({"notary": None, "witnesses": [], "attorneysInSchedule": None} | changes))).partition(
        "IN WITNESS"
    )[2]


RIGHT = " " * 40


@pytest.mark.parametrize(
    "drawn",
    [
        render_html,
        lambda one: exhibit_texts(one)["ex24.txt"],
        lambda one: export_filing(one)[0].exhibits[0].raw.decode(),
        lambda one: _powers(one)[0].raw.decode(),
        lambda one: as_filed(one).powers_of_attorney[0].text,
    ],
    ids=["page", "exhibit", "submission", "closing set", "comparison"],
)
def test_a_fund_without_a_kind_is_drawn_as_an_entity_everywhere(drawn: Callable[[Filing], str]) -> None:
    fund = {key: value for key, value in FUND.items() if key != "kind"}
    words = " ".join(drawn(page_of({"principal": fund, "attorneys": ONE})).split())
    assert "has caused this Power of Attorney to be executed by its duly authorized representative" in words
    assert "SAMPLE GROWTH FUND I LP" in words


def test_a_fund_signs_through_its_general_partner() -> None:
    assert _end(principal=FUND).endswith(
        f"""
{RIGHT}SAMPLE GROWTH FUND I LP
{RIGHT}By: Sample Growth GP LLC, its general
{RIGHT}    partner

{RIGHT}By: /s/ Jane Q. Sample
{RIGHT}    {"-" * 36}
{RIGHT}    Name: Dana Roe
{RIGHT}    Title: Managing Member
"""
    )
    assert "has caused this Power of Attorney to be executed by its duly" in " ".join(_end(principal=FUND).split())
    assert "if acting directly" in wording(record(principal=FUND))


def test_an_entity_that_names_no_one_leaves_lines_to_fill_in() -> None:
    end = _end(principal={"kind": "llc"}, signedName=None)
    assert f"{RIGHT}By:\n{RIGHT}    {'-' * 36}\n{RIGHT}    Name: {'_' * 20}\n{RIGHT}    Title: {'_' * 20}\n" in end
    assert end.endswith(f"{RIGHT}    Date: {'_' * 30}\n")


def test_each_trustee_has_a_signature_and_only_the_first_is_conformed() -> None:
    trust = {
        "kind": "trust", "name": "The Roe Trust", "signatory": {"name": "Dana Roe"},
        "otherSignatories": [{"name": "John Roe", "title": "Co-Trustee"}],
    }  # fmt: skip
    said = " ".join(_end(principal=trust).split())
    assert f"By: /s/ Jane Q. Sample {'-' * 36} Name: Dana Roe Title: Trustee THE ROE TRUST By: {'-' * 36}" in said
    assert said.endswith(f"Name: John Roe Title: Co-Trustee Date: {'_' * 30}")


def test_a_guardian_signs_as_such() -> None:
    ward = {"kind": "fiduciary", "name": "John Roe", "description": "a minor", "signatory": {"name": "Dana Roe",
            "title": "guardian"}}  # fmt: skip
    end = _end(principal=ward)
    assert f"{RIGHT}Name: Dana Roe\n{RIGHT}Title: Guardian of John Roe, a minor\n" in end
    assert "the undersigned has executed" in " ".join(end.split())
    assert "Title: Fiduciary of" in _end(principal={"kind": "fiduciary", "name": "John Roe"})


@pytest.mark.parametrize(
    ("principal", "words"),
    [
        (
            FUND,
            "by Dana Roe, as Managing Member of Sample Growth GP LLC, the general partner of Sample Growth Fund I LP.",
        ),
        (
            {"kind": "llc", "name": "Sample LLC", "signatory": {"name": "Dana Roe", "through": [{"name": "M LLC"}]}},
            "by Dana Roe, as authorized representative of M LLC, the representative of Sample LLC.",
        ),
        ({"kind": "llc", "name": "Sample LLC", "title": "Manager"}, f"by {'_' * 20}, as Manager of Sample LLC."),
        ({"kind": "llc"}, f"by {'_' * 20}, as authorized representative of {'_' * 20}."),
        ({}, f"by {'_' * 20}."),
    ],
)
def test_a_notary_acknowledges_the_capacity_of_who_signs(principal: dict[str, Any], words: str) -> None:
    assert words in wording(record(principal=principal))


def test_a_certificate_without_facts_is_left_for_the_notary() -> None:
    said = wording(record(notary={}))
    line = "_" * 20
    assert f"ACKNOWLEDGMENT State of {line} ) ) ss. County of {line} ) This record was acknowledged" in said
    assert f"before me on {line} by Jane Sample." in said
    assert f"{line}, Notary Public My commission expires: {line} Commission No.: {line} [Seal]" in said


def test_a_witness_has_a_line_to_sign_on() -> None:
    said = wording(FULL)
    assert f"Witness: {'-' * 36} Name: Will Witness Date: {'_' * 30}" in said
    assert (
        f"Witness: /s/ W. Witness {'-' * 36} Name: Wanda Witness Address: 1 Example Street Date: March 2, 2026" in said
    )
    assert f"Name: {'_' * 20} Date" in wording(record(witnesses=[{}]))


def test_the_seven_thousand_combinations_define_each_term_before_they_use_it() -> None:
    principals = [FULL["principal"], FUND, {"kind": "trust", "name": "T", "signatory": {"name": "D"}}]
    agents = [(ONE, None), (TWO, "alone"), (TWO, "together"), (TWO, None), ([{"employer": "Law LLP"}], None)]
    forms = [["4"], ["3", "4", "5", "ID"], ["144"], ["13D"], ["ID"], ["4", "13G", "144"], []]
    kinds = ["until_no_longer_required", "until_revoked", "until_date", "while_in_office"]
    flags = [(False, False), (True, False), (False, True), (True, True)]
    for principal, (names, acting), named, kind, (on, limited) in itertools.product(
        principals, agents, forms, kinds, flags
    ):
        power = record(
            **PLAIN, principal=principal, attorneys=names, acting=acting, scope__forms=named, duration__kind=kind,
            scope__issuer=FULL["scope"]["issuer"] if limited else None, scope__edgarAccess=on, substitution=on,
            reliance=on, section16bDisclaimer=on, notary=FULL["notary"] if on else None,
        )  # fmt: skip
        found = text(power)
        assert found.isascii()
        assert max(map(len, found.split("\n"))) <= 80
        said = " ".join(found.split())
        for term in ("Exchange Act", "Securities Act", "Commission", "Company", "Report"):
            used = re.search(rf"\b(?:the|any) {term}\b(?! of 19)", said)
            defined = re.search(rf'\((?:[^()]*, )?(?:the|each, a) "{term}"\)', said)
            assert used is None or (defined is not None and defined.start() < used.start()), (term, power)
            assert len(re.findall(rf'"{term}"', said)) <= 1
        assert not re.search(r"  |,,|\.\.|\( | ,| \.", said.replace(". . .", "")), said


@pytest.mark.parametrize("power", [{}, {"scope": {"forms": []}}, {"notary": None, "witnesses": []}])
def test_an_empty_record_is_an_instrument_to_fill_in(power: dict[str, Any]) -> None:
    said = wording({key: value for key, value in power.items() if value is not None})
    line = "_" * 20
    assert said.startswith(
        "EXHIBIT 24 POWER OF ATTORNEY KNOW ALL PERSONS BY THESE PRESENTS, that the undersigned, "
        f'{line}, hereby constitutes and appoints, and authorizes and designates, {line} (the "Attorney-in-Fact") as '
        "the undersigned's true and lawful attorney-in-fact, in the name, place and stead of the undersigned."
    )
    assert "(1)" not in said


def test_the_powers_are_numbered_and_joined() -> None:
    (page,) = exhibits(filing(record(scope__jointFilingAgreements=None)))
    powers = next(block.lines for block in page.blocks if block.kind == "powers")
    assert [line[:4] for line in powers] == [f"({number}) " for number in range(1, 7)]
    assert [line.endswith("; and") for line in powers] == [False, False, False, False, True, False]
    assert powers[-1].endswith(".")


def test_a_single_power_stands_without_a_number() -> None:
    power = {"attorneys": ONE, "scope": {"edgarAccess": True, "edgarRoles": ["confirmation"]}}
    said = wording(power)
    assert (
        "undersigned, to: manage the undersigned's access to the EDGAR system of the United States Securities and"
        in said
    )
    assert "for that purpose make the annual confirmation of that account" in said
    assert "(1)" not in said


def test_only_powers_that_are_sent_along_have_a_page() -> None:
    powers = ({"status": status} for status in ("on_file", "attached", "to_follow"))
    assert [page.number for page in exhibits(filing(*powers, {}))] == ["24.1", "24.2"]
    assert exhibits(filing()) == ()


def test_own_text_replaces_the_whole_document() -> None:
    own = 'I name\n  <b>Ann</b> & "Sam",\tforever.  \n'
    (page,) = exhibits(filing(record(text=own)))
    assert [block.lines for block in page.blocks] == [(own,)]


def test_the_tecogen_power_states_the_facts_of_2014() -> None:
    with open(path_of("schemas", "examples", "tecogen-2017.json"), "rb") as file:
        tecogen = load(file.read()).filing
    assert tecogen is not None
    (found,) = ex24_texts(tecogen).values()
    said = " ".join(found.split())
    for words in (
        (
            "that the undersigned, Benjamin M. Locke, hereby constitutes and appoints, and authorizes and designates, "
            'David Garrison (the "Attorney-in-Fact") as'
        ),
        "in the undersigned's capacity as an officer and/or director of Tecogen Inc.",
        "Forms 3, 4 and 5 in accordance with Section 16(a)",
        "an application for access to EDGAR on Form ID",
        "with full power of substitution and revocation",
        "as of the 17th day of November, 2014. /s/ Benjamin Locke",
    ):
        assert words in said


def test_the_wording_has_a_version_that_changes_with_it() -> None:
    digest = hashlib.sha256(text(FULL, OLD).encode()).hexdigest()[:16]
    assert (WORDING_VERSION, digest) == ("2026-11", "77ff7e4768251c7e"), "a new wording needs a new WORDING_VERSION"


def test_a_term_is_defined_once_and_used_afterwards() -> None:
    terms = Terms()
    assert terms.commission() == 'the United States Securities and Exchange Commission (the "Commission")'
    assert terms.commission() == "the Commission"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("officer", "an officer"), ("director", "a director"), ("a director", "a director"), ("the CEO", "the CEO"),
        ("An heir", "An heir"), ("university", "a university"), ("employee", "an employee"),
        ("European company", "a European company"), ("underwriter", "an underwriter"),
        ("one-man firm", "a one-man firm"),
    ],
)  # fmt: skip
def test_an_article_fits_its_word(words: str, found: str) -> None:
    assert with_article(words) == found


@pytest.mark.parametrize(
    ("straight", "curved"),
    [
        ('the "Company"', "the \u201cCompany\u201d"),
        ('("Company")', "(\u201cCompany\u201d)"),
        ("O'Brien's 'x'", "O\u2019Brien\u2019s \u2018x\u2019"),
        ("\"'x'\"", "\u201c\u2018x\u2019\u201d"),
        ("", ""),
    ],
)
def test_the_page_has_typographic_quotation_marks(straight: str, curved: str) -> None:
    assert typographic(straight) == curved


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
    ("words", "joined"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a, x", "b"], "a, x; and b"),
        (["a, x", "b", "c"], "a, x; b; and c"),
    ],
)
def test_words_are_listed(words: list[str], joined: str) -> None:
    assert listed(words) == joined
