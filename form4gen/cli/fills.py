"""``form4gen fills``."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import click

from form4gen.api import fills
from form4gen.cli import options
from form4gen.cli.confidential import known_cccs
from form4gen.cli.numbers import amount
from form4gen.cli.rewriting import rewrite
from form4gen.cli.streams import STANDARD, full, name_of, read, write_output
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable


def _days(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> frozenset[date]:
    return frozenset(found for text in given if (found := options.day(_, __, text)) is not None)


@click.command(
    "fills",
    epilog=options.examples(
        "form4gen fills trades.csv --into draft.json",
        "form4gen fills trades.csv --into draft.json --show",
        "form4gen fills confirmations.xlsx --into draft.json --map fills.toml --day 2026-11-05",
        "form4gen fills awards.csv --into draft.json --taxes withheld",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--into", "draft", required=True, metavar="DRAFT", help="The filing (JSON) that gets the rows.")
@click.option("--show", is_flag=True, help="Show the reconciliation, and write nothing.")
@click.option(
    "--map",
    "map_file",
    metavar="TOML",
    help="Column maps of your firm. Default: fills.toml in the current folder, if there is one.",
)
@click.option("--day", "days", multiple=True, callback=_days, metavar="DAY", help="Only this day. Repeatable.")
@click.option("--title", default="", metavar="TEXT", help="Title of the class. Default: the only one in DRAFT.")
@click.option("--nature", default="", metavar="TEXT", help='Nature of indirect ownership, such as "By Trust".')
@click.option("--direct", is_flag=True, help="The securities are held directly.")
@click.option("--held", callback=amount, metavar="N", help="Number held before. Default: the balance in DRAFT.")
@click.option(
    "--taxes",
    type=click.Choice([fills.WITHHELD, fills.SOLD]),
    help="How shares paid taxes, where FILE does not say: withheld by the issuer (code F), or sold.",
)
@click.option(
    "--awards",
    type=click.Choice([fills.UNITS, fills.REPORTED_AT_GRANT]),
    default=fills.UNITS,
    help="What vests: units reported in Table II (code M), or stock that Table I reported when it was granted.",
)
@click.option("--decimal", type=click.Choice([".", ","]), help="The decimal mark of FILE.")
@click.option(
    "--repeated",
    type=click.Choice([fills.USE, fills.IGNORE]),
    help="What to do with an event that DRAFT or another FILE has already. Default: stop.",
)
@click.option("--split", is_flag=True, help="Write more than 30 rows, for `form4gen export --split`.")
@options.form()
def command(paths: tuple[str, ...], draft: str, form: str, **chosen: Any) -> None:
    """Turn a broker's list of trades, vests or exercises into rows of a filing.

    Reads CSV and XLSX. Fills of a day within less than a dollar become one row at their weighted average, with the
    footnote that states the range and undertakes to give the details. Balances continue those of DRAFT, and each fill
    is recorded in context.tradeConfirmations. Everything else in DRAFT stays as it is.

    The reconciliation shows for each row of FILE in which row of the form it is, or why it is in none. `docs/fills.md`
    lists the exports that are known; for another one, write a map of its columns.
    """
    if STANDARD in (draft, *paths):
        raise UnusableInputError("Name the files: fills reads neither FILE nor DRAFT from standard input.")
    _check_different((draft, *paths))
    before = read(draft)
    own = _own_maps(chosen["map_file"])
    given = fills.Given(chosen["title"], chosen["nature"], chosen["direct"], chosen["held"])
    wanted = fills.Options(
        given,
        chosen["days"],
        chosen["taxes"] or "",
        chosen["awards"],
        chosen["decimal"] or "",
        chosen["repeated"] or "",
        chosen["split"],
    )
    found = fills.fill_draft(
        before, [(printable(name_of(path)), read(path, "CSV")) for path in paths], own, wanted, known_cccs()
    )
    if not chosen["show"]:
        rewrite(draft, before, found.content)
    if form == "json":
        write_output(fills.fills_json(found, None if chosen["show"] else draft))
        return
    ending = f"Nothing was written to {full(draft)}." if chosen["show"] else f"Written to {full(draft)}."
    write_output("".join(f"{printable(line)}\n" for line in (*fills.fills_lines(found), "", ending)))


def _check_different(paths: tuple[str, ...]) -> None:
    seen: list[str] = []
    for path in paths:
        if any(os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other) for other in seen):
            raise UnusableInputError(f"{full(path)} is listed twice.")
        seen.append(path)


def _own_maps(path: str | None) -> list[Any]:
    place = path or (fills.OWN_FILE if os.path.isfile(fills.OWN_FILE) else None)
    return [] if place is None else fills.column_maps(read(place, "TOML"), name_of(place))
