"""The report with one line for each cause, in the format of compilers, for editors and for grep."""

from __future__ import annotations

from form4gen.report.causes import Cause, causes
from form4gen.report.filing_time import TimeBasis
from form4gen.report.provenance import of_settings
from form4gen.report.record import Report, more_words
from form4gen.report.verdict import line, verdict
from form4gen.report.wrapping import printable


def concise(report: Report) -> str:
    """The verdict, then ``file:line:column: ID severity cells: message`` for each cause and each accepted finding.

    What the settings hold back follows the verdict, and a filing time that the file does not state. If nothing has to
    be corrected or reviewed, the verdict begins with ``ok``. The number of findings that are not listed comes last.
    """
    name = printable(report.file)
    found = causes(report.open)
    result = verdict(report, found)
    lines = [f"{name}: {'ok: ' if result.is_ok else ''}{line(result)}\n"]
    lines += [f"{name}: {sentence}\n" for sentence in of_settings(report)]
    if report.time_basis in (TimeBasis.SIGNATURE, TimeBasis.HEADER_DATE):
        lines.append(f"{name}: {' '.join(report.time_words)}\n")
    for cause in sorted((*found, *(Cause((each,)) for each in report.accepted)), key=_place):
        finding = cause.lead
        where = ":".join((name, *(str(each) for each in (finding.line, finding.column) if each)))
        accepted = " (accepted)" if finding.overridden else ""
        message = " ".join(finding.message.split())
        cells = printable(cause.cells)
        lines.append(f"{where}: {finding.rule} {cause.severity.value}{accepted} {cells}: {message}\n")
    for each in report.more:
        accepted = " (accepted)" if each.is_accepted else ""
        lines.append(f"{name}: {each.rule} {each.severity.value}{accepted} {more_words(each)}\n")
    return "".join(lines)


def _place(cause: Cause) -> tuple[int, int]:
    return cause.lead.line or 0, cause.lead.column or 0
