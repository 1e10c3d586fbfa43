"""Shares that were sold for taxes on a vest or exercise: a sale that a row of its own must report."""

from __future__ import annotations

from collections.abc import Sequence

from form4gen.drafting.fills.events import Line
from form4gen.drafting.fills.groups import total
from form4gen.model.wording import number


def unreported_sales(lines: Sequence[Line]) -> list[str]:
    """What to add where the files have fewer sales than shares that were sold for taxes."""
    sold = total(line.sold for line in lines)
    sales = total(leg.shares for line in lines for leg in line.legs if leg.code == "S")
    if sales >= sold:
        return []
    remark = (
        f"{number(sold)} shares were sold for taxes, and the files have sales of {number(sales)}: add the broker's "
        "confirmation of the sale, or enter it by hand (code S)."
    )
    return [remark]
