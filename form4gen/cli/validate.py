"""``form4gen validate``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from form4gen.cli import options
from form4gen.cli.validate_options import OPTIONS, check_one, misuse, request_of

if TYPE_CHECKING:
    from form4gen.cli.expanding import Inputs


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
@options.jobs
@options.of(*OPTIONS)
@click.pass_context
def command(ctx: click.Context, /, inputs: Inputs | Sequence[str] | str, jobs: int | None, **given: Any) -> None:
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
    if reason := misuse(given):
        raise click.UsageError(reason)
    if isinstance(inputs, str):
        ctx.exit(check_one(given, inputs))
    from form4gen.cli.validate_many import check_all  # noqa: PLC0415  most runs check one filing

    ctx.exit(check_all(request_of(given, is_of_many=True), inputs, given["prior"], jobs))
