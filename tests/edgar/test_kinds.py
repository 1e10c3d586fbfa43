"""A file is recognized by its content, and what is no filing is named with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from form4gen.edgar.kinds import Kind, is_beside_filings, kind_of, what_it_is


def _zip(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def _edgar(form: str) -> bytes:
    return f'<?xml version="1.0"?>\n<edgarSubmission><headerData><submissionType>{form}</submissionType>'.encode()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"documentType": "4"}', Kind.JSON), (b'\xef\xbb\xbf\n {"a": 1}', Kind.JSON), (b"[]", Kind.JSON),
        (b"nonsense", Kind.JSON), (b"<ownershipDocument/>", Kind.XML),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<ownershipDocument>', Kind.XML), (_edgar("4"), Kind.XML),
        (b"<SEC-DOCUMENT>0001", Kind.SUBMISSION), (b"<SUBMISSION>", Kind.SUBMISSION),
        (b"<SEC-HEADER>", Kind.SUBMISSION),
        (b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----", Kind.SUBMISSION),
        (b"", Kind.OTHER), (b"%PDF-1.7", Kind.OTHER), (b"<html>", Kind.OTHER), (_edgar("144"), Kind.OTHER),
        (b"POWER OF ATTORNEY\n", Kind.JSON),
        (b"\xef\xbb\xbf\n Exhibit 24: I appoint the persons named below", Kind.OTHER),
        (b'"documentType": "4", "a": 1', Kind.JSON), (b"issuer: {}", Kind.JSON), (b"a \x00b", Kind.JSON),
        (b"1, 2", Kind.JSON), (b"true", Kind.JSON),
    ],
)  # fmt: skip
def test_a_file_is_read_as_what_it_holds(raw: bytes, kind: Kind) -> None:
    assert kind_of(raw) is kind


@pytest.mark.parametrize(
    ("raw", "name", "remedy"),
    [
        (b"", "empty", "form4gen new"), (b" \n\t", "only blanks", "form4gen new"),
        (b"%PDF-1.7", "a PDF", "ownership XML behind it"),
        (_zip("xl/workbook.xml"), "an Excel workbook", "form4gen new"),
        (_zip("word/document.xml"), "a Word document", "form4gen new"),
        (_zip("form4.xml"), "a zip archive", "Unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file", "form4gen new"),
        (b"{\\rtf1", "a rich text (RTF) file", "form4gen new"),
        (b"\x1f\x8b\x08", "a gzip archive", "Unpack"), (b"BZh9", "a bzip2 archive", "Unpack"),
        (b"\xfd7zXZ\x00", "an xz archive", "Unpack"), (b"7z\xbc\xaf\x27", "a 7-Zip archive", "Unpack"),
        (b"\x89PNG\r\n", "a PNG picture", "form4gen new"), (b"\xff\xd8\xff\xe0", "a JPEG picture", "form4gen new"),
        (b"GIF89a", "a GIF picture", "form4gen new"),
        ('{"a": 1}'.encode("utf-16"), "text in UTF-16", "Save it as UTF-8."),
        ('{"a": 1}'.encode("utf-16-le"), "text in UTF-16", "Save it as UTF-8."),
        ("<a/>".encode("utf-16-be"), "text in UTF-16", "Save it as UTF-8."),
        ("<a/>".encode("utf-16-le"), "text in UTF-16", "Save it as UTF-8."),
        ('{"a": 1}'.encode("utf-16-be"), "text in UTF-16", "Save it as UTF-8."),
        ('{"a": 1}'.encode("utf-32"), "text in UTF-32", "Save it as UTF-8."),
        (b"<!DOCTYPE html><html><title>SEC FORM 4</title>", "the SEC's viewer", "xslF345X"),
        (b"<HTML><body>Hello", "a web page", "ownership XML"),
        (_edgar("144"), "a Form 144", "ownership XML"), (_edgar("SCHEDULE 13D/A"), "a Schedule 13D or 13G", "JSON"),
        (_edgar("SC 13G"), "a Schedule 13D or 13G", "JSON"), (_edgar("13F-HR"), "a Form 13F", "JSON"),
        (_edgar("N-PX"), "a Form N-PX", "JSON"), (_edgar("D"), "a Form D", "JSON"),
        (_edgar("N-CSR"), "a report of an investment company", "JSON"), (_edgar("8-K"), "of type 8-K", "JSON"),
        (_edgar("3"), "a Form 3", "JSON"), (b"II*\x00", "a TIFF picture", "form4gen new"),
        (b"<?xml version='1.0'?><informationTable>", "information table of a Form 13F", "JSON"),
        (b"<xbrl xmlns='x'>", "an XBRL report", "JSON"),
    ],
)  # fmt: skip
def test_what_is_no_filing_is_named_with_what_to_do(raw: bytes, name: str, remedy: str) -> None:
    said = what_it_is(raw)
    assert said is not None
    assert name in said
    assert remedy in said
    assert said.endswith(".")
    assert kind_of(raw) is Kind.OTHER


@pytest.mark.parametrize(
    "raw", [b"{}", b"<ownershipDocument/>", b"<SEC-DOCUMENT>", b"<", b"<1>", _edgar("4"), _edgar("x")]
)
def test_what_may_be_a_filing_is_left_to_the_readers(raw: bytes) -> None:
    assert what_it_is(raw) is None


@pytest.mark.parametrize(
    ("raw", "is_beside"),
    [
        (b"POWER OF ATTORNEY\nKnow all by these presents", True), (b"POWER OF ATTORNEY\nKnow all by these", False),
        (b"POWER OF ATTORNEY\nKnow all by these presents, that", True), (b"<DOCUMENT>\n<TYPE>EX-24\n", True),
        (b"<HTML><body>", True),
        (b"<!-- x --><html>", True), (b"<DOCUMENT>\n<TYPE>4\n", False), (b"<DOCUMENT>\n<TYPE>10-K\n", False),
        (b"<ownershipDocument/>", False), (b"<SEC-DOCUMENT>0001", False), (b'{"a": 1}', False), (b"", False),
        (b" \n", False), (b"%PDF-1.7", False), (b"word", False), (b"a\x00 b c", False),
    ],
)  # fmt: skip
def test_an_exhibit_is_told_from_a_filing_that_is_damaged(raw: bytes, is_beside: bool) -> None:  # noqa: FBT001
    assert is_beside_filings(raw) is is_beside
