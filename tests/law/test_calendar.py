"""The days on which EDGAR is closed."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest
from corpus import filings_folder

from form4gen.law.calendar import FIRST_YEAR, LAST_CONFIRMED_YEAR, SPECIAL_DAYS, State, calendar_day, statutory_days


def closed(year: int) -> set[date]:
    return set(statutory_days(year))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 11, 6), State.OPEN),
        (date(2026, 11, 7), State.CLOSED),
        (date(2026, 11, 8), State.CLOSED),
        (date(2026, 11, 9), State.OPEN),
        (date(2026, 11, 10), State.OPEN),
        (date(2026, 11, 11), State.CLOSED),
        (date(2026, 11, 12), State.OPEN),
        (date(2026, 12, 23), State.OPEN),
        (date(2026, 12, 24), State.UNKNOWN),
        (date(2026, 12, 25), State.CLOSED),
    ],
)
def test_a_day_is_open_closed_or_unknown(day: date, state: State) -> None:
    assert calendar_day(day).state is state


def test_a_holiday_on_saturday_is_kept_on_friday_and_one_on_sunday_on_monday() -> None:
    assert date(2026, 7, 3) in closed(2026)
    assert date(2026, 7, 4) not in closed(2026)
    assert date(2021, 7, 5) in closed(2021)
    assert date(2021, 7, 4) not in closed(2021)
    assert calendar_day(date(2026, 7, 3)).evidence == "5 U.S.C. 6103, observed for 2026-07-04"


def test_a_new_year_on_saturday_closes_the_last_day_of_the_year_before() -> None:
    assert [year for year in range(2003, 2031) if date(year, 12, 31) in closed(year)] == [2004, 2010, 2021, 2027]
    assert date(2022, 1, 1) not in closed(2022)


def test_juneteenth_closes_edgar_from_2021_on() -> None:
    juneteenth = {year: {day for day in closed(year) if day.month == 6} for year in (2020, 2021, 2022)}
    assert juneteenth == {2020: set(), 2021: {date(2021, 6, 18)}, 2022: {date(2022, 6, 20)}}


def test_memorial_day_is_the_last_monday_of_may_whether_there_are_four_or_five() -> None:
    assert date(2024, 5, 27) in closed(2024)
    assert date(2023, 5, 29) in closed(2023)


@pytest.mark.parametrize("year", range(2003, 2031))
def test_a_year_has_as_many_holidays_as_the_statute_names(year: int) -> None:
    names = {day.name for day in statutory_days(year).values()}
    assert len(names | {"New Year's Day"}) == (11 if year >= 2021 else 10)


@pytest.mark.parametrize(
    "day",
    [date(2021, 1, 20), date(2013, 10, 7), date(2025, 11, 3), date(2026, 4, 3), date(2012, 10, 30)],
    ids=["Inauguration Day", "shutdown of 2013", "shutdown of 2025", "Good Friday", "Hurricane Sandy"],
)
def test_edgar_is_open_though_markets_or_offices_are_not(day: date) -> None:
    assert calendar_day(day).state is State.OPEN


def test_edgar_is_closed_though_markets_are_open() -> None:
    assert calendar_day(date(2026, 10, 12)).name == "Columbus Day"
    assert calendar_day(date(2026, 11, 11)).name == "Veterans Day"


def test_no_closing_is_inferred_from_an_executive_order() -> None:
    orders = {day: special.state for day, special in SPECIAL_DAYS.items() if special.name == "Executive order day off"}
    assert orders[date(2014, 12, 26)] is State.UNKNOWN
    assert orders[date(2025, 12, 26)] is State.CLOSED
    assert all(special.evidence for special in SPECIAL_DAYS.values())
    assert {special.certainty for special in SPECIAL_DAYS.values() if special.state is State.UNKNOWN} == {"low"}


def test_no_special_day_is_a_weekend_or_a_statutory_holiday() -> None:
    for day, special in SPECIAL_DAYS.items():
        assert not special.is_weekend
        assert day not in closed(day.year)
        assert calendar_day(day) is special


@pytest.mark.parametrize(
    ("day", "certainty"),
    [
        (date(FIRST_YEAR, 1, 2) - timedelta(days=3), "medium"),
        (date(FIRST_YEAR, 1, 2), "high"),
        (date(LAST_CONFIRMED_YEAR, 12, 31), "high"),
        (date(LAST_CONFIRMED_YEAR + 1, 1, 4), "medium"),
    ],
)
def test_an_open_day_is_certain_only_in_the_years_that_were_confirmed(day: date, certainty: str) -> None:
    assert calendar_day(day).state is State.OPEN
    assert calendar_day(day).certainty == certainty


def test_the_first_and_the_last_day_of_time_are_no_obstacle() -> None:
    assert calendar_day(date.min).state is State.CLOSED
    assert calendar_day(date.max).state is State.OPEN


def test_the_whole_calendar_agrees_with_the_list_of_closed_days() -> None:
    published = filings_folder().parent / "knowledge" / "edgar-calendar.tsv"
    if not published.exists():
        pytest.skip("no list of closed days beside the real filings")
    with published.open(encoding="utf-8") as text:
        listed = {date.fromisoformat(row["date"]): row for row in csv.DictReader(text, delimiter="\t")}
    day = date(2003, 1, 1)
    while day < date(2031, 1, 1):
        ours, row = calendar_day(day), listed.get(day)
        if row is not None:
            assert (day, ours.state.value) == (day, row["edgar"].replace("watch", "unknown"))
            assert row["kind"] == "special" or ours.name == row["name"]
            assert row["certainty"] == "-" or ours.certainty == row["certainty"].split()[0]
        else:
            assert ours.is_weekend or ours.state is State.OPEN, day
        day += timedelta(days=1)
