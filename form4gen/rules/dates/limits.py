"""DL: what EDGAR requires of dates."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XSD
from form4gen.model.rows import Transaction
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule
from form4gen.rules.limits import empty


@rule(
    "DL201",
    name="missing transaction date",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Table I, column 2; Table II, column 3"), OWNERSHIP_XSD.at("transactionDate")),
)
def missing_transaction_date(row: Transaction) -> Iterator[Breach]:
    """Every transaction must have a transaction date (Table I, column 2; Table II, column 3).

    The two business days run from it, and a footnote does not replace it.

    Remedy: Enter the trade date (``transactionDate``). If the row reports no transaction, make it a holding
    (``"kind": "holding"``).
    """
    yield from empty(row, row.transaction_date, "has no transaction date")
