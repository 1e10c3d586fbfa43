"""On which days the US stock markets do not trade: the calendar of the New York Stock Exchange.

It is not EDGAR's: markets trade on Columbus Day and Veterans Day, and are shut on Good Friday. The holidays follow
from NYSE Rule 7.2. A holiday on Sunday is kept on Monday, one on Saturday on Friday; but no holiday is kept on the last
day of a month or year, when the books close, so that a New Year's Day on Saturday is not kept at all.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from form4gen.records import NamedTuple

FIRST_YEAR = 2003
"""Special closings are listed from the year in which Form 4 became electronic."""

_SATURDAY, _SUNDAY = 5, 6


class ClosedDay(NamedTuple):
    """A day without trading, why there is none, and how we know."""

    day: date
    name: str
    evidence: str


class Holiday(NamedTuple):
    """A yearly holiday of the exchange and the first year in which it was kept, as far as this calendar reaches."""

    name: str
    since: int
    evidence: str


RULE = "NYSE Rule 7.2"

_JUNETEENTH = Holiday(
    "Juneteenth National Independence Day",
    2022,
    f"{RULE} as amended in September 2021 (thecorporatecounsel.net, 2021-10-05); markets traded on 2021-06-18",
)

SPECIAL_CLOSINGS: dict[date, ClosedDay] = {
    closed.day: closed
    for closed in (
        ClosedDay(
            date(2004, 6, 11), "National day of mourning, President Reagan",
            "exchanges' announcement of 7 June 2004, Chicago Tribune, 2004-06-08",
        ),
        ClosedDay(
            date(2007, 1, 2), "National day of mourning, President Ford",
            "NYSE Group's announcement, Associated Press in the Washington Post, 2006-12-30",
        ),
        ClosedDay(date(2012, 10, 29), "Hurricane Sandy", "NYSE statement, The Ledger, 2012-10-29"),
        ClosedDay(date(2012, 10, 30), "Hurricane Sandy", "The Guardian, 2012-10-30: closed for a second day"),
        ClosedDay(
            date(2018, 12, 5), "National day of mourning, President G. H. W. Bush",
            "named as the last such closing in reports of the one of 2025-01-09",
        ),
        ClosedDay(
            date(2025, 1, 9), "National day of mourning, President Carter",
            "announcements of NYSE and Nasdaq, Fast Company, 2025-01-02",
        ),
    )
}  # fmt: skip


def closed_day(day: date) -> ClosedDay | None:
    """Why no stock exchange of the United States traded on ``day``; None when it did, or before the first year."""
    if day.year < FIRST_YEAR:
        return None
    if day.weekday() in (_SATURDAY, _SUNDAY):
        return ClosedDay(day, "weekend", RULE)
    return holidays(day.year).get(day) or SPECIAL_CLOSINGS.get(day)


@cache
def holidays(year: int) -> dict[date, ClosedDay]:
    """The full holidays of a year by the day on which they are kept."""
    falls = [
        (Holiday("New Year's Day", FIRST_YEAR, RULE), date(year, 1, 1)),
        (Holiday("Martin Luther King, Jr. Day", FIRST_YEAR, RULE), _monday(year, 1, 3)),
        (Holiday("Washington's Birthday", FIRST_YEAR, RULE), _monday(year, 2, 3)),
        (Holiday("Good Friday", FIRST_YEAR, RULE), easter(year) - timedelta(days=2)),
        (Holiday("Memorial Day", FIRST_YEAR, RULE), _monday(year, 6, 1) - timedelta(days=7)),
        (_JUNETEENTH, date(year, 6, 19)),
        (Holiday("Independence Day", FIRST_YEAR, RULE), date(year, 7, 4)),
        (Holiday("Labor Day", FIRST_YEAR, RULE), _monday(year, 9, 1)),
        (Holiday("Thanksgiving Day", FIRST_YEAR, RULE), _fourth_thursday(year, 11)),
        (Holiday("Christmas Day", FIRST_YEAR, RULE), date(year, 12, 25)),
    ]
    kept = {}
    for holiday, day in falls:
        if year >= holiday.since and not (day.weekday() == _SATURDAY and day.day == 1):
            observed = day + timedelta(days={_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0))
            kept[observed] = ClosedDay(observed, holiday.name, holiday.evidence)
    return kept


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm printed in Nature, 20 April 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, more = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * more + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def _monday(year: int, month: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (count - 1))


def _fourth_thursday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
