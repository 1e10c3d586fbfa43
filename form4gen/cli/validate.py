"""``form4gen validate``."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import click

from form4gen.api.load import Filing
from form4gen.cli import options
from form4gen.cli.output import Output, attempt, finish
from form4gen.cli.settings import overridden, settings_of_run
from form4gen.cli.validating import FORMS, Request, report_on


@click.command(
    "validate",
    epilog=options.examples(
        "form4gen validate form4.xml",
        "form4gen validate form4.json --filed-at 2026-11-09T16:05",
        "form4gen validate form4.json --select TC --select RO102 --strict",
        "form4gen validate form4.json --prior september.xml --prior october.json",
        "form4gen validate - --format json < form4.json",
        "form4gen validate november/*.json --format concise",
    ),
)
@options.inputs
@options.form(*FORMS)
@options.filed_at
@click.option(
    "--prior",
    multiple=True,
    metavar="FILE",
    help="An earlier filing of the same reporting person and issuer: JSON, ownership XML or full submission. "
    "Repeatable.",
)
@options.jobs
@options.config
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Run only this rule or family: a look, not a check of the filing. Repeatable. Also drops the settings file's "
    "ignore list.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    help="Drop what this rule or family finds, unless EDGAR suspends it. Repeatable.",
)
@click.option("--strict/--no-strict", default=None, help="Treat warnings as errors.")
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
    """Check one or more filings and report every finding, with its location, source and remedy.

    INPUT is form4gen's JSON, EDGAR's ownership XML or a full submission (.txt), told apart by its content.

    The report also shows the deadline of every row and the balance of every holding line. Findings accepted by an
    override in the document are listed but do not fail the run. Command-line options override the settings file.
    Neither drops or lowers what EDGAR suspends.

    With several inputs, each is checked separately and reported in order; JSON output is then one report per line,
    SARIF a single log. Each --prior filing is used for the inputs it predates. '-' (standard input) cannot be combined
    with other inputs. The exit code is the most severe one.
    """
    found = settings_of_run(config, search=not no_config)
    request = Request(form, filed_at, overridden(found, _names(select), _names(ignore), strict=strict), len(paths) > 1)
    if request.is_of_many:
        from form4gen.cli.validate_many import check_all  # noqa: PLC0415  most runs check one filing

        ctx.exit(check_all(request, paths, prior, jobs))
    ctx.exit(finish(attempt(partial(_check_one, request, prior), paths[0])))


def _check_one(request: Request, prior: tuple[str, ...], path: str, output: Output) -> tuple[int, None]:
    if not prior:
        return report_on(request, path, output)
    from form4gen.cli import priors  # noqa: PLC0415  few runs have such

    given = priors.read_priors(prior)

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        found = priors.preceding(given, filing, filed_at)
        for line in priors.unused(given, [prior.path for prior in found]):
            output.warn(line)
        return [prior.filing for prior in found]

    return report_on(request, path, output, earlier)


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names as the catalogue writes them; one option may give several, separated by commas."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())
