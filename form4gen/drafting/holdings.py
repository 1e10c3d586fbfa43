"""What is held after the last form, line by line, and what has to be confirmed about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.filing_history import History
from form4gen.accounts.running_ledger import Entry, Line, running_ledger
from form4gen.accounts.terms import expires_on
from form4gen.drafting.draft import Account, place, private_in
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
    Row,
)
from form4gen.model.wording import day, number
from form4gen.prose.texts import words
from form4gen.records import NamedTuple


class Held(NamedTuple):
    """A holding line, its name as messages cite it, the entry that states its balance last, and the balance.

    ``in_value`` says that the balance is an amount of money (debt), not a number of securities.
    """

    line: Line
    name: str
    entry: Entry
    balance: Decimal
    in_value: bool

    @property
    def row(self) -> Row:
        """The row that states the balance."""
        return self.entry.row

    @property
    def source(self) -> str:
        """The file and the row that state the balance."""
        return place(self.entry.given, self.row.name)


def holdings(history: History, account: Account) -> tuple[Held, ...]:
    """The lines that the forms know, with their balances, also those that are 0.

    A line of Table I that the last form of its class no longer shows is left out: that form must report every line of
    the class (Instruction 4(a)(i)).
    """
    found = [held for line in running_ledger(history) if (held := _held(line))]
    shown = _last_forms(history)
    kept = []
    for held in found:
        last = shown.get(words(held.row.security_title.value)) if _is_table_i(held.row) else None
        if last is not None and held.balance and all(entry.made < last for entry in held.line.counted):
            account.leave(
                f"{held.name}: {number(held.balance)} ({held.source})",
                f"the form of {day(last)} reports the class without it; add it if it is still held",
            )
        else:
            kept.append(held)
    return tuple(kept)


def _held(line: Line) -> Held | None:
    entry = line.at(date.max)
    if entry is None or entry.balance is None:
        return None
    shares, value = entry.row.shares_owned_following_transaction.value, entry.row.value_owned_following_transaction
    name = f"{entry.row.table}, a line with private information" if private_in([line.name]) else line.name
    return Held(line, name, entry, entry.balance, shares is None and value.value is not None)


def _last_forms(history: History) -> dict[str, date]:
    """The day of the last form that shows each class of Table I; an amendment shows the rows that it corrects only."""
    found: dict[str, date] = {}
    for form in history.forms:
        if not form.is_stray_amendment:
            for row in form.given.filing.non_derivative_table:
                found[words(row.security_title.value)] = form.made
    return found


def _is_table_i(row: Row) -> bool:
    return isinstance(row, NonDerivativeTransaction | NonDerivativeHolding)


def has_expired(held: Held, on: date) -> bool:
    """Whether a derivative security has expired before a day."""
    row = held.row
    if not isinstance(row, DerivativeTransaction | DerivativeHolding):
        return False
    ends = expires_on(row)
    return ends is not None and ends < on


def fitting(lines: Sequence[Held], selectors: Iterable[str]) -> list[Held]:
    """The lines that have the words of each selector next to each other in their name, balance or source.

    A line whose name is a selector goes before others that have the same words among more.
    """
    wanted = [_split(each) for each in selectors]
    found = [each for each in lines if all(_has(_split(described(each)), selector) for selector in wanted)]
    return [each for each in found if _split(each.name) in wanted] or found


def described(held: Held) -> str:
    """A line as a message lists it: its name, its balance, and the row that states it."""
    return f"{held.name} ({number(held.balance)}; {held.source})"


def _split(text: str) -> list[str]:
    return [word for part in text.casefold().split() if (word := part.strip(",;()"))]


def _has(name: Sequence[str], selector: Sequence[str]) -> bool:
    size = len(selector)
    return any(name[start : start + size] == selector for start in range(len(name) - size + 1))
