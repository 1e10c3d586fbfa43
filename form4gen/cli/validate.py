"""``form4gen validate``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from form4gen.api.load import Filing
from form4gen.cli import options
from form4gen.cli.output import Output, attempt, finish
from form4gen.cli.settings import headed, overridden, settings_of_run
from form4gen.cli.validating import FORMS, Fixing, Request, report_on

if TYPE_CHECKING:
    from form4gen.cli.expanding import Inputs


def _fixing(command: Callable[..., None]) -> Callable[..., None]:
    """``--fix`` and ``--diff``, as one argument; with both, nothing is written."""

    @wraps(command)
    def called(*, fixes: bool, shows: bool, **others: Any) -> None:
        command(fixing=Fixing.SHOW if shows else Fixing.WRITE if fixes else Fixing.NONE, **others)

    text = "Correct in the file what is a matter of spelling alone, and show the changes."
    shown = click.option("--diff", "shows", is_flag=True, help="Show what --fix would change, and write nothing.")
    return click.option("--fix", "fixes", is_flag=True, help=text)(shown(called))


@click.command(
    "validate",
    epilog=options.examples(
        "form4gen validate form4.xml",
        "form4gen validate form4.json --filed-at 2026-11-09T16:05",
        "form4gen validate form4.json --select TC --select RO102 --strict",
        "form4gen validate form4.json --prior september.xml --prior october.json",
        "form4gen validate - --format json < form4.json",
        "form4gen validate november/*.json --format concise",
        "form4gen validate november.zip archive/ --format json",
        "form4gen validate --files-from - < names.txt",
        "form4gen validate form4.json --fix",
    ),
)
@options.inputs_or_list
@options.form(*FORMS)
@options.filed_at
@click.option(
    "--prior",
    multiple=True,
    metavar="FILE|FOLDER",
    help="An earlier filing of the same reporting person and issuer (JSON, ownership XML or full submission), or a "
    "folder of filings, without its subfolders: those of other persons and issuers are not used. Repeatable.",
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
@options.heading
@_fixing
@click.pass_context
def command(
    ctx: click.Context,
    inputs: Inputs | Sequence[str] | str,
    form: str,
    filed_at: datetime | None,
    prior: tuple[str, ...],
    jobs: int | None,
    config: str | None,
    no_config: bool,  # noqa: FBT001  click passes each by name
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool | None,  # noqa: FBT001
    fixing: Fixing,
) -> None:
    """Check one or more filings and report every finding, with its location, source and remedy.

    INPUT is form4gen's JSON, EDGAR's ownership XML or a full submission (.txt), told apart by its content.

    The report also shows the deadline of every row and the balance of every holding line. Findings accepted by an
    override in the document are listed but do not fail the run. Command-line options override the settings file.
    Neither drops or lowers what EDGAR suspends.

    A folder stands for the filings in it and in its subfolders, a zip or tar archive (.tar, .gz, .xz, .bz2, .zst) for
    those in it, and a quoted pattern such as 'november/*.json' for the files that match. --files-from names a file
    with one input per line.

    With several inputs, each is checked separately and reported in order; JSON output is then one report per line,
    SARIF a single log. Each --prior filing is used for the inputs it predates. '-' (standard input) cannot be combined
    with other inputs. The exit code is the most severe one.

    --fix corrects only what is certain, such as a missing comma, 3,000, a code in lower case or a state's name in place
    of its code. Nothing else in the file changes. The changes are shown on standard error, and the report is that of
    the corrected file. With '-', the corrected document goes to standard output and the report to standard error.
    --diff prints the changes and no report; it exits with 1 if there are any.
    """
    if fixing is Fixing.SHOW and form != "text":
        raise click.UsageError("--diff prints no report: leave out --format.")
    heading = options.given_heading()
    if heading and form != "html":
        raise click.UsageError(f"{options.HEADING} require --format html.")
    found = headed(settings_of_run(config, search=not no_config), heading)
    settings = overridden(found, options.rule_names(select), options.rule_names(ignore), strict=strict)
    request = Request(form, filed_at, settings, not isinstance(inputs, str), fixing)
    if not isinstance(inputs, str):
        from form4gen.cli.validate_many import check_all  # noqa: PLC0415  most runs check one filing

        ctx.exit(check_all(request, inputs, prior, jobs))
    ctx.exit(finish(attempt(partial(_check_one, request, prior), inputs)))


def _check_one(request: Request, prior: tuple[str, ...], path: str, output: Output) -> tuple[int, None]:
    report = _reporter(request)
    if not prior:
        return report(request, path, output)
    from form4gen.cli import priors  # noqa: PLC0415  few runs have such

    given, skipped = priors.read_priors(prior)
    for line in skipped:
        output.warn(line)
    warned: set[str] = set()  # a corrected document is checked again

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        found = priors.preceding(given, filing, filed_at)
        for line in priors.unused(given, {prior.path for prior in found}):
            if line not in warned:
                output.warn(line)
            warned.add(line)
        return [prior.filing for prior in found]

    return report(request, path, output, earlier)


def _reporter(request: Request) -> Callable[..., tuple[int, None]]:
    if request.fixing is Fixing.NONE:
        return report_on
    from form4gen.cli.fixing import report_on_fixed  # noqa: PLC0415  most runs correct nothing

    return report_on_fixed
