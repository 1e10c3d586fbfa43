"""Which row a text names."""

from __future__ import annotations

import pytest
from case_base import filing

from form4gen.prose.rows import names_row

ROW = filing().transactions[0]


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Row 1 is a loan to a bank.", True),
        ("Lines 1 and 3 are loans.", True),
        ("rows #1", True),
        ("Row 2 is a loan.", False),
        ("Row 11 is a loan.", False),
        ("A row of 1 house.", False),
        ("Arrow 1 hit.", False),
        ("The COMMON  stock was lent to a bank.", True),
        ("Uncommon stock prices.", False),
        ("See Exhibit 24.", False),
        ("", False),
    ],
)
def test_a_row_is_named_by_its_number_or_by_its_title(text: str, is_named: bool) -> None:  # noqa: FBT001
    assert ROW.security_title.value == "Common Stock"
    assert names_row(text, ROW) is is_named


def test_a_row_without_a_title_is_named_by_its_number_alone() -> None:
    row = filing(remove=("/nonDerivativeTable/0/securityTitle",)).transactions[0]
    assert names_row("Row 1 is a loan.", row)
    assert not names_row("The loan.", row)
