"""Check and report one filing: what ``validate`` does with each input. It does not need click."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import Enum

from form4gen.api.check import Settings, Severity
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
from form4gen.cli.checking import Earlier, checked, warnings
from form4gen.cli.output import Output
from form4gen.cli.streams import columns, shows_color
from form4gen.records import NamedTuple

FORMS = ("concise", "sarif", "github", "html")
"""The formats of a report besides text and JSON."""


class Fixing(Enum):
    """Whether an input is corrected before it is reported on, or what would be corrected is only shown."""

    NONE = ""
    WRITE = "--fix"
    SHOW = "--diff"


class Request(NamedTuple):
    """How each input is to be corrected, checked and reported."""

    form: str
    filed_at: datetime | None
    settings: Settings = Settings()
    is_of_many: bool = False
    fixing: Fixing = Fixing.NONE


def report_on(request: Request, path: str, output: Output, earlier: Earlier | None = None) -> tuple[int, None]:
    """Check a filing and print the report: the exit code that it calls for."""
    loaded, report, code = check(request, path, earlier)
    output.print(in_format(request, report, loaded.filing, code))
    if request.form == "concise":  # it has a line for each finding, and none for what was not checked
        from form4gen.report.provenance import version_and_settings  # noqa: PLC0415  only this format needs it here
        from form4gen.report.text import counts  # noqa: PLC0415  the same

        output.warn(version_and_settings(report.settings), is_general=True)
        output.warn(f"form4gen: {counts(report)}")
    for line in warnings(report):
        output.warn(line)
    return code, None


def check(
    request: Request, path: str, earlier: Earlier | None, content: bytes | None = None
) -> tuple[Loaded, Report, int]:
    """A filing, the report on it, and the exit code that it calls for; ``content`` is that of a file in an archive."""
    loaded, report = checked(path, request.filed_at, request.settings, earlier, content)
    return loaded, report, code_of(report, strict=request.settings.strict)


def in_format(request: Request, report: Report, filing: Filing | None, code: int) -> str:
    """The report in the format that was requested."""
    match request.form:
        case "json":
            return report_json(report, on_one_line=request.is_of_many)
        case "concise":
            return report_concise(report)
        case "sarif":
            return report_sarif(report, code)
        case "github":
            return report_github(report)
        case "html":
            return report_html(report, filing)
    return report_text(report, color=shows_color(sys.stdout), width=columns())


def code_of(report: Report, *, strict: bool) -> int:
    """The exit code that a report calls for."""
    if report.outcome.could_not_run:
        return 70
    failing = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return 1 if failing else 0
