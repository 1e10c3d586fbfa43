"""The rows of the transactions that a draft reports, each with the balance that it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from form4gen.drafting.asked import Trade
from form4gen.drafting.book import Book
from form4gen.drafting.draft import Account, Document, private_in
from form4gen.drafting.notes import DraftRow, Notes, with_note
from form4gen.drafting.positions import NAMES, TABLE_I, TABLE_II, Position
from form4gen.errors import UnusableInputError
from form4gen.law.codes import CODES, Price, Use
from form4gen.model.exact import EXACT
from form4gen.model.placeholders import placeholder
from form4gen.model.wording import day, number
from form4gen.prose.reading import read

_MUST_BE_DESCRIBED = "J"
_OF_A_PLAN = "The transaction was made under a Rule 10b5-1 trading plan that the reporting person adopted on {}."
_PRICED = ("average_price", "price_range", "several_trades")
_FREE = (Price.NONE, Price.NONE_OR_NOTE, Price.NONE_OR_PAID, Price.CONVERSION_PRICE)


def trade_rows(trades: Iterable[Trade], book: Book, notes: Notes, account: Account) -> Iterator[tuple[str, DraftRow]]:
    """The rows of the trades in their order, each with its table. Raises UnusableInputError."""
    for count, trade in enumerate(trades, 1):
        check_private(trade, f"transaction {count}")
        for position, exercised in positions(trade, book):
            yield position.table, trade_row(trade, position, notes, account, exercised)


def check_private(trade: Trade, what: str) -> None:
    """Raise UnusableInputError if a text of a trade has private information."""
    if private := private_in((trade.note, trade.security, trade.nature, trade.underlying)):
        raise UnusableInputError(f"A text of {what} appears to contain {private}. Leave it out.")


def positions(trade: Trade, book: Book) -> Iterator[tuple[Position, Position | None]]:
    """The lines of the rows of a trade; for a row of an exercise in Table I, also the line that is exercised.

    Raises UnusableInputError where it is not certain which line is meant, and where a balance would be of two rows.
    """
    tables = book.tables_of(trade)
    if len(tables) > 1 and trade.owned is not None:
        raise UnusableInputError(
            f"Code {trade.code} is reported in both tables, and --owned is of one row. Give each row as one of its "
            "own, with --table."
        )
    position = book.position(trade, tables[0])
    yield position, None
    if len(tables) > 1:
        yield book.counterpart(trade, position), position


def trade_row(
    trade: Trade, position: Position, notes: Notes, account: Account, exercised: Position | None = None
) -> DraftRow:
    """The row of a trade on a line; ``exercised`` is the line of Table II that brings the securities of Table I.

    Raises UnusableInputError if the table has no such code.
    """
    code = CODES[trade.code]
    use = code.table_i if position.table == TABLE_I else code.table_ii
    if use is None:
        raise UnusableInputError(f"Code {trade.code} is not used in {NAMES[position.table]}.")
    mark = _mark(trade, use)
    shares = trade.shares
    if exercised is not None and shares is not None:
        brought = exercised.underlying(shares)
        shares = brought if isinstance(brought, Decimal) else None
    _move(trade, position, shares, mark, account)
    if exercised is not None:
        account.take(f"{position.name}: price of the exercise", f"{exercised.source}, column 2")
    return position.row(_cells(trade, position, notes, use, mark, shares, exercised))


def _move(trade: Trade, position: Position, shares: Decimal | None, mark: str, account: Account) -> None:
    """Bring the balance up to date; where it is not known before, it is left for a person to fill in."""
    position.is_traded = True
    before, change = position.balance, None
    if shares is not None and mark:
        change = shares if mark == "A" else EXACT.minus(shares)
    if trade.owned is not None:
        _restate(position, change, trade.owned, account)
        return
    if position.balance is not None and (change is None or EXACT.add(position.balance, change) < 0):
        account.check(_why_unknown(trade, position))
        change = None
    position.moves(change)
    if before is None or change is None or position.balance is None:
        return
    sign = "+" if change >= 0 else "-"
    sum_ = f"{number(before)} {sign} {number(change.copy_abs())} = {number(position.balance)}"
    account.take(f"{position.name}: {sum_}", f"{position.source}; --shares")


def _restate(position: Position, change: Decimal | None, owned: Decimal, account: Account) -> None:
    """Take the balance that a person gives, and note where it is not the one that follows from the form before."""
    position.moves(change)
    account.take(f"{position.name}: balance {number(owned)}", "--owned")
    followed, position.balance = position.balance, owned
    if followed is not None and followed != owned and not position.is_new:
        account.check(
            f"--owned gives {number(owned)} for {position.name}, but {position.source} leads to {number(followed)}. "
            "Confirm it."
        )


def _why_unknown(trade: Trade, position: Position) -> str:
    """Why the balance is left for a person to fill in."""
    if position.is_new:
        return f"No form shows {position.name}, so its balance is left to fill in. Give the forms that do, or --owned."
    if trade.shares is None:
        return f"The balance of {position.name} is left to fill in, because --shares is not given."
    return (
        f"{trade.code} of {number(trade.shares)} exceeds the {number(position.balance or Decimal(0))} of "
        f"{position.name} ({position.source}), so its balance is left to fill in. Give the forms filed since then, "
        "what was acquired without a report (--exempt), or the balance (--owned)."
    )


def _cells(
    trade: Trade, position: Position, notes: Notes, use: Use, mark: str, shares: Decimal | None,
    exercised: Position | None,
) -> Document:  # fmt: skip
    amount = "transactionTotalValue" if position.in_value and position.table == TABLE_II else "transactionShares"
    cells: Document = {
        "transactionDate": trade.on.isoformat() if trade.on else placeholder("the trade date, YYYY-MM-DD"),
        "transactionCode": trade.code,
        amount: placeholder("the number of securities") if shares is None else shares,
        "transactionPricePerShare": _price(trade, use, exercised),
        "transactionAcquiredDisposedCode": mark or placeholder("A if acquired, or D if disposed of"),
    }
    if position.table == TABLE_II:
        cells["underlyingSecurityShares"] = position.underlying(trade.shares)
    for text, option in _texts(trade):
        key = "transactionPricePerShare" if read(text).says(*_PRICED) else "transactionCode"
        cells[key] = with_note(cells[key], notes.added(text, option))
    return cells


def _texts(trade: Trade) -> Iterator[tuple[str, str]]:
    """The footnotes of a trade, each with the option that it comes from."""
    if trade.plan is not None:
        yield _OF_A_PLAN.format(day(trade.plan)), "--plan"
    if trade.note:
        yield trade.note, "--note"
    elif trade.code == _MUST_BE_DESCRIBED:
        yield placeholder("a description of the transaction"), "code J"


def _mark(trade: Trade, use: Use) -> str:
    return trade.mark or (use.marks if len(use.marks) == 1 else "")


def _price(trade: Trade, use: Use, exercised: Position | None) -> Any:
    """The price: that of the option, that of the exercise, 0 where the code has none, or a placeholder."""
    if exercised is not None and use.price is Price.EXERCISE_PRICE:
        cell = exercised.cells.get("conversionOrExercisePrice")
        value = cell.get("value") if isinstance(cell, dict) else cell
        return Decimal(0) if value is None else value
    if trade.price is not None and use.price is not Price.NONE_OR_NOTE:
        return trade.price
    return Decimal(0) if use.price in _FREE else placeholder(f"the price in US dollars ({use.price.value})")
