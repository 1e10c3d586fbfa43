"""Words about a change in holdings that no row of the form reports."""

from __future__ import annotations

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.reading import notes_on


def explains_other_change(row: Transaction, filing: Filing) -> bool:
    """Whether a footnote on the row, other than on its price, mentions a change that no row shows: a plan, a split."""
    cells = (cell for cell in row.cells if cell.footnotes and cell is not row.transaction_price_per_share)
    return any(notes_on(cell, filing).excuses("other_change_mentioned") for cell in cells)
