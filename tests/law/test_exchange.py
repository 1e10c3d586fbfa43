"""The days on which the US stock markets do not trade."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from form4gen.law.calendar import State, calendar_day
from form4gen.law.exchange import FIRST_YEAR, SPECIAL_CLOSINGS, closed_day, easter, holidays

# As the New York Stock Exchange published them.
PUBLISHED = {
    2011: "01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26",
    2012: "01-02 01-16 02-20 04-06 05-28 07-04 09-03 11-22 12-25",
    2013: "01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25",
    2014: "01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25",
    2015: "01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25",
    2016: "01-01 01-18 02-15 03-25 05-30 07-04 09-05 11-24 12-26",
    2022: "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
    2023: "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
    2024: "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_a_year_has_the_holidays_that_the_exchange_published(year: int) -> None:
    assert sorted(f"{day:%m-%d}" for day in holidays(year)) == PUBLISHED[year].split()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 6), None),
        (date(2026, 11, 7), "weekend"),
        (date(2026, 11, 8), "weekend"),
        (date(2026, 11, 9), None),
        (date(2026, 4, 2), None),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), None),
        (date(2026, 7, 2), None),
        (date(2026, 7, 3), "Independence Day"),
        (date(2026, 11, 26), "Thanksgiving Day"),
        (date(2026, 11, 27), None),
    ],
)
def test_a_day_is_closed_or_open(day: date, name: str | None) -> None:
    closed = closed_day(day)
    assert (closed and closed.name) == name


def test_a_new_year_on_saturday_is_not_kept() -> None:
    assert closed_day(date(2021, 12, 31)) is None
    assert closed_day(date(2010, 12, 31)) is None
    assert closed_day(date(2023, 1, 2)) is not None


def test_juneteenth_is_kept_from_2022_on() -> None:
    assert closed_day(date(2021, 6, 18)) is None
    assert closed_day(date(2020, 6, 19)) is None
    assert closed_day(date(2022, 6, 20)) is not None
    assert closed_day(date(2027, 6, 18)) is not None


@pytest.mark.parametrize("day", SPECIAL_CLOSINGS)
def test_a_special_closing_has_its_evidence_and_is_no_holiday(day: date) -> None:
    closed = closed_day(day)
    assert closed is SPECIAL_CLOSINGS[day]
    assert closed.evidence
    assert day not in holidays(day.year)
    assert day.weekday() < 5
    assert closed_day(day - timedelta(days=7)) is None
    assert closed_day(day + timedelta(days=7)) is None


def test_markets_trade_when_edgar_is_closed_and_the_other_way_round() -> None:
    for day in (date(2026, 10, 12), date(2026, 11, 11), date(2018, 12, 24), date(2025, 12, 26)):
        assert closed_day(day) is None
        assert calendar_day(day).state is State.CLOSED
    for day in (date(2026, 4, 3), date(2012, 10, 29)):
        assert closed_day(day) is not None
        assert calendar_day(day).state is State.OPEN


def test_nothing_is_said_of_the_years_before_the_list_begins() -> None:
    assert closed_day(date(FIRST_YEAR - 1, 12, 29)) is None
    assert closed_day(date(FIRST_YEAR, 1, 1)) is not None


EASTERS = (
    "1818-03-22 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2026-04-05 2038-04-25 2049-04-18 2076-04-19"
)


@pytest.mark.parametrize("day", EASTERS.split())
def test_easter_falls_where_the_church_keeps_it(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day
