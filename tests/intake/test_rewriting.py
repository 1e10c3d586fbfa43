"""A number, a date or a time in another spelling is written as a document has it, if its meaning is clear."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.rewriting import rewritten
from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of


@pytest.mark.parametrize(
    ("form", "value", "better"),
    [
        ("decimal", "3,000", "3000"),
        ("decimal", "1,234,567.50", "1234567.50"),
        ("decimal", "$12.42", "12.42"),
        ("decimal", "-$12.42", "-12.42"),
        ("decimal", "US$ 12.42", "12.42"),
        ("decimal", " 12.420 ", "12.420"),
        ("decimal", "+5", "5"),
        ("decimal", ".5", "0.5"),
        ("decimal", "5.", "5"),
        ("decimal", "007", "7"),
        ("date", "11/25/2026", "2026-11-25"),
        ("date", "5/6/2026", "2026-05-06"),
        ("date", "2026/11/25", "2026-11-25"),
        ("date", "2026-1-5", "2026-01-05"),
        ("date", "20261125", "2026-11-25"),
        ("date", " 2026-11-25", "2026-11-25"),
        ("date", "2026-11-25T00:00:00", "2026-11-25"),
        ("date", "11-25-2026", "2026-11-25"),
        ("date", "25.11.2026", "2026-11-25"),
        ("date", "5.5.2026", "2026-05-05"),
        ("date", "Nov. 25, 2026", "2026-11-25"),
        ("date", "September 3rd, 2026", "2026-09-03"),
        ("date", "Sept 3 2026", "2026-09-03"),
        ("date", "25 Nov 2026", "2026-11-25"),
        ("date", "25-Nov-2026", "2026-11-25"),
        ("month-day", "12/31", "12-31"),
        ("month-day", "--6-30", "06-30"),
        ("month-day", "December 31", "12-31"),
        ("edgar-time", "2026-11-09 16:05", "2026-11-09T16:05"),
        ("edgar-time", "11/9/2026 4:05:30 p.m.", "2026-11-09T16:05:30"),
        ("edgar-time", "2026-11-09 12:00 AM", "2026-11-09T00:00"),
        ("edgar-time", "2026-11-09 12:00PM", "2026-11-09T12:00"),
    ],
)
def test_a_clear_meaning_is_written_out(form: str, value: str, better: str) -> None:
    assert rewritten(value, form) == better


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("decimal", "1,00"), ("decimal", "12,42"), ("decimal", "(500)"), ("decimal", "."), ("decimal", ""),
        ("decimal", "1e3"), ("decimal", "3,000 shares"), ("decimal", "5"), ("decimal", "9" * 31),
        ("date", "5.6.2026"), ("date", "25/11/2026"), ("date", "11/25/26"), ("date", "02/30/2026"),
        ("date", "Foo 5, 2026"),        ("date", "2026-11-25T16:05"), ("date", "2026-11-25"), ("date", "soon"),
        ("month-day", "13/31"), ("month-day", "12-31"), ("month-day", "Foo 31"), ("month-day", "the last"),
        ("edgar-time", "2026-11-09"), ("edgar-time", "2026-11-09 13:05 pm"), ("edgar-time", "2026-11-09 0:05 am"),
        ("edgar-time", "soon 16:05"), ("edgar-time", "2026-11-09 25:05"),
    ],
)  # fmt: skip
def test_what_is_not_clear_or_is_right_already_is_left_to_a_person(form: str, value: str) -> None:
    assert rewritten(value, form) is None


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%m/%d/%Y", "%B %d, %Y", "%b %d %Y", "%d %b %Y", "%Y%m%d"]))
def test_a_date_in_any_of_these_forms_stays_the_same_day(day: date, form: str) -> None:
    assert date_of(rewritten(day.strftime(form), "date") or "") == day


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_with_commas_stays_the_same_number(number: Decimal) -> None:
    assert decimal_of(rewritten(f"{number:+,}", "decimal") or f"{number:+,}") == number


@given(st.dates(date(1000, 1, 1)), st.times())
def test_a_time_of_a_clock_of_twelve_hours_stays_the_same_time(day: date, clock: time) -> None:
    moment = datetime.combine(day, clock.replace(second=0, microsecond=0))
    assert moment_of(rewritten(moment.strftime("%Y-%m-%d %I:%M %p"), "edgar-time") or "") == moment


@given(st.text(max_size=20), st.sampled_from(["decimal", "date", "month-day", "edgar-time"]))
def test_any_text_is_left_or_becomes_one_that_is_read(value: str, form: str) -> None:
    readers = {"decimal": decimal_of, "date": date_of, "month-day": month_day_of, "edgar-time": moment_of}
    better = rewritten(value, form)
    assert better is None or readers[form](better) is not None
