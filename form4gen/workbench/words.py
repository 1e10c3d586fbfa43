"""Due times, and what a row comes to, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from form4gen.api.editing import clock, day, weekday
from form4gen.api.filing_time import TimeBasis
from form4gen.api.reports import Report
from form4gen.records import NamedTuple

_URGENT = 6 * 3600
_DAYS = 2 * 86400  # from here on hours alone say too little


class TimeLeft(NamedTuple):
    """The time left to a due time, whether it is short or over, and from when it is counted if that is not now."""

    left: str
    is_urgent: bool
    as_of: str


def time_left(report: Report, due: datetime | None) -> TimeLeft:
    """The time left to a due time, from the time that the form is checked for."""
    left, is_urgent = left_words(due, report.filed_at)
    is_now = not left or report.time_basis is TimeBasis.CLOCK
    return TimeLeft(left, is_urgent, "" if is_now else f"as of {day(report.filed_at)}, {clock(report.filed_at)}")


def minutes_left(report: Report, due: datetime | None) -> int | None:
    """The minutes until a form is due, if it is checked for the time now; negative if it is late."""
    if due is None or report.time_basis is not TimeBasis.CLOCK:
        return None
    return int((due - report.filed_at).total_seconds() // 60)


def without_keys(text: str) -> str:
    """A message without the parentheses that name a key of the JSON: on the page a cell has the name of the form."""
    while " (`" in text:
        before, _, rest = text.partition(" (`")
        _, end, after = rest.partition("`)")
        if not end:
            break
        text = before + after
    return text


def due_words(due: datetime | None) -> str:
    """``Tue, Nov 10, 2026, 10:00 p.m. ET``."""
    return f"{weekday(due)}, {clock(due)}" if due else ""


def left_words(due: datetime | None, now: datetime) -> tuple[str, bool]:
    """The time left in words, and whether it is short or over: ``28 h 30 min left``, ``Late by 2 h 5 min``."""
    if due is None:
        return "", False
    seconds = int((due - now).total_seconds())
    if seconds < 0:
        return f"Late by {_span(-seconds)}", True
    return f"{_span(seconds)} left", seconds < _URGENT


def _span(seconds: int) -> str:
    if seconds >= _DAYS:
        return f"{seconds // 86400} days {seconds % 86400 // 3600} h"
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def first_due(facts: dict[str, Any]) -> datetime | None:
    """The first time at which a row of the form is due."""
    return datetime.fromisoformat(facts["verdict"]["due"]) if facts["verdict"]["due"] else None


def row_words(facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the form proves of each row: its balance, whether that adds up, and why and when it is due."""
    rows: dict[str, dict[str, Any]] = {}
    for account in facts["balances"]:
        for row in account["rows"]:
            rows[row["pointer"]] = {"line": account["line"], "sum": row["arithmetic"] or "", "adds": row["addsUp"]}
    for deadline in facts["deadlines"]:
        due = due_words(datetime.fromisoformat(deadline["due"])) if deadline["due"] else ""
        for reason in deadline["reasons"]:
            rows.setdefault(reason["row"], {}).update({"basis": reason["reason"], "due": due})
    return rows
