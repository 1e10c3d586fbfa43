"""``form4gen deadline``."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from form4gen.api.deadline import deadline_json, deadline_text, due_date
from form4gen.cli import options
from form4gen.cli.clock import filing_time
from form4gen.cli.streams import columns, shows_color, write_output
from form4gen.errors import UnusableInputError


@click.command(
    "deadline",
    epilog=options.examples(
        "form4gen deadline 2026-11-05", "form4gen deadline 2026-11-05 --notified 2026-11-09 --filed-at 2026-11-12T21:00"
    ),
)
@click.argument("traded", metavar="TRADED", callback=options.day)
@click.option(
    "--notified",
    callback=options.day,
    metavar="DAY",
    help="Date the broker or plan administrator gave notice of execution, for a Rule 10b5-1 plan trade or a "
    "discretionary transaction.",
)
@options.form()
@options.filed_at_or_now
def command(traded: date, notified: date | None, form: str, filed_at: datetime | None) -> None:
    """Show when a Form 4 for a trade on TRADED is due.

    The deadline is 10:00 p.m. ET on the second business day after the trade. If the reporting person did not select the
    date of execution (a Rule 10b5-1 plan trade or a discretionary transaction), it runs from the notice of execution,
    but no later than the third business day after the trade.
    """
    if notified is not None and notified < traded:
        raise click.BadParameter(f"The notice of {notified} is before the trade.", param_hint="--notified")
    at = filing_time(filed_at).at
    due = due_date(traded, notified, at)
    if due.due is None:
        raise UnusableInputError(f"No due date: {due.lacking}.")
    if form == "json":
        write_output(deadline_json(due, at.tzinfo))
    else:
        write_output(deadline_text(due, color=shows_color(sys.stdout), width=columns()))
