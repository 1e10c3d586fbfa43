"""A holding line: the rows of one table with the same class of securities and the same form of ownership."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal

from form4gen.model.exact import EXACT
from form4gen.model.fields import Cell
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.prose.texts import words
from form4gen.typed import TypeVar

R = TypeVar("R", bound=Row)


def line_of(row: Row, *, with_notes: bool = True) -> Hashable:
    """The key of a holding line: class, form and nature of ownership, in Table II also price and dates.

    Some filers distinguish two trusts or two grants only by a footnote; ``with_notes`` makes these different lines.
    """
    cells: list[Cell[str]] = [row.security_title, row.direct_or_indirect_ownership, row.nature_of_ownership]
    terms: list[Hashable] = [words(cell.value) for cell in cells]
    notes: list[Hashable] = [frozenset(cell.footnotes) for cell in cells]
    if isinstance(row, DerivativeTransaction | DerivativeHolding):
        terms += [row.conversion_or_exercise_price.value, row.exercise_date.value, row.expiration_date.value]
        terms.append(words(row.underlying_security_title.value))
        notes += [
            frozenset(cell.footnotes)
            for cell in (row.conversion_or_exercise_price, row.exercise_date, row.expiration_date)
        ]
    return (row.table, *terms, *(notes if with_notes else ()))


def lines(rows: Iterable[R], *, with_notes: bool = True) -> list[list[R]]:
    """The rows by holding line, each line in the order of the document."""
    found: dict[Hashable, list[R]] = {}
    for row in rows:
        found.setdefault(line_of(row, with_notes=with_notes), []).append(row)
    return list(found.values())


def names_of(rows: Iterable[Row]) -> str:
    """Several rows as reports name them: ``Table I, rows 1-3, 5; Table II, row 1``."""
    tables: dict[str, list[int]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row.number)
    return "; ".join(
        f"{table}, row{'' if len(numbers) == 1 else 's'} {_ranges(numbers)}" for table, numbers in tables.items()
    )


def _ranges(numbers: Iterable[int]) -> str:
    """``1-3, 5`` for 1, 2, 3, 5."""
    spans: list[list[int]] = []
    for each in numbers:
        if spans and each == spans[-1][1] + 1:
            spans[-1][1] = each
        else:
            spans.append([each, each])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def amount_of(row: Transaction) -> Decimal | None:
    """The amount acquired or disposed of: shares, or in Table II the total value if no shares are given."""
    if isinstance(row, DerivativeTransaction) and row.transaction_shares.value is None:
        return row.transaction_total_value.value
    return row.transaction_shares.value


def balance_of(row: Transaction) -> Decimal | None:
    """The post-transaction balance, if it is in the unit of the amount.

    Table I has no column for a total value: for debt, the amount is the face amount, and the balance its value.
    """
    if isinstance(row, DerivativeTransaction) and row.transaction_shares.value is not None:
        return row.shares_owned_following_transaction.value
    if isinstance(row, DerivativeTransaction):
        return row.value_owned_following_transaction.value
    return row.owned_following.value


def change_of(row: Transaction) -> Decimal | None:
    """By how much a transaction changes the balance of its line; None where the row does not say."""
    amount = amount_of(row)
    if amount is None or not (row.is_acquired or row.is_disposed):
        return None
    return amount if row.is_acquired else EXACT.minus(amount)


def balance_before(row: Transaction) -> Decimal | None:
    """The balance with which a transaction begins; None where the row does not say."""
    change, after = change_of(row), balance_of(row)
    return None if change is None or after is None else EXACT.subtract(after, change)
