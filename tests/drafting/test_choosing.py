"""For whom a draft is, where the files are of several issuers or persons."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.histories import given, trade
from drafting.build import SALE, drafted

from form4gen.accounts.filing_history import Given, histories
from form4gen.drafting.choosing import chosen
from form4gen.errors import UnusableInputError

JANE = {"rptOwnerCik": "0001999911", "rptOwnerName": "Sample Jane", "isDirector": True}
JOHN = {"rptOwnerCik": "0001999912", "rptOwnerName": "Sample John", "isDirector": True}
ROW = trade("P", "A", "2026-09-10", 100, 1000)


def filed(name: str, *owners: dict[str, Any], **issuer: str) -> Given:
    known = {"issuerCik": "0001999900", "issuerName": "Example Corp", "issuerTradingSymbol": "EXMP"} | issuer
    return given(name, "2026-09-10", ROW, reportingOwners=list(owners or (JANE,)), issuer=known)


def choose(*filings: Given, issuer: str = "", owners: tuple[str, ...] = ()) -> list[str]:
    return [form.given.source for form in chosen(histories(filings), issuer, owners).forms]


def test_the_only_persons_of_the_files_need_no_choice() -> None:
    assert choose(filed("a.json")) == ["a.json"]


@pytest.mark.parametrize("text", ["1999900", "0001999900", " EXMP ", "exmp", "Example  Corp", "EXAMPLE CORP."])
def test_an_issuer_is_chosen_by_cik_symbol_or_name(text: str) -> None:
    other = filed("other.json", issuerCik="0001999901", issuerName="Sample Inc", issuerTradingSymbol="SMPL")
    assert choose(filed("a.json"), other, issuer=text) == ["a.json"]


def test_two_issuers_under_one_symbol_are_told_apart_by_cik() -> None:
    files = filed("old.json", issuerName="Example Corp (old)"), filed("new.json", issuerCik="0001999901")
    with pytest.raises(UnusableInputError) as refusal:
        choose(*files, issuer="EXMP")
    assert str(refusal.value) == (
        "The files are of several issuers or reporting persons. Choose one of them (--issuer, --owner). The files "
        "have:\n"
        "  Example Corp (old) (--issuer 1999900): Sample Jane (--owner 1999911)\n"
        "  Example Corp (--issuer 1999901): Sample Jane (--owner 1999911)"
    )
    assert choose(*files, issuer="1999901") == ["new.json"]


def test_a_person_is_chosen_by_cik_or_name_and_alone_before_jointly() -> None:
    files = filed("jane.json"), filed("john.json", JOHN), filed("joint.json", JANE, JOHN)
    assert choose(*files, owners=("sample jane",)) == ["jane.json"]
    assert choose(*files, owners=("1999912",)) == ["john.json"]
    assert choose(*files, owners=("1999912", "Sample Jane")) == ["joint.json"]
    assert choose(files[2], files[1], owners=("1999911",)) == ["joint.json"]
    with pytest.raises(UnusableInputError, match="several issuers or reporting persons"):
        choose(*files)


def test_what_no_file_is_of_is_named_with_what_the_files_have() -> None:
    with pytest.raises(UnusableInputError, match=r"No file is of the issuer 'ACME'\. The files have:\n  Example Corp"):
        choose(filed("a.json"), issuer="ACME")
    with pytest.raises(UnusableInputError, match=r"No file has the reporting persons 'Roe', '7'\. The files have:\n"):
        choose(filed("a.json"), owners=("Roe", "7"))


def test_many_persons_are_not_listed_without_end() -> None:
    files = [filed(f"{number}.json", JANE | {"rptOwnerCik": str(number)}) for number in range(1, 23)]
    with pytest.raises(UnusableInputError, match=r"and 2 more$"):
        choose(*files)


def test_files_without_a_place_in_a_history_are_named_with_the_reason() -> None:
    with pytest.raises(UnusableInputError, match=r"No filing can be continued\. a\.json: it has no issuer CIK\."):
        choose(filed("a.json", issuerCik=""))
    with pytest.raises(UnusableInputError, match=r"^No filing can be continued\.$"):
        choose()


def test_two_issuers_under_one_symbol_must_be_told_apart_by_cik() -> None:
    one, other = filed("one.json"), filed("other.json", issuerCik="0001999901", issuerName="Sample Corp")
    with pytest.raises(UnusableInputError, match="The files are of several issuers"):
        chosen(histories([one, other]), "EXMP")
    assert chosen(histories([one, other]), "1999901").forms[0].given.source == "other.json"


def test_amendments_that_name_each_other_are_continued_and_that_is_to_be_confirmed() -> None:
    rows = trade("P", "A", "2026-05-18", 100, 1000), trade("P", "A", "2026-05-18", 200, 1200)
    first = given("first.json", "2026-05-20", rows[0], documentType="4/A", dateOfOriginalSubmission="2026-05-21")
    second = given("second.json", "2026-05-21", rows[1], documentType="4/A", dateOfOriginalSubmission="2026-05-20")
    for forms in ((first, second), (second, first)):
        (check, *_) = drafted(*forms, trades=(SALE,)).checks
        assert "is an amendment whose original is not given. Give that too." in check
