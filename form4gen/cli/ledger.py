"""``form4gen ledger``."""

from __future__ import annotations

import sys
from datetime import date

import click

from form4gen.api.ledger import copies_and_others, histories, ledger_csv, ledger_html, ledger_json, ledger_text
from form4gen.cli import options, outputs
from form4gen.cli.given import read_given
from form4gen.cli.streams import STANDARD, columns, in_utf_8, shows_color, write_error, write_output
from form4gen.report.wrapping import printable

_WRITERS = {"csv": ledger_csv, "json": ledger_json, "html": ledger_html}


@click.command(
    "ledger",
    epilog=options.examples(
        "form4gen ledger form3.xml form4-*.xml",
        "form4gen ledger filings/ --at 2026-06-30",
        "form4gen ledger filings/ --format html -o ledger.html",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("--at", callback=options.day, metavar="DAY", help="Show the holdings at the end of this day instead.")
@options.form("csv", "html")
@click.option(
    "-o", "--output", "target", default=STANDARD, metavar="OUT", help="Output file; - (the default) is standard output."
)
@options.force
def command(paths: tuple[str, ...], at: date | None, form: str, target: str, force: bool) -> None:  # noqa: FBT001
    """Show the holdings of each reporting person over all the forms given.

    Reads Forms 3, 4 and 5 and their amendments: JSON, ownership XML and full submissions, in any order. A folder
    stands for the filings in it, without its subfolders. Issuers and reporting persons are told apart by CIK. A row
    that an amendment replaces no longer counts. A balance that does not continue the last one is marked with what
    would explain it.
    """
    given, skipped = read_given(paths)
    found = histories(given)
    if form == "text":
        to_terminal = target == STANDARD
        text = ledger_text(found, at, color=to_terminal and shows_color(sys.stdout), width=columns())
    else:
        text = _WRITERS[form](found, at)
    if target == STANDARD:
        write_output(text)
    else:
        outputs.write(outputs.place(target, source=paths[0], force=force), text.encode(), replaces=force)
        write_output(f"{in_utf_8(target)}\n")
    for line in (*skipped, *(f"form4gen: {each}" for each in copies_and_others(found))):
        write_error(printable(line))
