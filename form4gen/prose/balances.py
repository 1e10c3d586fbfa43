"""Words about a change in holdings that no row of the form reports."""

from __future__ import annotations

import re
from functools import cache

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction


def explains_other_change(row: Transaction, filing: Filing) -> bool:
    """Whether a footnote on the row, but for its price, tells of a change that no row shows: a plan, a dividend."""
    cited = (cell.footnotes for cell in row.cells if cell is not row.transaction_price_per_share)
    return _other_change().search(filing.notes_of(*cited)) is not None


@cache
def _other_change() -> re.Pattern[str]:
    return re.compile(
        r"reinvest|\bdrip\b|\bespp\b|purchase plan|savings plan|401\(k\)|exempt|includ|dividend|split|adjust|transfer"
        r"|distribut|contribut|change[sd]? (in|of) (the )?form of",
        re.IGNORECASE,
    )
