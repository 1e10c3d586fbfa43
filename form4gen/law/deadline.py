"""When a transaction must be reported: two business days after its execution, 10 p.m. Eastern.

Exchange Act Rule 16a-3(g)(1) gives the second business day; Regulation S-T Rules 12(c) and 13(a)(4) date a
transmission that begins after 10 p.m. as of the next business day. The day of execution is day 0, whatever the hour.
All times are US Eastern as the clock on the wall shows them.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, time, timedelta
from functools import lru_cache

from form4gen.law.calendar import FIRST_YEAR, CalendarDay, State, calendar_day
from form4gen.records import NamedTuple

DAYS_TO_REPORT = 2
"""Business days after execution, Rule 16a-3(g)(1)."""

DAYS_OF_NOTICE = 3
"""Business days after the trade at which execution is deemed to have happened at the latest, Rule 16a-3(g)(2)-(4)."""

DAYS_TO_FORM_5 = 45
"""Days after the end of the issuer's fiscal year in which a Form 5 is due, Rule 16a-3(f)(1)."""

FIRST_HOUR = time(6, 0)
"""The hour from which EDGAR accepts filings on a business day, EDGAR Filer Manual II 2.3.1."""

LAST_HOUR = time(22, 0)
"""The hour after which a transmission counts as of the next business day, Regulation S-T Rules 12(c), 13(a)(4)."""


class Deadline(NamedTuple):
    """When one transaction is due and how that was counted.

    ``due`` counts days of unknown state as business days, ``due_at_the_latest`` as closed ones; they differ only when
    such days, listed in ``unknown``, were passed over. ``passed_over`` are the closed days other than weekends.
    """

    traded: date
    executed: date
    due: datetime
    due_at_the_latest: datetime
    passed_over: tuple[CalendarDay, ...]
    unknown: tuple[CalendarDay, ...]

    def is_missed_at(self, filed_at: datetime) -> bool:
        """Whether a transmission that begins at ``filed_at`` is late even if every day in doubt was closed."""
        return filed_at.replace(tzinfo=None) > self.due_at_the_latest


def is_business_day(day: date, *, if_unknown: bool = True) -> bool:
    """Whether ``day`` counts; ``if_unknown`` is the answer where nobody knows whether EDGAR was open."""
    state = calendar_day(day).state
    return if_unknown if state is State.UNKNOWN else state is State.OPEN


def add_business_days(day: date, count: int, *, if_unknown: bool = True) -> date:
    """The ``count``-th business day after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day, if_unknown=if_unknown)
    return day


def executed_on(traded: date, deemed: date | None = None, *, if_unknown: bool = True) -> date:
    """The day of execution: the trade date, or the deemed date within its bounds.

    A deemed date counts where the owner did not pick the day of a trade under a Rule 10b5-1 plan or of a discretionary
    transaction: it is the day of notice, at the latest the third business day after the trade. Whether there is a
    ground for it, the caller knows.
    """
    if deemed is None:
        return traded
    return max(traded, min(deemed, add_business_days(traded, DAYS_OF_NOTICE, if_unknown=if_unknown)))


@lru_cache(maxsize=256)
def deadline(traded: date, deemed: date | None = None) -> Deadline | None:
    """When a transaction of ``traded`` is due, or None for a year that the calendar does not reach."""
    if not FIRST_YEAR <= traded.year < MAXYEAR:
        return None
    executed = executed_on(traded, deemed)
    due = add_business_days(executed, DAYS_TO_REPORT)
    latest = add_business_days(executed_on(traded, deemed, if_unknown=False), DAYS_TO_REPORT, if_unknown=False)
    days = [calendar_day(traded + timedelta(days=after)) for after in range(1, (latest - traded).days + 1)]
    return Deadline(
        traded,
        executed,
        datetime.combine(due, LAST_HOUR),
        datetime.combine(latest, LAST_HOUR),
        tuple(day for day in days if day.state is State.CLOSED and not day.is_weekend),
        tuple(day for day in days if day.state is State.UNKNOWN),
    )


def deadline_if_told_late(traded: date) -> Deadline | None:
    """The outer limit: the deadline of a transaction if the notice of execution came as late as the rule allows."""
    return deadline(traded, date.max)


def form_5_due(traded: date, fiscal_year_end: str) -> datetime:
    """When the Form 5 for a transaction of ``traded`` is due: the 45th day after the issuer's fiscal year has ended.

    ``fiscal_year_end`` is a day of the year, MM-DD. Both 02-28 and 02-29 mean the last day of February: no issuer ends
    its year a day before the month does. A due day on which EDGAR is closed, or may be, moves to the next business day.
    """
    ends = _year_end(traded.year, fiscal_year_end)
    if traded > ends:
        ends = _year_end(traded.year + 1, fiscal_year_end)
    due = ends + timedelta(days=DAYS_TO_FORM_5)
    return datetime.combine(add_business_days(due - timedelta(days=1), 1, if_unknown=False), LAST_HOUR)


def _year_end(year: int, month_day: str) -> date:
    month, day = map(int, month_day.split("-"))
    if (month, day) in ((2, 28), (2, 29)):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)
