"""On which days EDGAR is closed: such a day is no business day when a deadline is counted.

Three states, because an executive order that sends federal offices home says nothing of EDGAR: only the SEC's own
notice does. A day whose notice was not found is unknown, and a deadline counted over it must say so.

The federal holidays follow from 5 U.S.C. 6103. Columbus Day and Veterans Day close EDGAR while stock markets trade;
Good Friday closes markets while EDGAR is open; Inauguration Day and government shutdowns do not close it.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from enum import Enum
from functools import cache, lru_cache

from form4gen.records import NamedTuple

FIRST_YEAR = 2003
"""Special days are listed from the year in which Form 4 became electronic."""

LAST_CONFIRMED_YEAR = 2026
"""The last year whose closed days the SEC has published; of later years only the statute is known."""

_SATURDAY, _SUNDAY = 5, 6


class State(Enum):
    """Whether EDGAR accepts filings on a day."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class CalendarDay(NamedTuple):
    """A day with its state, what day it is, how we know, and how sure we are: high, medium or low."""

    day: date
    state: State
    name: str
    evidence: str
    certainty: str

    @property
    def is_weekend(self) -> bool:
        """Saturday or Sunday."""
        return self.day.weekday() in (_SATURDAY, _SUNDAY)


STATUTE = "5 U.S.C. 6103"

_ORDER = "Executive order day off"
_MOURNING = "National day of mourning, President"
_SANDY = "Hurricane Sandy: Washington offices shut, EDGAR up"
_NOTHING = "EDGAR notice not found"
_SANDY_SOURCE = "100fstreet.com, November 2012; by exemptive order affected filers, 16(a) too, had until 2012-11-21"
_NOTICE_2025 = "SEC notice quoted by thecorporatecounsel.net, December 2025: timely if filed 2025-12-29"

SPECIAL_DAYS: dict[date, CalendarDay] = {
    special.day: special
    for special in (
        CalendarDay(date(2003, 12, 26), State.UNKNOWN, _ORDER, _NOTHING, "low"),
        CalendarDay(date(2004, 6, 11), State.UNKNOWN, f"{_MOURNING} Reagan", _NOTHING, "low"),
        CalendarDay(date(2007, 1, 2), State.UNKNOWN, f"{_MOURNING} Ford", _NOTHING, "low"),
        CalendarDay(date(2007, 12, 24), State.UNKNOWN, _ORDER, _NOTHING, "low"),
        CalendarDay(date(2008, 12, 26), State.UNKNOWN, _ORDER, _NOTHING, "low"),
        CalendarDay(
            date(2011, 8, 23), State.OPEN, "Earthquake: EDGAR suspended that evening; open next morning",
            "thecorporatecounsel.net, 2011-08-24: still a business day", "medium",
        ),
        CalendarDay(date(2012, 10, 29), State.OPEN, _SANDY, _SANDY_SOURCE, "high"),
        CalendarDay(date(2012, 10, 30), State.OPEN, _SANDY, _SANDY_SOURCE, "high"),
        CalendarDay(date(2012, 12, 24), State.UNKNOWN, _ORDER, _NOTHING, "low"),
        CalendarDay(date(2014, 12, 26), State.UNKNOWN, _ORDER, _NOTHING, "low"),
        CalendarDay(
            date(2018, 12, 5), State.CLOSED, f"{_MOURNING} G. H. W. Bush",
            "SEC notice quoted in ICI memo 31512: treated as a federal holiday for filing", "high",
        ),
        CalendarDay(
            date(2018, 12, 24), State.CLOSED, _ORDER,
            "SEC Corporation Finance notice quoted by Morrison Foerster, 2018-12-21", "high",
        ),
        CalendarDay(
            date(2019, 12, 24), State.CLOSED, _ORDER,
            "Cooley, 2020-12-16 (as in the year before); two public code calendars agree", "high",
        ),
        CalendarDay(
            date(2020, 12, 24), State.CLOSED, _ORDER,
            "SEC notice quoted by Cooley, 2020-12-16: a federal holiday for filing", "high",
        ),
        CalendarDay(
            date(2021, 1, 20), State.OPEN, "Inauguration Day",
            "SEC notice cited in a public calendar: EDGAR operated normally", "medium",
        ),
        CalendarDay(
            date(2024, 12, 24), State.CLOSED, _ORDER,
            "two public code calendars, one backed by an empty filing log; SEC notice not seen", "medium",
        ),
        CalendarDay(
            date(2025, 1, 9), State.CLOSED, f"{_MOURNING} Carter",
            "freewritings.law, January 2025: EDGAR closed, the day not counted", "high",
        ),
        CalendarDay(date(2025, 12, 24), State.CLOSED, _ORDER, _NOTICE_2025, "high"),
        CalendarDay(date(2025, 12, 26), State.CLOSED, _ORDER, _NOTICE_2025, "high"),
        CalendarDay(
            date(2026, 12, 24), State.UNKNOWN, "Thursday before Christmas",
            "no order known on 2026-11-24: watch for an executive order and an SEC notice", "low",
        ),
    )
}  # fmt: skip


@lru_cache(maxsize=1024)
def calendar_day(day: date) -> CalendarDay:
    """What is known of EDGAR on ``day``."""
    if day.weekday() in (_SATURDAY, _SUNDAY):
        return CalendarDay(day, State.CLOSED, "Weekend", "Regulation S-T 12(c)", "high")
    holiday = statutory_days(day.year).get(day)
    if holiday is not None:
        return holiday
    special = SPECIAL_DAYS.get(day)
    if special is not None:
        return special
    confirmed = FIRST_YEAR <= day.year <= LAST_CONFIRMED_YEAR
    evidence = "no closing announced" if confirmed else "outside the years whose closed days are confirmed"
    return CalendarDay(day, State.OPEN, "Business day", evidence, "high" if confirmed else "medium")


@cache
def statutory_days(year: int) -> dict[date, CalendarDay]:
    """The federal holidays on whose observed day in ``year`` EDGAR is closed.

    A holiday on Saturday is observed on Friday, one on Sunday on Monday, so that a New Year's Day on Saturday closes
    31 December of the year before.
    """
    falls = _fixed_days(year) + _floating_days(year)
    if year < MAXYEAR:
        falls.append(("New Year's Day", date(year + 1, 1, 1)))
    observed = {}
    for name, day in falls:
        shift = {_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0)
        kept = day + timedelta(days=shift)
        if kept.year == year:
            evidence = f"{STATUTE}, observed for {day.isoformat()}" if shift else STATUTE
            observed[kept] = CalendarDay(kept, State.CLOSED, name, evidence, "high")
    return observed


def _fixed_days(year: int) -> list[tuple[str, date]]:
    days = [
        ("New Year's Day", date(year, 1, 1)),
        ("Independence Day", date(year, 7, 4)),
        ("Veterans Day", date(year, 11, 11)),
        ("Christmas Day", date(year, 12, 25)),
    ]
    if year >= 2021:  # noqa: PLR2004  Public Law 117-17 of 17 June 2021
        days.append(("Juneteenth National Independence Day", date(year, 6, 19)))
    return days


def _floating_days(year: int) -> list[tuple[str, date]]:
    monday, thursday = 0, 3
    return [
        ("Birthday of Martin Luther King, Jr.", _nth(year, 1, monday, 3)),
        ("Washington's Birthday", _nth(year, 2, monday, 3)),
        ("Memorial Day", _nth(year, 6, monday, 1) - timedelta(days=7)),
        ("Labor Day", _nth(year, 9, monday, 1)),
        ("Columbus Day", _nth(year, 10, monday, 2)),
        ("Thanksgiving Day", _nth(year, 11, thursday, 4)),
    ]


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
