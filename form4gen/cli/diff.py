"""``form4gen diff``."""

from __future__ import annotations

import sys

import click

from form4gen.api.comparison import (
    Comparison,
    Side,
    compared,
    comparison_html,
    comparison_json,
    comparison_text,
    side,
)
from form4gen.cli import options, outputs
from form4gen.cli.confidential import known_cccs
from form4gen.cli.engines import boxed, pdf_by
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
@options.form("html", "pdf")
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
    if form == "pdf" and target == STANDARD:
        raise click.UsageError("A PDF is not written to standard output. Name a file: -o OUT.pdf")
    found = compared(_side(old), _side(new))
    text = _content(found, (name_of(old), name_of(new)), form, to_file=target != STANDARD)
    if target == STANDARD:
        write_output(text)
    else:
        for path in (old, new):
            outputs.place(target, source=path, force=force)
        outputs.write(target, _pdf(text) if form == "pdf" else text.encode(), replaces=force)
        write_output(f"{target}\n")
    if tells and found.differences:
        click.get_current_context().exit(_DIFFER)


def _content(found: Comparison, names: tuple[str, str], form: str, *, to_file: bool) -> str:
    """The comparison as text of that format."""
    match form:
        case "json":
            return comparison_json(found, *names)
        case "text":
            return comparison_text(found, *names, color=not to_file and shows_color(sys.stdout), width=columns())
    return comparison_html(found, *names)


def _pdf(page: str) -> bytes:
    """The PDF of the page; standard error says what is missing in it."""
    (content, missing), notice = pdf_by(None, page)
    if notice:
        write_error(f"form4gen: {notice}")
    if missing:
        write_error(boxed(missing))
    return content


def _side(path: str) -> Side:
    """The filing in a file; a CCC in it is masked, and standard error says so."""
    raw, has_ccc, _ = sealed(read(path), known_cccs())
    if has_ccc:
        write_error(f"form4gen: {name_of(path)} {NOTICE}")
    try:
        return side(raw, known_cccs())
    except UnusableInputError as error:
        raise UnusableInputError(f"{full(path)}: {error}") from None
