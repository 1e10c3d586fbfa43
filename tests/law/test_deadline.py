"""When a transaction is due."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from form4gen.law.calendar import State
from form4gen.law.deadline import (
    Deadline,
    add_business_days,
    deadline,
    deadline_if_told_late,
    executed_on,
    form_5_due,
    is_business_day,
)

EASTERN = ZoneInfo("America/New_York")


def due(traded: date, deemed: date | None = None) -> Deadline:
    found = deadline(traded, deemed)
    assert found is not None
    return found


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.mark.parametrize(
    ("traded", "told", "on"),
    [
        (november(5), None, november(9)),
        (november(9), None, november(12)),
        (november(5), november(9), november(12)),
        (november(5), november(13), november(13)),
        (november(24), None, november(27)),
        (november(7), None, november(10)),
        (november(8), None, november(10)),
    ],
)
def test_a_transaction_is_due_at_ten_in_the_evening_of_the_second_business_day(
    traded: date, told: date | None, on: date
) -> None:
    found = due(traded, told)
    assert found.due.isoformat() == found.due_at_the_latest.isoformat() == f"{on.isoformat()}T22:00:00"


def test_a_day_of_unknown_state_counts_both_ways() -> None:
    found = due(date(2026, 12, 23))
    assert found.due.isoformat() == "2026-12-28T22:00:00"
    assert found.due_at_the_latest.isoformat() == "2026-12-29T22:00:00"
    assert [day.day for day in found.unknown] == [date(2026, 12, 24)]
    assert [day.name for day in found.passed_over] == ["Christmas Day"]


@pytest.mark.parametrize(
    ("traded", "on"),
    [
        (date(2018, 12, 4), date(2018, 12, 7)),
        (date(2018, 12, 21), date(2018, 12, 27)),
        (date(2020, 12, 23), date(2020, 12, 29)),
        (date(2021, 6, 17), date(2021, 6, 22)),
        (date(2025, 1, 8), date(2025, 1, 13)),
        (date(2025, 12, 23), date(2025, 12, 30)),
        (date(2013, 10, 4), date(2013, 10, 8)),
        (date(2026, 4, 2), date(2026, 4, 6)),
    ],
)
def test_days_that_the_sec_closed_are_passed_over_and_shutdowns_and_good_friday_are_not(traded: date, on: date) -> None:
    assert due(traded).due.date() == on


@pytest.mark.parametrize(
    ("deemed", "executed"),
    [
        (november(4), november(5)),
        (november(5), november(5)),
        (november(6), november(6)),
        (november(9), november(9)),
        (november(10), november(10)),
        (november(12), november(10)),
    ],
)
def test_a_deemed_date_counts_from_the_trade_to_the_third_business_day_after_it(deemed: date, executed: date) -> None:
    assert executed_on(november(5), deemed) == executed


def test_without_a_deemed_date_the_trade_date_is_the_day_of_execution() -> None:
    assert executed_on(november(7)) == november(7)


def test_the_outer_limit_is_five_business_days_after_the_trade() -> None:
    found = deadline_if_told_late(november(5))
    assert found is not None
    assert found.due.date() == add_business_days(november(5), 5) == november(13)


@pytest.mark.parametrize(
    ("filed_at", "missed"),
    [
        (datetime(2026, 11, 9, 21, 59, 59, tzinfo=EASTERN), False),
        (datetime(2026, 11, 9, 22, 0, tzinfo=EASTERN), False),
        (datetime(2026, 11, 9, 22, 0, 1, tzinfo=EASTERN), True),
        (datetime(2026, 11, 8, 23, 30, tzinfo=EASTERN), False),
    ],
)
def test_a_transmission_may_begin_until_ten_and_no_later(filed_at: datetime, missed: bool) -> None:  # noqa: FBT001
    assert due(november(5)).is_missed_at(filed_at) is missed


def test_a_filing_is_late_only_if_it_is_late_with_every_day_in_doubt_closed() -> None:
    found = due(date(2026, 12, 23))
    assert not found.is_missed_at(datetime(2026, 12, 29, 22, 0, tzinfo=EASTERN))
    assert found.is_missed_at(datetime(2026, 12, 29, 22, 1, tzinfo=EASTERN))


def test_business_days_are_added_over_weekends_and_holidays() -> None:
    assert add_business_days(november(10), 0) == november(10)
    assert add_business_days(november(10), 1) == november(12)
    assert add_business_days(november(12), 2) == november(16)


def test_whether_a_day_in_doubt_counts_is_the_callers_choice() -> None:
    doubtful = date(2014, 12, 26)
    assert is_business_day(doubtful)
    assert not is_business_day(doubtful, if_unknown=False)
    assert is_business_day(date(2014, 12, 29), if_unknown=False)
    assert not is_business_day(date(2014, 12, 25))


def test_closed_days_that_were_passed_over_are_named_without_weekends() -> None:
    found = due(november(10))
    assert [(day.name, day.state) for day in found.passed_over] == [("Veterans Day", State.CLOSED)]
    assert due(november(5)).passed_over == ()


@pytest.mark.parametrize(
    ("traded", "is_reached"),
    [(date(2002, 12, 31), False), (date(2003, 1, 1), True), (date(9998, 12, 31), True), (date(9999, 1, 1), False)],
)
def test_a_year_that_the_calendar_does_not_reach_has_no_deadline(traded: date, is_reached: bool) -> None:  # noqa: FBT001
    assert (deadline(traded) is not None) is is_reached


@pytest.mark.parametrize(
    ("traded", "year_end", "due"),
    [
        (date(2025, 12, 30), "12-31", "2026-02-17T22:00:00"),
        (date(2025, 12, 31), "12-31", "2026-02-17T22:00:00"),
        (date(2026, 1, 1), "12-31", "2027-02-16T22:00:00"),
        (date(2026, 3, 15), "06-30", "2026-08-14T22:00:00"),
        (date(2026, 7, 1), "06-30", "2027-08-16T22:00:00"),
        (date(2023, 12, 1), "02-29", "2024-04-15T22:00:00"),
        (date(2024, 12, 1), "02-29", "2025-04-14T22:00:00"),
        (date(2023, 2, 28), "02-28", "2023-04-14T22:00:00"),
        (date(2024, 2, 28), "02-28", "2024-04-15T22:00:00"),
        (date(2024, 2, 29), "02-28", "2024-04-15T22:00:00"),
        (date(2024, 3, 1), "02-28", "2025-04-14T22:00:00"),
    ],
)
def test_a_form_5_is_due_45_days_after_the_fiscal_year_or_on_the_next_business_day(
    traded: date, year_end: str, due: str
) -> None:
    assert form_5_due(traded, year_end).isoformat() == due
