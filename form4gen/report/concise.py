"""The report with one line for each finding, in the format of compilers, for editors and for grep."""

from __future__ import annotations

from form4gen.report.filing_time import TimeBasis
from form4gen.report.provenance import of_settings
from form4gen.report.record import Report, more_words
from form4gen.report.wrapping import printable


def concise(report: Report) -> str:
    """``file:line:column: ID severity cell: message`` for each finding; an accepted one is marked.

    What the settings hold back comes first, as ``file: sentence``; then a filing time that the file does not state. The
    number of findings that are not listed comes last.
    """
    name = printable(report.file)
    lines = [f"{name}: {sentence}\n" for sentence in of_settings(report)]
    if report.time_basis in (TimeBasis.SIGNATURE, TimeBasis.HEADER_DATE):
        lines.append(f"{name}: {' '.join(report.time_words)}\n")
    for finding in report.findings:
        where = ":".join((name, *(str(each) for each in (finding.line, finding.column) if each)))
        accepted = " (accepted)" if finding.overridden else ""
        message = " ".join(finding.message.split())
        cell = printable(finding.cell)
        lines.append(f"{where}: {finding.rule} {finding.severity.value}{accepted} {cell}: {message}\n")
    for each in report.more:
        accepted = " (accepted)" if each.is_accepted else ""
        lines.append(f"{name}: {each.rule} {each.severity.value}{accepted} {more_words(each)}\n")
    return "".join(lines)
