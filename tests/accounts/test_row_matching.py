"""Rows of two forms are matched by what they report."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form, option
from accounts.histories import holding, trade

from form4gen.accounts.row_matching import additions, matched

BUY = trade("P", "A", "2026-03-02", 100, 1100)
SELL = trade("S", "D", "2026-03-02", 50, 1050)


def pairs(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[tuple[int, int]]:
    found = matched(form(*first).rows, form(*second).rows)
    return [(one.number, two.number) for one, two in found.pairs]


def test_rows_are_matched_in_any_order() -> None:
    assert pairs([BUY, SELL, holding(5)], [holding(5), SELL, BUY]) == [(1, 3), (2, 2), (3, 1)]


@pytest.mark.parametrize(
    "change",
    [
        {"transactionPricePerShare": 9},
        {"sharesOwnedFollowingTransaction": 1},
        {"transactionShares": 101},
        {"transactionAcquiredDisposedCode": "D"},
        {"natureOfOwnership": "By Trust", "directOrIndirectOwnership": "I"},
        {"securityTitle": "Class A Common Stock"},
        {"transactionDate": "2026-03-03"},
        {"transactionCode": "J"},
    ],
)
def test_a_row_with_one_fact_corrected_is_still_the_same_row(change: dict[str, Any]) -> None:
    assert pairs([SELL, BUY], [BUY | change, SELL]) == [(1, 2), (2, 1)]


def test_a_holding_is_matched_by_its_line_whatever_it_holds() -> None:
    trust = {"directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    assert pairs([holding(5), holding(6, **trust)], [holding(7, **trust), holding(8)]) == [(1, 2), (2, 1)]


def test_the_last_row_of_a_class_is_matched_and_two_are_not() -> None:
    other = trade("G", "D", "2026-04-01", 7, 3)
    assert pairs([BUY], [other]) == [(1, 1)]
    assert pairs([BUY], [other, other | {"transactionShares": 8}]) == []


def test_rows_of_different_tables_and_kinds_are_never_matched() -> None:
    assert pairs([BUY, option("P", "A")], [holding(1100)]) == []
    found = matched(form(BUY).rows, form(holding(1)).rows)
    assert (len(found.only_first), len(found.only_second)) == (1, 1)


def test_equal_rows_are_matched_one_to_one() -> None:
    found = matched(form(BUY, BUY, BUY).rows, form(BUY, BUY).rows)
    assert [(one.number, two.number) for one, two in found.pairs] == [(1, 1), (2, 2)]
    assert [row.number for row in found.only_first] == [3]
    assert found.only_second == ()


@pytest.mark.parametrize(("balance", "is_new"), [(1029, False), (1030, True), (1031, False)])
def test_a_row_of_an_amendment_that_continues_a_balance_of_the_form_is_new(balance: int, *, is_new: bool) -> None:
    first = form(BUY, SELL).rows
    second = form(trade("S", "D", "2026-03-02", 20, balance)).rows
    found = matched(first, second, additions(first, second))
    assert (found.only_second == second) == is_new


def test_a_corrected_number_of_the_second_of_two_rows_is_not_new() -> None:
    first, second = form(BUY, SELL).rows, form(trade("S", "D", "2026-03-02", 60, 1040)).rows
    assert additions(first, second) == set()


@pytest.mark.parametrize(("price", "is_new"), [(10, False), (11, True)])
def test_the_same_trade_with_the_next_balance_is_a_corrected_balance_unless_its_price_differs(
    price: int, *, is_new: bool
) -> None:
    first = form(SELL | {"transactionPricePerShare": 10}).rows
    second = form(SELL | {"sharesOwnedFollowingTransaction": 1000, "transactionPricePerShare": price}).rows
    assert bool(additions(first, second)) == is_new


def test_rows_without_a_balance_or_a_direction_are_not_new() -> None:
    first = form(SELL).rows
    for blank in ({"sharesOwnedFollowingTransaction": None}, {"transactionAcquiredDisposedCode": None}):
        row = {
            key: value for key, value in (trade("S", "D", "2026-03-02", 20, 1030) | blank).items() if value is not None
        }
        assert additions(first, form(row).rows) == set()
