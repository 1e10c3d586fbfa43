"""One filing checked and reported: what ``validate`` does with each input. Knows nothing of click."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import NamedTuple

from form4gen.api.check import Severity
from form4gen.api.load import Filing, Loaded
from form4gen.api.reports import (
    Report,
    report_concise,
    report_github,
    report_html,
    report_json,
    report_sarif,
    report_text,
)
from form4gen.cli.checking import Earlier, checked, tell_broken_rules
from form4gen.cli.settings import overridden, settings_for
from form4gen.cli.streams import coloured, columns, say

FORMS = ("concise", "sarif", "github", "html")
"""How a report can be printed, beside text and JSON."""


class Asked(NamedTuple):
    """What is asked for of every input."""

    form: str
    filed_at: datetime | None
    config: str | None = None
    no_config: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool | None = None
    is_of_many: bool = False


def report_on(asked: Asked, path: str, earlier: Earlier | None = None) -> int:
    """Check a filing and print the report: the exit code that it calls for."""
    loaded, report, code = check(asked, path, earlier)
    say(told(asked, report, loaded.filing, code))
    tell_broken_rules(report)
    return code


def check(asked: Asked, path: str, earlier: Earlier | None) -> tuple[Loaded, Report, int]:
    """A filing, the report on it, and the exit code that it calls for."""
    found = settings_for(path, asked.config, search=not asked.no_config)
    settings = overridden(found, asked.select, asked.ignore, strict=asked.strict)
    loaded, report = checked(path, asked.filed_at, settings, earlier)
    return loaded, report, _code(report, strict=settings.strict)


def told(asked: Asked, report: Report, filing: Filing | None, code: int) -> str:
    """The report in the form that is asked for."""
    match asked.form:
        case "json":
            return report_json(report, on_one_line=asked.is_of_many)
        case "concise":
            return report_concise(report)
        case "sarif":
            return report_sarif(report, code)
        case "github":
            return report_github(report)
        case "html":
            return report_html(report, filing)
    return report_text(report, colour=coloured(sys.stdout), width=columns())


def _code(report: Report, *, strict: bool) -> int:
    if report.outcome.could_not_run:
        return 70
    failing = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return 1 if failing else 0
