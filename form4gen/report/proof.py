"""What the text report always says: when each row was due, and what each line comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from form4gen.accounts.due_dates import DueDate, Reading, Standing
from form4gen.accounts.ledger import Account, Step
from form4gen.accounts.workings import Working
from form4gen.law.calendar import CalendarDay
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, moment, number, weekday
from form4gen.report.ink import Ink
from form4gen.report.wrapping import wrapped
from form4gen.rules.catalogue import Severity

WORKINGS = "Exercises, withholding, average prices and fills"
"""The title of the sums between rows."""

_INDENT = " " * 4
_LONG = timedelta(days=2)
_ALIGNED = "<<<>>"
"""How the columns of a balance stand: row, day and code to the left, amount and balance to the right."""


def deadline_lines(dues: Iterable[DueDate], ink: Ink, width: int) -> Iterator[str]:
    """The deadlines, each with its rows, how the filing stands to it, and how it was counted."""
    for due in dues:
        head = f"{due.names}: " if due.rows else ""
        first, *rest = wrapped(f"{head}{_due(due)}", width, "", _INDENT)
        yield ink.of(Severity.WARNING, first) if due.standing is Standing.LATE else first
        yield from rest
        words = counted(due)
        yield from wrapped(words, width, _INDENT, _INDENT) if words else ()


def standing(due: DueDate) -> str:
    """How the time of filing stands to the deadline: ``4 h 30 min left``, ``26 h 0 min late``."""
    if due.original is not None:
        doubt = ", which may be in time" if due.standing is Standing.IN_DOUBT else ""
        return f"{due.standing.value} by the original of {weekday(due.original)}{doubt}"
    if due.left is None:
        return "judged by the original, whose day is not given"
    span = _span(abs(due.left))
    match due.standing:
        case Standing.IN_TIME:
            return f"{span} left"
        case Standing.LATE:
            return f"{span} late"
    return f"{span} past, which may be in time"


def counted(due: DueDate) -> str:
    """How the deadline was counted: from which day, over which closed days, and what could still move it."""
    parts = [f"traded {weekday(due.traded)}" if due.traded else ""]
    if due.executed != due.traded and due.executed:
        parts.append(f"executed {weekday(due.executed)}")
    if due.due is not None:
        parts.append(f"counted from {due.reading.value}")
    parts += [f"passed over {_days(due.passed_over)}" if due.passed_over else ""]
    parts += [f"not known whether EDGAR is open on {_days(due.unknown)}" if due.unknown else ""]
    if due.due_at_the_latest != due.due:
        if_told_late = due.reading is Reading.NOT_CLAIMED
        why = "a late notice" if if_told_late else "that day closed"
        parts.append(f"with {why} due {time_of(due.due_at_the_latest)}{' at the latest' if if_told_late else ''}")
    return "; ".join(part for part in parts if part)


def balance_lines(accounts: Iterable[Account], ink: Ink, width: int) -> Iterator[str]:
    """A small table for each line: before, each row, after, and where it breaks."""
    for account in accounts:
        if len(account.rows) == 1 and not account.steps:
            yield from wrapped(f"{account.name}: {_named(account.rows[0])}", width, "", _INDENT)
            continue
        yield from wrapped(f"{account.name}{order_of(account)}", width, "", _INDENT)
        yield from _table(account, ink)
        for row in account.uncounted:
            yield f"{_INDENT}{_named(row)}"


def working_lines(workings: Iterable[Working], ink: Ink, width: int) -> Iterator[str]:
    """The sums between rows, one a line."""
    for each in workings:
        lines = wrapped(f"{each.subject}: {each.words}", width, "", _INDENT)
        yield from lines if each.agrees else (ink.of(Severity.WARNING, line) for line in lines)


def _due(due: DueDate) -> str:
    if due.due is None:
        return f"no due date, {due.lacking}"
    return f"due {time_of(due.due)}, {standing(due)}"


def time_of(at: datetime | None) -> str:
    """A day and an hour: ``Tue, Nov 10, 2026, 10:00 p.m. ET``; empty for None."""
    return "" if at is None else moment(at)


def _span(length: timedelta) -> str:
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours // 24} days {hours % 24} h" if length >= _LONG else f"{hours} h {minutes} min"


def _days(days: Iterable[CalendarDay]) -> str:
    return " and ".join(f"{weekday(each.day)} ({each.name})" for each in days)


def _table(account: Account, ink: Ink) -> Iterator[str]:
    if not account.steps:
        return
    rows = [columns_of(step) for step in account.steps]
    before = number(account.steps[0].before)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[-1] = max(widths[-1], len(before))
    gap = sum(widths[:-1]) + 2 * (len(widths) - 1) - len("before")
    yield f"{_INDENT}before{' ' * gap}{before:>{widths[-1]}}"
    for step, cells in zip(account.steps, rows, strict=True):
        aligned = (f"{text:{side}{size}}" for text, side, size in zip(cells, _ALIGNED, widths, strict=True))
        line = f"{_INDENT}{'  '.join((*aligned, _break(step)))}".rstrip()
        yield ink.of(Severity.ERROR, line) if step.is_broken else line


def columns_of(step: Step) -> tuple[str, ...]:
    """Row, day, code, change and balance of a step."""
    row = step.row
    when = row.transaction_date.value
    sign = "+" if row.is_acquired else "-"
    return f"row {row.number}", day(when) if when else "", row.code, f"{sign}{number(step.amount)}", number(step.after)


def _break(step: Step) -> str:
    if not step.is_off:
        return ""
    return f"!  {step.arithmetic}" if step.is_broken else f"~  {step.arithmetic}; {step.excuse}"


def alone(row: Row) -> str:
    """What a row that is not summed says is held."""
    held = row.owned_following.value
    what = "not summed" if isinstance(row, Transaction) else "no transaction"
    return f"{what}, {'no balance' if held is None else f'{number(held)} held'}"


def _named(row: Row) -> str:
    return f"row {row.number}, {alone(row)}"


def order_of(account: Account) -> str:
    """A word on the order of the steps, where it is not that of the form."""
    return " (rows in the order in which they add up)" if account.is_reordered else ""
