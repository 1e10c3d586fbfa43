"""The greatest profit of purchases and sales within six months."""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from case_base import filing
from hypothesis import given
from hypothesis import strategies as st

from form4gen.accounts.matching import Trade, best_pairs, first_profitable, profitable, total
from form4gen.law.short_swing import can_match

ROW = filing().transactions[0]
START = date(2026, 1, 5)


def trade(after: int, price: str, amount: str = "100") -> Trade:
    return Trade(ROW, START + timedelta(days=after), Decimal(amount), Decimal(price))


def profit(bought: list[Trade], sold: list[Trade]) -> Decimal:
    return total(best_pairs(bought, sold))


def greatest_by_trying(bought: list[Trade], sold: list[Trade]) -> Decimal:
    """The greatest profit share by share, each way tried."""
    buys = [each for each in bought for _ in range(int(each.amount))]
    sales: list[Trade | None] = [each for each in sold for _ in range(int(each.amount))]
    sales += [None] * max(0, len(buys) - len(sales))
    ways = (
        sum(
            (
                max(sale.price - buy.price, Decimal(0))
                for buy, sale in zip(buys, way, strict=False)
                if sale is not None and can_match(buy.when, sale.when)
            ),
            Decimal(0),
        )
        for way in permutations(sales, len(buys))
    )
    return max(ways, default=Decimal(0))


def test_one_purchase_and_one_sale_are_a_pair() -> None:
    (pair,) = best_pairs([trade(0, "10.00", "1000")], [trade(100, "14.50", "1500")])
    assert (pair.amount, pair.profit) == (Decimal(1000), Decimal(4500))


def test_a_sale_may_come_first() -> None:
    assert profit([trade(100, "10")], [trade(0, "14.50")]) == Decimal(450)


@pytest.mark.parametrize(("price", "gained"), [("9.99", 0), ("10.00", 0), ("10.01", 1)])
def test_only_a_profit_matches(price: str, gained: int) -> None:
    assert profit([trade(0, "10.00")], [trade(1, price)]) == gained


def test_the_lowest_purchases_go_to_the_highest_sales() -> None:
    bought, sold = [trade(0, "12"), trade(1, "10")], [trade(2, "15"), trade(3, "11")]
    assert [(pair.bought.price, pair.sold.price) for pair in best_pairs(bought, sold)] == [(10, 15)]
    assert profit(bought, sold) == Decimal(500)


def test_lowest_against_highest_is_not_the_greatest_where_the_six_months_part_the_trades() -> None:
    bought = [trade(0, "10"), trade(150, "11")]
    sold = [trade(160, "20"), trade(-40, "19")]
    assert profitable(bought, sold) == [(0, 0), (0, 1), (1, 0)]
    assert {(pair.bought.price, pair.sold.price) for pair in best_pairs(bought, sold)} == {(10, 19), (11, 20)}
    assert profit(bought, sold) == Decimal(1800)


def test_digits_are_never_lost() -> None:
    bought, sold = [trade(0, "0.0001", "100000000000000000000000000000.5")], [trade(1, "1.0002", "2e29")]
    assert profit(bought, sold) == Decimal("100010000000000000000000000000.50005")


def test_nothing_matches_nothing() -> None:
    assert best_pairs([], [trade(0, "10")]) == []
    assert best_pairs([trade(0, "10")], []) == []


_TRADES = st.lists(
    st.builds(
        trade,
        st.sampled_from((0, 60, 120, 179, 181, 240, 300)),
        st.sampled_from(("9.5", "10", "10.25", "11", "12")),
        st.sampled_from(("1", "2")),
    ),
    max_size=3,
)


@given(_TRADES, _TRADES)
def test_no_other_way_gains_more(bought: list[Trade], sold: list[Trade]) -> None:
    assert profit(bought, sold) == greatest_by_trying(bought, sold)


TRADES = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)), max_size=8)


@given(TRADES, TRADES, st.sets(st.integers(0, 15)))
def test_the_first_match_of_ours_is_the_one_found_by_comparing_each_with_each(
    buys: list[tuple[int, int]], sales: list[tuple[int, int]], own: set[int]
) -> None:
    rows = [copy(ROW) for _ in (*buys, *sales)]
    trades = [
        trade(after, str(price))._replace(row=row) for (after, price), row in zip(buys + sales, rows, strict=True)
    ]
    bought, sold = trades[: len(buys)], trades[len(buys) :]
    ours = {id(row) for number, row in enumerate(rows) if number in own}
    matching = [(bought[here], sold[there]) for here, there in profitable(bought, sold)]
    first = next((buy for buy, sale in matching if id(buy.row) in ours or id(sale.row) in ours), None)
    found = first_profitable(bought, sold, ours)
    if first is None:
        assert found is None
    elif id(first.row) in ours:
        assert found is first.row
    else:
        assert found is not None
        assert id(found) in ours
        assert any(buy is first and sale.row is found for buy, sale in matching)
