"""The closing set: one PDF of an index, the form, the memorandum and the exhibits, with their sources attached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from os.path import basename
from typing import TYPE_CHECKING

from form4gen.api.reports import report_html
from form4gen.errors import RefusedFilingError, UnusableInputError
from form4gen.model.filing import Filing
from form4gen.redaction.sealed import sealed
from form4gen.report.record import Report

if TYPE_CHECKING:
    from form4gen.edgar.exhibits import Document
    from form4gen.render.enclosures import Enclosure
    from form4gen.render.pdf import Pdf

_XML, _FINDINGS = "form4.xml", "findings.json"
_JSON = "application/json"
_FOOT = 60
"""Characters of the running foot."""
_SOURCES = {_JSON: "form4.json", "text/xml": "original.xml", "text/plain": "original.txt"}


def render_closing(filing: Filing, raw: bytes, report: Report, *, draft: bool = False) -> Pdf:
    """An index, the form with its exhibits, the memorandum and a list of files as one PDF/A-3 that is also PDF/UA-1.

    Its pages are numbered as one. Attached are ``raw`` (the file that the filing was read from), in which any CCC is
    masked, the findings as JSON, and each power of attorney as EDGAR receives it; for a filing in JSON also the
    ownership XML. The last page lists them with their SHA-256, and what cannot be written. The same filing checked for
    the same time results in the same bytes, whatever the name and folder of its file. Raises MissingLibraryError if
    Pango is not installed.
    """
    from form4gen.api.printing import as_printed  # noqa: PLC0415  only printing needs it
    from form4gen.render.closing_set import Part, closing_pdf  # noqa: PLC0415  the same
    from form4gen.render.enclosures import enclosures_html, index_html, listed  # noqa: PLC0415  the same
    from form4gen.render.html import html  # noqa: PLC0415  the same
    from form4gen.render.power_of_attorney import exhibits  # noqa: PLC0415  the same
    from form4gen.report.memo_head import subject  # noqa: PLC0415  the same
    from form4gen.report.provenance import in_metadata  # noqa: PLC0415  the same

    report, shown = _anywhere(report), as_printed(filing)
    enclosures, missing = _enclosures(filing, raw, report)
    names = ", ".join(
        name for name in (filing.issuer.issuer_name, *(each.rpt_owner_name for each in filing.reporting_owners)) if name
    )
    run, maker = _foot(names), in_metadata(report)
    parts = (
        Part(html(shown, maker, draft=draft), has_mark=True),
        Part(report_html(report, filing)),
        Part(enclosures_html(enclosures, subject=names, run=run, missing=missing)),
    )
    powers = {
        f"exhibit-{number}": f"Exhibit {each.number}: {each.title}" for number, each in enumerate(exhibits(shown), 1)
    }
    titles = {
        "form": f"Form {filing.document_type}",
        **powers,
        "memo": "Pre-filing memorandum",
        "files": "Enclosed files",
    }
    how, when = report.time_words
    words = {"subject": subject(filing, report.file), "checked": f"{how.capitalize()} {when}"}

    def front(numbers: Mapping[str, int], pages: int) -> str:
        return index_html(listed(titles, numbers, pages), run=run, maker=maker, pages=pages, **words)

    signed = [each.signature_date for each in filing.owner_signatures if each.signature_date]
    return closing_pdf(parts, front, enclosures, max(signed, default=report.filed_at.date()), draft=draft)


def _foot(names: str) -> str:
    """What the foot of the index and of the list of files names, cut to its length."""
    words = f"Form 4 closing set: {names}"
    return words if len(words) <= _FOOT else f"{words[: _FOOT - 1].rstrip()}\u2026"


def _anywhere(report: Report) -> Report:
    """The report without file paths of this machine."""
    settings = report.settings._replace(file=report.settings.file and basename(report.settings.file))
    return report._replace(file=_SOURCES[report.media_type], outcome=report.outcome._replace(settings=settings))


def _enclosures(filing: Filing, raw: bytes, report: Report) -> tuple[tuple[Enclosure, ...], tuple[str, ...]]:
    """The files in the order of their names, in which a PDF must list them, and a sentence on each that is missing."""
    from form4gen.edgar.writer import ownership_xml  # noqa: PLC0415  only the closing set needs it here
    from form4gen.render.enclosures import Enclosure  # noqa: PLC0415  the same
    from form4gen.report.as_json import as_json  # noqa: PLC0415  the same

    given = sealed(raw)
    masked = ", with a CCC masked" if report.has_ccc or given.is_masked else ""
    found = [
        Enclosure(_FINDINGS, as_json(report).encode(), "What the check found", "Supplement"),
        Enclosure(report.file, given.content, f"The filing as form4gen read it{masked}", "Source"),
    ]
    missing = []
    if report.media_type == _JSON:  # otherwise it is in EDGAR's form already
        try:
            xml = Enclosure(_XML, ownership_xml(filing), "The filing as ownership XML for EDGAR", "Data")
        except UnusableInputError as error:
            missing.append(f"The ownership XML for EDGAR is not attached, because it cannot be written. {error}")
        else:
            found.append(xml)
    try:
        found += [
            Enclosure(_free(each.name, found), each.raw, f"{each.type} as EDGAR receives it", "Data")
            for each in _powers(filing)
        ]
    except (UnusableInputError, RefusedFilingError) as error:
        missing.append(f"Exhibit 24 is not attached as EDGAR receives it, because it cannot be written. {error}")
    return tuple(sorted(found, key=attrgetter("name"))), tuple(missing)


def _powers(filing: Filing) -> tuple[Document, ...]:
    """The attached powers of attorney as documents of a submission."""
    from form4gen.edgar.exhibits import attachments, with_file_names  # noqa: PLC0415  as above
    from form4gen.prose.powers import with_kinds  # noqa: PLC0415  as above
    from form4gen.render.power_of_attorney import ex24_text  # noqa: PLC0415  as above

    return attachments(with_file_names(with_kinds(filing.replaced(exhibits=()))), ex24_text)


def _free(name: str, taken: Iterable[Enclosure]) -> str:
    """The name, or another if a file of the set has it."""
    return f"exhibit-{name}" if name in {each.name for each in taken} else name
