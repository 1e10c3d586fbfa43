"""``form4gen deadline``."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from form4gen.api.deadline import deadline_json, deadline_text, due_date
from form4gen.cli import options
from form4gen.cli.clock import filing_time
from form4gen.cli.streams import coloured, columns, say
from form4gen.errors import UnusableInputError


def _day(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  a day of the calendar
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day. Write 2026-11-05.") from None


@click.command(
    "deadline",
    epilog=options.examples(
        "form4gen deadline 2026-11-05", "form4gen deadline 2026-11-05 --notified 2026-11-09 --filed-at 2026-11-12T21:00"
    ),
)
@click.argument("traded", metavar="TRADED", callback=_day)
@click.option(
    "--notified",
    callback=_day,
    metavar="DAY",
    help="When the broker or administrator told of it: of a trade under a Rule 10b5-1 plan, or a discretionary one.",
)
@options.form()
@options.filed_at
def command(traded: date, notified: date | None, form: str, filed_at: datetime | None) -> None:
    """Say when a Form 4 for a trade of the day TRADED is due.

    That is 10 p.m. Eastern of the second business day after it. For a trade whose day the reporting person did not
    pick, the time runs from the notice, at the latest from the third business day after the trade.
    """
    if notified is not None and notified < traded:
        raise click.BadParameter(f"The notice of {notified} is earlier than the trade.", param_hint="--notified")
    at = filing_time(filed_at, None)
    due = due_date(traded, notified, at)
    if due.due is None:
        raise UnusableInputError(f"There is no due date, {due.lacking}.")
    if form == "json":
        say(deadline_json(due, at.tzinfo))
    else:
        say(deadline_text(due, colour=coloured(sys.stdout), width=columns()))
