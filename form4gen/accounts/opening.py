"""The balance with which a holding line begins, from the last prior filing that shows the line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from form4gen.accounts.continuity import single_lines
from form4gen.accounts.ledger import Account, ledger
from form4gen.accounts.lines import line_of
from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.records import NamedTuple


class Opening(NamedTuple):
    """A balance of a prior filing: the filing, the row that states it, and the balance."""

    filing: Filing
    row: Row
    held: Decimal


def opening_of(account: Account, prior: Sequence[Filing]) -> Opening | None:
    """The last balance of the same line among ``prior``, the oldest first; None if no filing shows it."""
    key = line_of(account.rows[0], with_notes=False)
    for filing in reversed(prior):
        found = single_lines(ledger(filing)).get(key)
        if found is not None and found.after is not None:
            row = found.steps[-1].row if found.steps else found.rows[-1]
            return Opening(filing, row, found.after)
    return None
