"""A full submission as EDGAR publishes it (.txt or .nc): SGML header, ownership XML, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from form4gen.edgar.html_text import text_of_html
from form4gen.edgar.kinds import ENTER_FACTS, other_form, what_it_is
from form4gen.edgar.lexical import day, text_without_controls
from form4gen.edgar.parse import ONE_FORM, ROOT
from form4gen.edgar.unreadable import UnreadableError
from form4gen.errors import UnusableInputError
from form4gen.law.deadline import LAST_HOUR
from form4gen.records import NamedTuple

_TAG = re.compile(r"<(TYPE|FILENAME|DESCRIPTION)>([^<\r\n]*)")
_ACCESSION = re.compile(r"<ACCESSION-NUMBER>\s*([0-9-]+)|ACCESSION NUMBER:\s*([0-9-]+)")
_ACCEPTED = re.compile(r"<ACCEPTANCE-DATETIME>\s*([0-9]{14})")
_FILED = re.compile(r"<FILING-DATE>\s*([0-9]{8})|FILED AS OF DATE:\s*([0-9]{8})")
_TYPE = re.compile(r"CONFORMED SUBMISSION TYPE:[ \t]*([^\r\n]*)|<TYPE>([^<\r\n]*)")
_ISSUER = re.compile(r"^[ \t]*ISSUER:|<ISSUER>|<SUBJECT-COMPANY>", re.MULTILINE)
_YEAR_END = re.compile(r"(?:<FISCAL-YEAR-END>|FISCAL YEAR END:)\s*([0-9]{2})([0-9]{2})")
_HTML = (".htm", ".html")
_READABLE = (".txt", *_HTML)


class Attachment(NamedTuple):
    """A document attached to the form; ``start`` is where it begins in the file, ``number`` counts the documents."""

    type: str
    name: str
    description: str
    text: str
    start: int
    number: int


class Submission(NamedTuple):
    """The parts of a submission; ``start`` is where the ownership XML begins, and ``lines_before`` the lines above it.

    With ``is_dated_only``, the header gives the day of filing and no time.
    """

    primary: bytes
    start: int
    lines_before: int
    context: dict[str, str]
    is_dated_only: bool
    powers: tuple[Attachment, ...]
    exhibits: tuple[Attachment, ...]
    dropped: tuple[str, ...]


class _Span(NamedTuple):
    """Where something begins and ends in the bytes of a submission."""

    start: int
    end: int


def submission_of(raw: bytes) -> Submission:
    """Split a submission into its parts. Raises UnusableInputError unless it contains the ownership XML of one form."""
    documents = list(_documents(raw))
    primary, xml = _form(raw, documents)
    dropped: list[str] = []
    header = _decoded(raw[: documents[0].start])
    context = dict(_context(header, dropped))
    attachments = [
        attachment
        for number, each in enumerate(documents, 1)
        if each is not primary and (attachment := _attachment(raw, each, number, dropped)) is not None
    ]
    form = raw[xml.start : xml.end]
    start = xml.end - len(form.lstrip())
    return Submission(
        form.strip(),
        start,
        raw.count(b"\n", 0, start),
        context,
        "filedAt" in context and not _ACCEPTED.search(header),
        tuple(each for each in attachments if each.type.startswith("EX-24")),
        tuple(each for each in attachments if not each.type.startswith("EX-24")),
        tuple(dropped),
    )


def _form(raw: bytes, documents: list[_Span]) -> tuple[_Span, _Span]:
    """The document with the ownership XML, and where that is. Raises UnusableInputError."""
    found = [(each, xml) for each in documents if (xml := _between(raw, b"<XML>", b"</XML>", each))]
    forms = [each for each in found if raw.find(ROOT, *each[1]) >= 0]
    if len(forms) > 1:
        lines = [raw.count(b"\n", 0, raw.find(ROOT, *xml)) + 1 for _, xml in forms]
        where = f"{', '.join(map(str, lines[:-1]))} and {lines[-1]}"
        raise UnusableInputError(f"The file contains {len(forms)} ownership forms, on lines {where}. {ONE_FORM}")
    if forms:
        return forms[0]
    if at := raw.find(ROOT) + 1:
        what = "The submission is incomplete: its ownership XML is not between <XML> and </XML> in a <DOCUMENT>."
        raise UnreadableError(what, "Download the submission again.", raw.count(b"\n", 0, at) + 1)
    for _, xml in found:
        if stranger := what_it_is(raw[slice(*xml)].strip()):
            raise UnusableInputError(stranger)
    raise UnusableInputError(_without_form(raw[: documents[0].end if documents else len(raw)]))


def _without_form(beginning: bytes) -> str:
    """What a submission without ownership XML is."""
    found = _TYPE.search(_decoded(beginning))
    stranger = other_form(found.group(1) or found.group(2)) if found else None
    if stranger is not None:
        return stranger
    return f"The submission contains no ownership XML; filings before June 2003 are plain text. {ENTER_FACTS}"


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
        yield from _moment(f"{filed.group(1) or filed.group(2)}{LAST_HOUR:%H%M%S}", dropped)
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


def _attachment(raw: bytes, document: _Span, number: int, dropped: list[str]) -> Attachment | None:
    body = _between(raw, b"<TEXT>", b"</TEXT>", document)
    head = _decoded(raw[document.start : body.start if body else document.end])
    tags = {name: text_without_controls(text).strip() for name, text in reversed(_TAG.findall(head))}
    kind, name = tags.get("TYPE", ""), tags.get("FILENAME", "")
    if body is None or not name.lower().endswith(_READABLE):
        dropped.append(f"The document {name or 'without a name'} ({kind or 'without a type'}) is not text.")
        return None
    written = _decoded(raw[body.start : body.end])
    text = text_of_html(written) if name.lower().endswith(_HTML) or _opens_html(written) else written
    text = text_without_controls(text.replace("\r\n", "\n"))
    lines = [line.rstrip() for line in text.split("\n")]
    start = document.start - len("<DOCUMENT>")
    return Attachment(kind, name, tags.get("DESCRIPTION", ""), "\n".join(lines).strip("\n"), start, number)


def _opens_html(text: str) -> bool:
    return text.lstrip()[:14].lower().startswith(("<html", "<!doctype html"))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
