"""How many market days after the trade a broker's trade settles, and since when."""

from __future__ import annotations

from datetime import date, timedelta

from form4gen.law.authorities import Authority, Source
from form4gen.law.deadline import is_business_day
from form4gen.law.exchange import FIRST_YEAR, closed_day
from form4gen.records import NamedTuple

RULE_15C6_1 = Authority("17 CFR 240.15c6-1 (Exchange Act Rule 15c6-1)", "Rule")


class Cycle(NamedTuple):
    """The standard settlement cycle from a day on."""

    since: date
    days: int
    source: Source


CYCLES: tuple[Cycle, ...] = (
    Cycle(date(2024, 5, 28), 1, RULE_15C6_1.at("15c6-1(a), as amended by Release 34-96930")),
    Cycle(date(2017, 9, 5), 2, RULE_15C6_1.at("15c6-1(a), as amended by Release 34-80295")),
    Cycle(date(1995, 6, 7), 3, RULE_15C6_1.at("15c6-1(a)")),
)
"""The cycles, the latest first."""


def settles_on(traded: date) -> date | None:
    """The day on which a trade of ``traded`` settles in the standard cycle; None before the calendars begin.

    Trades settle on days on which both the markets and the banks are open, so neither on Good Friday nor on Columbus
    Day or Veterans Day.
    """
    if traded.year < FIRST_YEAR:
        return None
    day, left = traded, next(each.days for each in CYCLES if each.since <= traded)
    while left:
        day += timedelta(days=1)
        left -= closed_day(day) is None and is_business_day(day)
    return day
