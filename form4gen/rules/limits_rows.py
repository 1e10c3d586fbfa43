"""DL, TC, PR, HB: cells that a row may not leave empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.model.fields import Cell
from form4gen.model.rows import DerivativeTransaction, Row, Transaction
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule

# Sales, purchases, withholding, tenders and cash-outs without a price have rules of their own (PR101, PR105).
_PRICED_BY_OTHER_RULES = frozenset("PSFUH")


@rule(
    "DL201",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Table I, column 2; Table II, column 3"), OWNERSHIP_XSD.at("transactionDate")),
)
def transaction_date_missing(row: Transaction) -> Iterator[Breach]:
    """A transaction has a date.

    The two business days run from it. A footnote cannot stand in for it.

    Remedy: give ``transactionDate``, the trade date; a row that reports no transaction has ``"kind": "holding"``.
    """
    yield from _empty(row, row.transaction_date, "has no transaction date")


@rule(
    "TC201",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 8"), OWNERSHIP_XML.at("3.5"), OWNERSHIP_XML.at("4.3.8.2")),
)
def transaction_code_missing(row: Transaction) -> Iterator[Breach]:
    """A transaction has a code.

    The specification makes the coding mandatory for a transaction, although the schema lets it through.

    Remedy: give ``transactionCode``, one of the codes of Instruction 8.
    """
    if not row.code:
        yield Breach(row.transaction_code.at, f"{row.name} has no transaction code.")


@rule(
    "TC202",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        FORM_4.at("Table I, column 4; Table II, column 5"),
        OWNERSHIP_XSD.at("transactionShares"),
        OWNERSHIP_XML.at("3.3 cm(4)"),
    ),
)
def amount_missing(row: Transaction) -> Iterator[Breach]:
    """A transaction says how many securities it moved, or in Table II their total value.

    EDGAR wants a number here; a footnote cannot stand in for it.

    Remedy: give ``transactionShares``; for a derivative that is counted in dollars ``transactionTotalValue``.
    """
    shares = row.transaction_shares
    total = row.transaction_total_value if isinstance(row, DerivativeTransaction) else shares
    if shares.value is None and total.value is None:
        what = "amount" if total is shares else "number of securities and no total value"
        noted = total if total.footnotes and not shares.footnotes else shares
        yield from _empty(row, noted, f"has no {what}")


@rule(
    "TC203",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("transactionAmounts"), OWNERSHIP_XML.at("3.3 cm(4)")),
)
def amount_given_twice(row: DerivativeTransaction) -> Iterator[Breach]:
    """A row of Table II gives a number of securities or their total value, not both.

    Column 5 is one box. EDGAR's schema offers the two as a choice.

    Remedy: delete one; the other figure may go into a footnote.
    """
    shares, total = row.transaction_shares, row.transaction_total_value
    if not shares.is_blank and not total.is_blank and (shares.value is not None or total.value is not None):
        yield Breach(total.at, f"{row.name} gives both a number of securities and a total value.")


@rule(
    "TC204",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Table I, column 4; Table II, column 5"), OWNERSHIP_XSD.at("transactionAcquiredDisposedCode")),
)
def acquired_or_disposed_missing(row: Transaction) -> Iterator[Breach]:
    """A transaction is marked A (acquired) or D (disposed of).

    Without the mark nobody can tell in which direction the balance moved.

    Remedy: give ``transactionAcquiredDisposedCode``, "A" or "D".
    """
    yield from _empty(row, row.transaction_acquired_disposed_code, "is marked neither A nor D")


@rule(
    "PR201",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("transactionPricePerShare"), OWNERSHIP_XML.at("3.3 cm(8)")),
)
def price_neither_given_nor_explained(row: Transaction) -> Iterator[Breach]:
    """The price cell holds a number or a footnote.

    Where nothing was paid the number is 0; where no price can be told, a footnote alone is enough for EDGAR.

    Remedy: give ``transactionPricePerShare``: a number, 0, or footnotes without a value.
    """
    if row.transaction_price_per_share.is_blank and row.code not in _PRICED_BY_OTHER_RULES:
        yield Breach(row.transaction_price_per_share.at, f"{row.name} has neither a price nor a footnote in its place.")


@rule(
    "HB203",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(b)(iii)"), OWNERSHIP_XSD.at("directOrIndirectOwnership")),
)
def form_of_ownership_missing(row: Row) -> Iterator[Breach]:
    """A row says whether the securities are held directly (D) or indirectly (I).

    Each form of ownership has a line and a balance of its own.

    Remedy: give ``directOrIndirectOwnership``, "D" or "I".
    """
    yield from _empty(row, row.direct_or_indirect_ownership, "is marked neither D nor I")


def _empty(row: Row, cell: Cell[Any], fault: str) -> Iterator[Breach]:
    if cell.value is None:
        beside = "; a footnote does not replace it" if cell.footnotes else ""
        yield Breach(cell.at, f"{row.name} {fault}{beside}.")
