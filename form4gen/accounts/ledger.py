"""The ledger: each holding line with the balance before, every row, and the balance after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.lines import amount_of, balance_of, lines
from form4gen.accounts.trails import Leg, by_balance
from form4gen.location import Place
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.kept import kept
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.balances import explains_other_change
from form4gen.prose.reading import read
from form4gen.records import NamedTuple

_ROUNDING = Decimal(1)
"""Differences below one share come from fractions that were paid in cash or rounded."""


_FORMS = {"D": "direct", "I": "indirect"}


_EXPLAINED = "a footnote explains another change"


_NOTED = "footnotes show that these rows are separate holding lines"


class Step(NamedTuple):
    """One row of a holding line: the balance before it, its amount, and the balance it reports.

    The balance before the first row of a line is computed from that row. ``excuse`` says why a sum that does not come
    out is accepted.
    """

    row: Transaction
    before: Decimal
    amount: Decimal
    after: Decimal
    is_first: bool = False
    excuse: str = ""

    @property
    def expected(self) -> Decimal:
        """The balance that the row should report."""
        return (EXACT.add if self.row.is_acquired else EXACT.subtract)(self.before, self.amount)

    @property
    def is_off(self) -> bool:
        """The balance differs from the sum by a share or more."""
        return EXACT.subtract(self.expected, self.after).copy_abs() >= _ROUNDING

    @property
    def is_broken(self) -> bool:
        """The balance differs from the sum, and nothing excuses it."""
        return self.is_off and not self.excuse

    @property
    def arithmetic(self) -> str:
        """The sum, for example ``227,927 - 74,907 = 153,020``."""
        sign = "+" if self.row.is_acquired else "-"
        return f"{number(self.before)} {sign} {number(self.amount)} = {number(self.expected)}"


class Account(NamedTuple):
    """A holding line: its rows in the order of the document, and those that can be summed, step by step.

    The steps are in the order with the fewest errors: that of the document, its reverse, or that of the dates.
    """

    rows: tuple[Row, ...]
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        """The line as reports name it: ``Table I, Common Stock, indirect, By Trust``; in Table II with its terms."""
        row = self.rows[0]
        parts = [row.table, row.security_title.value or "a class without a title"]
        if isinstance(row, DerivativeTransaction | DerivativeHolding):
            price, terms = row.conversion_or_exercise_price.value, (row.exercise_date.value, row.expiration_date.value)
            parts += [] if price is None else [f"at {number(price)}"]
            parts += [f"{word} {day(when)}" for word, when in zip(("from", "until"), terms, strict=True) if when]
        held = (_FORMS.get(row.direct_or_indirect_ownership.value or ""), row.nature_of_ownership.value)
        return " ".join(", ".join((*parts, *(word for word in held if word))).split())

    @property
    def uncounted(self) -> tuple[Row, ...]:
        """The rows that are not summed: holdings, and transactions without (A) or (D), an amount or a balance."""
        counted = {step.row.at for step in self.steps}
        return tuple(row for row in self.rows if row.at not in counted)

    @property
    def before(self) -> Decimal | None:
        """The balance before the first row; None if no row is summed."""
        return self.steps[0].before if self.steps else None

    @property
    def after(self) -> Decimal | None:
        """The balance after the last row, if it is reported."""
        return self.steps[-1].after if self.steps else self.rows[-1].owned_following.value

    @property
    def is_reordered(self) -> bool:
        """The steps are not in the order of the document."""
        numbers = [step.row.number for step in self.steps]
        return numbers != sorted(numbers)


@kept
def ledger(filing: Filing) -> tuple[Account, ...]:
    """Every holding line of the filing, in the order of its first row; a holding is a line of its own.

    Some filers distinguish two trusts or two grants only by a footnote; others cite a footnote on one row of a line.
    So rows that differ only in footnotes are one line if they add up as one, and otherwise the lines that add up best.
    """
    accounts = [Account((row,), ()) for row in filing.rows if not isinstance(row, Transaction)]
    for line in lines(filing.transactions, with_notes=False):
        accounts += _accounts(line, filing)
    order = {row.at: number for number, row in enumerate(filing.rows)}
    return tuple(sorted(accounts, key=lambda each: order[each.rows[0].at]))


def _accounts(line: list[Transaction], filing: Filing) -> list[Account]:
    whole = _account(line)
    parts = [_account(part) for part in lines(line)]
    off_in_whole, off_in_parts = _off([whole]), _off(parts)
    shown = [whole] if len(off_in_whole) < len(off_in_parts) or not off_in_whole else parts
    off = off_in_whole & off_in_parts
    if off and len(holders := _by_holder(line, filing)) > 1:
        of_holders = [_account(part) for part in holders]
        if not _off(of_holders):
            return of_holders
    return [account._replace(steps=tuple(_excused(step, off, filing) for step in account.steps)) for account in shown]


def _by_holder(line: list[Transaction], filing: Filing) -> list[list[Transaction]]:
    """The rows by the holder that a footnote on the balance names: two funds of one form may both hold directly."""
    texts = filing.note_texts
    found: dict[frozenset[str], list[Transaction]] = {}
    for row in line:
        notes = row.owned_following.footnotes
        named = frozenset(note for note in notes if read(texts.get(note)).says("through_whom"))
        found.setdefault(named, []).append(row)
    return list(found.values())


def _excused(step: Step, off: frozenset[Place], filing: Filing) -> Step:
    if not step.is_off:
        return step
    if step.row.at not in off:
        return step._replace(excuse=_NOTED)
    return step._replace(excuse=_EXPLAINED) if explains_other_change(step.row, filing) else step


def _off(accounts: Iterable[Account]) -> frozenset[Place]:
    return frozenset(step.row.at for account in accounts for step in account.steps if step.is_off)


def _account(rows: Sequence[Transaction]) -> Account:
    steps = _steps(rows)
    if _count_off(steps):
        backwards, by_day = rows[::-1], sorted(rows, key=_traded_on)
        orders = [by_day, rows, backwards, sorted(backwards, key=_traded_on)]
        # a row that would begin below zero is marked or counted wrongly, and no order mends that
        if all(_is_countable(row) and _leg(row).before >= 0 for row in rows):
            orders.append(by_balance(by_day, _leg, _traded_on))
        steps = min(map(_steps, orders), key=_count_off)
    return Account(tuple(rows), tuple(steps))


def _leg(row: Transaction) -> Leg:
    amount, after = amount_of(row) or Decimal(0), balance_of(row) or Decimal(0)
    return Leg((EXACT.subtract if row.is_acquired else EXACT.add)(after, amount), after)


def _count_off(steps: Iterable[Step]) -> int:
    return sum(step.is_off for step in steps)


def _steps(rows: Sequence[Transaction]) -> list[Step]:
    return list(_each_step(rows))


def _each_step(rows: Iterable[Transaction]) -> Iterator[Step]:
    """Steps from row to row; after a wrong balance the next row may also continue from the correct one.

    A row without an amount has no step: the next row continues from its balance, or starts again.
    """
    before: list[Decimal] = []
    for row in rows:
        if not _is_countable(row):
            balance = balance_of(row)
            before = [] if balance is None else [balance]
            continue
        amount, after = amount_of(row) or Decimal(0), balance_of(row) or Decimal(0)
        if not before:
            yield Step(row, _leg(row).before, amount, after, is_first=True)
            before = [after]
            continue
        steps = [Step(row, start, amount, after) for start in before]
        good = [step for step in steps if not step.is_off]
        yield (good or steps)[0]
        before = [after] if good else [after, steps[0].expected]


def _is_countable(row: Transaction) -> bool:
    is_marked = row.is_acquired or row.is_disposed
    return is_marked and amount_of(row) is not None and balance_of(row) is not None


def _traded_on(row: Transaction) -> date:
    return row.transaction_date.value or date.max
