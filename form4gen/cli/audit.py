"""``form4gen audit``."""

from __future__ import annotations

from datetime import date

import click

from form4gen.cli import options
from form4gen.cli.settings import overridden, rule_names, settings_of_run
from form4gen.cli.streams import STANDARD
from form4gen.errors import UnusableInputError


@click.command(
    "audit",
    epilog=options.examples(
        "form4gen audit filings/ -o audit",
        "form4gen audit 2024.zip 2025.tar.gz -o audit --since 2025-01-01",
        "form4gen audit filings/ -o audit --issuer 320193 --rules DL,TC102",
        "form4gen audit --files-from names.txt -o audit",
        "form4gen audit filings/ -o audit --scheduler tcp://10.0.0.5:8786",
    ),
)
@click.argument("paths", nargs=-1, metavar="PATH...")
@options.files_from
@click.option(
    "-o", "--output", "folder", required=True, metavar="DIR", help="Output folder; created if it does not exist."
)
@click.option(
    "--since",
    callback=options.day,
    metavar="DAY",
    help="Check only forms filed on this day or later. Those before are read as earlier filings.",
)
@click.option(
    "--issuer", "issuers", multiple=True, metavar="CIK", help="Audit only filings on this issuer. Repeatable."
)
@click.option("--rules", multiple=True, metavar="RULE", help="Run only this rule or family. Repeatable.")
@options.jobs
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Check on the workers of the Dask cluster with this scheduler: tcp://HOST:PORT or tls://HOST:PORT.",
)
@options.config
@options.force
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    listed: str | None,
    folder: str,
    since: date | None,
    issuers: tuple[str, ...],
    rules: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    config: str | None,
    no_config: bool,  # noqa: FBT001  click passes each by name
    force: bool,  # noqa: FBT001  the same
) -> None:
    """Check many filings, and write tables of what is found and a page that sums it up.

    PATH is a file, a folder, an archive or a quoted pattern, as for validate. Forms 3, 4 and 5 are read; Forms 4 and
    4/A are checked, each with the earlier filings of the same reporting persons and issuer among the inputs.

    DIR gets audit.html and the Parquet tables filings, rows, findings and errors. A file that cannot be read is one
    line, and the others are checked. The same filing given twice counts once.

    A run that was stopped goes on where it was if the same command is given again. The exit code is that of the most
    severe case: 1 for a form with errors, 2 for a file that could not be read.
    """
    from form4gen.audit.tables import check_library  # noqa: PLC0415  other commands do not need it
    from form4gen.cli.auditing import Request, audit  # noqa: PLC0415  the same

    check_library()
    _check_scheduler(scheduler)
    options.check_any(paths, listed)
    if STANDARD in paths:
        raise UnusableInputError("'-' (standard input) is no input of an audit. Name files, or --files-from -.")
    ciks = tuple(map(_cik, issuers))
    found = overridden(settings_of_run(config, search=not no_config), rule_names(rules), (), strict=None)
    ctx.exit(audit(Request(paths, listed, folder, since, ciks, found, jobs, scheduler, force)))


def _check_scheduler(address: str | None) -> None:
    """Raises BadParameter for what is no address, and MissingLibraryError without Dask."""
    from form4gen.audit import cluster  # noqa: PLC0415  as above

    if address is None:
        return
    if not cluster.is_address(address):
        words = f"{address!r} is not the address of a scheduler. Write tcp://HOST:PORT or tls://HOST:PORT."
        raise click.BadParameter(words, param_hint="--scheduler")
    cluster.check_library()


def _cik(text: str) -> str:
    """The CIK without leading zeros, as filings are compared by it."""
    if not (text.isascii() and text.isdigit()) or len(text) > 10 or not int(text):  # noqa: PLR2004  digits of a CIK
        raise click.BadParameter(f"{text!r} is not a CIK. Write 320193 or 0000320193.", param_hint="--issuer")
    return text.lstrip("0")
