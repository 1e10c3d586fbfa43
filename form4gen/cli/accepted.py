"""Whether EDGAR would accept a filing: what ``export`` checks before it writes anything."""

from __future__ import annotations

import sys
from datetime import datetime, time

from form4gen.api.check import Edgar, Finding, validate
from form4gen.api.filings import X0609_SINCE, split_filing
from form4gen.api.load import Filing, Loaded, load
from form4gen.api.reports import Report, report_text
from form4gen.cli.checking import broken_rules
from form4gen.cli.clock import filing_time
from form4gen.cli.streams import STANDARD, STDIN_NAME, read, shows_color, write_error
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError, UnusableInputError
from form4gen.report.text import found
from form4gen.report.wrapping import printable

_BEYOND_ASCII = "FN204"  # its findings give the spelling in ASCII


def accepted(path: str, requested: datetime | None, *, in_parts: bool, public: bool, draft: bool) -> Filing:
    """The filing of a file, if EDGAR would accept it, whole or in parts.

    Otherwise the findings that say why not go to standard error, and the filing is refused, unless it is a draft. Every
    rule is applied, whatever the settings exclude elsewhere. A filing to be sent is checked by the law of its schema,
    even if the filing is older; ``public`` is for archives, and checked as of the filing's own time.
    """
    loaded = load(read(path))
    written = loaded.filing.context.filed_at if loaded.filing else None
    whole = _report(STDIN_NAME if path == STANDARD else path, filing_time(requested, written), loaded)
    if loaded.filing is None:
        write_error(report_text(whole, color=shows_color(sys.stderr), proof=False))
        raise RefusedFilingError("Nothing was exported: the document is not yet a filing.")
    judged = whole if public else _report(whole.file, _under_the_schema(whole.filed_at), loaded)
    blocking = _blocking(judged, loaded, in_parts=in_parts)
    for report in blocking:
        write_error(report_text(report, color=shows_color(sys.stderr), proof=False))
    broken = whole.outcome.could_not_run
    for line in broken_rules(whole):
        write_error(line)
    if not draft and (blocking or broken):
        raise _refusal(loaded.filing, is_broken=bool(broken), in_parts=in_parts)
    _warn_of_what_is_not_ascii(whole)
    left = _without_what_parts_correct(whole, in_parts=in_parts and _is_divisible(loaded.filing), blocking=blocking)
    if left.open:
        write_error(f"form4gen: {found(left)}; run `form4gen validate` to see them.")
    return loaded.filing


def _report(name: str, filed_at: datetime, loaded: Loaded) -> Report:
    return Report(name, filed_at, validate(loaded, filed_at))


def _under_the_schema(filed_at: datetime) -> datetime:
    """The filing time, or noon of the first day of the schema that is written, if that is later."""
    return max(filed_at, datetime.combine(X0609_SINCE, time(12), filed_at.tzinfo))


def _suspended(report: Report) -> list[Finding]:
    return [finding for finding in report.open if finding.edgar is Edgar.SUSPENDS]


def _blocking(whole: Report, loaded: Loaded, *, in_parts: bool) -> list[Report]:
    """The report on the whole and those on its parts, each cut down to what EDGAR suspends; none where it is empty.

    What the division corrects is left out, and what the report on the whole says is not repeated for the parts.
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


def _without_what_parts_correct(whole: Report, *, in_parts: bool, blocking: list[Report]) -> Report:
    """The report without the findings for which EDGAR would suspend the whole filing but not its parts."""
    if not in_parts:
        return whole
    still = {finding.rule for report in blocking for finding in report.findings}
    corrected = {finding.rule for finding in _suspended(whole)} - still
    left = tuple(finding for finding in whole.outcome.findings if finding.rule not in corrected)
    return whole._replace(outcome=whole.outcome._replace(findings=left))


def _cut(kept: list[tuple[Report, list[Finding]]]) -> list[Report]:
    return [
        report._replace(outcome=report.outcome._replace(findings=tuple(findings)))
        for report, findings in kept
        if findings
    ]


def _refusal(filing: Filing, *, is_broken: bool, in_parts: bool) -> Form4genError:
    if is_broken:
        return BrokenRuleError(
            "Nothing was exported: an internal error kept the filing from being fully checked. Use --draft to export "
            "it anyway."
        )
    words = "Nothing was exported: EDGAR would suspend the filing. Correct the errors, or use --draft."
    if not in_parts and _is_divisible(filing):
        words = f"{words} --split would divide it into several filings."
    return RefusedFilingError(words)


def _is_divisible(filing: Filing) -> bool:
    try:
        return len(split_filing(filing)) > 1
    except UnusableInputError:
        return False


def _warn_of_what_is_not_ascii(report: Report) -> None:
    for finding in report.findings:
        if finding.rule == _BEYOND_ASCII:
            words = (
                f"{finding.cell}: {finding.message} It is written as a numeric reference. Better: {finding.expected}."
            )
            write_error(f"form4gen: {printable(words)}")
