"""The day from which the two business days of one row run, and the deadline that follows."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from form4gen.law.deadline import Deadline, add_business_days, deadline, deadline_if_told_late, is_business_day
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.reading import all_notes, notes_of
from form4gen.records import NamedTuple

_PLAN_CODES = frozenset("PSGMXCOFJ")
"""What a Rule 10b5-1 plan can have done: not a grant, and nothing that happens without a contract."""

_VESTING_CODES = frozenset("AMFC")
"""What happens on the day of a vesting or settlement, which a footnote may move to the next business day."""


class Reading(Enum):
    """From which day the time is counted."""

    TRADE = "the trade date"
    DEEMED = "the deemed execution date"
    DEEMED_AT_THE_LATEST = "the third business day after the trade, because notice came later"
    NOT_CLAIMED = "the trade date, because no deemed execution date is given"
    NO_GROUND = "the trade date, because nothing on the form supports a deemed execution date"
    NEXT_BUSINESS_DAY = "the next business day, to which a footnote moves the vesting"
    TRIGGER = "the day on which the deferral ended"
    FIRST_FORM_4 = "the first transaction after registration"
    YEAR_END = "the issuer's fiscal year end (due on Form 5)"


class Window(NamedTuple):
    """A deadline, the last day that a late notice could bring, and the day from which both are counted."""

    found: Deadline
    latest: datetime
    reading: Reading


def may_be_deferred(row: Transaction, filing: Filing) -> bool:
    """Whether the day of execution may be later than the trade: a discretionary transaction, or a trade by plan."""
    if row.code not in _PLAN_CODES:
        return row.code == "I"
    if filing.aff10b5_one:
        return True
    notes = notes_of(row, filing)
    if notes.says("rule_10b5_1_mentioned"):
        return True
    return row.code in ("P", "S") and notes.says("employee_plan", "discretionary")


def window_of(row: Transaction, filing: Filing) -> Window | None:
    """When a row must be on Form 4, two business days after execution; None without a date the calendar reaches.

    A deemed execution date counts only where there may be a ground for it. A row that may have one but gives none has
    the time that the latest notice would give it.
    """
    traded, deemed = row.transaction_date.value, row.deemed_execution_date.value
    if traded is None:
        return None
    moved = moved_to(row, filing)
    if moved is not None:
        return _window(deadline(moved), Reading.NEXT_BUSINESS_DAY)
    if not may_be_deferred(row, filing):
        # a filer who repeats the trade date claims nothing
        return _window(deadline(traded), Reading.TRADE if deemed in (None, traded) else Reading.NO_GROUND)
    found = deadline(traded, deemed)
    if found is None:
        return None
    if deemed is None:
        outer = deadline_if_told_late(traded) or found
        return Window(found, outer.due_at_the_latest, Reading.NOT_CLAIMED)
    return _window(found, deemed_reading(found, deemed))


def window_from(day: date, reading: Reading) -> Window | None:
    """The two business days from a day."""
    return _window(deadline(day), reading)


def deemed_reading(found: Deadline, deemed: date | None) -> Reading:
    """How a deemed execution date is counted."""
    if deemed is None:
        return Reading.TRADE
    return Reading.DEEMED_AT_THE_LATEST if deemed > found.executed else Reading.DEEMED


def moved_to(row: Transaction, filing: Filing) -> date | None:
    """The business day to which a footnote moves a vesting that is dated on a weekend or a holiday."""
    when = row.transaction_date.value
    if row.code not in _VESTING_CODES or when is None or is_business_day(when) or when.year == date.max.year:
        return None
    return add_business_days(when, 1) if all_notes(filing).excuses("next_business_day") else None


def _window(found: Deadline | None, reading: Reading) -> Window | None:
    return None if found is None else Window(found, found.due_at_the_latest, reading)
