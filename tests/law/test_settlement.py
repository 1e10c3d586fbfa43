"""Trades settle some market days after the trade; how many has changed."""

from __future__ import annotations

from datetime import date

import pytest

from form4gen.law.settlement import CYCLES, settles_on


@pytest.mark.parametrize(
    ("traded", "settled"),
    [
        (date(2024, 5, 24), date(2024, 5, 29)),  # the last trade day of T+2, before Memorial Day
        (date(2024, 5, 28), date(2024, 5, 29)),  # the first of T+1
        (date(2024, 5, 29), date(2024, 5, 30)),
        (date(2017, 9, 1), date(2017, 9, 7)),  # the last of T+3, before Labor Day
        (date(2017, 9, 5), date(2017, 9, 7)),  # the first of T+2
        (date(2026, 11, 16), date(2026, 11, 17)),
        (date(2026, 11, 20), date(2026, 11, 23)),  # over a weekend
        (date(2026, 11, 10), date(2026, 11, 12)),  # markets trade on Veterans Day, banks are closed
        (date(2026, 4, 2), date(2026, 4, 6)),  # over Good Friday
        (date(2003, 1, 2), date(2003, 1, 7)),
        (date(2002, 12, 31), None),
    ],
)
def test_a_trade_settles_on_a_day_on_which_markets_and_banks_are_open(traded: date, settled: date | None) -> None:
    assert settles_on(traded) == settled


def test_the_cycles_are_listed_from_the_latest_to_the_first() -> None:
    assert [each.since for each in CYCLES] == sorted((each.since for each in CYCLES), reverse=True)
    assert [each.days for each in CYCLES] == [1, 2, 3]
