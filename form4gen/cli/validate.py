"""``form4gen validate``."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from form4gen.api import (
    Filing,
    Report,
    Severity,
    report_concise,
    report_github,
    report_html,
    report_json,
    report_sarif,
    report_text,
)
from form4gen.cli import options
from form4gen.cli.checking import checked, tell_broken_rules
from form4gen.cli.settings import overridden, settings_for
from form4gen.cli.streams import coloured, columns, say


@click.command(
    "validate",
    epilog=options.examples(
        "form4gen validate form4.json --filed-at 2026-11-09T16:05",
        "form4gen validate form4.json --select TC --select RO102 --strict",
        "form4gen validate form4.json --prior september.xml --prior october.json",
        "form4gen validate - --format json < form4.json",
    ),
)
@click.argument("path", metavar="INPUT")
@options.form("concise", "sarif", "github", "html")
@options.filed_at
@click.option(
    "--prior",
    multiple=True,
    metavar="FILE",
    help="An earlier filing of the same person: JSON, ownership XML or a full submission; may be repeated.",
)
@options.config
@click.option("--select", multiple=True, metavar="RULE", help="Apply only this rule or family; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out this rule or family; may be repeated.")
@click.option("--strict/--no-strict", default=None, help="Let warnings fail the run as errors do.")
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    form: str,
    filed_at: datetime | None,
    prior: tuple[str, ...],
    config: str | None,
    no_config: bool,  # noqa: FBT001  click passes each by name
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool | None,  # noqa: FBT001
) -> None:
    """Check a filing: every rule, with place, citation and remedy of every finding.

    The report ends with the deadline of every row and the balance of every line, whether or not anything is wrong.
    Findings that an override of the filing accepts are shown, and do not fail the run. Options stand in the place of
    the same settings of a settings file.
    """
    found = settings_for(path, config, search=not no_config)
    settings = overridden(found, _names(select), _names(ignore), strict=strict)
    loaded, report = checked(path, filed_at, settings, prior)
    code = _code(report, strict=settings.strict)
    say(_told(report, loaded.filing, form, code))
    tell_broken_rules(report)
    ctx.exit(code)


def _told(report: Report, filing: Filing | None, form: str, code: int) -> str:
    match form:
        case "json":
            return report_json(report)
        case "concise":
            return report_concise(report)
        case "sarif":
            return report_sarif(report, code)
        case "github":
            return report_github(report)
        case "html":
            return report_html(report, filing)
    return report_text(report, colour=coloured(sys.stdout), width=columns())


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names one by one, as the catalogue writes them; commas part them too."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())


def _code(report: Report, *, strict: bool) -> int:
    if report.outcome.could_not_run:
        return 70
    failing = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return 1 if failing else 0
