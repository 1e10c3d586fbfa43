"""Rows are put in an order in which their balances follow one another, where there is one."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.accounts.trails import Leg, by_balance, trails


@pytest.mark.parametrize(
    ("edges", "first", "expected"),
    [
        ([], None, []),
        ([(0, 1)], None, [[0]]),
        ([(3, 2), (1, 0), (2, 1)], 3, [[0, 2, 1]]),
        ([(1, 2), (2, 1)], 2, [[1, 0]]),
        ([(1, 2), (2, 1)], None, [[0, 1]]),
        ([(0, 1), (0, 2)], None, [[0], [1]]),
        ([(0, 1), (5, 6)], 5, [[1], [0]]),
        ([(0, 1), (5, 6), (1, 0)], 0, [[0, 2], [1]]),
        ([(4, 4)], 4, [[0]]),
    ],
)
def test_edges_are_joined_into_as_few_trails_as_possible(
    edges: list[tuple[int, int]], first: int | None, expected: list[list[int]]
) -> None:
    assert trails(edges, first) == expected


@given(st.lists(st.integers(0, 4), min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_the_steps_of_a_walk_in_any_order_are_one_trail_from_where_it_began(walk: list[int], random: object) -> None:
    edges = list(itertools.pairwise(walk))
    random.shuffle(edges)  # type: ignore[attr-defined]
    [trail] = trails(edges, walk[0])
    assert sorted(trail) == list(range(len(edges)))
    assert edges[trail[0]][0] == walk[0]
    assert all(edges[one][1] == edges[two][0] for one, two in itertools.pairwise(trail))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_every_edge_is_used_once_and_each_trail_is_connected(edges: list[tuple[int, int]]) -> None:
    found = trails(edges)
    assert sorted(place for trail in found for place in trail) == list(range(len(edges)))
    for trail in found:
        assert all(edges[one][1] == edges[two][0] for one, two in itertools.pairwise(trail))


def _ordered(*rows: tuple[int, str, str]) -> list[tuple[int, str, str]]:
    return by_balance(rows, lambda row: Leg(Decimal(row[1]), Decimal(row[2])), lambda row: row[0])


def test_a_days_rows_follow_their_balances_and_days_keep_their_order() -> None:
    by_price = (
        (5, "9500", "8530"),
        (5, "10000", "9500"),
        (5, "8530", "8281"),
        (6, "8000", "7000"),
        (6, "8281", "8000"),
    )
    assert [row[2] for row in _ordered(*by_price)] == ["9500", "8530", "8281", "8000", "7000"]


def test_a_day_begins_where_the_day_before_ended_though_its_rows_go_round() -> None:
    rows = ((1, "5", "10"), (2, "12", "10"), (2, "10", "12"))
    assert [row[1] for row in _ordered(*rows)] == ["5", "10", "12"]


@pytest.mark.parametrize(("before", "follows"), [("9500", True), ("9500.99", True), ("9501", False)])
def test_a_fraction_of_a_share_does_not_break_a_trail(before: str, follows: bool) -> None:  # noqa: FBT001  a case
    rows = ((5, before, "8530"), (5, "10000", "9500"))
    assert (_ordered(*rows)[0][1] == "10000") is follows
