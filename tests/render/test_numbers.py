from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from form4gen.render.numbers import day, dollars, number, price


@pytest.mark.parametrize("typed", ["0", "0.0", "0.00", "0.0000", "-0"])
def test_zero_in_any_spelling_is_printed_0(typed: str) -> None:
    assert number(Decimal(typed)) == "0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1", "1"), ("999", "999"), ("1000", "1,000"), ("60000000", "60,000,000"), ("1E+3", "1,000"),
        ("007", "7"), ("-1500", "-1,500"),
    ],
)  # fmt: skip
def test_an_integer_is_grouped_by_thousands(typed: str, printed: str) -> None:
    assert number(Decimal(typed)) == printed


@pytest.mark.parametrize(("typed", "printed"), [("26.8", "26.80"), ("17500.0", "17,500.00"), (".5", "0.50")])
def test_one_decimal_is_padded_to_two(typed: str, printed: str) -> None:
    assert number(Decimal(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("26.80", "26.8"), ("17.00", "17"), ("167.5880", "167.588"), ("23.8257", "23.8257"), ("100.00", "100"),
        ("14273.9165", "14,273.9165"),
    ],
)  # fmt: skip
def test_zeros_at_the_end_of_two_or_more_decimals_are_dropped(typed: str, printed: str) -> None:
    assert number(Decimal(typed)) == printed


def test_no_digit_that_counts_is_ever_rounded_away() -> None:
    assert number(Decimal("1.23456789")) == "1.23456789"
    assert number(Decimal("123456789012345678901234567890.1234")) == "123,456,789,012,345,678,901,234,567,890.1234"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("15", "15.00"), ("11.8", "11.80"), ("11.80", "11.80"), ("11.800", "11.800"), ("41.3862", "41.3862"),
        (".5", "0.50"), ("1E+3", "1,000.00"), ("12345.6", "12,345.60"), ("-2", "-2.00"), ("0", "0"), ("0.00", "0"),
        ("0.001", "0.001"),
    ],
)  # fmt: skip
def test_a_price_has_two_decimals_or_as_many_as_were_typed_unless_it_is_zero(typed: str, printed: str) -> None:
    assert price(Decimal(typed)) == f"$ {printed}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("60000000", "60,000,000"), ("2.6", "2.60"), ("2.60", "2.60"), ("1.250", "1.250"), ("0", "0")],
)
def test_an_amount_of_money_has_the_decimals_that_were_typed_and_never_one(typed: str, printed: str) -> None:
    assert dollars(Decimal(typed)) == f"$ {printed}"


def test_a_day_is_written_month_day_year() -> None:
    assert day(date(2017, 11, 4)) == "11/04/2017"
    assert day(date(987, 1, 2)) == "01/02/0987"
