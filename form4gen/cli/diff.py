"""``form4gen diff``."""

from __future__ import annotations

import sys

import click

from form4gen.api.comparison import Side, compared, comparison_json, comparison_text, side
from form4gen.cli import options, outputs
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import STANDARD, columns, full, name_of, read, shows_color, write_error, write_output
from form4gen.errors import UnusableInputError
from form4gen.redaction.sealed import NOTICE, sealed

_DIFFER = 1


@click.command(
    "diff",
    epilog=options.examples(
        "form4gen diff approved.json draft.json",
        "form4gen diff draft.json 0000320193-26-000123.txt",
        "form4gen diff form4.xml form4a.xml --format html -o corrections.html",
    ),
)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@options.form()
@click.option(
    "-o", "--output", "target", default=STANDARD, metavar="OUT", help="Output file; - (the default) is standard output."
)
@options.force
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 if the filings differ.")
def command(old: str, new: str, form: str, target: str, force: bool, tells: bool) -> None:  # noqa: FBT001
    """Show what changed from filing A to filing B, cell by cell.

    Each is a Form 3, 4 or 5 or an amendment, as JSON, ownership XML or a full submission, in any mix. Rows are matched
    by what they report, reporting persons by CIK, and footnotes by their text and by the cells that cite them. Numbers
    that are equal, such as 11.8 and 11.80, do not differ. If B amends A, the report says what it corrects and what it
    does not repeat.
    """
    if old == new == STANDARD:
        raise click.UsageError("Only one of the two filings can come from standard input.")
    found = compared(_side(old), _side(new))
    names = name_of(old), name_of(new)
    if form == "json":
        text = comparison_json(found, *names)
    else:
        color = target == STANDARD and shows_color(sys.stdout)
        text = comparison_text(found, *names, color=color, width=columns())
    if target == STANDARD:
        write_output(text)
    else:
        outputs.write(outputs.place(target, source=old, force=force), text.encode(), replaces=force)
        write_output(f"{target}\n")
    if tells and found.differences:
        click.get_current_context().exit(_DIFFER)


def _side(path: str) -> Side:
    """The filing in a file; a CCC in it is masked, and standard error says so."""
    raw, has_ccc, _ = sealed(read(path), known_cccs())
    if has_ccc:
        write_error(f"form4gen: {name_of(path)} {NOTICE}")
    try:
        return side(raw, known_cccs())
    except UnusableInputError as error:
        raise UnusableInputError(f"{full(path)}: {error}") from None
