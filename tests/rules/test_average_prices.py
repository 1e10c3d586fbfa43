"""How footnotes on average prices are read: the ways in which filers write a range."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.prose.prices import prices_in
from form4gen.prose.reading import read

PRICES = st.decimals("0.01", "99999.9999", places=4)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at prices ranging from $208.33 to $209.31; the price reported above", "208.33", "209.31"),
        ("at prices ranging from $1,155.25 to $1,156.24, inclusive.", "1155.25", "1156.24"),
        ("at prices ranging from $179.865 to $179.87 per share", "179.865", "179.87"),
        ("at prices between $54.03 and $54.97 per share.", "54.03", "54.97"),
        ("at prices of $34.75 - $35.74.", "34.75", "35.74"),
        ("at prices of $34.75\u201335.74.", "34.75", "35.74"),
        ("from a low of $25.25 to a high of $25.60.", "25.25", "25.60"),
        ("from $.95 through $1", "0.95", "1"),
        ("from $9.95 per share to $10.02 per share", "9.95", "10.02"),
        ("prices from 14.00 to 14.75", "14.00", "14.75"),
        ("prices from $15.00 to $14.01", "14.01", "15.00"),
    ],
)
def test_a_range_is_read(words: str, low: str, high: str) -> None:
    found = prices_in(f"Weighted average price, {words}")
    assert found.ranges == ((Decimal(low), Decimal(high)),)
    assert found.is_certain
    assert found.unreadable is None


@pytest.mark.parametrize(
    "words",
    [
        "within the ranges set forth in footnotes (1) through (8)",
        "bought in 3 to 5 trades",
        "converted 2.5 to 1",
        "of 1.50% to 2.00%",
        "on 01/02/2024 and 01/03/2024",
        "of 1,500 to 2,000 shares",
    ],
)
def test_other_numbers_are_no_range(words: str) -> None:
    assert prices_in(words).ranges == ()


@pytest.mark.parametrize(
    "words",
    [
        "from HK$14.00 to HK$14.50",
        "from \u00a314.00 to \u00a315.50",
        "CAD 14.00 to 15.50",
        "ranging from ten to eleven dollars",
    ],
)
def test_other_currencies_and_words_make_the_reading_uncertain(words: str) -> None:
    assert not prices_in(words).is_certain


@given(PRICES, PRICES)
def test_any_two_prices_are_read_as_written(one: Decimal, other: Decimal) -> None:
    found = prices_in(f"Average price of trades at ${one:,f} to ${other:,f}, inclusive.")
    assert found.ranges == ((min(one, other), max(one, other)),)
    assert (found.amounts, found.unreadable) == (2, None)


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert prices_in(text).amounts >= 0


@pytest.mark.parametrize(
    ("words", "is_average"),
    [
        ("The price reported is a weighted average price.", True),
        ("Executed in multiple trades.", True),
        ("The average sales price.", True),
        ("The volume weighted average price of the 30 days before.", False),
        ("The trailing average closing price of 90 days.", False),
        ("The weighted average closing price.", False),
        ("Sold to the trustee.", False),
    ],
)
def test_an_average_of_trades_differs_from_an_average_of_days(words: str, is_average: bool) -> None:  # noqa: FBT001
    assert read(words).says("average_price", "several_trades") is is_average
