"""The verdict on a filing: whether to file it, in a line for a screen, or in a heading and sentences for a memorandum.

It counts causes, not findings. Lateness never says "Do not file": every hour makes it worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from form4gen.records import NamedTuple
from form4gen.report.causes import LATE, Cause
from form4gen.report.phrases import count, figure
from form4gen.report.record import Report
from form4gen.rules.applying import EXCLUDED, NO_FILING
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.listing import More


class Case(Enum):
    """What the verdict rests on; the first that applies."""

    NOT_A_FILING = "not a filing"
    NOT_CHECKED = "not fully checked"
    ERRORS_AND_LATE = "errors and late"
    ERRORS = "errors"
    LATE = "late"
    WARNINGS_COUNT = "warnings that count as errors"
    WARNINGS = "warnings"
    ADVISORIES = "advisories"
    NOTHING = "nothing"


class Verdict(NamedTuple):
    """How many causes there are of each kind, how many of ``rows`` transactions are ``late``, and what was left out.

    ``suspended`` and ``unpublished`` are errors for which EDGAR suspends the filing, or whose effect the SEC has not
    published. ``documents`` are advisories about a document to have in hand. ``accepted`` counts findings, ``broken``
    the rules that could not run, and ``excluded`` those that the settings exclude. ``looked_at`` are the only rules and
    families that were run, if not all were. ``held_back`` counts the errors that only the settings hide.
    """

    is_filing: bool
    is_on_record: bool
    is_strict: bool
    errors: int
    suspended: int
    unpublished: int
    warnings: int
    advisories: int
    documents: int
    late: int
    rows: int
    accepted: int
    broken: int
    excluded: int
    looked_at: tuple[str, ...]
    held_back: int

    @property
    def case(self) -> Case:
        """What the verdict rests on."""
        if not self.is_filing:
            return Case.NOT_A_FILING
        return Case.NOT_CHECKED if self.broken else self.beside

    @property
    def beside(self) -> Case:
        """What it would rest on if every rule could have run."""
        if self.errors:
            return Case.ERRORS_AND_LATE if self.late else Case.ERRORS
        if self.late:
            return Case.LATE
        if self.warnings:
            return Case.WARNINGS_COUNT if self.is_strict else Case.WARNINGS
        return Case.ADVISORIES if self.advisories else Case.NOTHING

    @property
    def is_ok(self) -> bool:
        """The form was checked whole, nothing has to be corrected or reviewed, and the settings hide no error."""
        return self.case in (Case.ADVISORIES, Case.NOTHING) and not self.looked_at and not self.held_back


def verdict(report: Report, found: Iterable[Cause]) -> Verdict:
    """The verdict on a report whose open findings have these causes."""
    late = [each for each in found if each.is_late]
    others = [each for each in found if not each.is_late]
    errors = [each for each in others if each.severity is Severity.ERROR]
    advisories = [each for each in others if each.severity is Severity.ADVISORY]
    reasons = list(report.outcome.not_run.values())
    is_filing = NO_FILING not in reasons
    return Verdict(
        is_filing,
        report.is_on_record,
        report.settings.strict,
        len(errors) if is_filing else report.count(Severity.ERROR),
        sum(each.edgar is Edgar.SUSPENDS for each in errors),
        sum(each.edgar is Edgar.UNKNOWN for each in errors),
        sum(each.severity is Severity.WARNING for each in others),
        len(advisories),
        sum(each.is_about_a_document for each in advisories),
        sum(len(each.findings) for each in late) + sum(each.number for each in report.more if _is_open_and_late(each)),
        sum(len(due.rows) for due in report.deadlines),
        report.accepted_count,
        len(report.outcome.could_not_run),
        reasons.count(EXCLUDED),
        report.settings.select if report.settings.is_look else (),
        report.outcome.excluded.error_count + report.outcome.lowered.error_count,
    )


def _is_open_and_late(more: More) -> bool:
    return more.rule == LATE and not more.is_accepted


def line(each: Verdict) -> str:
    """The verdict in one line: ``Do not file: 2 errors, 1 of which EDGAR would suspend``."""
    return "; ".join((_first(each), *_others(each)))


def _first(each: Verdict) -> str:
    match each.case:
        case Case.NOT_A_FILING:
            return f"Not yet a filing: {count(each.errors, 'fault')} in the document to correct; no rule was run"
        case Case.NOT_CHECKED:
            rules = count(each.broken, "rule")
            return f"Not fully checked: {rules} could not run; do not rely on this report"
    return _record(each) if each.is_on_record else _draft(each)


def _draft(each: Verdict) -> str:
    match each.beside:
        case Case.ERRORS:
            return f"Do not file: {count(each.errors, 'error')}{_suspended(each)}"
        case Case.ERRORS_AND_LATE:
            late = count(each.late, "late transaction")
            return f"Correct and file today: {count(each.errors, 'error')}{_suspended(each)}, {late}"
        case Case.LATE:
            return f"File now: {late_rows(each)}"
        case Case.WARNINGS_COUNT:
            which = "which counts as an error" if each.warnings == 1 else "which count as errors"
            return f"Do not file: {count(each.warnings, 'warning')}, {which} under the settings"
        case Case.WARNINGS:
            return f"No errors; {count(each.warnings, 'warning')} to review"
    return "No errors or warnings" if each.advisories else "No errors, warnings or advisories"


def _record(each: Verdict) -> str:
    """The verdict on a form that was filed: what is left is an amendment."""
    late = f", {count(each.late, 'late transaction')}" if each.late else ""
    if each.errors:
        return f"Filed with {count(each.errors, 'error')}{late}; a Form 4/A corrects a form on file"
    if late:
        return f"Filed late: {count(each.late, 'transaction')} of {each.rows}"
    if each.warnings:
        return f"Filed with no errors; {count(each.warnings, 'warning')} to review"
    return "Filed with no errors or warnings"


def _suspended(each: Verdict) -> str:
    if not each.suspended:
        return ""
    if each.suspended < each.errors:
        return f", {each.suspended} of which EDGAR would suspend"
    which = {1: "which", 2: "both of which"}.get(each.errors, "all of which")
    return f", {which} EDGAR would suspend"


def late_rows(each: Verdict, *, in_words: bool = False) -> str:
    """How many of the transactions are late: ``all 52 transactions are late``, ``5 of 9 transactions are late``."""
    if each.late < each.rows:
        late, rows = figure(each.late, in_words=False), count(each.rows, "transaction")
        return f"{late} of {rows} {'is' if each.late == 1 else 'are'} late"
    if each.late == 1:
        return "the transaction is late"
    return f"{'both' if each.late == 2 else f'all {figure(each.late, in_words=in_words)}'} transactions are late"  # noqa: PLR2004


def _others(each: Verdict) -> Iterator[str]:
    """What the first part leaves out."""
    in_first = (Case.WARNINGS, Case.WARNINGS_COUNT)
    is_broken = each.case is Case.NOT_CHECKED
    if is_broken and each.errors:
        yield f"{count(each.errors, 'error')}{_suspended(each)}"
    if is_broken and each.late:
        yield late_rows(each)
    if each.warnings and (is_broken or each.beside not in in_first):
        yield f"{count(each.warnings, 'warning')} to review"
    if each.advisories:
        yield count(each.advisories, "advisory")
    if each.accepted:
        yield f"{count(each.accepted, 'finding')} accepted"
    if each.excluded:
        yield f"{count(each.excluded, 'rule')} excluded by settings"
    if each.held_back:
        yield f"{count(each.held_back, 'error')} held back by settings"
    if each.looked_at:
        yield f"only {', '.join(each.looked_at)} checked"
