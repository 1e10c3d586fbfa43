"""Currencies other than the U.S. dollar, as footnotes write them."""

from __future__ import annotations

import pytest

from form4gen.prose.prices import names_foreign_currency


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sold at C$12.50.", "C$"),
        ("Sold at S$3.10.", "S$"),
        ("Sold at Cdn$12.50.", "Cdn$"),
        ("Sold at (R$5.00).", "R$"),
        ("Sold at 12.50 CAD.", "CAD"),
        ("Sold at \u00a310.", "\u00a3"),
        ("Sold at $12.50.", None),
        ("Sold at US$12.50.", None),
        ("Sold at U.S.$12.50.", None),
        ("CADENCE sold its shares.", None),
    ],
)
def test_a_currency_is_found_by_its_sign_or_code(text: str, found: str | None) -> None:
    assert names_foreign_currency(text) == found
