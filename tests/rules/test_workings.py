"""The sums between rows."""

from __future__ import annotations

from typing import Any

import pytest
from case_base import filing

from form4gen.accounts.workings import Working, workings

BASE = "exercise-and-sale"
WITHHELD = "/nonDerivativeTable/4/transactionShares"


def sums(changes: dict[str, Any] | None = None, remove: tuple[str, ...] = ()) -> dict[str, Working]:
    return {each.subject: each for each in workings(filing(changes, BASE, remove))}


def test_every_sum_is_shown_right_or_wrong() -> None:
    assert [(each.subject, each.words, each.agrees) for each in workings(filing(base=BASE))] == [
        ("Exercised (code M) on Nov 5, 2026", "Table II disposes of 12,000, Table I acquires 12,000", True),
        ("Exercised (code M) on Nov 6, 2026", "Table II disposes of 3,000, Table I acquires 3,000", True),
        (
            "Withheld (code F) on Nov 6, 2026",
            "1,104 of 3,000 received (36.80%), 1,104 x $42.05 = $46,423.20",
            True,
        ),
        ("Table I, row 2, average price", "$41.3862 is within $41.00 to $41.95 (range $0.95)", True),
        ("Table I, row 3, average price", "$42.1175 is within $42.00 to $42.40 (range $0.40)", True),
    ]


def test_a_sum_knows_its_places() -> None:
    assert [place.pointer for place in sums()["Withheld (code F) on Nov 6, 2026"].places] == [
        "/nonDerivativeTable/3",
        "/nonDerivativeTable/4",
    ]


def test_an_exercise_of_another_amount_says_how_far_apart() -> None:
    other = sums({"/nonDerivativeTable/0/transactionShares": 11000})["Exercised (code M) on Nov 5, 2026"]
    assert (other.words, other.agrees) == (
        "Table II disposes of 12,000, Table I acquires 11,000, difference 1,000",
        False,
    )


@pytest.mark.parametrize(
    ("withheld", "share", "agrees"),
    [(2999, "99.97", True), (3000, "100.00", True), (3001, "100.03", False)],
)
def test_no_more_can_be_withheld_than_was_received(withheld: int, share: str, agrees: bool) -> None:  # noqa: FBT001
    found = sums({WITHHELD: withheld})["Withheld (code F) on Nov 6, 2026"]
    assert f"({share}%)" in found.words
    assert found.agrees is agrees


def test_withholding_without_a_reported_receipt_contradicts_nothing() -> None:
    found = sums(remove=("/nonDerivativeTable/3", "/derivativeTable/1"))["Withheld (code F) on Nov 6, 2026"]
    assert (found.words, found.agrees) == ("1,104 of 0 received, 1,104 x $42.05 = $46,423.20", True)


def test_without_every_price_no_value_is_given() -> None:
    found = sums({"/nonDerivativeTable/4/transactionPricePerShare": {"footnotes": ["F4"]}})
    assert found["Withheld (code F) on Nov 6, 2026"].words == "1,104 of 3,000 received (36.80%)"


@pytest.mark.parametrize(("price", "agrees"), [(40.994, False), (40.995, True), (41.955, True), (41.956, False)])
def test_an_average_lies_within_its_range_to_half_a_unit(price: float, agrees: bool) -> None:  # noqa: FBT001
    found = sums({"/nonDerivativeTable/1/transactionPricePerShare": {"value": price, "footnotes": ["F2"]}})
    each = found["Table I, row 2, average price"]
    assert each.agrees is agrees
    assert each.words == f"${price} is {'within' if agrees else 'not within'} $41.00 to $41.95 (range $0.95)"


def test_an_average_without_a_price_or_a_single_range_is_no_sum() -> None:
    bare = {"/nonDerivativeTable/1/transactionPricePerShare": {"footnotes": ["F2"]}}
    assert "Table I, row 2, average price" not in sums(bare)
    ranges = {"/footnotes/F2": "Weighted average of sales from $41.00 to $41.50 and from $42.00 to $42.50."}
    assert "Table I, row 2, average price" not in sums(ranges)


def test_digits_are_never_lost() -> None:
    large = "100000000000000000000000001104.5"
    assert "100,000,000,000,000,000,000,000,001,104.5 of 3,000" in sums({WITHHELD: large})[
        "Withheld (code F) on Nov 6, 2026"
    ].words  # fmt: skip


@pytest.mark.parametrize(
    ("prices", "words"),
    [((41.5,), "100 at $41.50"), ((41.5, 41.6), "200 at $41.50 to $41.60, average $41.55")],
)
def test_the_fills_of_a_row_are_summed_up(prices: tuple[float, ...], words: str) -> None:
    assert _confirmed(prices, {}).words == words


@pytest.mark.parametrize(
    ("shares", "price", "agrees"),
    [(200, 41.55, True), (200, 41.56, False), (201, 41.55, False)],
)
def test_fills_agree_with_their_row_in_number_and_price(shares: int, price: float, agrees: bool) -> None:  # noqa: FBT001
    reported = {"transactionShares": shares, "transactionPricePerShare": {"value": price, "footnotes": ["F2"]}}
    assert _confirmed((41.5, 41.6), reported).agrees is agrees


def _confirmed(prices: tuple[float, ...], reported: dict[str, Any]) -> Working:
    fill = {"transactionDate": "2026-11-05", "transactionCode": "S", "transactionShares": 100}
    fills = [fill | {"transactionPricePerShare": price, "place": "/nonDerivativeTable/1"} for price in prices]
    changes = {f"/nonDerivativeTable/1/{key}": value for key, value in reported.items()}
    return sums({"/context/tradeConfirmations": fills, **changes})["Table I, row 2, trade confirmations"]
