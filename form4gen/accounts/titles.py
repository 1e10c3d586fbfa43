"""The titles of the securities that a row names."""

from __future__ import annotations

from form4gen.model.fields import Cell
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row


def titles_of(row: Row) -> list[Cell[str]]:
    """The title of the security, and in Table II that of the underlying security."""
    underlying = [row.underlying_security_title] if isinstance(row, DerivativeTransaction | DerivativeHolding) else []
    return [row.security_title, *underlying]
