"""Numbers and days read the same everywhere."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from form4gen.model.unfit import UNFIT
from form4gen.model.wording import day, number, weekday


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
        "05 Jan 2026", "05 Feb 2026", "05 Mar 2026", "05 Apr 2026", "05 May 2026", "05 Jun 2026",
        "05 Jul 2026", "05 Aug 2026", "05 Sep 2026", "05 Oct 2026", "05 Nov 2026", "05 Dec 2026",
    ]  # fmt: skip


def test_a_weekday_stands_before_the_day() -> None:
    assert [weekday(date(2026, 11, day))[:6] for day in range(2, 9)] == [
        "Mon 02", "Tue 03", "Wed 04", "Thu 05", "Fri 06", "Sat 07", "Sun 08",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "character", ["\t", "\n", "\r", " ", "~", "\u00a0", "é", "€", "א", "漢", "\u200b", "\U0001f600"]
)
def test_a_character_that_can_be_shown_is_fit(character: str) -> None:
    assert not re.search(f"[{UNFIT}]", character)
