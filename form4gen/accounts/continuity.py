"""How the balances of one form continue those of the form before it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal

from form4gen.accounts.ledger import Account
from form4gen.accounts.lines import line_of
from form4gen.model.exact import EXACT

ROUNDING = Decimal("0.5")
"""Fractions of a share that were paid in cash or rounded between two forms."""

_SPLITS = range(2, 51)
"""The ratios of splits and reverse splits that are tried: 2-for-1 to 50-for-1, and the same in reverse."""


def split_between(held: Decimal, before: Decimal) -> tuple[int, int] | None:
    """The split that turns one balance into the other, as new and old shares: ``(2, 1)``; None if none does."""
    for times in _SPLITS:
        old, new = (times, 1) if before < held else (1, times)
        if held > 0 < before and EXACT.subtract(held * new, before * old).copy_abs() <= ROUNDING * old:
            return new, old
    return None


def single_lines(accounts: Iterable[Account]) -> dict[Hashable, Account]:
    """The holding lines by their key, without those that differ from another only in footnotes."""
    found: dict[Hashable, list[Account]] = {}
    for account in accounts:
        found.setdefault(line_of(account.rows[0], with_notes=False), []).append(account)
    return {key: lines[0] for key, lines in found.items() if len(lines) == 1}
