"""Whether a filing may be exported: what ``export`` checks before it writes anything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, time

from form4gen.api.check import Finding, validate
from form4gen.api.filing_time import filing_time_of
from form4gen.api.filings import X0609_SINCE, split_filing
from form4gen.api.load import Filing, Loaded, load
from form4gen.api.reports import Report, report_text
from form4gen.api.sending import (
    agents_without_power,
    is_from_edgar,
    is_on_placeholder,
    is_suspended,
    prevents_live_submission,
    prevents_submission,
)
from form4gen.cli.checking import broken_rules, ccc_notice, unread
from form4gen.cli.clock import filing_time, not_before_now
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import name_of, read, shows_color, write_error, write_errors
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError, UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.text import found
from form4gen.report.wrapping import printable

_BEYOND_ASCII = "FN204"  # its findings give the spelling in ASCII

# Rows are judged in the filing as a whole, because its parts must be read together. Who signs, and what is attached,
# each part must show for itself.
_FAMILIES_OF_A_PART = ("SG", "EX")


class Purpose(NamedTuple):
    """What the files are for, which decides what prevents them."""

    in_parts: bool = False
    public: bool = False
    draft: bool = False
    submission: bool = False
    live: bool = False

    @property
    def prevents(self) -> Callable[[Finding], bool]:
        """Whether a finding prevents such files, unless they are a draft."""
        if self.live:
            return prevents_live_submission
        return prevents_submission if self.submission else is_suspended

    def time(self, filed_at: datetime) -> datetime:
        """When the filing is judged as filed.

        A public form is for archives: at its own time. What is to be sent: not before the first day of the schema that
        is written; and a LIVE submission not before now, whatever time was given.
        """
        if self.public:
            return filed_at
        judged = max(filed_at, datetime.combine(X0609_SINCE, time(12), filed_at.tzinfo))
        return not_before_now(judged) if self.live else judged


class Accepted(NamedTuple):
    """A filing that may be exported, and the report on it."""

    filing: Filing
    report: Report


def accepted(path: str, requested: datetime | None, purpose: Purpose) -> Accepted:
    """The filing of a file, if it may be exported, whole or in parts.

    Without a submission, what EDGAR would suspend is refused; for a submission, every error that no override accepts;
    for a LIVE one, also an agent's signature without a power of attorney, and what may be on record already. The
    findings that say why go to standard error, and the filing is refused, unless it is a draft. Every rule is applied
    at its own severity, whatever the settings exclude elsewhere.
    """
    loaded = load(read(path), known_cccs())
    filed_at = filing_time(requested, filing_time_of(loaded)).at
    whole = _report(name_of(path), filed_at, loaded)
    if loaded.filing is None:
        write_error(report_text(whole, color=shows_color(sys.stderr), proof=False))
        write_errors(ccc_notice(whole))
        raise RefusedFilingError("Nothing was exported: the document is not yet a filing.")
    judged_at = purpose.time(whole.filed_at)
    judged = whole
    if purpose.live or judged_at != whole.filed_at:
        judged = _report(whole.file, judged_at, loaded, is_planned=purpose.live)
    parts = _parts(loaded.filing, purpose)
    of_parts = _reports_on(parts, judged, loaded)
    blocking = _blocking(judged, of_parts, purpose)
    for report in blocking:
        write_error(report_text(report, color=shows_color(sys.stderr), proof=False))
    broken = dict.fromkeys(line for report in (judged, *of_parts) for line in broken_rules(report))
    write_errors((*ccc_notice(whole), *unread(whole), *broken))
    if loaded.has_ccc and not purpose.draft:
        raise RefusedFilingError("Nothing was exported: a text of the filing contains a CCC. Delete it.")
    if not purpose.draft and (blocking or broken):
        raise _refusal(loaded.filing, blocking, purpose, is_broken=bool(broken))
    if purpose.live:
        _check_live(loaded, parts)
    _warn_of_what_is_not_ascii(whole)
    left = _without_what_parts_correct(judged if purpose.live else whole, loaded.filing, blocking, purpose)
    if left.open and not purpose.live:
        write_error(f"form4gen: {found(left)}; run `form4gen validate` to see them.")
    return Accepted(loaded.filing, left)


def _report(name: str, filed_at: datetime, loaded: Loaded, *, is_planned: bool = False) -> Report:
    outcome = validate(loaded, filed_at, is_planned=is_planned)
    return Report(name, filed_at, outcome, has_ccc=loaded.has_ccc, remarks=loaded.document.remarks)


def _parts(filing: Filing, purpose: Purpose) -> tuple[Filing, ...]:
    return split_filing(filing) if purpose.in_parts else (filing,)


def _reports_on(parts: tuple[Filing, ...], whole: Report, loaded: Loaded) -> list[Report]:
    """The report on each part at the time of that on the whole; none if there is only one part, which is the whole."""
    count = len(parts)
    if count == 1:
        return []
    return [
        _report(f"{whole.file}, part {number} of {count}", whole.filed_at, Loaded(loaded.document, part, ()))
        for number, part in enumerate(parts, 1)
    ]


def _blocking(whole: Report, of_parts: list[Report], purpose: Purpose) -> list[Report]:
    """The report on the whole and those on its parts, each cut down to what prevents the export; no empty ones.

    What the division corrects is left out, and what the report on the whole says is not repeated for the parts.
    """
    prevents = purpose.prevents
    if not of_parts:
        return _cut([(whole, list(filter(prevents, whole.findings)))])
    remaining = {finding.rule for report in of_parts for finding in filter(is_suspended, report.findings)}
    left = [each for each in whole.findings if prevents(each) and (each.rule in remaining or not is_suspended(each))]
    said = {finding.rule for finding in whole.findings if prevents(finding) or finding.overridden is not None}
    kept = [(whole, left)]
    for report in of_parts:
        fresh = [
            finding._replace(line=None, column=None)  # lines are the whole's
            for finding in filter(prevents, report.findings)
            if finding.rule not in said and (is_suspended(finding) or finding.rule[:2] in _FAMILIES_OF_A_PART)
        ]
        kept.append((report, fresh))
    return _cut(kept)


def _without_what_parts_correct(whole: Report, filing: Filing, blocking: list[Report], purpose: Purpose) -> Report:
    """The report without the findings for which EDGAR would suspend the whole filing but not its parts."""
    if not (purpose.in_parts and _is_divisible(filing)):
        return whole
    still = {finding.rule for report in blocking for finding in report.findings}
    corrected = {finding.rule for finding in filter(is_suspended, whole.findings)} - still
    left = (finding for finding in whole.outcome.findings if finding.rule not in corrected)
    return whole._replace(outcome=whole.outcome.limited_to(left))


def _cut(kept: list[tuple[Report, list[Finding]]]) -> list[Report]:
    return [report._replace(outcome=report.outcome.limited_to(findings)) for report, findings in kept if findings]


def _refusal(filing: Filing, blocking: list[Report], purpose: Purpose, *, is_broken: bool) -> Form4genError:
    if is_broken:
        remedy = "" if purpose.live else " Use --draft to export it anyway."
        return BrokenRuleError(
            f"Nothing was exported: an internal error kept the filing from being fully checked.{remedy}"
        )
    if any(is_on_placeholder(finding) for report in blocking for finding in report.findings):
        remedy = "" if purpose.live else ", or use --draft"
        return RefusedFilingError(f"Nothing was exported: values are still to be filled in. Enter them{remedy}.")
    if any(is_suspended(finding) for report in blocking for finding in report.findings):
        remedy = "" if purpose.live else ", or use --draft"
        words = f"Nothing was exported: EDGAR would suspend the filing. Correct the errors{remedy}."
    else:
        kind = "LIVE submission" if purpose.live else "submission"
        remedy = "" if purpose.live else " With --draft, a TEST submission is written anyway."
        words = (
            f"Nothing was exported: a {kind} is not written while these findings are open. Correct them, or accept "
            f"each in overrides, with the reason.{remedy}"
        )
    if not purpose.in_parts and _is_divisible(filing):
        words = f"{words} --split would divide it into several filings."
    return RefusedFilingError(words)


def _check_live(loaded: Loaded, parts: tuple[Filing, ...]) -> None:
    """Raises RefusedFilingError for what may be a filing on record, about which the rules on powers are silent."""
    if is_from_edgar(loaded):
        raise RefusedFilingError(
            "Nothing was exported: a LIVE submission is written from JSON. This is EDGAR's XML, which may be a filing "
            "on record and does not show powers of attorney. Convert it with `form4gen import`, and check the result."
        )
    number = loaded.filing.context.accession_number if loaded.filing else None
    if number:
        raise RefusedFilingError(
            f"Nothing was exported: the document has the accession number {printable(number)}, so it was already "
            "filed. To correct that filing, prepare a Form 4/A. To file this document as a new filing, remove "
            "context.accessionNumber."
        )
    agents = dict.fromkeys(agent for part in parts for agent in agents_without_power(part))
    if agents:
        names = ", ".join(map(printable, agents))
        raise RefusedFilingError(
            f"Nothing was exported: an agent signs ({names}), but the document does not show under which power of "
            'attorney. Add it to powersOfAttorney: with status "attached" it is filed as Exhibit 24; with "on_file" '
            "it names the filing that has it."
        )


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
