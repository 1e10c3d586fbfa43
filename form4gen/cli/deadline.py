"""``form4gen deadline``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date, datetime

import click

from form4gen.api.deadline import (
    deadline_calendar,
    deadline_json,
    deadline_text,
    deadlines_calendar,
    deadlines_json,
    deadlines_text,
    due_date,
    dues_of,
    undated,
)
from form4gen.cli import options, outputs
from form4gen.cli.clock import filing_time, now
from form4gen.cli.given import read_timed_given
from form4gen.cli.streams import STANDARD, columns, shows_color, write_errors
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable


@click.command(
    "deadline",
    epilog=options.examples(
        "form4gen deadline 2026-11-05",
        "form4gen deadline 2026-11-05 --notified 2026-11-09 --filed-at 2026-11-12T21:00",
        "form4gen deadline drafts/ --ics -o due.ics",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="TRADED|FILE...")
@click.option(
    "--notified",
    callback=options.day,
    metavar="DAY",
    help="Date the broker or plan administrator gave notice of execution, for a Rule 10b5-1 plan trade or a "
    "discretionary transaction.",
)
@options.form()
@click.option("--ics", is_flag=True, help="Write a calendar (iCalendar) with an event for each due date instead.")
@options.filed_at
@options.output_file
@options.force
def command(
    inputs: tuple[str, ...],
    notified: date | None,
    form: str,
    ics: bool,  # noqa: FBT001  click passes each by name
    filed_at: datetime | None,
    target: str,
    force: bool,  # noqa: FBT001
) -> None:
    """Show when a Form 4 for a trade on TRADED is due, or when the rows of filings are.

    The deadline is 10:00 p.m. ET on the second business day after the trade. If the reporting person did not select the
    date of execution (a Rule 10b5-1 plan trade or a discretionary transaction), it runs from the notice of execution,
    but no later than the third business day after the trade.

    A FILE is JSON, ownership XML or a full submission, or a folder of them. Each due date of its rows is shown with the
    basis, as `form4gen validate` counts it. --ics makes a calendar of them for any calendar program.
    """
    if len(inputs) == 1 and inputs[0] != STANDARD and not os.path.exists(inputs[0]):
        notes: list[str] = []
        text = _of_trade(_traded(inputs[0]), notified, form, filed_at, ics=ics)
    elif notified is not None:
        raise click.UsageError("--notified belongs to a trade date. In a filing, give deemedExecutionDate.")
    else:
        text, notes = _of_files(inputs, form, filed_at, ics=ics)
    outputs.write_draft(text, target, inputs, force=force)
    write_errors(notes)


def _traded(text: str) -> date:
    try:
        found = options.day(click.get_current_context(), click.Argument(["traded"]), text)
    except click.BadParameter as error:
        words = f"{error.message} There is no file of this name either."
        raise click.BadParameter(words, param_hint="'TRADED|FILE...'") from None
    assert found is not None  # noqa: S101  only no text is no day
    return found


def _of_trade(traded: date, notified: date | None, form: str, filed_at: datetime | None, *, ics: bool) -> str:
    if notified is not None and notified < traded:
        raise click.BadParameter(f"The notice of {notified} is before the trade.", param_hint="--notified")
    at = filing_time(filed_at).at
    due = due_date(traded, notified, at)
    if due.due is None:
        raise UnusableInputError(f"No due date: {due.lacking}.")
    if ics:
        return deadline_calendar(due, at.tzinfo, now())
    if form == "json":
        return deadline_json(due, at.tzinfo)
    return deadline_text(due, color=shows_color(sys.stdout), width=columns())


def _of_files(paths: Iterable[str], form: str, filed_at: datetime | None, *, ics: bool) -> tuple[str, list[str]]:
    found, notes = read_timed_given(paths)
    at = [filing_time(filed_at, written).at for _, written in found]
    dues, zone = dues_of([given for given, _ in found], at), now().tzinfo
    if ics:
        left_out = [f"form4gen: {printable(line)}" for line in undated(dues)]
        if len(left_out) == sum(len(each.deadlines) for each in dues):
            write_errors((*notes, *left_out))
            raise UnusableInputError("No calendar was made: no row of these filings has a due date.")
        notes += left_out
        return deadlines_calendar(dues, zone, now()), notes
    if form == "json":
        return deadlines_json(dues, zone), notes
    return deadlines_text(dues, color=shows_color(sys.stdout), width=columns()), notes
