"""What stood behind a report: the version, the settings, the overrides, and what the settings hold back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os.path import basename

from form4gen import __version__
from form4gen.report.record import Report
from form4gen.report.wrapping import printable
from form4gen.rules.applying import NOT_SELECTED
from form4gen.rules.catalogue import SUSPENDS
from form4gen.rules.engine import Finding
from form4gen.rules.settings import Settings


def version_and_settings(settings: Settings) -> str:
    """``form4gen 0.1.0; settings from form4gen.toml: without AD``; command-line options count as settings."""
    return f"form4gen {__version__}; {_settings(settings)}"


def consequences(report: Report) -> Iterator[str]:
    """A sentence for each way in which settings and overrides changed the result; none if nothing did."""
    if report.accepted:
        yield f"{_several(report.accepted_count, 'finding')} accepted by override: {_rules(report.accepted)}."
    yield from of_settings(report)


def of_settings(report: Report) -> Iterator[str]:
    """The same for the settings alone."""
    settings = report.settings
    for held, how in ((report.outcome.excluded, "excluded"), (report.outcome.lowered, "lowered")):
        if held.errors:
            yield f"{_several(held.error_count, 'error')} {how} by settings: {_rules(held.errors)}."
    kept = [finding for finding in report.findings if finding.edgar is SUSPENDS and _is_held(finding, settings)]
    if kept:
        yield f"Reported despite the settings, because EDGAR suspends the filing: {_rules(kept)}."
    if settings.is_look:
        number = sum(reason == NOT_SELECTED for reason in report.outcome.not_run.values())
        yield f"Only {', '.join(settings.select)} was checked, and {number} rules were not run."


def in_metadata(report: Report) -> str:
    """All of it in a line, for the metadata of a page: no path, and no reason that counsel gives for an override."""
    settings = report.settings
    bare = settings._replace(file=basename(settings.file)) if settings.file else settings
    parts = [version_and_settings(bare), *(each.rstrip(".") for each in consequences(report))]
    return "; ".join(parts if report.accepted else [*parts[:1], "no overrides", *parts[1:]])


def _settings(settings: Settings) -> str:
    places = [*([printable(settings.file)] if settings.file else []), *settings.options]
    return f"settings from {' and '.join(places)}: {settings.words}" if places else "no settings"


def _is_held(finding: Finding, settings: Settings) -> bool:
    return settings.excludes(finding.rule) or settings.lowers(finding.rule, finding.severity)


def _several(number: int, thing: str) -> str:
    return f"1 {thing} is" if number == 1 else f"{number:,} {thing}s are"


def _rules(found: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(finding.rule for finding in found))
