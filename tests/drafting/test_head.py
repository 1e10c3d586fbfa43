"""The head and the foot of a draft: persons, boxes, remarks, signatures, powers and recorded facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drafting.build import DAY, SALE, checked, drafted, given, held, trade

from form4gen.errors import UnusableInputError

AGENT = {
    "signatureName": "/s/ Sam Specimen, attorney-in-fact for Jane Sample",
    "signatureDate": "2026-09-10",
    "capacity": "attorney_in_fact",
    "powerOfAttorney": "poa",
}
POWER = {
    "id": "poa",
    "status": "attached",
    "fileName": "ex24.txt",
    "principal": {"name": "Jane Sample", "cik": "0001999911"},
    "attorneys": [{"name": "Sam Specimen"}],
    "scope": {"forms": ["3", "4", "5"]},
    "duration": {"kind": "until_no_longer_required"},
    "signedOn": "2026-01-02",
    "signedName": "Jane Sample",
    "wording": "form4gen",
    "wordingVersion": "2026-11",
}
RECORDED = {"filedAt": "2026-09-10T16:00", "accessionNumber": "0001999900-26-000001", "issuerFiscalYearEnd": "12-31"}


def left(*filings: Any, **request: Any) -> list[str]:
    return [f"{each.what}: {each.why}" for each in drafted(*filings, trades=(SALE,), **request).left]


def test_an_agent_signs_under_the_power_that_was_attached_to_an_earlier_form() -> None:
    before = held(ownerSignatures=[AGENT], powersOfAttorney=[POWER], context=RECORDED)
    later = given("later.json", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1005), ownerSignatures=[
        AGENT | {"signatureDate": "2026-10-01"}
    ])  # fmt: skip
    draft = drafted(before, later, trades=(SALE,))
    (signature,) = draft.document["ownerSignatures"]
    assert signature == AGENT | {"signatureDate": "2026-11-13"}
    (power,) = draft.document["powersOfAttorney"]
    assert (power["status"], power["onFile"]) == (
        "on_file", {"accessionNumber": "0001999900-26-000001", "form": "4", "filedOn": "2026-09-10"},
    )  # fmt: skip
    assert "fileName" not in power
    assert ('power of attorney "poa", as on file', "form4.json") in draft.taken
    assert checked(draft, before, later).findings == ()


def test_a_power_on_file_stays_as_it_is_recorded_and_a_revoked_one_is_left_out() -> None:
    on_file = POWER | {"status": "on_file", "onFile": {"form": "3"}}
    revoked = POWER | {"id": "old", "revokedOn": "2026-02-01"}
    draft = drafted(held(ownerSignatures=[AGENT], powersOfAttorney=[revoked, on_file]), trades=(SALE,))
    assert draft.document["powersOfAttorney"] == [on_file]


def test_a_power_without_which_an_agent_signs_is_to_be_recorded() -> None:
    draft = drafted(held(ownerSignatures=[AGENT]), trades=(SALE,))
    assert "powersOfAttorney" not in draft.document
    assert draft.checks == (
        "An agent signs, but no file has the power of attorney. Record it in powersOfAttorney, attached or on file.",
    )


def test_a_power_under_which_nobody_signs_is_left_out() -> None:
    assert left(held(powersOfAttorney=[POWER])) == ["the powers of attorney of form4.json: no agent signs"]


def test_facts_about_the_issuer_are_kept_and_those_about_the_earlier_filing_are_not() -> None:
    draft = drafted(held(context=RECORDED), trades=(SALE,))
    assert draft.document["context"] == {"issuerFiscalYearEnd": "12-31"}
    assert ("recorded facts: issuerFiscalYearEnd", "form4.json") in draft.taken


def test_the_box_for_plans_is_never_checked_because_it_was() -> None:
    before = held(aff10b5One=True)
    draft = drafted(before, trades=(SALE,))
    assert draft.document["aff10b5One"] is False
    assert left(before) == [
        (
            "the checked box for Rule 10b5-1 plans (form4.json): it is about earlier trades (--plan with the day of "
            "adoption checks it)"
        )
    ]
    planned = drafted(before, trades=(SALE._replace(plan=date(2026, 5, 12)),))
    assert (planned.document["aff10b5One"], planned.left) == (True, ())


def status(**values: str) -> dict[str, Any]:
    return {"ownerStatus": [{"rptOwnerCik": "0001999911", **values}]}


ENDED = ", because the recorded status ended on"
FORMER = {"isDirector": False, "isOther": True, "otherText": "Former Director"}


@pytest.mark.parametrize(
    ("last", "request_", "expected", "why"),
    [
        ({}, {}, False, ""),
        ({"notSubjectToSection16": True}, {}, True, ", as on the last form"),
        ({"owner": FORMER}, {}, True, ", because of the title"),
        ({"context": status(subjectSince="2020-01-01")}, {}, False, ", as the recorded status says"),
        (
            {"notSubjectToSection16": True, "context": status(subjectSince="2020-01-01")}, {}, False,
            ", as the recorded status says",
        ),
        ({"context": status(subjectUntil="2026-11-11")}, {}, True, f"{ENDED} Nov 11, 2026"),
        ({"context": status(subjectUntil="2026-11-12")}, {}, True, f"{ENDED} Nov 12, 2026"),
        ({"context": status(subjectUntil="2026-11-13")}, {}, False, ""),
        ({}, {"exit_box": True}, True, ""),
        ({"notSubjectToSection16": True}, {"exit_box": False}, False, ""),
    ],
)  # fmt: skip
def test_the_exit_box_is_as_status_last_form_and_title_say(
    last: dict[str, Any], request_: dict[str, Any], *, expected: bool, why: str
) -> None:
    draft = drafted(held(**last), trades=(SALE,), **request_)
    assert draft.document.get("notSubjectToSection16", False) is expected
    sources = {each.what: each.source for each in draft.taken}
    box = f"box for persons no longer subject to Section 16: {'checked' if expected else 'not checked'}{why}"
    option = {True: "--exit", False: "--no-exit", None: "form4.json"}[request_.get("exit_box")]
    assert sources[box] == option


def test_remarks_are_kept_only_where_the_head_needs_them() -> None:
    assert left(held(remarks="Exhibit 24 is attached.")) == [
        'the remarks of form4.json, "Exhibit 24 is attached.": they are about that form'
    ]
    pointing = held(remarks="Chief of everything", owner={"isOfficer": True, "officerTitle": "See Remarks"})
    continued = held(remarks="Full title: Executive Vice President", owner={"isOfficer": True, "officerTitle": "EVP"})
    for before in (pointing, continued):
        draft = drafted(before, trades=(SALE,))
        assert draft.document["remarks"] == before.filing.remarks
        assert ("remarks", "form4.json") in draft.taken
    assert "remarks" not in drafted(held(remarks="  "), trades=(SALE,)).document


def test_names_and_addresses_that_a_file_omits_come_from_another() -> None:
    home = {"rptOwnerName": "Sample Jane", "rptOwnerStreet1": "1 SAMPLE PLAZA", "rptOwnerCity": "SPRINGFIELD"}
    sent = given(
        "sent.xml", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1005), issuer={"issuerCik": "0001999900"},
        owner={"rptOwnerName": ""},
    )  # fmt: skip
    draft = drafted(held(owner=home), sent, trades=(SALE,))
    (owner,) = draft.document["reportingOwners"]
    assert {key: owner[key] for key in home} == home
    assert list(owner)[:3] == ["rptOwnerCik", "rptOwnerName", "rptOwnerStreet1"]
    assert draft.document["issuer"]["issuerName"] == "Example Corp"


def test_a_person_without_a_cik_beside_one_with_is_kept() -> None:
    two = [{"rptOwnerCik": "0001999911", "rptOwnerName": "Sample Jane"}, {"rptOwnerName": "Sample Fund"}]
    draft = drafted(held(reportingOwners=two), trades=(SALE,))
    assert [owner["rptOwnerName"] for owner in draft.document["reportingOwners"]] == ["Sample Jane", "Sample Fund"]


def test_exhibits_and_overrides_are_left_out_and_named() -> None:
    exhibit = {"documentType": "EX-99", "documentName": "ex99.txt", "text": "A joint filing agreement."}
    override = {"rule": "DL101", "place": "", "reason": "Explained.", "by": "Counsel"}
    assert left(held(exhibits=[exhibit], overrides=[override])) == [
        "the exhibits of form4.json: they belong to that form",
        "the overrides of form4.json: each accepts a finding on that form",
    ]


PRIVATE = "SSN 123-45-6789"
NOT_TO_BE_SHOWN = ("123-45-6789", "4711-0815")


@pytest.mark.parametrize(
    "keys",
    [
        {"footnotes": {"F1": f"Held by the trust. {PRIVATE}"}},
        {"footnotes": {"F1": "Held in account number 4711-0815."}},
        {"remarks": PRIVATE},
        {"owner": {"rptOwnerStreet1": PRIVATE, "rptOwnerCity": "SPRINGFIELD"}},
        {"owner": {"isOfficer": True, "officerTitle": PRIVATE}},
        {"ownerSignatures": [{"signatureName": PRIVATE, "signatureDate": "2026-09-10"}]},
        {"ownerSignatures": [AGENT], "powersOfAttorney": [POWER | {"text": f"I appoint Sam Specimen. {PRIVATE}"}]},
        {"nature": f"By Trust, {PRIVATE}"},
    ],
)
def test_no_number_of_a_person_or_an_account_enters_a_draft_or_its_account(keys: dict[str, Any]) -> None:
    nature = {"value": keys.pop("nature", "By Trust"), "footnotes": [*keys.get("footnotes", ())]}
    cell = {"value": "P", "footnotes": [*keys.get("footnotes", ())]}
    row = trade("P", "A", "2026-09-10", 100, 1000, natureOfOwnership=nature, transactionCode=cell)
    for trades in ((), (SALE,)):
        draft = drafted(held(row, **keys), trades=trades)
        for number in NOT_TO_BE_SHOWN:
            assert number not in str(draft)
        assert any("appear to contain" in each.why or "appears to contain" in each.why for each in draft.left)


def test_a_private_footnote_that_nothing_repeats_is_named_without_its_words() -> None:
    row = trade("P", "A", "2026-09-10", 100, 1000, transactionCode={"value": "P", "footnotes": ["F1"]})
    draft = drafted(held(row, footnotes={"F1": PRIVATE}), trades=(SALE,))
    assert draft.left == (("form4.json, footnote F1", "it appears to contain a Social Security number"),)


def test_a_signature_without_a_name_is_left_to_fill_in() -> None:
    draft = drafted(held(ownerSignatures=[{"signatureDate": "2026-09-10"}]), trades=(SALE._replace(on=DAY),))
    assert draft.document["ownerSignatures"][0]["signatureName"].startswith("FILL IN: ")


@pytest.mark.parametrize("field", ["note", "security", "nature", "underlying"])
def test_a_text_with_such_a_number_is_refused(field: str) -> None:
    with pytest.raises(UnusableInputError, match="A text of transaction 1 appears to contain a Social Security number"):
        drafted(held(), trades=(SALE._replace(**{field: PRIVATE}),))
