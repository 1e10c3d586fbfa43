"""What a file is, told from its content: how it is read, and of everything else what it is and what to do."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HEAD = 65_536
_BLANKS = b" \t\r\n"
_SUBMISSION_TYPE = b"submissionType>"
_SUBMISSIONS = (b"<SEC-DOCUMENT>", b"<SEC-HEADER>", b"<SUBMISSION>", b"<DOCUMENT>", b"-----BEGIN PRIVACY")


class Kind(Enum):
    """How a file is read."""

    JSON = "JSON"
    XML = "ownership XML"
    SUBMISSION = "a full submission"
    OTHER = "something else"


FORM_4_WANTED = "Give the ownership XML of a Form 4, a full submission, or form4gen's JSON."
_START = "`form4gen new` writes a document to start from."
ENTER_FACTS = f"Enter its facts in JSON: {_START}"
_UNPACK = "Unpack it and give the files inside."
_UTF_8 = "Save it as UTF-8."
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "Give the ownership XML behind it; on EDGAR it is in the same folder as the form."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file, or an Outlook message", ENTER_FACTS),
    (b"{\\rtf", "a rich text (RTF) file", ENTER_FACTS),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7-Zip archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"\x89PNG", "a PNG picture", ENTER_FACTS),
    (b"\xff\xd8\xff", "a JPEG picture", ENTER_FACTS),
    (b"GIF8", "a GIF picture", ENTER_FACTS),
    (b"II*\x00", "a TIFF picture", ENTER_FACTS),
    (b"MM\x00*", "a TIFF picture", ENTER_FACTS),
    (b"\xff\xfe\x00\x00", "text in UTF-32", _UTF_8),
    (b"\xff\xfe", "text in UTF-16", _UTF_8),
    (b"\xfe\xff", "text in UTF-16", _UTF_8),
    (b"<\x00", "text in UTF-16", _UTF_8),
    (b"{\x00", "text in UTF-16", _UTF_8),
    (b"\x00<", "text in UTF-16", _UTF_8),
    (b"\x00{", "text in UTF-16", _UTF_8),
)
_ZIPS: tuple[tuple[bytes, str, str], ...] = (
    (b"xl/workbook.xml", "an Excel workbook", ENTER_FACTS),
    (b"xl/worksheets", "an Excel workbook", ENTER_FACTS),
    (b"word/document.xml", "a Word document", ENTER_FACTS),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", ENTER_FACTS),
)
_FORMS: tuple[tuple[str, str], ...] = (
    (r"144(?:/A)?", "a Form 144"),
    (r"(?:SCHEDULE|SC) 13[DG](?:/A)?", "a Schedule 13D or 13G"),
    (r"13F-[HN][A-Z]*(?:/A)?", "a Form 13F"),
    (r"N-PX(?:/A)?", "a Form N-PX"),
    (r"D(?:/A)?", "a Form D"),
    (r"N-[A-Z0-9-]+(?:/A)?", "a report of an investment company"),
    (r"[35](?:/A)?", "a Form {}"),
)
_READ_FORMS = ("4", "4/A")


def kind_of(raw: bytes) -> Kind:
    """How to read a file; everything that is neither XML nor a submission, nor known to be something else, is JSON."""
    head = _head(raw)
    if head.startswith(_SUBMISSIONS):
        return Kind.SUBMISSION
    if what_it_is(raw) is not None:
        return Kind.OTHER
    return Kind.XML if head.startswith(b"<") else Kind.JSON


def what_it_is(raw: bytes) -> str | None:
    """What a file is that can never be read as a filing, and what to do; None where it may be one."""
    if not raw:
        return f"The file is empty. {_START}"
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        known = next((each for each in _ZIPS if each[0] in raw), (b"", "a zip archive", _UNPACK))
        return _not_a_filing(*known[1:])
    for signature, name, remedy in _SIGNATURES:
        if raw.startswith(signature):
            return _not_a_filing(name, remedy)
    head = _head(raw)
    if not head:
        return f"The file holds only blanks. {_START}"
    if head.startswith(b"<"):
        return _of_markup(head)
    return _not_a_filing("plain text, such as an exhibit", FORM_4_WANTED) if _is_plain_text(head) else None


def is_beside_filings(raw: bytes) -> bool:
    """Whether a file that begins like this is one that EDGAR keeps beside forms: an exhibit or another text."""
    head = _head(raw)
    if head.startswith(b"<"):
        root = _root().match(head)
        return _exhibit().match(head) is not None or (root is not None and root["name"].lower() == b"html")
    return kind_of(raw) is Kind.OTHER and _is_plain_text(head)


def other_form(typed: str) -> str | None:
    """What a submission of an EDGAR type is; None for a Form 4, and for what is no type."""
    typed = " ".join(typed.split())
    if typed in _READ_FORMS or not _type().fullmatch(typed):
        return None
    name = next((name for form, name in _FORMS if re.fullmatch(form, typed)), "a submission of type {}")
    return f"This is {name.format(typed)}, not a Form 4. {FORM_4_WANTED}"


def _not_a_filing(name: str, remedy: str) -> str:
    return f"This is {name}, not a filing. {remedy}"


def _of_markup(head: bytes) -> str | None:
    root = _root().match(head)
    name = root["name"].decode().lower() if root else ""
    if name == "html":
        return _of_page(head)
    if name == "informationtable":
        return f"This is the information table of a Form 13F, not a Form 4. {FORM_4_WANTED}"
    if name == "xbrl":
        return f"This is an XBRL report, not a Form 4. {FORM_4_WANTED}"
    submission = _submission_type().search(head) if _SUBMISSION_TYPE in head else None
    return other_form(submission["type"].decode()) if submission else None


def _of_page(head: bytes) -> str:
    if b"SEC FORM" in head or b"OWNERSHIP" in head:
        return (
            "This is the page on which the SEC's viewer shows a form, not its XML. The XML has the same address "
            "without the folder named xslF345X and two digits."
        )
    return _not_a_filing("a web page", FORM_4_WANTED)


def _is_plain_text(head: bytes) -> bool:
    """Whether a file consists of words, and not of a few, or of JSON of which only the beginning is missing."""
    return not any(sign in head for sign in (b"{", b'":', b"\x00")) and _sentence().match(head) is not None


def _head(raw: bytes) -> bytes:
    return raw.removeprefix(_BYTE_ORDER_MARK).lstrip(_BLANKS)[:_HEAD]


@cache
def _type() -> re.Pattern[str]:
    return re.compile(r"[A-Z0-9][A-Z0-9 /-]{0,19}")


@cache
def _sentence() -> re.Pattern[bytes]:
    """Eight words."""
    return re.compile(rb"[^\s\[\]}\"]\S*(?:\s+\S+){7}")


@cache
def _exhibit() -> re.Pattern[bytes]:
    """The head of an exhibit that was cut out of a submission."""
    return re.compile(rb"<DOCUMENT>\s*<TYPE>\s*EX-", re.IGNORECASE)


@cache
def _submission_type() -> re.Pattern[bytes]:
    return re.compile(rb"<(?:\w+:)?%b(?P<type>[\x20-\x7e\s]{1,40}?)<" % _SUBMISSION_TYPE)


@cache
def _root() -> re.Pattern[bytes]:
    """The name of the root element, after declarations and comments, or of a document type."""
    return re.compile(
        rb"(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!DOCTYPE\s+)?(?:\w+:)?(?P<name>[A-Za-z]\w*)", re.IGNORECASE
    )
