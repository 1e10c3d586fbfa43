"""Less than six months."""

from __future__ import annotations

from datetime import date

import pytest

from form4gen.law.short_swing import can_match, last_match, six_months_after


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 12, 20), date(2026, 6, 18)),
        (date(2026, 1, 1), date(2026, 6, 29)),
        (date(2026, 7, 2), date(2026, 12, 31)),
        (date(2026, 6, 30), date(2026, 12, 28)),
        (date(2026, 8, 31), date(2027, 2, 26)),
        (date(2027, 8, 31), date(2028, 2, 27)),
    ],
)
def test_the_last_day_is_two_days_before_the_day_of_the_same_number(first: date, last: date) -> None:
    assert last_match(first) == last


@pytest.mark.parametrize(
    ("sold", "matches"), [(date(2026, 6, 17), True), (date(2026, 6, 18), True), (date(2026, 6, 19), False)]
)
def test_trades_match_in_whatever_order_below_and_at_that_day_and_not_above(
    sold: date,
    matches: bool,  # noqa: FBT001
) -> None:
    bought = date(2025, 12, 20)
    assert can_match(bought, sold) is can_match(sold, bought) is matches


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (date(2026, 1, 5), date(2026, 7, 5)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(9998, 12, 31), date(9999, 6, 30)),
        (date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_six_months_later_is_the_day_of_the_same_number_or_the_last_there_is(first: date, later: date) -> None:
    assert six_months_after(first) == later
