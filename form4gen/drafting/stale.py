"""Whether a footnote of an earlier form still applies to what is held."""

from __future__ import annotations

from datetime import date

from form4gen.model.wording import day
from form4gen.prose.days import days_in
from form4gen.prose.reading import read

_OF_A_TRADE = {
    "an average price of earlier trades": ("average_price", "several_trades", "price_range", "undertaking"),
    "a Rule 10b5-1 plan of earlier trades": ("plan_10b5_1", "plan_adopted_on"),
    "an earlier vesting, exercise or withholding": (
        "vesting_event", "withheld_for_tax", "withheld_for_price", "sold_to_cover",
    ),
    "a correction of an earlier form": ("correction", "late"),
    "a change that the balance already includes": (
        "plan_purchase", "balance_explained", "change_of_form", "distribution", "domestic_order", "gift_received",
        "gift_made", "inheritance", "split_adjusted", "dividend_equivalents",
    ),
}  # fmt: skip
_OF_A_HOLDING = ("through_whom", "control", "disclaimer", "group", "deputized", "unit_terms", "no_expiration")
_VESTING = ("vesting_schedule", "vesting_mentioned", "fully_vested")


def why_stale(text: str, on: date) -> str:
    """Why a footnote no longer applies on a day; empty if it does.

    What describes the holder or the terms of a security applies as long as it is held. A vesting whose last day has
    passed is over.
    """
    reading = read(text)
    if reading.says(*_OF_A_HOLDING):
        return ""
    for why, claims in _OF_A_TRADE.items():
        if reading.says(*claims):
            return why
    days = days_in(text)
    if days and reading.says(*_VESTING) and max(days) < on:
        return f"a vesting that ended on {day(max(days))}"
    return ""
