"""Whether EDGAR would take a filing: what ``export`` asks before it writes anything."""

from __future__ import annotations

import sys
from datetime import datetime, time

from form4gen.api.check import Edgar, Finding, validate
from form4gen.api.filings import X0609_SINCE, split_filing
from form4gen.api.load import Filing, Loaded, load
from form4gen.api.reports import Report, report_text
from form4gen.cli.checking import tell_broken_rules
from form4gen.cli.clock import filing_time
from form4gen.cli.streams import STANDARD, STDIN_NAME, coloured, complain, read
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError, UnusableInputError
from form4gen.report.text import found
from form4gen.report.wrapping import printable

_BEYOND_ASCII = "FN204"  # its findings say how a text is spelled in ASCII


def accepted(path: str, asked: datetime | None, *, in_parts: bool, public: bool, draft: bool) -> Filing:
    """The filing of a file, if EDGAR takes it, whole or in parts.

    Otherwise the findings that say why not go to standard error, and the filing is refused, unless it is a draft. Every
    rule is asked, whatever a firm leaves out elsewhere. What is written to be sent is judged by the law of its schema,
    even where the filing is an older one; ``public`` is for archives, and judged as of the filing's own time.
    """
    loaded = load(read(path))
    written = loaded.filing.context.filed_at if loaded.filing else None
    whole = _report(STDIN_NAME if path == STANDARD else path, filing_time(asked, written), loaded)
    if loaded.filing is None:
        complain(report_text(whole, colour=coloured(sys.stderr), proof=False))
        raise RefusedFilingError("Nothing is exported: the document is not a filing yet")
    judged = whole if public else _report(whole.file, _under_the_schema(whole.filed_at), loaded)
    blocking = _blocking(judged, loaded, in_parts=in_parts)
    for report in blocking:
        complain(report_text(report, colour=coloured(sys.stderr), proof=False))
    broken = whole.outcome.could_not_run
    if not draft and (blocking or broken):
        tell_broken_rules(whole)
        raise _refusal(loaded.filing, is_broken=bool(broken), in_parts=in_parts)
    tell_broken_rules(whole)
    _tell_what_is_not_ascii(whole)
    left = _without_what_parts_cure(whole, in_parts=in_parts and _is_divisible(loaded.filing), blocking=blocking)
    if left.open:
        complain(f"form4gen: {found(left)}; `form4gen validate` shows them.")
    return loaded.filing


def _report(name: str, filed_at: datetime, loaded: Loaded) -> Report:
    return Report(name, filed_at, validate(loaded, filed_at))


def _under_the_schema(filed_at: datetime) -> datetime:
    """The time of filing, or the first noon of the schema that is written, if that is later."""
    return max(filed_at, datetime.combine(X0609_SINCE, time(12), filed_at.tzinfo))


def _suspended(report: Report) -> list[Finding]:
    return [finding for finding in report.open if finding.edgar is Edgar.SUSPENDS]


def _blocking(whole: Report, loaded: Loaded, *, in_parts: bool) -> list[Report]:
    """The report on the whole and those on its parts, each cut down to what EDGAR suspends; none where it is empty.

    What the division cures is not told, and what the whole has already said is not said of the parts again.
    """
    filing = loaded.filing
    parts = split_filing(filing) if in_parts and filing is not None else ()
    if len(parts) < 2:  # noqa: PLR2004  one part is the whole
        return _cut([(whole, _suspended(whole))])
    reports = []
    for number, part in enumerate(parts, 1):
        name = f"{whole.file}, part {number} of {len(parts)}"
        reports.append(_report(name, whole.filed_at, Loaded(loaded.document, part, ())))
    of_parts = {finding.rule for report in reports for finding in _suspended(report)}
    of_whole = {finding.rule for finding in whole.findings}
    kept = [(whole, [finding for finding in _suspended(whole) if finding.rule in of_parts])]
    for report in reports:
        fresh = [finding for finding in _suspended(report) if finding.rule not in of_whole]
        kept.append((report, [finding._replace(line=None, column=None) for finding in fresh]))  # lines are the whole's
    return _cut(kept)


def _without_what_parts_cure(whole: Report, *, in_parts: bool, blocking: list[Report]) -> Report:
    """The report without what EDGAR would suspend of the whole and takes of its parts."""
    if not in_parts:
        return whole
    still = {finding.rule for report in blocking for finding in report.findings}
    cured = {finding.rule for finding in _suspended(whole)} - still
    left = tuple(finding for finding in whole.outcome.findings if finding.rule not in cured)
    return whole._replace(outcome=whole.outcome._replace(findings=left))


def _cut(kept: list[tuple[Report, list[Finding]]]) -> list[Report]:
    return [
        report._replace(outcome=report.outcome._replace(findings=tuple(findings)))
        for report, findings in kept
        if findings
    ]


def _refusal(filing: Filing, *, is_broken: bool, in_parts: bool) -> Form4genError:
    if is_broken:
        return BrokenRuleError("Nothing is exported from a filing that was not checked whole; --draft exports it")
    words = "Nothing is exported: EDGAR would suspend it. Correct that, or write the files all the same with --draft"
    if not in_parts and _is_divisible(filing):
        words = f"{words}. --split makes several filings of it"
    return RefusedFilingError(words)


def _is_divisible(filing: Filing) -> bool:
    try:
        return len(split_filing(filing)) > 1
    except UnusableInputError:
        return False


def _tell_what_is_not_ascii(report: Report) -> None:
    for finding in report.findings:
        if finding.rule == _BEYOND_ASCII:
            words = (
                f"{finding.cell}: {finding.message} It is written as a numeric reference. Better: {finding.expected}."
            )
            complain(f"form4gen: {printable(words)}")
