"""The deadlines of the memorandum: one line for each, lettered, or one for each kind of row if there are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.accounts.lines import names_of
from form4gen.law.codes import CODES
from form4gen.model.rows import Transaction
from form4gen.model.wording import clock, day, weekday
from form4gen.records import NamedTuple
from form4gen.report.due import late_by, span
from form4gen.report.phrases import capitalized, count, period
from form4gen.report.proof import moved
from form4gen.report.typography import cells, kept

_LETTERS = 8
"""Deadlines that are lettered; if there are more, rows of one kind are one line."""


class Line(NamedTuple):
    """A deadline: a letter or none, rows, trade day or kind of transaction, how it is counted, due time, time left."""

    letter: str
    rows: str
    traded: str
    counted: str
    due: tuple[str, ...]
    left: str


class Deadlines(NamedTuple):
    """The table: whether its lines have letters, whether each has time left, its lines, and a note below it."""

    is_lettered: bool
    is_ahead: bool
    lines: tuple[Line, ...]
    note: str = ""


def deadlines(dues: Sequence[DueDate], *, by_day: bool = False) -> Deadlines:
    """The deadlines of a report, the earliest first; ``by_day`` if no more than the day of filing is known."""
    ahead = all(map(is_ahead, dues))
    if len(dues) <= _LETTERS:
        lines = (_line(chr(ord("A") + number), due, by_day=by_day) for number, due in enumerate(dues))
        return Deadlines(is_lettered=True, is_ahead=ahead, lines=tuple(lines))
    note = kept("Each row has its own due date in the table of its class. Every deadline falls at 10:00 p.m. ET.")
    lines = (_kind(each, by_day=by_day) for each in _kinds(dues))
    return Deadlines(is_lettered=False, is_ahead=ahead, lines=tuple(lines), note=note)


def letters(dues: Sequence[DueDate]) -> dict[Transaction, str]:
    """The letter of the deadline of each row; none if there are too many."""
    if len(dues) > _LETTERS:
        return {}
    return {row: chr(ord("A") + number) for number, due in enumerate(dues) for row in due.rows}


def due_of(dues: Iterable[DueDate]) -> dict[Transaction, DueDate]:
    """The due date of each row."""
    return {row: due for due in dues for row in due.rows}


def is_ahead(due: DueDate) -> bool:
    """Whether its rows have time left."""
    return due.standing is Standing.IN_TIME and due.original is None and due.left is not None


def left_of(due: DueDate, *, by_day: bool = False) -> str:
    """The time that is left, in whole days with ``by_day``, or how late the rows are."""
    match due.standing:
        case Standing.NOT_DUE:
            return "not due"
        case Standing.LATE if due.original is not None:
            return "original late"
        case Standing.LATE:
            return f"{late_by(due)} late"
    if due.original is not None:
        return "original possibly late" if due.standing is Standing.IN_DOUBT else "original on time"
    if due.left is None:
        return "not known"
    return kept(
        f"possibly {late_by(due)} late" if due.standing is Standing.IN_DOUBT else _ahead(due.left, by_day=by_day)
    )


def _ahead(left: timedelta, *, by_day: bool) -> str:
    """The time left; a filing time at the end of a day that is known by its date alone has no hours."""
    return (count(left.days, "day") if left.days else "same day") if by_day else span(left)


def _line(letter: str, due: DueDate, *, by_day: bool) -> Line:
    return Line(
        letter,
        cells(names_of(due.rows)),
        kept(day(due.traded)) if due.traded else "no date",
        kept(_counted(due)),
        _moment(due.due) if due.due else ("",),
        left_of(due, by_day=by_day),
    )


def _counted(due: DueDate) -> str:
    """From which day the time runs, and what could move it."""
    if due.due is None:
        return capitalized(due.lacking.partition(" (")[0])  # the key in brackets is for who edits the file
    words = due.reading.value.removeprefix("the ").partition(", because")[0]
    if due.executed and due.executed != due.traded:
        words += f", {day(due.executed)}"
    return "; ".join((capitalized(words), *moved(due, _on)))


def _on(at: datetime | None) -> str:
    """A due time without its hour, which is always the same."""
    return "" if at is None else day(at.date())


def _moment(at: datetime) -> tuple[str, ...]:
    return kept(f"{weekday(at.date())},"), kept(clock(at))


def _kinds(dues: Iterable[DueDate]) -> list[list[DueDate]]:
    """The deadlines of rows of one table and code that are counted alike, row by row."""
    groups: dict[tuple[object, ...], list[DueDate]] = {}
    for due in dues:
        for row, decision in zip(due.rows, due.decisions, strict=True):
            alone = due._replace(rows=(row,), decisions=(decision,))
            key = row.table, row.code, due.reading, due.standing, due.basis
            groups.setdefault(key, []).append(alone)
    return list(groups.values())


def _kind(dues: list[DueDate], *, by_day: bool) -> Line:
    rows = sorted((row for due in dues for row in due.rows), key=lambda row: row.number)
    code = CODES.get(rows[0].code)
    basis = f"{capitalized(code.name)} ({code.letter})" if code else rows[0].code
    days = sorted(each.due.date() for each in dues if each.due)
    due = kept(period(days[0], days[-1])) if days else ""
    lefts = sorted({each.left for each in dues if each.left is not None})
    return Line(
        "",
        cells(names_of(rows)),
        basis,
        kept(_counted(dues[0])),
        (due,),
        _lefts(dues[0], lefts, by_day=by_day),
    )


def _lefts(due: DueDate, lefts: Sequence[timedelta], *, by_day: bool) -> str:
    """The time left of several deadlines that stand alike, ``lefts`` in order; of one amendment it is the same."""
    if len(lefts) < 2 or due.original is not None:  # noqa: PLR2004  a range has two ends
        return left_of(due, by_day=by_day)
    if due.standing is Standing.IN_TIME:
        return kept(f"{_ahead(lefts[0], by_day=by_day)} or more")
    possibly = "possibly " if due.standing is Standing.IN_DOUBT else ""
    return f"{possibly}{abs(lefts[-1]).days}\u2013{abs(lefts[0]).days} days late"
