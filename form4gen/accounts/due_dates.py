"""When each row of a filing is due, under which reading, and how the time of filing stands to it."""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from form4gen.accounts.deadlines import deadline_of, may_be_deferred
from form4gen.accounts.lines import names_of
from form4gen.law.calendar import FIRST_YEAR, CalendarDay
from form4gen.law.deadline import Deadline, deadline, deadline_if_told_late, form_5_due
from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction


class Reading(Enum):
    """From which day the time is counted."""

    TRADE = "the trade date"
    DEEMED = "the deemed execution date"
    DEEMED_AT_THE_LATEST = "the third business day after the trade, since the notice came later"
    NOT_CLAIMED = "the trade date, since no deemed execution date is given"
    NO_GROUND = "the trade date, since nothing shows a ground for the deemed execution date"
    EARLY = "the end of the issuer's fiscal year (V: due on Form 5)"


class Standing(Enum):
    """How the time of filing stands to a deadline."""

    IN_TIME = "in time"
    LATE = "late"
    IN_DOUBT = "in doubt"
    UNKNOWN = "not known"


class DueDate(NamedTuple):
    """When the rows with these dates are due, and how that was counted.

    ``due`` counts days of which it is not known whether EDGAR was open as business days; ``due_at_the_latest`` counts
    them as closed, and gives a row that may be deferred the time that a late notice could bring. ``passed_over`` are
    the closed days other than weekends. Without ``due``, ``lacking`` says why there is none. ``measured_at`` is the
    time of filing, and None for an amendment, which is judged by the day of the original, if that is given.
    Rows of no document (a bare date) are an empty tuple.
    """

    rows: tuple[Transaction, ...]
    traded: date | None
    executed: date | None
    reading: Reading
    due: datetime | None
    due_at_the_latest: datetime | None
    passed_over: tuple[CalendarDay, ...]
    unknown: tuple[CalendarDay, ...]
    measured_at: datetime | None
    original: date | None = None
    lacking: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the rows are."""
        return tuple(row.at for row in self.rows)

    @property
    def names(self) -> str:
        """The rows as a person cites them: ``Table I, rows 1-3, 5; Table II, row 1``."""
        return names_of(self.rows)

    @property
    def left(self) -> timedelta | None:
        """The time to the deadline, negative when it has passed; None where one of the two is not known."""
        return None if self.due is None or self.measured_at is None else self.due - self.measured_at

    @property
    def standing(self) -> Standing:
        """In time, late, or in doubt: late only if no day in doubt was closed and no notice came late."""
        at = self.measured_at if self.original is None else datetime.combine(self.original, time.min)
        if self.due is None or self.due_at_the_latest is None or at is None:
            return Standing.UNKNOWN
        if at <= self.due:
            return Standing.IN_TIME
        return Standing.LATE if at > self.due_at_the_latest else Standing.IN_DOUBT


def due_dates(filing: Filing, filed_at: datetime) -> list[DueDate]:
    """The due dates of every transaction row, the earliest first; rows with the same dates are one entry."""
    measured_at = None if filing.is_amendment else filed_at.replace(tzinfo=None)
    original = filing.date_of_original_submission if filing.is_amendment else None
    groups: dict[DueDate, list[Transaction]] = {}
    for row in filing.transactions:
        groups.setdefault(_due_date(row, filing, measured_at), []).append(row)
    found = [due._replace(rows=tuple(rows), original=original) for due, rows in groups.items()]
    return sorted(found, key=lambda each: (each.due is None, each.due or datetime.min))  # noqa: DTZ901  no zone is meant


def due_date_of(traded: date, notified: date | None, filed_at: datetime) -> DueDate:
    """When a transaction of ``traded`` is due; ``notified`` is the day of the notice of a trade by plan."""
    found = deadline(traded, notified)
    if found is None:
        return _without(traded, Reading.TRADE, None, _beyond_the_calendar(traded))
    return _counted(found, _reading(found, notified), filed_at.replace(tzinfo=None))


def _due_date(row: Transaction, filing: Filing, measured_at: datetime | None) -> DueDate:
    traded = row.transaction_date.value
    if row.is_early:
        return _early(traded, filing.context.issuer_fiscal_year_end, measured_at)
    if traded is None:
        return _without(None, Reading.TRADE, measured_at, "for want of a transaction date")
    found = deadline_of(row, filing)
    if found is None:
        return _without(traded, Reading.TRADE, measured_at, _beyond_the_calendar(traded))
    deemed = row.deemed_execution_date.value
    if not may_be_deferred(row, filing):
        # a filer who repeats the trade date claims nothing
        return _counted(found, Reading.TRADE if deemed in (None, traded) else Reading.NO_GROUND, measured_at)
    if deemed is None:
        outer = deadline_if_told_late(traded) or found
        return _counted(found, Reading.NOT_CLAIMED, measured_at)._replace(due_at_the_latest=outer.due_at_the_latest)
    return _counted(found, _reading(found, deemed), measured_at)


def _reading(found: Deadline, deemed: date | None) -> Reading:
    if deemed is None:
        return Reading.TRADE
    return Reading.DEEMED_AT_THE_LATEST if deemed > found.executed else Reading.DEEMED


def _counted(found: Deadline, reading: Reading, measured_at: datetime | None) -> DueDate:
    return DueDate(
        (), found.traded, found.executed, reading, found.due, found.due_at_the_latest, found.passed_over,
        found.unknown, measured_at,
    )  # fmt: skip


def _early(traded: date | None, ends: str | None, measured_at: datetime | None) -> DueDate:
    if traded is None:
        return _without(None, Reading.EARLY, measured_at, "for want of a transaction date")
    if ends is None:
        return _without(traded, Reading.EARLY, measured_at, "for want of the context's issuerFiscalYearEnd")
    if traded.year >= MAXYEAR - 1:
        return _without(traded, Reading.EARLY, measured_at, _beyond_the_calendar(traded))
    due = form_5_due(traded, ends)
    return DueDate((), traded, traded, Reading.EARLY, due, due, (), (), measured_at)


def _without(traded: date | None, reading: Reading, measured_at: datetime | None, lacking: str) -> DueDate:
    return DueDate((), traded, traded, reading, None, None, (), (), measured_at, None, lacking)


def _beyond_the_calendar(traded: date) -> str:
    return f"since the calendar of closed days begins in {FIRST_YEAR} and does not reach {traded.year}"
