"""From which day the two business days run: the trade, the notice, or the day to which a footnote moves a vesting."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from accounts.form import form, row

from form4gen.accounts.deadlines import Reading, may_be_deferred, moved_to, window_of

MOVES = "If the vesting date falls on a non-business day, the next business day shall apply."


def test_a_row_without_a_date_has_no_window() -> None:
    filing = form(row("S", "D", transactionDate={}))
    assert window_of(filing.transactions[0], filing) is None


@pytest.mark.parametrize(
    ("when", "moved"),
    [
        ("2026-11-06", None),
        ("2026-11-07", date(2026, 11, 9)),
        ("2026-11-08", date(2026, 11, 9)),
        ("2026-11-09", None),
        ("2026-11-11", date(2026, 11, 12)),
        ("9999-12-31", None),
    ],
)
def test_a_footnote_moves_a_vesting_from_a_closed_day_to_the_next_business_day(when: str, moved: date | None) -> None:
    filing = form(row("M", "A", when, note=MOVES))
    assert moved_to(filing.transactions[0], filing) == moved


@pytest.mark.parametrize(
    "given",
    [
        row("S", "D", "2026-11-07", note=MOVES),
        row("M", "A", "2026-11-07"),
        row("M", "A", transactionDate={}, note=MOVES),
    ],
)
def test_it_moves_no_sale_and_nothing_without_words_or_a_date(given: dict[str, Any]) -> None:
    filing = form(given)
    assert moved_to(filing.transactions[0], filing) is None


def test_the_words_may_be_on_another_row_of_the_award() -> None:
    filing = form(row("F", "D", "2026-11-07"), row("M", "A", "2026-11-07", note=MOVES))
    found = window_of(filing.transactions[0], filing)
    assert found is not None
    assert (found.reading, found.latest) == (Reading.NEXT_BUSINESS_DAY, datetime(2026, 11, 12, 22))  # noqa: DTZ001  US Eastern


@pytest.mark.parametrize(
    ("code", "note", "may"),
    [
        ("I", "", True),
        ("S", "A discretionary transaction in the Issuer's 401(k) plan.", True),
        ("P", "An intra-plan transfer.", True),
        ("S", "Sold under a Rule 10b5-1 plan.", True),
        ("M", "Exercised under a Rule 10b5-1 plan.", True),
        ("M", "A discretionary transaction.", False),
        ("S", "Sold on the exchange.", False),
        ("A", "Granted under a Rule 10b5-1 plan.", False),
    ],
)
def test_only_a_trade_by_plan_or_a_discretionary_one_may_be_deemed_later(code: str, note: str, may: bool) -> None:  # noqa: FBT001
    filing = form(row(code, "D", note=note))
    assert may_be_deferred(filing.transactions[0], filing) is may
