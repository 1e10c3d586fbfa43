"""The rows of Table I and Table II."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property

from form4gen.law.exemptions import EXEMPTIONS
from form4gen.model.fields import Cell, Node, day, day_cell, flag, number_cell, text, text_cell
from form4gen.typed import Any, ClassVar, TypeAlias

NOT_ON_THE_FORM = ("exemption", "deferralEndedOn")
"""Keys of a transaction that EDGAR does not know: what a check needs and no column says."""


class Row(Node):
    """What every line of both tables has: the class of security, what is held afterwards, and how."""

    table: ClassVar[str] = ""
    kind: ClassVar[str] = ""

    security_title: Cell[str] = text_cell()
    shares_owned_following_transaction: Cell[Decimal] = number_cell()
    value_owned_following_transaction: Cell[Decimal] = number_cell()
    direct_or_indirect_ownership: Cell[str] = text_cell("D", "I")
    nature_of_ownership: Cell[str] = text_cell()

    @property
    def number(self) -> int:
        """The row's number in its table, counted from 1."""
        return int(self.at.token) + 1

    @property
    def name(self) -> str:
        """The row as a person cites it: ``Table I, row 2``."""
        return f"{self.table}, row {self.number}"

    @property
    def owned_following(self) -> Cell[Decimal]:
        """Column 5 of Table I, column 9 of Table II: the cell that is filled, shares before value."""
        shares, value = self.shares_owned_following_transaction, self.value_owned_following_transaction
        return value if shares.is_blank and not value.is_blank else shares

    @cached_property
    def cells(self) -> tuple[Cell[Any], ...]:
        """Every cell of the row that may carry footnotes, in the order of the declaration."""
        return tuple(getattr(self, field.attribute) for field in self.fields.values() if field.is_cell)

    @cached_property
    def footnotes(self) -> tuple[str, ...]:
        """The ids that the row cites, each once, in order."""
        return tuple(dict.fromkeys(note for cell in self.cells for note in cell.footnotes))


class Transaction(Row):
    """A line that reports a transaction."""

    kind: ClassVar[str] = "transaction"

    transaction_date: Cell[date] = day_cell()
    deemed_execution_date: Cell[date] = day_cell()
    transaction_form_type: str | None = text("4", "5")
    transaction_code: Cell[str] = text_cell()
    equity_swap_involved: bool = flag()
    transaction_timeliness: Cell[str] = text_cell("", "E", "L")
    transaction_shares: Cell[Decimal] = number_cell()
    transaction_price_per_share: Cell[Decimal] = number_cell()
    transaction_acquired_disposed_code: Cell[str] = text_cell("A", "D")
    exemption: str | None = text(*EXEMPTIONS)
    deferral_ended_on: date | None = day()

    @property
    def code(self) -> str:
        """The transaction code, or an empty text."""
        return self.transaction_code.value or ""

    @property
    def is_early(self) -> bool:
        """Reported before its Form 5 was due: printed as V (transactionFormType 5)."""
        return self.transaction_form_type == "5"

    @property
    def is_acquired(self) -> bool:
        """Marked A."""
        return self.transaction_acquired_disposed_code.value == "A"

    @property
    def is_disposed(self) -> bool:
        """Marked D."""
        return self.transaction_acquired_disposed_code.value == "D"


class NonDerivativeTransaction(Transaction):
    """A transaction of Table I."""

    table: ClassVar[str] = "Table I"


class NonDerivativeHolding(Row):
    """A holding of Table I."""

    table: ClassVar[str] = "Table I"
    kind: ClassVar[str] = "holding"


class DerivativeTransaction(Transaction):
    """A transaction of Table II."""

    table: ClassVar[str] = "Table II"

    transaction_total_value: Cell[Decimal] = number_cell()
    conversion_or_exercise_price: Cell[Decimal] = number_cell()
    exercise_date: Cell[date] = day_cell()
    expiration_date: Cell[date] = day_cell()
    underlying_security_title: Cell[str] = text_cell()
    underlying_security_shares: Cell[Decimal] = number_cell()
    underlying_security_value: Cell[Decimal] = number_cell()

    @property
    def underlying(self) -> Cell[Decimal]:
        """Column 7, amount: the cell that is filled, shares before value."""
        return _underlying(self)


class DerivativeHolding(Row):
    """A holding of Table II."""

    table: ClassVar[str] = "Table II"
    kind: ClassVar[str] = "holding"

    conversion_or_exercise_price: Cell[Decimal] = number_cell()
    exercise_date: Cell[date] = day_cell()
    expiration_date: Cell[date] = day_cell()
    underlying_security_title: Cell[str] = text_cell()
    underlying_security_shares: Cell[Decimal] = number_cell()
    underlying_security_value: Cell[Decimal] = number_cell()

    @property
    def underlying(self) -> Cell[Decimal]:
        """Column 7, amount: the cell that is filled, shares before value."""
        return _underlying(self)


NonDerivativeRow: TypeAlias = NonDerivativeTransaction | NonDerivativeHolding
DerivativeRow: TypeAlias = DerivativeTransaction | DerivativeHolding


def _underlying(row: DerivativeRow) -> Cell[Decimal]:
    shares, value = row.underlying_security_shares, row.underlying_security_value
    return value if shares.is_blank and not value.is_blank else shares
