"""``form4gen import``."""

from __future__ import annotations

import click

from form4gen.api.filings import import_filing
from form4gen.cli import options, outputs
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import STANDARD, in_utf_8, read, write_error, write_output
from form4gen.report.wrapping import printable


@click.command(
    "import",
    epilog=options.examples(
        "form4gen import form4.xml -o form4.json",
        "form4gen import 0000320193-26-000123.txt -o form4.json --force",
        "form4gen import - < form4.xml | form4gen validate -",
    ),
)
@click.argument("path", metavar="FILE")
@click.option(
    "-o", "--output", "target", default=STANDARD, metavar="OUT", help="Output file; - (the default) is standard output."
)
@options.force
def command(path: str, target: str, force: bool) -> None:  # noqa: FBT001  click passes it by name
    """Convert a filed Form 4 or 4/A to JSON, from ownership XML or a full submission (.txt) with its exhibits.

    Reads every ownership schema since X0201 (2004). Anything the JSON cannot represent is listed on standard error. The
    filing is not checked; run `form4gen validate` for that.
    """
    imported = import_filing(read(path, "XML"), known_cccs())
    if target == STANDARD:
        write_output(imported.text)
    else:
        outputs.write(outputs.place(target, source=path, force=force), imported.text.encode(), replaces=force)
        write_output(f"{in_utf_8(target)}\n")
    for each in imported.dropped:
        write_error(f"form4gen: {printable(each)}")
