"""Drafts in a few words: the forms of a person, a request, and what comes of them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from accounts.form import option
from accounts.histories import given, history, holding, trade

from form4gen.accounts.filing_history import Given
from form4gen.api.check import Outcome, validate
from form4gen.api.drafting import draft_text
from form4gen.api.load import load
from form4gen.drafting.asked import Request, Trade
from form4gen.drafting.draft import Draft
from form4gen.drafting.next_filing import next_filing

DAY = date(2026, 11, 12)
SIGNED = date(2026, 11, 13)
SALE = Trade("S", DAY, Decimal(400), Decimal("41.40"))

__all__ = ["DAY", "SALE", "SIGNED", "checked", "drafted", "given", "held", "holding", "option", "table", "trade"]


def held(*rows: dict[str, Any], **keys: Any) -> Given:
    """A form of Sep 10, 2026, with these rows; without any, a purchase that leaves 1,000 shares."""
    return given("form4.json", "2026-09-10", *(rows or (trade("P", "A", "2026-09-10", 100, 1000),)), **keys)


def drafted(*filings: Given, trades: tuple[Trade, ...] = (), **request: Any) -> Draft:
    """The next form of the only persons of these filings, signed."""
    return next_filing(history(*filings), Request(**({"trades": trades, "signed": SIGNED} | request)))


def table(draft: Draft, number: str = "I") -> list[tuple[Any, ...]]:
    """The rows of a table: code, number, price, mark and balance; a holding has only the balance."""
    rows = draft.document["nonDerivativeTable" if number == "I" else "derivativeTable"]
    keys = ("transactionCode", "transactionShares", "transactionPricePerShare", "transactionAcquiredDisposedCode")
    return [tuple(_plain(row.get(key)) for key in (*keys, "sharesOwnedFollowingTransaction")) for row in rows]


def _plain(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def checked(draft: Draft, *prior: Given, hour: int = 16) -> Outcome:
    """What validate finds in a draft that is filed on the day of its signature."""
    at = datetime(SIGNED.year, SIGNED.month, SIGNED.day, hour, tzinfo=ZoneInfo("America/New_York"))
    return validate(load(draft_text(draft).encode()), at, prior=[each.filing for each in prior])
