"""The closing set: one PDF of the form, the memorandum and the exhibits, with their sources attached."""

from __future__ import annotations

from os.path import basename
from typing import TYPE_CHECKING

from form4gen.api.reports import report_html
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing
from form4gen.redaction.sealed import sealed
from form4gen.report.record import Report

if TYPE_CHECKING:
    from form4gen.render.enclosures import Enclosure
    from form4gen.render.pdf import Pdf

_XML, _FINDINGS = "form4.xml", "findings.json"
_JSON = "application/json"
_SOURCES = {_JSON: "form4.json", "text/xml": "original.xml", "text/plain": "original.txt"}


def render_closing(filing: Filing, raw: bytes, report: Report, *, draft: bool = False) -> Pdf:
    """The form with its exhibits and the memorandum as one PDF/A-3 that is also PDF/UA-1.

    Attached are ``raw`` (the file that the filing was read from), in which any CCC is masked, and the findings as JSON;
    for a filing in JSON also the ownership XML, if it can be written. The last page lists them with their SHA-256. The
    same filing checked for the same time results in the same bytes, whatever the name and folder of its file. Raises
    MissingLibraryError if Pango is not installed.
    """
    from form4gen.edgar.in_words import in_words  # noqa: PLC0415  only printing needs it
    from form4gen.render.enclosures import enclosures_html  # noqa: PLC0415  the same
    from form4gen.render.html import html  # noqa: PLC0415  the same
    from form4gen.render.pdf import closing_pdf  # noqa: PLC0415  the same
    from form4gen.report.provenance import in_metadata  # noqa: PLC0415  the same

    report = _anywhere(report)
    enclosures, missing = _enclosures(filing, raw, report)
    subject = ", ".join(
        name for name in (filing.issuer.issuer_name, *(each.rpt_owner_name for each in filing.reporting_owners)) if name
    )
    pages = [
        html(in_words(filing), in_metadata(report), draft=draft),
        report_html(report, filing),
        enclosures_html(enclosures, subject=subject, missing=missing),
    ]
    signed = [each.signature_date for each in filing.owner_signatures if each.signature_date]
    return closing_pdf(pages, enclosures, max(signed, default=report.filed_at.date()), draft=draft)


def _anywhere(report: Report) -> Report:
    """The report without file paths of this machine."""
    settings = report.settings._replace(file=report.settings.file and basename(report.settings.file))
    return report._replace(file=_SOURCES[report.media_type], outcome=report.outcome._replace(settings=settings))


def _enclosures(filing: Filing, raw: bytes, report: Report) -> tuple[tuple[Enclosure, ...], str]:
    """The files, and a sentence if the XML cannot be written."""
    from form4gen.edgar.writer import ownership_xml  # noqa: PLC0415  only the closing set needs it here
    from form4gen.render.enclosures import Enclosure  # noqa: PLC0415  the same
    from form4gen.report.as_json import as_json  # noqa: PLC0415  the same

    # In the order of their names, in which a PDF must list them.
    findings = Enclosure(_FINDINGS, as_json(report).encode(), "What the check found", "Supplement")
    given = sealed(raw)
    masked = ", with a CCC masked" if report.has_ccc or given.is_masked else ""
    source = Enclosure(report.file, given.content, f"The filing as form4gen read it{masked}", "Source")
    if report.media_type != _JSON:  # it is in EDGAR's form already
        return (findings, source), ""
    try:
        xml = Enclosure(_XML, ownership_xml(filing), "The filing as ownership XML for EDGAR", "Data")
    except UnusableInputError as error:
        return (findings, source), f"The ownership XML for EDGAR is not attached, because it cannot be written. {error}"
    return (findings, source, xml), ""
