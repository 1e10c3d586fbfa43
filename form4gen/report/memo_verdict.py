"""What a check came to, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.report.record import NOT_SELECTED, Report
from form4gen.rules.catalogue import Edgar, Severity


def verdict(report: Report, *, is_filing: bool) -> tuple[str, str]:
    """The sentence, and the severity of the gravest open finding (``none`` where there is none)."""
    grave = next((each.value for each in Severity if report.count(each)), "none")
    if report.outcome.could_not_run:
        grave = Severity.ERROR.value
    return f"{'; '.join((_first(report, is_filing=is_filing), *_others(report)))}.", grave


def _first(report: Report, *, is_filing: bool) -> str:
    errors = report.count(Severity.ERROR)
    if not is_filing:
        return f"Not ready: the document is not a Form 4 yet, for {_several(errors, 'fault')} of form"
    if report.outcome.could_not_run:
        return f"Not checked whole: {_several(len(report.outcome.could_not_run), 'rule')} could not run"
    if errors:
        return f"Not ready to file: {_several(errors, 'error')} to correct{_suspended(report)}"
    if report.count(Severity.WARNING):
        return f"No error found, but {_several(report.count(Severity.WARNING), 'warning')} to answer before filing"
    return "No error and no warning found"


def _suspended(report: Report) -> str:
    number = sum(finding.edgar is Edgar.SUSPENDS for finding in report.open if finding.severity is Severity.ERROR)
    return f", of which EDGAR would suspend the filing for {number}" if number else ""


def _others(report: Report) -> Iterator[str]:
    """What the first words leave out."""
    errors, warnings, advisories = map(report.count, Severity)
    if warnings and (errors or report.outcome.could_not_run):
        yield _several(warnings, "warning")
    if errors and report.outcome.could_not_run:
        yield _several(errors, "error")
    if advisories:
        yield f"{advisories} advisor{'y' if advisories == 1 else 'ies'} to counsel"
    if report.accepted:
        yield f"{_several(len(report.accepted), 'finding')} accepted by counsel"
    left_out = sum(reason == NOT_SELECTED for reason in report.outcome.not_applicable.values())
    if left_out:
        yield f"{_several(left_out, 'rule')} left out of the check"


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
