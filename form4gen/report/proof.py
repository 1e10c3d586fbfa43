"""What the text report always says: when each row was due, and what each line comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.deadlines import Reading
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.accounts.ledger import Account, Step
from form4gen.accounts.workings import Working
from form4gen.law.calendar import CalendarDay
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, moment, number, weekday
from form4gen.report.due import span
from form4gen.report.ink import Ink
from form4gen.report.wrapping import wrapped
from form4gen.rules.catalogue import Severity

WORKINGS = "Exercises, withholding, average prices and fills"
"""The title of the sums between rows."""

_INDENT = " " * 4
_ALIGNED = "<<<>>"
"""How the columns of a balance stand: row, day and code to the left, amount and balance to the right."""


def deadline_lines(dues: Iterable[DueDate], ink: Ink, width: int) -> Iterator[str]:
    """The deadlines, each with its rows, how the filing stands to it, how it was counted, and on which basis."""
    for due in dues:
        head = f"{due.names}: " if due.rows else ""
        first, *rest = wrapped(f"{head}{_due(due)}", width, "", _INDENT)
        yield ink.of(Severity.WARNING, first) if due.standing is Standing.LATE else first
        yield from rest
        for words in (counted(due), basis_of(due)):
            yield from wrapped(words, width, _INDENT, _INDENT) if words else ()


def due_and_standing(due: DueDate) -> tuple[str, str]:
    """When some rows are due, and how the time of filing stands to that; the second is empty without a due date."""
    if due.standing is Standing.NOT_DUE:
        return f"no report due ({due.lacking})", ""
    if due.due is None:
        return f"no due date ({due.lacking})", ""
    return f"due {time_of(due.due)}", standing(due)


def standing(due: DueDate) -> str:
    """How the time of filing stands to the deadline: ``4 h 30 min left``, ``LATE, 26 h ago``."""
    if due.original is not None:
        return f"the original, filed {day(due.original)}, was {_ORIGINAL[due.standing]}"
    if due.left is None:
        return "not judged, because the original's filing date is not given"
    apart = span(abs(due.left))
    match due.standing:
        case Standing.IN_TIME:
            return f"{apart} left"
        case Standing.LATE:
            return f"LATE, {apart} ago"
    return f"possibly late, {apart} ago"


_ORIGINAL = {Standing.IN_TIME: "on time", Standing.LATE: "late", Standing.IN_DOUBT: "possibly late"}


def counted(due: DueDate) -> str:
    """How the deadline was counted: from which day, over which closed days, and what could still move it."""
    parts = [f"traded {weekday(due.traded)}" if due.traded else ""]
    if due.executed != due.traded and due.executed:
        parts.append(f"{_EXECUTED.get(due.reading, 'deemed executed')} {weekday(due.executed)}")
    if due.due is not None:
        parts.append(f"counted from {due.reading.value}")
    return "; ".join(part for part in (*parts, *moved(due)) if part)


def moved(due: DueDate, written: Callable[[datetime | None], str] | None = None) -> list[str]:
    """The closed days that a deadline passes over, and what could still move it; ``written`` writes a due time."""
    when = written or time_of
    parts = [f"excludes {_days(due.passed_over)}"] if due.passed_over else []
    latest = when(due.due_at_the_latest) if due.due_at_the_latest != due.due else ""
    if due.unknown:
        closed = f"; if it was closed, due {latest}" if latest and due.reading is not Reading.NOT_CLAIMED else ""
        parts.append(f"form4gen does not know whether EDGAR was open on {_days(due.unknown)}{closed}")
    if due.reading is Reading.NOT_CLAIMED and latest and due.due_on_form_5 is None:
        parts.append(f"if notice came late, due by {latest}")
    if due.due_on_form_5 is not None:
        parts.append(f"if it may wait for Form 5, due {when(due.due_on_form_5)}")
    return parts


_EXECUTED = {
    Reading.NEXT_BUSINESS_DAY: "moved to",
    Reading.TRIGGER: "deferral ended",
    Reading.FIRST_FORM_4: "first transaction after registration",
}


def basis_of(due: DueDate) -> str:
    """On which basis some rows are reported, and why; of an ordinary Form 4 row only where that is written."""
    if due.basis is None:
        return ""
    cited = "; ".join(dict.fromkeys(str(decision.source) for decision in due.decisions))
    if due.basis is Basis.FORM_4 and due.is_sure:
        return f"basis: {due.basis.words} ({cited})"
    reasons = " ".join(dict.fromkeys(decision.reason for decision in due.decisions))
    doubt = "" if due.is_sure or due.basis is Basis.UNKNOWN else ", probably"
    return f"basis: {due.basis.words}{doubt}. {reasons} ({cited})"


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
    when, how = due_and_standing(due)
    if due.standing is Standing.LATE and due.original is None:
        return f"LATE - {when} ({how.removeprefix('LATE, ')})"
    if due.standing is Standing.IN_DOUBT and due.original is None:
        return f"possibly late - {when} ({how.removeprefix('possibly late, ')})"
    return when if not how else f"{when} ({how})" if due.left is not None else f"{when}; {how}"


def time_of(at: datetime | None) -> str:
    """A day and an hour: ``Tue, Nov 10, 2026, 10:00 p.m. ET``; empty for None."""
    return "" if at is None else moment(at)


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
