"""Rows of two forms are matched by what they report."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form, option
from accounts.histories import holding, trade

from form4gen.accounts.row_matching import matched

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
