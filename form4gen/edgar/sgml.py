"""A full submission as EDGAR publishes it (.txt or .nc): SGML header, ownership XML, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from form4gen.edgar.html_text import text_of_html
from form4gen.edgar.lexical import day, text_without_controls
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

_TAG = re.compile(r"<(TYPE|FILENAME|DESCRIPTION)>([^<\r\n]*)")
_ACCESSION = re.compile(r"<ACCESSION-NUMBER>\s*([0-9-]+)|ACCESSION NUMBER:\s*([0-9-]+)")
_ACCEPTED = re.compile(r"<ACCEPTANCE-DATETIME>\s*([0-9]{14})")
_FILED = re.compile(r"<FILING-DATE>\s*([0-9]{8})|FILED AS OF DATE:\s*([0-9]{8})")
_ISSUER = re.compile(r"^[ \t]*ISSUER:|<ISSUER>|<SUBJECT-COMPANY>", re.MULTILINE)
_YEAR_END = re.compile(r"(?:<FISCAL-YEAR-END>|FISCAL YEAR END:)\s*([0-9]{2})([0-9]{2})")
_HTML = (".htm", ".html")
_READABLE = (".txt", *_HTML)


class Attachment(NamedTuple):
    """A document attached to the form."""

    type: str
    name: str
    description: str
    text: str


class Submission(NamedTuple):
    """The parts of a submission; ``lines_before`` counts the lines above the ownership XML."""

    primary: bytes
    lines_before: int
    context: dict[str, str]
    powers: tuple[Attachment, ...]
    exhibits: tuple[Attachment, ...]
    dropped: tuple[str, ...]


class _Span(NamedTuple):
    """Where something begins and ends in the bytes of a submission."""

    start: int
    end: int


def submission_of(raw: bytes) -> Submission:
    """Split a submission into its parts. Raises UnusableInputError if it contains no ownership XML."""
    documents = list(_documents(raw))
    primary, xml = next(
        ((each, found) for each in documents if (found := _between(raw, b"<XML>", b"</XML>", each))), (None, None)
    )
    if xml is None:
        raise UnusableInputError("The submission contains no XML document; filings before June 2003 are plain text.")
    dropped: list[str] = []
    context = dict(_context(_decoded(raw[: documents[0].start]), dropped))
    attachments = [
        attachment
        for each in documents
        if each is not primary and (attachment := _attachment(raw, each, dropped)) is not None
    ]
    form = raw[xml.start : xml.end]
    return Submission(
        form.strip(),
        raw.count(b"\n", 0, xml.end - len(form.lstrip())),
        context,
        tuple(each for each in attachments if each.type.startswith("EX-24")),
        tuple(each for each in attachments if not each.type.startswith("EX-24")),
        tuple(dropped),
    )


def _documents(raw: bytes) -> Iterator[_Span]:
    found = _between(raw, b"<DOCUMENT>", b"</DOCUMENT>", _Span(0, len(raw)))
    while found:
        yield found
        found = _between(raw, b"<DOCUMENT>", b"</DOCUMENT>", _Span(found.end, len(raw)))


def _between(raw: bytes, opening: bytes, closing: bytes, within: _Span) -> _Span | None:
    start = raw.find(opening, *within)
    end = raw.find(closing, start, within.end) if start >= 0 else -1
    return _Span(start + len(opening), end) if end >= 0 else None


def _context(header: str, dropped: list[str]) -> Iterator[tuple[str, str]]:
    if accepted := _ACCEPTED.search(header):
        yield from _moment(accepted.group(1), dropped)
    elif filed := _FILED.search(header):
        dropped.append("The header holds no time of acceptance: context.filedAt is the filing date at 00:00.")
        yield from _moment((filed.group(1) or filed.group(2)) + "000000", dropped)
    if number := _ACCESSION.search(header):
        yield "accessionNumber", number.group(1) or number.group(2)
    issuer = _ISSUER.search(header)
    if issuer and (year_end := _YEAR_END.search(header, issuer.end())):
        found = f"{year_end.group(1)}-{year_end.group(2)}"
        if day(f"2000-{found}"):  # a leap year: a fiscal year may end on February 29
            yield "issuerFiscalYearEnd", found
        else:
            dropped.append(f"The header's fiscal year end {found} is not a valid month and day and is omitted.")


def _moment(digits: str, dropped: list[str]) -> Iterator[tuple[str, str]]:
    try:
        yield "filedAt", datetime.strptime(digits, "%Y%m%d%H%M%S").isoformat()  # noqa: DTZ007  naive is US Eastern
    except ValueError:
        dropped.append(f"The header's time {digits} is not a valid time and is omitted.")


def _attachment(raw: bytes, document: _Span, dropped: list[str]) -> Attachment | None:
    body = _between(raw, b"<TEXT>", b"</TEXT>", document)
    head = _decoded(raw[document.start : body.start if body else document.end])
    tags = dict(reversed(_TAG.findall(head)))
    kind, name = tags.get("TYPE", "").strip(), tags.get("FILENAME", "").strip()
    if body is None or not name.lower().endswith(_READABLE):
        dropped.append(f"The document {name or 'without a name'} ({kind or 'without a type'}) is not text.")
        return None
    written = _decoded(raw[body.start : body.end])
    text = text_of_html(written) if name.lower().endswith(_HTML) or _opens_html(written) else written
    text = text_without_controls(text.replace("\r\n", "\n"))
    lines = [line.rstrip() for line in text.split("\n")]
    return Attachment(kind, name, tags.get("DESCRIPTION", "").strip(), "\n".join(lines).strip("\n"))


def _opens_html(text: str) -> bool:
    return text.lstrip()[:14].lower().startswith(("<html", "<!doctype html"))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
