"""When a Form 4 for a trade is due, or the rows of filings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo

from form4gen.accounts.due_dates import DueDate as DueDate
from form4gen.accounts.due_dates import due_date_of, due_dates
from form4gen.accounts.filing_history import Given
from form4gen.accounts.history import earlier
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.report.wrapping import WIDTH, printable


def due_date(traded: date, notified: date | None, filed_at: datetime) -> DueDate:
    """When a transaction of ``traded`` is due; ``notified`` is the day of the notice of execution, if that counts.

    ``filed_at`` is aware (US Eastern) and says what is late.
    """
    return due_date_of(traded, notified, filed_at)


class Dues(NamedTuple):
    """The due dates of one filing, and the name of its file."""

    file: str
    filing: Filing
    deadlines: tuple[DueDate, ...]


def dues_of(given: Sequence[Given], filed_at: Iterable[datetime]) -> list[Dues]:
    """The due dates of each filing, sent at the time beside it (aware, US Eastern); the others are its earlier filings.

    Raises ValueError unless there are as many times as filings.
    """
    filings = [each.filing for each in given]
    found = []
    for (source, filing), at in zip(given, filed_at, strict=True):
        prior = earlier(filings, filing, at.date())
        found.append(Dues(source, filing, tuple(due_dates(filing, at, prior))))
    return found


def deadlines_text(dues: Iterable[Dues], *, color: bool = False, width: int = WIDTH) -> str:
    """The due dates of filings for a person."""
    return "\n".join(_text(each, color=color, width=width) for each in dues)


def _text(dues: Dues, *, color: bool, width: int) -> str:
    from form4gen.report.ink import Ink  # noqa: PLC0415  a run needs only one format
    from form4gen.report.proof import deadline_lines  # noqa: PLC0415  the same

    lines = list(deadline_lines(dues.deadlines, Ink(color), width)) or ["It reports no transaction, so nothing is due."]
    return "".join(f"{line}\n" for line in (f"{Ink(color).strong(printable(dues.file))}", *lines))


def deadlines_json(dues: Iterable[Dues], zone: tzinfo | None) -> str:
    """The due dates of filings as JSON: a list with an object for each filing, times in ``zone`` (US Eastern)."""
    from form4gen.report.json_proof import deadline  # noqa: PLC0415  a run needs only one format

    found = [{"file": each.file, "deadlines": [deadline(due, zone) for due in each.deadlines]} for each in dues]
    return f"{json.dumps(found, indent=2)}\n"


def deadlines_calendar(dues: Iterable[Dues], zone: tzinfo | None, made_at: datetime) -> str:
    """The due dates of filings as an iCalendar file (RFC 5545): text in UTF-8 with CRLF line ends.

    ``made_at`` is the time at which it is made, aware. ``undated`` lists the due dates that it does not show.
    """
    from form4gen.report.due_calendar import Due, calendar  # noqa: PLC0415  a run needs only one format

    return calendar((Due(due, each.file, each.filing) for each in dues for due in each.deadlines), zone, made_at)


def deadline_calendar(due: DueDate, zone: tzinfo | None, made_at: datetime) -> str:
    """The due date of a trade as an iCalendar file."""
    from form4gen.report.due_calendar import Due, calendar  # noqa: PLC0415  a run needs only one format

    return calendar([Due(due)], zone, made_at)


def undated(dues: Iterable[Dues]) -> Iterator[str]:
    """A sentence for each due date that a calendar does not show, with the reason."""
    from form4gen.report.due_calendar import is_dated  # noqa: PLC0415  only a calendar leaves any out

    for each in dues:
        for due in each.deadlines:
            if not is_dated(due):
                why = due.lacking or "an amendment has no due date of its own"
                yield f"{each.file}: {due.names} is not in the calendar: {why}."


def deadline_text(due: DueDate, *, color: bool = False, width: int = WIDTH) -> str:
    """A due date for a person."""
    from form4gen.report.ink import Ink  # noqa: PLC0415  a run needs only one format
    from form4gen.report.proof import deadline_lines  # noqa: PLC0415  the same

    return "".join(f"{line}\n" for line in deadline_lines((due,), Ink(color), width))


def deadline_json(due: DueDate, zone: tzinfo | None) -> str:
    """A due date for a machine, times in ``zone`` (US Eastern)."""
    from form4gen.report.json_proof import deadline_as_json  # noqa: PLC0415  a run needs only one format

    return deadline_as_json(due, zone)
