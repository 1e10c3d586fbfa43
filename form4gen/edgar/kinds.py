"""What a file is, told from its content: what can be read, and of everything else what it is and what to do."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HEAD = 65_536
_BLANKS = b" \t\r\n"


class Kind(Enum):
    """How a file is read."""

    JSON = "JSON"
    XML = "ownership XML"
    SUBMISSION = "a full submission"
    OTHER = "something else"


_XML_REMEDY = "Give the ownership XML of a Form 4, a full submission, or form4gen's JSON."
_OFFICE = "Enter its facts in JSON: `form4gen new` writes a document to start from."
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "Give the ownership XML behind it; on EDGAR it is in the same folder as the form."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file, or an Outlook message", _OFFICE),
    (b"{\\rtf", "a rich text (RTF) file", _OFFICE),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and give the files inside."),
    (b"BZh", "a bzip2 archive", "Unpack it and give the files inside."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it and give the files inside."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it and give the files inside."),
    (b"\x89PNG", "a PNG picture", _OFFICE),
    (b"\xff\xd8\xff", "a JPEG picture", _OFFICE),
    (b"GIF8", "a GIF picture", _OFFICE),
    (b"\xff\xfe\x00\x00", "text in UTF-32", "Save it as UTF-8."),
    (b"\xff\xfe", "text in UTF-16", "Save it as UTF-8."),
    (b"\xfe\xff", "text in UTF-16", "Save it as UTF-8."),
    (b"<\x00", "text in UTF-16", "Save it as UTF-8."),
    (b"{\x00", "text in UTF-16", "Save it as UTF-8."),
    (b"\x00<", "text in UTF-16", "Save it as UTF-8."),
    (b"\x00{", "text in UTF-16", "Save it as UTF-8."),
)
_FORMS: tuple[tuple[str, str], ...] = (
    (r"144", "a Form 144"),
    (r"(?:SCHEDULE|SC) 13[DG](?:/A)?", "a Schedule 13D or 13G"),
    (r"13F-[HN][A-Z]*(?:/A)?", "a Form 13F"),
    (r"N-PX(?:/A)?", "a Form N-PX"),
    (r"D(?:/A)?", "a Form D"),
    (r"N-[A-Z0-9-]+(?:/A)?", "a report of an investment company"),
)


def kind_of(raw: bytes) -> Kind:
    """How to read a file; everything that is neither XML nor a submission, nor known to be something else, is JSON."""
    head = _head(raw)
    if head.startswith((b"<SEC-DOCUMENT>", b"<SEC-HEADER>", b"<SUBMISSION>", b"-----BEGIN PRIVACY")):
        return Kind.SUBMISSION
    if what_it_is(raw) is not None:
        return Kind.OTHER
    return Kind.XML if head.startswith(b"<") else Kind.JSON


def what_it_is(raw: bytes) -> str | None:
    """What a file is that can never be read as a filing, and what to do; None where it may be one."""
    if not raw:
        return "The file is empty. `form4gen new` writes a document to start from."
    if raw.startswith(b"PK\x03\x04"):
        return _of_zip(raw)
    for signature, name, remedy in _SIGNATURES:
        if raw.startswith(signature):
            return f"This is {name}, not a filing. {remedy}"
    head = _head(raw)
    if not head:
        return "The file holds only blanks. `form4gen new` writes a document to start from."
    if head[:14].lower().startswith((b"<!doctype html", b"<html")):
        return _of_page(head)
    return _of_xml(head.decode("utf-8", "replace")) if head.startswith(b"<") else None


def _of_zip(raw: bytes) -> str:
    if b"xl/workbook.xml" in raw or b"xl/worksheets" in raw:
        return f"This is an Excel workbook, not a filing. {_OFFICE}"
    if b"word/document.xml" in raw:
        return f"This is a Word document, not a filing. {_OFFICE}"
    return "This is a zip archive, not a filing. Unpack it and give the files inside."


def _of_page(head: bytes) -> str:
    if b"SEC FORM" in head or b"OWNERSHIP" in head:
        return (
            "This is the page on which the SEC's viewer shows a form, not its XML. The XML has the same address "
            "without the folder named xslF345X and two digits."
        )
    return f"This is a web page, not a filing. {_XML_REMEDY}"


def _of_xml(head: str) -> str | None:
    submission = _submission_type().search(head)
    if submission is not None:
        typed = " ".join(submission["type"].split())
        for form, name in _FORMS:
            if re.fullmatch(form, typed):
                return f"This is {name}, not a Form 4. {_XML_REMEDY}"
    root = _root().search(head)
    if root is not None and root["name"] == "informationTable":
        return f"This is the information table of a Form 13F, not a Form 4. {_XML_REMEDY}"
    if root is not None and root["name"] == "xbrl":
        return f"This is an XBRL report, not a Form 4. {_XML_REMEDY}"
    return None


def _head(raw: bytes) -> bytes:
    return raw[:_HEAD].removeprefix(_BYTE_ORDER_MARK).lstrip(_BLANKS)


@cache
def _submission_type() -> re.Pattern[str]:
    return re.compile(r"<(?:\w+:)?submissionType>(?P<type>[^<]{1,40})<")


@cache
def _root() -> re.Pattern[str]:
    return re.compile(r"<(?:\w+:)?(?P<name>[A-Za-z]\w*)")
