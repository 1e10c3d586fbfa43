"""Purchases and sales that their footnotes describe as something else: not a trade under Section 16(b) or Rule 144."""

from __future__ import annotations

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.reading import Readings, cited

_KEPT = ("withheld_for_tax", "withheld_for_price")
_SOLD = ("sold_in_market", "sold_privately", "sold_to_cover", "average_price")
_NOT_BOUGHT = ("plan_purchase", "award", "exempt_16b_3")
_BOUGHT = ("bought_in_market", "bought_privately", "offering", "balance_explained", "not_exempt")


def is_kept_by_issuer(row: Transaction, filing: Filing) -> bool:
    """Whether the shares of a sale were kept by the issuer for taxes or an exercise price, and not sold."""
    notes = _notes(row, filing)
    return notes.excuses(*_KEPT) and not notes.says(*_SOLD)


def is_exempt_by_words(row: Transaction, filing: Filing) -> bool:
    """Whether the footnotes say that a purchase or sale is exempt under Rule 16b-3: by plan, as an award, or kept."""
    notes = _notes(row, filing)
    if row.is_disposed:
        return is_kept_by_issuer(row, filing) or (notes.excuses("exempt_16b_3") and not notes.says("not_exempt"))
    return notes.excuses(*_NOT_BOUGHT) and not notes.says(*_BOUGHT)


def _notes(row: Transaction, filing: Filing) -> Readings:
    """What the footnotes on the transaction say, without those on the amount held and on the form of ownership."""
    held = (row.owned_following, row.direct_or_indirect_ownership, row.nature_of_ownership)
    return cited(filing, *(cell.footnotes for cell in row.cells if cell not in held))
