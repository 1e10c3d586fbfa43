"""The rows that an amendment adds because the filed form omitted them, each with the balance that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.filing_history import Given, History
from form4gen.accounts.running_ledger import Entry, Line
from form4gen.drafting.asked import Omitted, Trade
from form4gen.drafting.book import Book
from form4gen.drafting.draft import Account, place
from form4gen.drafting.holdings import holdings
from form4gen.drafting.notes import DraftRow, Notes, with_note
from form4gen.drafting.positions import TABLE_I, TABLE_II, Position, new_position
from form4gen.drafting.trades import check_private, positions, trade_row
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, number
from form4gen.records import NamedTuple

Shift = Callable[[Row], Decimal]


class Addition(NamedTuple):
    """A row to add to a table, and the number of the row of the filed form that it follows.

    ``line`` is the line of the filed form that it is of, if it is of one; its balances after the day ``on`` change by
    ``change``.
    """

    table: str
    after: int
    row: DraftRow
    line: Line | None = None
    on: date | None = None
    change: Decimal = Decimal(0)

    def moves(self, row: Row, on: date | None) -> bool:
        """Whether the balance of a row of the filed form continues this one."""
        is_after = self.on is not None and on is not None and on > self.on
        return is_after and self.line is not None and any(entry.row is row for entry in self.line.entries)


class Additions:
    """Makes the rows to add, of the lines that the filed form knows."""

    def __init__(self, form: History, original: date, shift: Shift, notes: Notes, account: Account) -> None:
        """``original`` is the day of the filed form, ``shift`` by how much corrections change the balance of a row."""
        self._given = form.forms[0].given
        self._original = original
        self._shift = shift
        self._notes = notes
        self._account = account
        self._book = Book(holdings(form, account), notes, account, original)
        self._made: list[Addition] = []

    def made(self, omitted: Iterable[Omitted]) -> Sequence[Addition]:
        """The rows, by trade date. Raises UnusableInputError where one cannot be made."""
        for each in sorted(omitted, key=lambda each: each.row.on or date.max):
            check_private(each.row._replace(note=f"{each.row.note} {each.because}"), "a row to add")
            if each.row.code:
                self._add_transaction(each.row, each.because)
            else:
                self._add_holding(each.row, each.because)
        return self._made

    def _add_transaction(self, trade: Trade, because: str) -> None:
        on = self._checked_day(trade)
        for position, exercised in positions(trade, self._book):
            after, base = self._base(position, on)
            row = trade_row(trade, position, self._notes, self._account, exercised)
            if position.balance is None:
                raise UnusableInputError(_why_refused(trade, position, base))
            note = self._notes.added(explanation("transaction", self._given, self._original, because), "--add")
            row.cells["transactionCode"] = with_note(row.cells["transactionCode"], note)
            change = EXACT.subtract(position.balance, base)
            self._made.append(Addition(position.table, after, row, position.line, on, change))

    def _checked_day(self, trade: Trade) -> date:
        if trade.on is None or trade.shares is None:
            raise UnusableInputError(f"Give the date and the number of the transaction {trade.code}: --date, --shares.")
        if trade.on > self._original:
            raise UnusableInputError(
                f"{trade.code} of {day(trade.on)} is dated after the original was filed ({day(self._original)}). It "
                "belongs on a Form 4 of its own: `form4gen next` writes it."
            )
        return trade.on

    def _base(self, position: Position, on: date) -> tuple[int, Decimal]:
        """Set the balance of a line on a day; the number of the row that states it, and the balance."""
        if position.line is None:
            return len(self._given.filing.rows) + 1, position.balance or Decimal(0)
        after, entry, base = _stated(position.line, on)
        position.source = place(self._given, entry.row.name)
        if not isinstance(entry.row, Transaction):
            self._account.check(
                f"{entry.row.name} of {self._given.source} is taken as the balance before the transaction of {day(on)}."
                " Confirm it, or give the balance with --owned."
            )
        shifts = [self._shift(entry.row)] if entry.on <= on else []
        for change in (*shifts, *(each.change for each in self._made if each.line is position.line)):
            base = EXACT.add(base, change)
        position.balance = base
        return after, base

    def _add_holding(self, held: Trade, because: str) -> None:
        if not held.security or held.owned is None:
            raise UnusableInputError("A holding needs its class and the amount: --security and --owned.")
        given = {"--date": held.on, "--shares": held.shares, "--price": held.price, "--mark": held.mark,
                 "--plan": held.plan, "--line": held.line}  # fmt: skip
        if wrong := [option for option, value in given.items() if value]:
            raise UnusableInputError(f"A holding has no {wrong[0]}. Delete it, or add a transaction.")
        table = TABLE_II if held.table == "II" or (not held.table and held.is_derivative) else TABLE_I
        if not held.is_new and (same := self._book.described_alike(held, table)):
            raise UnusableInputError(
                f"{same[0].source} shows this line. Correct that row with --row, or give --new if it is another line."
            )
        position = new_position(held, table)
        position.balance = held.owned
        for text, option in (
            (held.note, "--note"),
            (explanation("holding", self._given, self._original, because), "--add"),
        ):
            position.notes += (self._notes.added(text, option),) if text else ()
        self._account.take(f"{position.name}: {number(held.owned)}", "--owned")
        self._made.append(Addition(table, len(self._given.filing.rows) + 1, position.row()))


def _stated(line: Line, on: date) -> tuple[int, Entry, Decimal]:
    """The balance of a line on a day, the entry that states it, and the number of the row before the added one."""
    counted = [entry for entry in line.counted if entry.balance is not None and entry.before is not None]
    known = [entry for entry in counted if isinstance(entry.row, Transaction)] or counted
    before = [entry for entry in known if entry.on <= on]
    entry = before[-1] if before else known[0]
    stated = entry.balance if before else entry.before
    assert stated is not None  # noqa: S101  only such entries are counted
    return entry.row.number if before else entry.row.number - 1, entry, stated


def _why_refused(trade: Trade, position: Position, base: Decimal) -> str:
    found = f"{trade.code} of {number(trade.shares or Decimal(0))} exceeds the {number(base)} of {position.name}"
    return f"{found} ({position.source}). Correct --shares, or give the balance with --owned."


def explanation(what: str, given: Given, original: date, because: str) -> str:
    """The footnote of a row that an amendment adds."""
    form = "amendment before this one" if given.filing.is_amendment else f"original form, filed on {day(original)}"
    return f"This amendment adds a {what} that was inadvertently omitted from the {form}. {because}".strip()
