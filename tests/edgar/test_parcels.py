from __future__ import annotations

from typing import Any

import pytest
from ownership_documents import document, owner, row

from form4gen.edgar.parcels import Parcel, parcels
from form4gen.edgar.writer import ownership_xml
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing


def _words(_: Filing, power: PowerOfAttorney) -> str:
    return f"Words of {power.id}"


def made(name: str = "form4", *, in_parts: bool = False, public: bool = False, **changes: Any) -> tuple[Parcel, ...]:
    return parcels(structure(document(**changes)), _words, name=name, in_parts=in_parts, public=public)


def test_a_filing_is_one_parcel_also_where_it_may_be_divided() -> None:
    (whole,), (alone,) = made(), made(in_parts=True)
    assert whole.form == alone.form == ownership_xml(structure(document()))
    assert (alone.form_name, alone.submission_name) == ("form4.xml", "form4-submission.xml")


def test_the_name_becomes_one_that_edgar_takes() -> None:
    (only,) = made("Tecogen 2017 (draft)")
    assert only.form_name == "tecogen-2017draft.xml"


def test_the_public_form_is_written_on_request() -> None:
    (only,) = made(public=True)
    assert b"<schemaVersion>X0609</schemaVersion>" in only.form


def test_more_than_edgar_takes_is_refused_only_by_who_asks() -> None:
    (only,) = made(nonDerivativeTable=[row()] * 31)
    assert only.form.count(b"<nonDerivativeTransaction>") == 31


def test_parts_are_numbered_and_share_the_exhibits_of_their_owners() -> None:
    owners = [owner(number) for number in range(1, 12)]
    powers = [
        {"id": "first", "principal": {"cik": "1"}},
        {"id": "last", "principal": {"cik": "0011"}},
        {"id": "filed", "status": "on_file", "principal": {"cik": "1"}},
        {"id": "all"},
    ]
    exhibits = [{"documentType": "EX-99", "documentName": "List.txt", "text": "A list"}]
    first, second = made(
        in_parts=True, reportingOwners=owners, powersOfAttorney=powers, exhibits=exhibits, nonDerivativeTable=[row()]
    )
    assert (first.form_name, second.submission_name) == ("form4-1-of-2.xml", "form4-2-of-2-submission.xml")
    assert [(each.name, each.raw) for each in first.exhibits] == [
        ("ex24-1.txt", b"Words of first\n"),
        ("ex24-3.txt", b"Words of all\n"),
        ("list.txt", b"A list\n"),
    ]
    assert [each.name for each in second.exhibits] == ["ex24-2.txt", "ex24-3.txt", "list.txt"]
    assert first.exhibits[1] is second.exhibits[1]


def test_what_cannot_be_divided_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="belong to no part: F1"):
        made(in_parts=True, nonDerivativeTable=[row()] * 31, footnotes={"F1": "Stray."})
