"""A holding line of a draft: its cells as the last form has them, and its balance as the draft goes on."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from form4gen.accounts.filing_history import Given
from form4gen.accounts.lines import amount_of
from form4gen.accounts.running_ledger import Line
from form4gen.drafting.asked import Trade
from form4gen.drafting.draft import Document
from form4gen.drafting.holdings import Held
from form4gen.drafting.notes import DraftRow, Notes, with_note
from form4gen.model.exact import EXACT
from form4gen.model.placeholders import placeholder
from form4gen.model.plain import in_columns
from form4gen.model.rows import DerivativeTransaction, Row, Transaction

TABLE_I, TABLE_II = "nonDerivativeTable", "derivativeTable"
NAMES = {TABLE_I: "Table I", TABLE_II: "Table II"}
NEW_LINE = "a line that no form shows yet"

_SHARES, _VALUE = "sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction"
_OF_THE_LINE = ("securityTitle", "directOrIndirectOwnership", "natureOfOwnership")
_TERMS = ("conversionOrExercisePrice", "exerciseDate", "expirationDate", "underlyingSecurityTitle")
_DECIMALS = 4
"""Decimals that EDGAR takes."""


class Position:
    """A line that the draft shows: what a row of it repeats, the balance, and the footnotes on the balance.

    ``balance`` is None where a row before lacks its number. ``ratio`` is the number of underlying securities for each
    derivative security, if it is known. ``line`` is the known line, None for a new one.
    """

    def __init__(self, table: str, name: str, cells: Document, balance: Decimal, given: Given | None = None) -> None:
        self.table = table
        self.name = name
        self.cells = cells
        self.balance: Decimal | None = balance
        self.given = given
        self.source = NEW_LINE
        self.line: Line | None = None
        self.in_value = False
        self.ratio: Fraction | None = Fraction(1)
        self.notes: tuple[str, ...] = ()
        self.is_traded = False
        self.is_new = given is None

    def row(self, cells: Document | None = None) -> DraftRow:
        """A row of the line with its balance: a transaction with these cells, or a holding."""
        is_holding = cells is None
        written = {"kind": "holding" if is_holding else "transaction"} | self.cells | (cells or {})
        balance: Any = placeholder("the amount owned after the transaction") if self.balance is None else self.balance
        for note in self.notes:
            balance = with_note(balance, note)
        written[_VALUE if self.in_value else _SHARES] = balance
        if is_holding and self.table == TABLE_II:
            written["underlyingSecurityShares"] = self.underlying(self.balance)
        return DraftRow(in_columns(written), self.given)

    def underlying(self, securities: Decimal | None) -> Any:
        """The underlying securities of so many derivative ones, or a placeholder."""
        found = None if securities is None or self.ratio is None else decimal_of(Fraction(securities) * self.ratio)
        return placeholder("the number of underlying shares") if found is None else found

    def moves(self, shares: Decimal | None) -> None:
        """Add to the balance, or with a negative number subtract from it; None leaves it unknown."""
        self.balance = None if shares is None or self.balance is None else EXACT.add(self.balance, shares)


def position_of(held: Held, notes: Notes) -> Position:
    """The position of a line that the forms know."""
    given, row = held.entry.given, held.row
    table = TABLE_I if row.table == NAMES[TABLE_I] else TABLE_II
    keys = _OF_THE_LINE if table == TABLE_I else (*_OF_THE_LINE, *_TERMS)
    cells = {key: value for key in keys if (value := notes.cell(_cell(row, key), given)) is not None}
    found = Position(table, held.name, cells, held.balance, given)
    found.source, found.line, found.in_value, found.ratio = held.source, held.line, held.in_value, _ratio(held)
    found.notes = notes.on_balance(row.owned_following, given)
    return found


def new_position(trade: Trade, table: str) -> Position:
    """The position of a line that a trade describes, with nothing held before."""
    terms: Document = {
        "conversionOrExercisePrice": trade.exercise_price,
        "exerciseDate": trade.exercisable.isoformat() if trade.exercisable else None,
        "expirationDate": trade.expires.isoformat() if trade.expires else None,
        "underlyingSecurityTitle": trade.underlying or placeholder("the class of the underlying security"),
    }
    title = trade.security or placeholder("the class of security, such as Common Stock")
    form = trade.ownership or ("I" if trade.nature else "D")
    cells: Document = {"securityTitle": title, "directOrIndirectOwnership": form}
    cells |= {"natureOfOwnership": trade.nature} if trade.nature else {}
    if table == TABLE_II:
        blank = {
            "conversionOrExercisePrice": placeholder("the exercise price, or a footnote"),
            "exerciseDate": placeholder("the date exercisable, YYYY-MM-DD, or a footnote"),
            "expirationDate": placeholder("the expiration date, YYYY-MM-DD, or a footnote"),
        }
        cells |= blank | {key: value for key, value in terms.items() if value is not None}
    parts = (NAMES[table], trade.security or "a new class", "indirect" if form == "I" else "direct", trade.nature)
    return Position(table, ", ".join(part for part in parts if part), cells, Decimal(0))


def decimal_of(value: Fraction) -> Decimal | None:
    """An exact decimal within the decimals that EDGAR takes, or None."""
    scaled = value * 10**_DECIMALS
    if scaled.denominator != 1:
        return None
    return Decimal(scaled.numerator // 10**_DECIMALS) if value.denominator == 1 else _scaled(scaled.numerator)


def _scaled(digits: int) -> Decimal:
    return EXACT.scaleb(Decimal(digits), -_DECIMALS).normalize(EXACT)


def _cell(row: Row, key: str) -> Any:
    return getattr(row, row.fields[key].attribute)


def _ratio(held: Held) -> Fraction | None:
    """The underlying securities for each derivative one, as the last row has them."""
    row = held.row
    if not hasattr(row, "underlying_security_shares"):
        return Fraction(1)
    underlying: Decimal | None = row.underlying_security_shares.value
    whole = amount_of(row) if isinstance(row, Transaction) else held.balance
    if isinstance(row, DerivativeTransaction) and row.transaction_shares.value is None:
        return None
    return Fraction(underlying) / Fraction(whole) if underlying and whole else None
