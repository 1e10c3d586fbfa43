"""When the form is due, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.model.wording import clock, day, moment, weekday
from form4gen.report.filing_time import TimeBasis
from form4gen.report.phrases import count
from form4gen.report.record import Report

_LONG = timedelta(days=2)


def due_line(report: Report, *, in_words: bool = False) -> tuple[str, str]:
    """The due time, and how the filing time stands to it; both are empty if nothing on the form is due.

    ``Due Tue, Nov 10, 2026, 10:00 p.m. ET`` and ``, 29 h 55 min after the planned filing.``
    """
    dues = [each for each in report.deadlines if each.standing is not Standing.NOT_DUE]
    dated = [each for each in dues if each.due is not None]
    if not dues:
        return "", ""
    if not dated:
        rows = sum(len(each.rows) for each in dues)
        lack = "lacks" if rows == 1 else "lack"
        return "Due time unknown", f": {count(rows, 'row', in_words=in_words)} {lack} a date to count from."
    if dated[0].original is not None or dated[0].measured_at is None:
        return _of_the_original(dated)
    late = [each for each in dated if each.standing is Standing.LATE]
    if late:
        return _late(late, report)
    return _ahead(dated, report, in_words=in_words)


def span(length: timedelta) -> str:
    """A length of time: ``29 h 55 min``, ``29 h``, ``3 days 17 h``, ``3 days``."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if length < _LONG:
        return f"{hours} h" if hours and not minutes else f"{hours} h {minutes} min" if hours else f"{minutes} min"
    return f"{hours // 24:,} days" + (f" {hours % 24} h" if hours % 24 else "")


def late_by(due: DueDate) -> str:
    """How late some rows are: in days, or in hours and minutes on the first."""
    length = abs(due.left or timedelta())
    return f"{length.days} day{'' if length.days == 1 else 's'}" if length.days else span(length)


def _ahead(dated: list[DueDate], report: Report, *, in_words: bool) -> tuple[str, str]:
    first = dated[0]
    head, left = f"Due {_moment(first.due)}", first.left or timedelta()
    of_first = [each for each in dated if each.due == first.due]
    if any(each.standing is Standing.IN_DOUBT for each in of_first):
        return head, f", {_apart(left, report)}. Possibly late: see Deadlines."
    how = f", {_apart(left, report)}"
    rest = [each for each in dated if each.due != first.due]
    if rest:
        rows = sum(len(each.rows) for each in of_first)
        last = f" to {_day(rest[-1].due)}" if rest[-1].due != rest[0].due else ""
        how += f", for {count(rows, 'row', in_words=in_words)}; the rest {_day(rest[0].due)}{last}"
    return head, f"{how}."


def _late(late: list[DueDate], report: Report) -> tuple[str, str]:
    first, last = late[0], late[-1]
    at = _at(report)
    if first.due == last.due:
        return f"Due {_moment(first.due)}", f". Late by {late_by(first)}{at}."
    assert first.due is not None  # noqa: S101  late rows have a due time
    begin = weekday(first.due.date()).removesuffix(f", {last.due.year}" if last.due else "")
    most, least = late_by(first), late_by(last)
    apart = most if most == least else f"{least.removesuffix(' days').removesuffix(' day')} to {most}"
    if " h " in least and least != most:
        apart = f"{least} to {most}"
    return (
        f"Due from {begin}, to {_day(last.due)}, at {clock(first.due)}",
        f". Rows are {apart} late{at}.",
    )


def _of_the_original(dated: Iterable[DueDate]) -> tuple[str, str]:
    """An amendment has no due time of its own."""
    first = next(iter(dated))
    if first.original is None:
        return "No due time", ": an amendment is judged by its original, whose filing date is not given."
    late = [each for each in dated if each.standing is Standing.LATE]
    was = "late" if late else "possibly late" if first.standing is Standing.IN_DOUBT else "on time"
    return "No due time", f": file an amendment promptly. The original, filed {day(first.original)}, was {was}."


_SINCE = {TimeBasis.SIGNATURE: "the signature date", TimeBasis.HEADER_DATE: "the filing date"}


def _apart(left: timedelta, report: Report) -> str:
    """How far the due time is from the filing time, which may be no more than a day."""
    way = "before" if left < timedelta() else "after"
    since = _SINCE.get(report.time_basis)
    if since:
        days = ((report.filed_at.replace(tzinfo=None) + left).date() - report.filed_at.date()).days
        return f"{count(abs(days), 'day')} {way} {since}" if days else f"on {since}"
    if report.time_basis is TimeBasis.CLOCK:
        return f"{span(abs(left))} {'ago' if way == 'before' else 'from now'}"
    return f"{span(abs(left))} {way} {_filing(report)}"


def _filing(report: Report) -> str:
    return "the filing" if report.is_on_record else "the planned filing"


def _at(report: Report) -> str:
    """The filing time as the end of a sentence on lateness."""
    if report.time_basis is TimeBasis.CLOCK:
        return " now"
    return f" at {_SINCE.get(report.time_basis) or _filing(report)}"


def _moment(at: datetime | None) -> str:
    return "" if at is None else moment(at)


def _day(at: datetime | None) -> str:
    return "" if at is None else weekday(at.date())
