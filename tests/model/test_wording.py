"""Numbers and days read the same everywhere."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from form4gen.model.unfit import UNFIT
from form4gen.model.wording import character_at, clock, day, moment, number, weekday


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("227927", "227,927"), ("2.640", "2.640"), ("0.0001", "0.0001"),
        ("-1234.5", "-1,234.5"), ("1E+3", "1,000"), ("0." + "0" * 29 + "1", "0." + "0" * 29 + "1"),
        ("9" * 30, ",".join(["999"] * 10)),
    ],
)  # fmt: skip
def test_a_number_is_grouped_and_no_digit_is_lost(value: str, words: str) -> None:
    assert number(Decimal(value)) == words


def test_a_day_has_an_english_month() -> None:
    assert [day(date(2026, month, 5)) for month in range(1, 13)] == [
        "Jan 5, 2026", "Feb 5, 2026", "Mar 5, 2026", "Apr 5, 2026", "May 5, 2026", "Jun 5, 2026",
        "Jul 5, 2026", "Aug 5, 2026", "Sep 5, 2026", "Oct 5, 2026", "Nov 5, 2026", "Dec 5, 2026",
    ]  # fmt: skip


def test_a_weekday_is_written_before_the_day() -> None:
    assert [weekday(date(2026, 11, day)).removesuffix(", 2026") for day in range(2, 9)] == [
        "Mon, Nov 2", "Tue, Nov 3", "Wed, Nov 4", "Thu, Nov 5", "Fri, Nov 6", "Sat, Nov 7", "Sun, Nov 8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "character", ["\t", "\n", "\r", " ", "~", "\u00a0", "é", "€", "א", "漢", "\u200b", "\U0001f600"]
)
def test_a_character_that_can_be_shown_is_fit(character: str) -> None:
    assert not re.search(f"[{UNFIT}]", character)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 0), "12:00 a.m. ET"), (time(0, 59), "12:59 a.m. ET"), (time(1, 5), "1:05 a.m. ET"),
        (time(11, 59), "11:59 a.m. ET"), (time(12, 0), "12:00 p.m. ET"), (time(13, 0), "1:00 p.m. ET"),
        (time(22, 0), "10:00 p.m. ET"), (time(23, 59), "11:59 p.m. ET"),
    ],
)  # fmt: skip
def test_a_time_of_day_has_twelve_hours_and_the_zone(at: time, words: str) -> None:
    assert clock(at) == words


def test_a_moment_is_a_weekday_a_day_and_a_time() -> None:
    assert moment(datetime(2026, 11, 9, 22, 0)) == "Mon, Nov 9, 2026, 10:00 p.m. ET"  # noqa: DTZ001  no zone is meant


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("TECO\u200bGEN", 4, 'U+200B ZERO WIDTH SPACE (character 5, after "TECO")'),
        ("\u00a0TECO", 0, "U+00A0 NO-BREAK SPACE (character 1)"),
        ("\u200b\u00ad", 1, "U+00AD SOFT HYPHEN (character 2)"),
        ("A \u0007", 2, 'U+0007 (character 3, after "A")'),
        ("A\u0007\u200b\n\U000e0041", 4, 'U+E0041 TAG LATIN CAPITAL LETTER A (character 5, after "A")'),
        ("x" * 21 + "\u200b", 21, f'U+200B ZERO WIDTH SPACE (character 22, after "{"x" * 20}")'),
        ("x" * 999 + "\u200b", 999, f'U+200B ZERO WIDTH SPACE (character 1,000, after "{"x" * 20}")'),
    ],
)
def test_a_character_is_shown_with_its_place(text: str, at: int, words: str) -> None:
    assert character_at(text, at) == words
