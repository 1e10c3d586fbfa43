"""The cells of Table I and Table II: eleven and sixteen to a row, as the SEC's own viewer fills them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from form4gen.model.fields import Cell
from form4gen.model.rows import DerivativeRow, DerivativeTransaction, NonDerivativeRow, Transaction
from form4gen.records import NamedTuple
from form4gen.render.numbers import day, dollars, number, price

T = TypeVar("T")


class Printed(NamedTuple):
    """A cell as it is printed: its text, the footnotes it cites, and the text before each footnote mark."""

    text: str = ""
    footnotes: tuple[str, ...] = ()
    gap: str = " "


BLANK = Printed()


def table_i_row(row: NonDerivativeRow) -> tuple[Printed, ...]:
    """The eleven cells of a line of Table I."""
    transaction = row if isinstance(row, Transaction) else None
    return (
        _text(row.security_title),
        *_when_and_how(transaction),
        *_table_i_amounts(transaction),
        _owned(row),
        _text(row.direct_or_indirect_ownership),
        _text(row.nature_of_ownership),
    )


def table_ii_row(row: DerivativeRow) -> tuple[Printed, ...]:
    """The sixteen cells of a line of Table II."""
    transaction = row if isinstance(row, DerivativeTransaction) else None
    return (
        _text(row.security_title),
        _cell(row.conversion_or_exercise_price, price),
        *_when_and_how(transaction),
        *_acquired_or_disposed(transaction),
        _cell(row.exercise_date, day, ""),
        _cell(row.expiration_date, day, ""),
        _text(row.underlying_security_title),
        _shares_or_value(row.underlying_security_shares, row.underlying_security_value),
        _cell(transaction.transaction_price_per_share, price) if transaction else BLANK,
        _owned(row),
        _text(row.direct_or_indirect_ownership),
        _text(row.nature_of_ownership),
    )


def _when_and_how(row: Transaction | None) -> tuple[Printed, ...]:
    """Transaction date, deemed execution date, code and V."""
    if row is None:
        return (BLANK,) * 4
    code = f"{row.code}/K" if row.equity_swap_involved else row.code
    return (
        _cell(row.transaction_date, day, ""),
        _cell(row.deemed_execution_date, day, ""),
        Printed(code, row.transaction_code.footnotes, ""),
        Printed("V" if row.is_early else "", row.transaction_timeliness.footnotes),
    )


def _table_i_amounts(row: Transaction | None) -> tuple[Printed, ...]:
    """Amount, (A) or (D), and price."""
    if row is None:
        return (BLANK,) * 3
    return (
        _cell(row.transaction_shares, number),
        _text(row.transaction_acquired_disposed_code),
        _cell(row.transaction_price_per_share, price),
    )


def _acquired_or_disposed(row: DerivativeTransaction | None) -> tuple[Printed, Printed]:
    """The amount of a line of Table II, under (A) or under (D); without a letter it has no column."""
    if row is None or not (row.is_acquired or row.is_disposed):
        return BLANK, BLANK
    # A footnote on the letter, seen in old filings, has no cell of its own here: it is cited with the amount.
    cell = _shares_or_value(row.transaction_shares, row.transaction_total_value)
    amount = cell._replace(footnotes=cell.footnotes + row.transaction_acquired_disposed_code.footnotes)
    return (amount, BLANK) if row.is_acquired else (BLANK, amount)


def _owned(row: NonDerivativeRow | DerivativeRow) -> Printed:
    return _shares_or_value(row.shares_owned_following_transaction, row.value_owned_following_transaction)


def _shares_or_value(shares: Cell[Decimal], value: Cell[Decimal]) -> Printed:
    """A cell for a number of shares or an amount of money; both, if both are given."""
    parts = [cell for cell in (_cell(shares, number), _cell(value, dollars)) if cell != BLANK]
    return Printed(
        " ".join(part.text for part in parts if part.text), tuple(note for part in parts for note in part.footnotes)
    )


def _text(cell: Cell[str]) -> Printed:
    # Several spaces and line ends count as one space, in the SEC's viewer and in every cell of a web page.
    return Printed(" ".join((cell.value or "").split()), cell.footnotes)


def _cell(cell: Cell[T], written: Callable[[T], str], gap: str = " ") -> Printed:
    return Printed("" if cell.value is None else written(cell.value), cell.footnotes, gap)
