"""``form4gen amend``."""

from __future__ import annotations

import re
from typing import Any

import click

from form4gen.api.drafting import Amend, Correction, Omitted, account_lines, amended_draft, draft_text
from form4gen.cli import grouped, options, outputs
from form4gen.cli.given import read_given
from form4gen.cli.grouped import Group, Grouped, groups
from form4gen.cli.row_options import CORRECTED, DESCRIBED, code_of, row_options, trade_of, values
from form4gen.cli.streams import write_errors
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable

_HEADS = {"row": (*CORRECTED, "code", "because"), "add": (*DESCRIBED, "code", "because")}


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
        "form4gen amend form4.xml --add transaction --code S --date 2026-11-05 --shares 300 --price 12.40",
        'form4gen amend form4.xml --row I.1 --add holding --security "Common Stock" --nature "By Trust" --owned 5000',
    ),
)
@click.argument("path", metavar="FILE")
@click.option(
    "--row", multiple=True, metavar="TABLE.N", callback=_rows,
    help="A row that is corrected, such as I.2; the options after it give what is right. Repeatable.",
)  # fmt: skip
@grouped.choice(
    "--add", "Add a row that FILE omitted; the options after it describe it. Repeatable.", "transaction", "holding"
)
@grouped.text("--code", "Transaction code.", "CODE")
@row_options
@grouped.text("--because", "Why the original was wrong, in a sentence for the footnote.")
@click.option(
    "--filed", callback=options.day, metavar="DAY", help="Date the original was filed. Default: as FILE says."
)
@click.option("--signed", callback=options.day, metavar="DAY", help="Date of the signature.")
@options.output_file
@options.force
def command(path: str, **given: Any) -> None:
    """Write the Form 4/A that corrects a filed Form 4: JSON, ownership XML or a full submission.

    It has only the rows that --row names, each in full, and those that --add adds. A footnote on each says what is
    corrected and what the original reported, or that the row was omitted; --note replaces the footnotes on a corrected
    value. Item 3, the boxes and the reporting persons are those of the original, and Item 4 has the date on which it
    was filed. Balances are worked out from those of FILE.

    Standard error names the source of every value, what is left out and why, and what to confirm. Check the result
    with `form4gen validate --prior`.
    """
    corrected: list[Correction] = []
    added: list[Omitted] = []
    for group in groups(_HEADS, given):
        if group.head == "row":
            corrected.append(_correction(group))
        else:
            added.append(_omitted(group))
    filings, _ = read_given([path])
    if len(filings) > 1:
        raise UnusableInputError("Name the one form that is amended, not a folder.")
    draft = amended_draft(filings[0], Amend(tuple(corrected), given["filed"], given["signed"], tuple(added)))
    outputs.write_draft(draft_text(draft), given["target"], [path], force=given["force"])
    write_errors(map(printable, account_lines(draft)))


def _correction(group: Group) -> Correction:
    table, number = group.one("row")
    because = group.one("because") or ""
    return Correction(table=table, number=number, code=code_of(group), because=because, **values(group, CORRECTED))


def _omitted(group: Group) -> Omitted:
    row = trade_of(group)
    if (group.one("add") == "transaction") is not bool(row.code):
        raise click.UsageError(
            "--add holding cannot be combined with --code: a code makes the row a transaction."
            if row.code
            else "--add transaction needs --code: the transaction code."
        )
    return Omitted(row, group.one("because") or "")
