"""The result of a check, in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.report.provenance import of_settings
from form4gen.report.record import Report
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import NEEDS


def verdict(report: Report, *, is_filing: bool) -> tuple[str, str]:
    """The sentences, and the severity of the most severe open finding (``none`` if there is none)."""
    severity = next((each.value for each in Severity if report.count(each)), "none")
    if report.outcome.could_not_run:
        severity = Severity.ERROR.value
    elif not report.count(Severity.ERROR) and any(of_settings(report)):
        severity = Severity.WARNING.value  # what the settings hold back may be an error
    return " ".join((_first(report, is_filing=is_filing), *_others(report, is_filing=is_filing))), severity


def _first(report: Report, *, is_filing: bool) -> str:
    errors, warnings, advisories = map(report.count, Severity)
    broken = len(report.outcome.could_not_run)
    if not is_filing:
        return f"Not yet a filing: correct {_several(errors, 'fault')} in the document. No rule was applied."
    if broken:
        rules = _several(broken, "rule")
        return f"Not fully checked: {rules} could not run because of an internal error. Do not rely on this report."
    if errors:
        return f"Not ready to file: correct {_several(errors, 'error')}. {_response(report)}"
    if warnings:
        if report.settings.strict:
            count = "which counts as an error" if warnings == 1 else "which count as errors"
            return f"Not ready to file: {_several(warnings, 'warning')}, {count} under the settings."
        return f"No errors. Resolve or accept {_several(warnings, 'warning')} before filing."
    if advisories:
        return f"No errors or warnings. {_advisories(advisories)} for counsel to consider."
    if report.accepted:
        return "No open findings."
    return "No errors, warnings or advisories."


def _response(report: Report) -> str:
    """What EDGAR does about the errors."""
    number = report.count(Severity.ERROR)
    suspended, unknown = (report.count(Severity.ERROR, edgar) for edgar in (Edgar.SUSPENDS, Edgar.UNKNOWN))
    if suspended == number:
        return f"EDGAR suspends the filing for {'it' if suspended == 1 else 'each of them'}."
    words = f"EDGAR suspends the filing for {suspended:,} of them." if suspended else ""
    if unknown == number:
        words = "EDGAR's response is not published."
    elif unknown:
        words = f"{words} For {unknown:,} of them EDGAR's response is not published.".strip()
    return words or f"EDGAR does not check for {'it' if number == 1 else 'them'}."


def _others(report: Report, *, is_filing: bool) -> Iterator[str]:
    """The findings and rules that the first sentence leaves out."""
    errors, warnings, advisories = map(report.count, Severity)
    broken = bool(report.outcome.could_not_run)
    if is_filing and broken and errors:
        yield f"{_several(errors, 'error')} to correct."
    if warnings and (errors or broken):
        yield f"{_several(warnings, 'warning')} to resolve or accept."
    if advisories and (errors or warnings or broken):
        yield f"{_advisories(advisories)} for counsel to consider."
    if report.accepted:
        grave = sum(finding.severity is Severity.ERROR for finding in report.accepted)
        grave += sum(each.number for each in report.more if each.is_accepted and each.severity is Severity.ERROR)
        of_them = f" ({grave:,} of them {'an error' if grave == 1 else 'errors'})" if grave else ""
        yield f"{_several(report.accepted_count, 'finding')} accepted by override{of_them}."
    reasons = report.outcome.not_applicable.values()
    if missing := sum(reason.startswith(NEEDS) for reason in reasons):
        yield f"{_several(missing, 'rule')} not checked because data is missing."
    if excluded := sum(reason == EXCLUDED for reason in reasons):
        yield f"{_several(excluded, 'rule')} excluded by settings."
    yield from of_settings(report)


def _advisories(number: int) -> str:
    return f"{number:,} advisor{'y' if number == 1 else 'ies'}"


def _several(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
