"""Numbers, days and times have one written form each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of


@pytest.mark.parametrize(
    "text",
    ["0", "-1", "2.64", "2000", "0.0001", "10.00", "9" * 29, "9" * 30, "0." + "1" * 29, "0." + "1" * 30],
)
def test_a_plain_decimal_keeps_every_digit(text: str) -> None:
    assert str(decimal_of(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "-", ".5", "5.", "+1", "01", "00", "1e3", "1E400", "NaN", "Infinity", "-Infinity", "1,000", "$1", " 1",
        "1\n", "1_000", "0x1F", "\u0661", "\uff11", "1.2.3", "--1", "9" * 31, "0." + "1" * 31, "1" * 5000,
    ],
)  # fmt: skip
def test_what_is_not_a_plain_decimal_is_none(text: str) -> None:
    assert decimal_of(text) is None


@pytest.mark.parametrize("text", ["-0", "-0.00", "-0." + "0" * 30])
def test_zero_has_no_sign(text: str) -> None:
    found = decimal_of(text)
    assert found == 0
    assert found is not None
    assert not found.is_signed()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-(10**20), max_value=10**20))
def test_a_decimal_written_out_is_read_back_exactly(value: Decimal) -> None:
    assert decimal_of(f"{value:f}") == value


@pytest.mark.parametrize("text", ["0001-01-01", "2016-02-29", "2017-11-14", "9999-12-31"])
def test_a_day_is_read(text: str) -> None:
    assert date_of(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "2017-02-29", "2017-02-30", "2017-13-01", "2017-00-10", "2017-11-00", "0000-01-01", "11/14/2017",
        "20171114", "2017-11-1", "2017-11-140", "2017-11-14T", "2017-W46-2", " 2017-11-1", "2017-11-14\n",
        "\uff12017-11-14", "201\uff17-11-14", "2017/11/14",
    ],
)  # fmt: skip
def test_what_is_not_a_day_is_none(text: str) -> None:
    assert date_of(text) is None


@pytest.mark.parametrize("text", ["12-31", "06-30", "02-28", "02-29"])
def test_a_day_of_a_year_is_read(text: str) -> None:
    assert month_day_of(text) == text


@pytest.mark.parametrize("text", ["", "12-32", "13-01", "02-30", "1231", "2-29", "12/31", "12-31\n", "--12-31"])
def test_what_is_not_a_day_of_a_year_is_none(text: str) -> None:
    assert month_day_of(text) is None


def test_a_time_without_offset_is_naive() -> None:
    assert moment_of("2026-11-09T16:05") == datetime(2026, 11, 9, 16, 5)  # noqa: DTZ001  it means US Eastern time


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2026-11-09T16:05:00-05:00", timezone(timedelta(hours=-5))),
        ("2026-11-09T16:05+05:30", timezone(timedelta(hours=5, minutes=30))),
        ("2026-11-09T16:05:00Z", UTC),
    ],
)
def test_a_time_with_offset_is_aware(text: str, zone: timezone) -> None:
    assert moment_of(text) == datetime(2026, 11, 9, 16, 5, tzinfo=zone)


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-11-09", "2026-11-09 16:05", "2026-11-09T16", "2026-11-09T1605", "2026-11-09T24:00",
        "2026-11-09T16:60", "2026-11-09T16:05:60", "2026-02-30T16:05", "2026-11-09T16:05:00.5", "2026-11-09T16:05-05",
        "2026-11-09T16:05EST", "2026-11-09T16:05-24:00", "2026-11-09T16:05\n",
    ],
)  # fmt: skip
def test_what_is_not_a_time_is_none(text: str) -> None:
    assert moment_of(text) is None
