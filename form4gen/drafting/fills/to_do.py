"""What the rows that are no transactions may leave to do: sales for taxes, exempt purchases, unknown actions."""

from __future__ import annotations

from collections.abc import Sequence

from form4gen.drafting.fills.events import Line
from form4gen.drafting.fills.groups import total
from form4gen.model.wording import day, number

_MOST_NAMED = 5


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


def exempt_purchases(lines: Sequence[Line]) -> list[str]:
    """What to do about purchases under an employee stock purchase plan, which add to the balance without a row."""
    days = [line.exempt for line in lines if line.exempt]
    if not days:
        return []
    remark = (
        f"The last purchase under an employee stock purchase plan is of {day(max(days))}. If the number held before "
        "lacks such shares, correct it, and state them in a footnote."
    )
    return [remark]


def unknown_actions(lines: Sequence[Line]) -> list[str]:
    """What to do about rows that may be transactions, by an action that the map does not know."""
    sources = [line.source for line in lines if line.is_doubtful]
    if not sources:
        return []
    more = "" if len(sources) <= _MOST_NAMED else f", and {len(sources) - _MOST_NAMED} more"
    named = "; ".join(map(str, sources[:_MOST_NAMED])) + more
    remark = f"These rows have a number of securities and are not read: {named}."
    return [f"{remark} If one is a gift, a grant, a transfer or an option, enter it by hand."]
