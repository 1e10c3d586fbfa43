"""Which rows the confirmed fills of a day belong to."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form, row

from form4gen.accounts.confirmations import lots
from form4gen.bounds import CLASSES
from form4gen.model.filing import Filing

DAY = "2026-09-10"
RANGE = (
    "The price is a weighted average. The shares were sold in multiple transactions at prices ranging from {} to {}."
)


def fill(price: float, shares: int = 100, title: str = "Common Stock") -> dict[str, Any]:
    return {
        "securityTitle": title,
        "transactionDate": DAY,
        "transactionCode": "S",
        "transactionShares": shares,
        "transactionPricePerShare": price,
    }


def sale(price: float, note: str = "", title: str = "Common Stock") -> dict[str, Any]:
    stated: Any = {"value": price, "footnotes": [note]} if note else price
    return row("S", "D", DAY, transactionPricePerShare=stated, securityTitle=title)


def numbers(filing: Filing) -> list[tuple[list[int], list[int]]]:
    """Each lot as the numbers of its rows and the amounts of its fills."""
    return [
        ([each.number for each in lot.rows], [int(one.source.transaction_shares or 0) for one in lot.fills])
        for lot in lots(filing)
    ]


def of_two_ranges(*fills: dict[str, Any]) -> Filing:
    """A form of two sales, at averages of 10.00 to 10.50 and 20.00 to 20.50, and a third at exactly 30."""
    rows = (
        sale(10.2, RANGE.format("$10.00", "$10.50")),
        sale(20.2, RANGE.format("$20.00", "$20.50")),
        sale(30),
    )
    return form(*rows, context={"tradeConfirmations": list(fills)})


@pytest.mark.parametrize(("price", "expected"), [(10.0, 1), (10.3, 1), (10.5, 1), (20.0, 2), (20.5, 2), (30, 3)])
def test_a_fill_belongs_to_the_row_whose_range_or_price_it_fits(price: float, expected: int) -> None:
    assert numbers(of_two_ranges(fill(price))) == [([expected], [100])]


@pytest.mark.parametrize("price", [9.9, 10.6, 19.9, 20.6, 29, 31])
def test_a_fill_that_fits_no_row_makes_the_rows_of_the_day_one_lot(price: float) -> None:
    assert numbers(of_two_ranges(fill(price), fill(10.3, 200))) == [([1, 2, 3], [100, 200])]


def test_only_the_rows_that_a_fill_touches_are_in_the_lot_of_fills_that_fit_several() -> None:
    both = (sale(10.2, RANGE.format("$10.00", "$10.50")), sale(10.4, RANGE.format("$10.20", "$10.70")), sale(30))
    filing = form(*both, sale(40), context={"tradeConfirmations": [fill(10.3), fill(30, 200)]})
    assert numbers(filing) == [([1, 2, 3], [100, 200])]


def test_a_row_whose_range_no_fill_reaches_is_not_in_the_lot() -> None:
    rows = (
        sale(10.2, RANGE.format("$10.00", "$10.50")),
        sale(10.4, RANGE.format("$10.20", "$10.70")),
        sale(20.2, RANGE.format("$20.00", "$20.50")),
    )
    filing = form(*rows, context={"tradeConfirmations": [fill(10.3)]})
    assert numbers(filing) == [([1, 2], [100])]


@pytest.mark.parametrize(("titles", "assigned"), [(CLASSES - 1, True), (CLASSES, True), (CLASSES + 1, False)])
def test_fills_of_too_many_titles_are_assigned_to_no_row(titles: int, assigned: bool) -> None:  # noqa: FBT001
    fills = [fill(30, 100, f"Series {number} Stock") for number in range(titles)]
    filing = form(sale(30, title="Series 0 Stock"), context={"tradeConfirmations": fills})
    assert numbers(filing) == ([([1], [100])] if assigned else [])


def test_the_only_row_of_a_class_is_in_the_lot_of_its_fill_whatever_the_price() -> None:
    rows = (sale(10), sale(10), sale(50, title="Class B Common Stock"))
    fills = [fill(10), fill(60, 200, "Class B Common Stock")]
    assert numbers(form(*rows, context={"tradeConfirmations": fills})) == [([1, 2, 3], [100, 200])]
