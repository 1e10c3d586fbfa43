"""The dates of a derivative security, as far as its row gives them."""

from __future__ import annotations

from datetime import date

from form4gen.model.fields import Cell
from form4gen.model.rows import DerivativeRow

_NO_DATE = date(1988, 8, 8)
"""What many filers enter where a derivative security has no date, beside the footnote that says so."""


def exercisable_on(row: DerivativeRow) -> date | None:
    """The date exercisable, if column 6 gives one."""
    return _real(row.exercise_date)


def expires_on(row: DerivativeRow) -> date | None:
    """The expiration date, if column 6 gives one."""
    return _real(row.expiration_date)


def _real(cell: Cell[date]) -> date | None:
    return None if cell.value == _NO_DATE else cell.value
