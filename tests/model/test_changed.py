"""A filing with other values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from case_base import filing

from form4gen.location import ROOT
from form4gen.model.changed import changed

ROWS = ROOT / "nonDerivativeTable"


def test_values_change_at_their_places_and_nowhere_else() -> None:
    before = filing()
    after = changed(
        before,
        {
            ROOT / "periodOfReport": date(2026, 11, 4),
            ROOT / "issuer" / "issuerTradingSymbol": "XMPL",
            ROWS / 1 / "transactionShares": Decimal(7),
            ROWS / 1 / "transactionFormType": "5",
        },
    )
    assert after.period_of_report == date(2026, 11, 4)
    assert after.issuer.issuer_trading_symbol == "XMPL"
    assert after.issuer.issuer_name == before.issuer.issuer_name
    rows = after.non_derivative_table
    assert (rows[0], rows[2]) == (before.non_derivative_table[0], before.non_derivative_table[2])
    assert rows[1].number == 2
    assert (after.transactions[1].transaction_shares.value, after.transactions[1].is_early) == (Decimal(7), True)
    assert after.transactions[1].transaction_code.value == before.transactions[1].transaction_code.value
    assert before.transactions[1].transaction_shares.value == Decimal(73170)


def test_a_cell_keeps_its_footnotes_and_its_place() -> None:
    noted = {"/nonDerivativeTable/0/transactionShares": {"value": 10000, "footnotes": ["F1"]}}
    cell = changed(filing(noted), {ROWS / 0 / "transactionShares": Decimal(1)}).transactions[0].transaction_shares
    assert (cell.value, cell.footnotes, cell.at) == (Decimal(1), ("F1",), ROWS / 0 / "transactionShares")


def test_a_place_that_no_field_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        changed(filing(), {ROOT / "nothing": "x"})
