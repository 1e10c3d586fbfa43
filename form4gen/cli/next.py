"""``form4gen next``."""

from __future__ import annotations

import re
from typing import Any

import click

from form4gen.api.drafting import Drift, Request, Split, Trade, account_lines, draft_text, next_draft
from form4gen.cli import grouped, options, outputs
from form4gen.cli.given import read_given
from form4gen.cli.grouped import Grouped, groups
from form4gen.cli.next_each import Award, write_each
from form4gen.cli.row_options import DESCRIBED, row_options, trade_of
from form4gen.cli.settings import settings_of_run
from form4gen.cli.streams import STANDARD, write_errors
from form4gen.report.wrapping import printable

_HEADS = {"code": DESCRIBED, "exempt": ("under", "line"), "split": ("line",)}


def _splits(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(_ratio(each) for each in given)


def _ratio(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9][0-9]{0,5})-for-([1-9][0-9]{0,5})", text.strip())
    if found is None or found[1] == found[2]:
        raise click.BadParameter(f"{text!r} is not a split. Write 2-for-1, or 1-for-10 for a reverse split.")
    return int(found[1]), int(found[2])


@click.command(
    "next",
    cls=Grouped,
    epilog=options.examples(
        "form4gen next filings/ --code S --date 2026-11-12 --shares 500 --price 12.60 -o week.json",
        "form4gen next form4.xml --code M --date 2026-11-12 --shares 200 --code S --shares 200 --price 41.40",
        "form4gen next filings/ --code A --date 2026-11-12 --line RSU --each persons.csv --signed 2026-11-13 -o out",
        'form4gen next form3.xml --exempt 120 --under "the Employee Stock Purchase Plan" --code P --shares 100',
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("--issuer", default="", metavar="TEXT", help="The issuer: CIK, trading symbol or name.")
@click.option("--owner", "owners", multiple=True, metavar="TEXT", help="A reporting person: CIK or name. Repeatable.")
@grouped.text("--code", "A transaction with this code; the options after it describe it. Repeatable.", "CODE")
@row_options
@grouped.number("--exempt", "Shares acquired (negative: disposed of) since the last form, exempt from reporting.")
@grouped.text("--under", "How, after --exempt, such as 'the Employee Stock Purchase Plan'.")
@click.option("--split", multiple=True, metavar="NEW-for-OLD", callback=_splits, help="A split since the last form.")
@click.option(
    "--exit/--no-exit", "exit_box", default=None,
    help="Check the box for persons no longer subject to Section 16, or do not. Default: as the last form and the "
    "recorded status say.",
)  # fmt: skip
@click.option("--all-holdings", is_flag=True, help="List what is held of other classes too.")
@click.option(
    "--each", metavar="CSV", help="Write a filing for each person of this list (columns owner, shares, and price if it "
    "differs) into the folder that -o names, and check it.",
)  # fmt: skip
@options.config
@click.option("--signed", callback=options.day, metavar="DAY", help="Date of the signature.")
@options.output_file
@options.force
def command(paths: tuple[str, ...], **given: Any) -> None:
    """Write the next Form 4 of a reporting person, from the forms before: JSON, ownership XML or full submissions.

    Issuer, reporting persons, signature, power of attorney and balances are those of the last forms (3, 4 and 5). Each
    --code adds a transaction, whose balance is worked out; without --date it is of the day of the one before. What else
    is held of the class is listed; without --code, every holding. Where a value is not known, a text that begins with
    "FILL IN: " says what to enter.

    Standard error names the source of every value, what is left out and why, and what to confirm. Check the result
    with `form4gen validate --prior`.
    """
    request = _request(given)
    filings, skipped = read_given(paths)
    if given["each"] is not None:
        _check_each(given, request)
        write_errors(skipped)
        settings = settings_of_run(given["config"], search=not given["no_config"])
        award = Award(filings, request, given["issuer"], settings)
        write_each(given["each"], award, given["target"], force=given["force"])
        return
    if given["config"] is not None:
        raise click.UsageError("--config needs --each: without it, nothing is checked.")
    draft = next_draft(filings, request, issuer=given["issuer"], owners=given["owners"])
    outputs.write_draft(draft_text(draft), given["target"], [each.source for each in filings], force=given["force"])
    write_errors((*skipped, *map(printable, account_lines(draft))))


def _check_each(given: dict[str, Any], request: Request) -> None:
    if given["owners"]:
        raise click.UsageError("--owner cannot be combined with --each: the list names the reporting persons.")
    if given["target"] == STANDARD:
        raise click.UsageError("--each needs a folder for the filings: give it with -o.")
    if not request.trades:
        raise click.UsageError("--each needs --code: the award that each person of the list received.")


def _request(given: dict[str, Any]) -> Request:
    trades: list[Trade] = []
    changes: list[Drift | Split] = []
    for group in groups(_HEADS, given):
        line = tuple(group.values.get("line", ()))
        if group.head == "code":
            trades.append(trade_of(group, trades[-1].on if trades else None))
        elif group.head == "split":
            new, old = group.one("split")
            changes.append(Split(new, old, line))
        elif group.one("under") is None:
            raise click.UsageError("--exempt needs --under: how the shares were acquired or disposed of.")
        else:
            changes.append(Drift(group.one("exempt"), group.one("under"), line))
    return Request(tuple(trades), tuple(changes), given["signed"], given["exit_box"], given["all_holdings"])
