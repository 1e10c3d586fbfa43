"""``form4gen validate``."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from typing import NamedTuple

import click

from form4gen.api import (
    Filing,
    Loaded,
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
from form4gen.cli.checking import Earlier, checked, tell_broken_rules
from form4gen.cli.settings import overridden, settings_for
from form4gen.cli.streams import coloured, columns, say


class Asked(NamedTuple):
    """What is asked for of every input."""

    form: str
    filed_at: datetime | None
    config: str | None
    no_config: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool | None
    is_of_many: bool


@click.command(
    "validate",
    epilog=options.examples(
        "form4gen validate form4.json --filed-at 2026-11-09T16:05",
        "form4gen validate form4.json --select TC --select RO102 --strict",
        "form4gen validate form4.json --prior september.xml --prior october.json",
        "form4gen validate - --format json < form4.json",
        "form4gen validate november/*.json --format concise",
    ),
)
@options.inputs
@options.form("concise", "sarif", "github", "html")
@options.filed_at
@click.option(
    "--prior",
    multiple=True,
    metavar="FILE",
    help="An earlier filing of the same person: JSON, ownership XML or a full submission; may be repeated.",
)
@options.jobs
@options.config
@click.option("--select", multiple=True, metavar="RULE", help="Apply only this rule or family; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out this rule or family; may be repeated.")
@click.option("--strict/--no-strict", default=None, help="Let warnings fail the run as errors do.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    filed_at: datetime | None,
    prior: tuple[str, ...],
    jobs: int | None,
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

    Of several inputs each is checked by itself, and the reports come in their order; JSON then is one report a line,
    and SARIF one log. Each --prior stands by those inputs that it precedes. The exit code is that of the gravest.
    """
    asked = Asked(form, filed_at, config, no_config, _names(select), _names(ignore), strict, len(paths) > 1)
    if asked.is_of_many:
        from form4gen.cli.validate_many import check_all  # noqa: PLC0415  most runs check one filing

        ctx.exit(check_all(asked, paths, prior, jobs))
    earlier = None
    if prior:
        from form4gen.cli import priors  # noqa: PLC0415  few runs have such

        earlier = partial(priors.earlier, prior)
    loaded, report, code = check(asked, paths[0], earlier)
    say(told(asked, report, loaded.filing, code))
    tell_broken_rules(report)
    ctx.exit(code)


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


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names one by one, as the catalogue writes them; commas part them too."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())


def _code(report: Report, *, strict: bool) -> int:
    if report.outcome.could_not_run:
        return 70
    failing = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return 1 if failing else 0
