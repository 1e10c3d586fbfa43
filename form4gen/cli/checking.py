"""Read and check a filing: what ``validate`` shows and what ``render`` does first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from form4gen.api.check import Settings, validate_under
from form4gen.api.filing_time import filing_time_of
from form4gen.api.load import Filing, Loaded, load
from form4gen.api.reports import Report, report_of
from form4gen.cli.clock import filing_time
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import name_of, read
from form4gen.redaction.sealed import NOTICE
from form4gen.report.wrapping import printable

Earlier = Callable[[Filing, datetime], Iterable[Filing]]
"""Finds the earlier filings of a filing that is sent at a time."""


def checked(
    path: str, requested: datetime | None, settings: Settings, earlier: Earlier | None = None
) -> tuple[Loaded, Report]:
    """The filing of a file, and the report on it."""
    loaded = load(read(path), known_cccs())
    filed_at, basis = filing_time(requested, filing_time_of(loaded))
    others = earlier(loaded.filing, filed_at) if earlier and loaded.filing else ()
    outcome = validate_under(settings, loaded, filed_at, is_planned=basis.is_a_time, prior=others)
    name = name_of(path)
    return loaded, report_of(name, filed_at, loaded, outcome, basis=basis)


def warnings(report: Report) -> list[str]:
    """What standard error says about a check."""
    return [*ccc_notice(report), *broken_rules(report)]


def ccc_notice(report: Report) -> list[str]:
    """A line if the document contains a CCC."""
    return [f"form4gen: {printable(report.file)} {NOTICE}"] if report.has_ccc else []


def broken_rules(report: Report) -> list[str]:
    """A line for each rule that could not run."""
    return [
        f"form4gen: internal error in rule {rule} ({fault}). The filing was not checked for it."
        for rule, fault in sorted(report.outcome.could_not_run.items())
    ]
