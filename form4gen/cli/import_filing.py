"""``form4gen import``."""

from __future__ import annotations

import click

from form4gen.api.filings import import_filing
from form4gen.cli import options, outputs
from form4gen.cli.streams import STANDARD, complain, read, say
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
@click.option("-o", "--output", "target", default=STANDARD, metavar="OUT", help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def command(path: str, target: str, force: bool) -> None:  # noqa: FBT001  click passes it by name
    """Read a Form 4 or 4/A on record into JSON: ownership XML, or a full submission (.txt) with its exhibits.

    Every schema version since 2004 (X0201) is read. What the JSON cannot hold is told on standard error; the filing
    itself is not judged, which is what `form4gen validate` does.
    """
    imported = import_filing(read(path, "XML"))
    if target == STANDARD:
        say(imported.text)
    else:
        outputs.write(outputs.place(target, source=path, force=force), imported.text.encode())
        say(f"{target}\n")
    for each in imported.dropped:
        complain(f"form4gen: {printable(each)}")
