from __future__ import annotations

import base64
import pickle
from typing import Any

import pytest
from corpus import xsd_folder
from lxml import etree
from ownership_documents import document, owner

from form4gen.edgar import submission
from form4gen.edgar.ccc import Ccc
from form4gen.edgar.exhibits import Document
from form4gen.edgar.submission import Contact, check_envelope, edgar_submission
from form4gen.edgar.writer import ownership_xml
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.law.submissions import LARGEST_SUBMISSION

SECRET = "zq7x#kwm"  # noqa: S105  nobody's
CCCS = {"2": Ccc(SECRET)}
POWER = Document("ex24.htm", "EX-24", "Power of Attorney", b"<html></html>")


def sent(*documents: Document, filing: dict[str, Any] | None = None, **options: Any) -> etree._Element:
    return etree.fromstring(edgar_submission(structure(filing or document()), CCCS, documents, **options))


def test_a_submission_is_a_test_unless_it_is_said_to_be_live() -> None:
    assert sent().findtext("testOrLive") == "TEST"
    assert sent(live=True).findtext("testOrLive") == "LIVE"


def test_the_form_goes_first_with_the_ccc_of_its_owner_and_the_attachments_follow() -> None:
    filing = structure(document())
    documents = sent(POWER).findall("edgarDocument")
    assert [(each.findtext("documentName"), each.findtext("documentType")) for each in documents] == [
        ("form4.xml", "4"),
        ("ex24.htm", "EX-24"),
    ]
    form = base64.b64decode(documents[0].findtext("documentMimeBlock") or "")
    secret_line = f"            <rptOwnerCcc>{SECRET}</rptOwnerCcc>\n".encode()
    assert form.replace(secret_line, b"") == ownership_xml(filing)
    assert form.count(secret_line) == 1
    assert base64.b64decode(documents[1].findtext("documentMimeBlock") or "") == POWER.raw


def test_an_amendment_is_submitted_as_one() -> None:
    found = sent(filing=document(documentType="4/A", dateOfOriginalSubmission="2026-11-01"))
    assert found.findtext("submissionType") == "4/A"
    assert found.findtext("edgarDocument/documentType") == "4/A"
    assert found.findtext("edgarDocument/documentName") == "form4a.xml"


@pytest.mark.parametrize("options", [
    {},
    {"live": True, "contact": Contact("Jane Sample", "555 0100", "jane@example.com"), "notify": ["a@example.com"]},
    {"contact": Contact(name="Sample & Sample")},
])  # fmt: skip
def test_a_submission_is_valid(options: dict[str, Any]) -> None:
    schema = etree.XMLSchema(etree.parse(str(xsd_folder() / "edgarSubmission.xsd.xml")))
    assert schema.validate(sent(POWER, **options)), schema.error_log


def test_every_owner_needs_a_ccc_whatever_zeros_its_cik_has() -> None:
    two = document(reportingOwners=[owner(2), owner(3), {"isDirector": True}])
    with pytest.raises(
        UnusableInputError,
        match=r"none is given for Sample Jane 3 \(CIK 0000000003\), reporting person 3 \(CIK missing\)",
    ):
        edgar_submission(structure(two), CCCS)
    both = {"0000000002": Ccc(SECRET), "03": Ccc("other12$")}
    raw = edgar_submission(structure(document(reportingOwners=[owner(2), owner(3)])), both)
    form = base64.b64decode(etree.fromstring(raw).findtext("edgarDocument/documentMimeBlock") or "")
    assert etree.fromstring(form).xpath("//rptOwnerCcc/text()") == [SECRET, "other12$"]


@pytest.mark.parametrize("text", [
    "", "abcd12#", "abcd12#xy", "abcdefg#", "1234567#", "abcd1234", "abc 123#", "abcd12#\xe9", "abcd12#\n",
])  # fmt: skip
def test_a_ccc_of_the_wrong_form_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        Ccc(text)
    assert str(caught.value) == "A CCC has 8 characters, including a letter, a digit and one of @ # $ *."


def test_a_ccc_is_shown_nowhere() -> None:
    ccc = Ccc(SECRET)
    assert SECRET not in f"{ccc} {ccc!r} {[ccc]} {CCCS}"
    assert ccc.revealed() == SECRET
    with pytest.raises(UnusableInputError) as caught:
        edgar_submission(structure(document(reportingOwners=[owner(3)])), CCCS)
    assert SECRET not in str(caught.value)
    with pytest.raises(TypeError, match="confidential"):
        pickle.dumps(ccc)


def test_addresses_are_notified_once_and_the_contact_not_at_all() -> None:
    found = sent(
        contact=Contact(email="jane@example.com"),
        notify=["a@example.com", "Jane@Example.com", "A@example.com", "b@example.com", ""],
    )
    assert [each.text for each in found.iterfind(".//notificationEmailAddress")] == ["A@example.com", "b@example.com"]


@pytest.mark.parametrize(("count", "is_taken"), [(29, True), (30, True), (31, False)])
def test_thirty_addresses_are_notified_at_most(count: int, is_taken: bool) -> None:  # noqa: FBT001
    notify = [f"a{number}@example.com" for number in range(count)]
    if is_taken:
        assert len(sent(notify=notify).findall(".//notificationEmailAddress")) == count
    else:
        with pytest.raises(UnusableInputError, match="31 notification addresses"):
            sent(notify=notify)


@pytest.mark.parametrize(
    ("option", "longest"),
    [
        (lambda text: {"contact": Contact(name=text)}, 30),
        (lambda text: {"contact": Contact(phone=text)}, 20),
        (lambda text: {"contact": Contact(email=text[:-12] + "@example.com")}, 80),
        (lambda text: {"notify": [text[:-12] + "@example.com"]}, 80),
    ],
)
def test_a_text_of_the_wrapper_has_its_limit(option: Any, longest: int) -> None:
    for length in (longest - 1, longest):
        sent(**option("x" * length))
    with pytest.raises(UnusableInputError, match=f"has {longest + 1} characters; EDGAR accepts at most {longest}"):
        sent(**option("x" * (longest + 1)))


@pytest.mark.parametrize("length", [254, 255])
def test_a_description_has_its_limit(length: int) -> None:
    sent(POWER._replace(description="x" * length))
    with pytest.raises(UnusableInputError, match="has 256 characters; EDGAR accepts at most 255"):
        sent(POWER._replace(description="x" * 256))


@pytest.mark.parametrize("address", ["jane", "jane@", "@example.com", "jane@example", "a b@example.com", "a@b@c.com"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UnusableInputError, match="is not an email address"):
        sent(notify=[address])


def test_contact_and_addresses_can_be_checked_before_anything_is_written() -> None:
    check_envelope(Contact("Jane Sample", "555 0100", "jane@example.com"), ["a@example.com"])
    with pytest.raises(UnusableInputError, match="telephone number of the contact has 21"):
        check_envelope(Contact(phone="5" * 21))
    with pytest.raises(UnusableInputError, match="'jane' is not an email address"):
        check_envelope(Contact(), ["jane"])


def test_a_contact_outside_ascii_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="outside ASCII"):
        sent(contact=Contact(name="Zo\xeb"))


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ((POWER, POWER), "Two documents are named ex24.htm"),
        ((POWER._replace(name="form4.xml"),), "Two documents are named form4.xml"),
        ((POWER._replace(name="Power of Attorney.pdf"),), "does not accept the file name 'Power of Attorney.pdf'"),
        ((POWER._replace(raw=b""),), "ex24.htm is empty"),
    ],
)
def test_documents_that_edgar_would_refuse_are_refused(documents: tuple[Document, ...], message: str) -> None:
    with pytest.raises(UnusableInputError, match=message):
        sent(*documents)


def test_a_document_may_have_no_description() -> None:
    assert sent(POWER._replace(description="")).find("edgarDocument[2]/documentDescription") is None


def test_a_submission_larger_than_edgar_takes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(edgar_submission(structure(document()), CCCS))
    monkeypatch.setattr(submission, "LARGEST_SUBMISSION", LARGEST_SUBMISSION._replace(most=size))
    sent()
    monkeypatch.setattr(submission, "LARGEST_SUBMISSION", LARGEST_SUBMISSION._replace(most=size - 1))
    with pytest.raises(UnusableInputError, match="EDGAR accepts at most"):
        sent()
