"""How a length of time is written."""

from __future__ import annotations

from datetime import timedelta

import pytest

from form4gen.report.due import span


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=1, minutes=1), "1 h 1 min"),
        (timedelta(days=2) - timedelta(minutes=1), "47 h 59 min"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=2, minutes=59), "2 days"),
        (timedelta(days=2, hours=1), "2 days 1 h"),
        (timedelta(days=999, hours=23), "999 days 23 h"),
        (timedelta(days=1000), "1,000 days"),
    ],
)
def test_it_is_in_days_from_two_days_on_and_names_no_empty_hours_or_minutes(length: timedelta, words: str) -> None:
    assert span(length) == words
