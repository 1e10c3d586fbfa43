"""Words about a change in holdings that no row of the form reports."""

from __future__ import annotations

from form4gen.model.filing import Filing
from form4gen.model.rows import Row, Transaction
from form4gen.prose.reading import notes_on

_OTHER_CHANGES = (
    "balance_explained", "change_of_form", "dividend_equivalents", "distribution", "domestic_order", "gift_received",
    "inheritance", "plan_purchase", "split_adjusted",
)  # fmt: skip
"""What a footnote states when the balance moved by more than the rows show."""


def explains_other_change(row: Transaction, filing: Filing) -> bool:
    """Whether a footnote on the row, other than on its price, states a change that no row shows: a plan, a split."""
    cells = (cell for cell in row.cells if cell.footnotes and cell is not row.transaction_price_per_share)
    return any(notes_on(cell, filing).excuses(*_OTHER_CHANGES) for cell in cells)


def mentions_other_change(row: Row, filing: Filing) -> bool:
    """Whether such a footnote may mean a change in holdings: enough where an earlier form is compared with this one."""
    price = row.transaction_price_per_share if isinstance(row, Transaction) else None
    cells = (cell for cell in row.cells if cell.footnotes and cell is not price)
    return any(notes_on(cell, filing).excuses("other_change_mentioned", *_OTHER_CHANGES) for cell in cells)
