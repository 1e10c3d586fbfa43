"""The balance with which a holding line begins."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from accounts.form import form, row
from accounts.histories import holding, trade

from form4gen.accounts.ledger import ledger
from form4gen.accounts.opening import Opening, opening_of
from form4gen.model.filing import Filing


def _opening(*prior: Filing, **keys: Any) -> Opening | None:
    (account,) = ledger(form(trade("P", "A", "2026-11-05", 100, 1100) | keys))
    return opening_of(account, prior)


def _held(amount: Any, *others: dict[str, Any]) -> Filing:
    return form(trade("P", "A", "2026-09-01", 100, amount), *others)


def test_no_earlier_filing_shows_no_balance() -> None:
    assert _opening() is None


def test_the_balance_is_that_of_the_last_row_of_the_line_in_the_latest_filing() -> None:
    found = _opening(_held(700), _held(900, trade("P", "A", "2026-09-02", 100, 1000)))
    assert found is not None
    assert (found.held, found.row.name) == (Decimal(1000), "Table I, row 2")


def test_a_holding_without_a_transaction_shows_it_too() -> None:
    found = _opening(form(holding(1000)))
    assert found is not None
    assert found.held == Decimal(1000)


def test_a_filing_without_the_line_or_its_balance_is_passed_over() -> None:
    other = form(trade("P", "A", "2026-10-01", 100, 5) | {"securityTitle": "Preferred Stock"})
    no_balance = form(row("P", "A", "2026-10-01", sharesOwnedFollowingTransaction={}))
    found = _opening(_held(1000), other, no_balance)
    assert found is not None
    assert found.held == Decimal(1000)


def test_lines_that_differ_only_in_footnotes_are_not_told_apart() -> None:
    two = form(holding(1000), holding({"value": 50, "footnotes": ["Held in a joint account."]}))
    found = _opening(two)
    assert found is None or len(ledger(two)) == 1
