"""``form4gen amend``."""

from __future__ import annotations

import re
from typing import Any

import click

from form4gen.api.drafting import Amend, Correction, account_lines, amended_draft, draft_text
from form4gen.cli import grouped, options, outputs
from form4gen.cli.given import read_given
from form4gen.cli.grouped import Group, Grouped, groups
from form4gen.cli.streams import write_errors
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable

_FIELDS = {
    "date": "on", "code": "code", "shares": "shares", "price": "price", "mark": "mark", "owned": "owned",
    "security": "security", "ownership": "ownership", "nature": "nature", "exercise_price": "exercise_price",
    "exercisable": "exercisable", "expires": "expires", "underlying": "underlying", "note": "note",
    "because": "because",
}  # fmt: skip
"""The field of a correction by the option that gives it."""


def _rows(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    return tuple(_row(each) for each in given)


def _row(text: str) -> tuple[str, int]:
    found = re.fullmatch(r"(?:table )?(I{1,2})(?:\.|,? row )([1-9][0-9]{0,4})", text.strip(), re.IGNORECASE)
    if found is None:
        raise click.BadParameter(f"{text!r} is not a row. Write I.2 for row 2 of Table I, or II.1.")
    return found[1].upper(), int(found[2])


@click.command(
    "amend",
    cls=Grouped,
    epilog=options.examples(
        'form4gen amend form4.xml --filed 2026-11-06 --row I.1 --price 12.52 --because "The broker corrected a fill."',
        "form4gen amend 0000320193-26-000123.txt --row I.1 --shares 3100 --row I.2 --signed 2026-11-10 -o form4a.json",
    ),
)
@click.argument("path", metavar="FILE")
@click.option(
    "--row", multiple=True, metavar="TABLE.N", callback=_rows,
    help="A row that is corrected, such as I.2; the options after it give what is right. Repeatable.",
)  # fmt: skip
@grouped.day("--date", "Trade date.")
@grouped.text("--code", "Transaction code.", "CODE")
@grouped.number("--shares", "Number of securities.")
@grouped.number("--price", "Price per security in US dollars.", "PRICE")
@grouped.choice("--mark", "Acquired or disposed of.", "A", "D")
@grouped.number("--owned", "Amount owned afterwards. Default: worked out where the number or the mark is corrected.")
@grouped.text("--security", "Title of the class.")
@grouped.choice("--ownership", "Direct or indirect.", "D", "I")
@grouped.text("--nature", "Nature of indirect ownership.")
@grouped.number("--exercise-price", "Conversion or exercise price.", "PRICE")
@grouped.day("--exercisable", "Date exercisable.")
@grouped.day("--expires", "Expiration date.")
@grouped.text("--underlying", "Underlying class.")
@grouped.text("--note", "Footnote in place of those on the corrected values.")
@grouped.text("--because", "Why the original was wrong, in a sentence for the footnote.")
@click.option(
    "--filed", callback=options.day, metavar="DAY", help="Date the original was filed. Default: as FILE says."
)
@click.option("--signed", callback=options.day, metavar="DAY", help="Date of the signature.")
@options.output_file
@options.force
def command(path: str, **given: Any) -> None:
    """Write the Form 4/A that corrects rows of a filed Form 4: JSON, ownership XML or a full submission.

    It has only the rows that --row names, each in full, with a footnote that says what is corrected and what the
    original reported. Item 3, the boxes and the reporting persons are those of the original, and Item 4 has the date on
    which it was filed. A balance that follows from a corrected number is worked out.

    Standard error names the source of every value, what is left out and why, and what to confirm. Check the result
    with `form4gen validate --prior`.
    """
    rows = tuple(_correction(group) for group in groups({"row": tuple(_FIELDS)}, given))
    filings, _ = read_given([path])
    if len(filings) > 1:
        raise UnusableInputError("Name the one form that is amended, not a folder.")
    draft = amended_draft(filings[0], Amend(rows, given["filed"], given["signed"]))
    outputs.write_draft(draft_text(draft), given["target"], [path], force=given["force"])
    write_errors(map(printable, account_lines(draft)))


def _correction(group: Group) -> Correction:
    table, number = group.one("row")
    values = {_FIELDS[name]: value for name, value in group.ones(tuple(_FIELDS))}
    if "code" in values:
        values["code"] = values["code"].strip().upper()
    return Correction(table=table, number=number, **values)
