"""The fills behind the purchases and sales of Table I, from the trade confirmations of the context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.fitting import Candidates
from form4gen.accounts.lines import names_of
from form4gen.accounts.ranges import CENTS, TRADES, rounding_of
from form4gen.bounds import CLASSES
from form4gen.model.context import TradeConfirmation
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import dollars, number
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_MORE_DIGITS = 2
"""Digits that an average is shown with beyond those of the prices."""


_MOST_TERMS = 6


class Fill(NamedTuple):
    """A fill of which the day, the code, the number and the price are known."""

    source: TradeConfirmation
    when: date
    code: str
    shares: Decimal
    price: Decimal


class Lot(NamedTuple):
    """Rows and their fills: one row, or several of a day and code where the fills cannot be assigned to one each."""

    rows: tuple[NonDerivativeTransaction, ...]
    fills: tuple[Fill, ...]

    @property
    def name(self) -> str:
        """The rows as a person cites them."""
        return names_of(self.rows)

    @property
    def shares(self) -> Decimal:
        """The number of securities in all fills."""
        return _sum(fill.shares for fill in self.fills)

    @property
    def dollars(self) -> Decimal:
        """The dollar total of all fills."""
        return _sum(EXACT.multiply(fill.shares, fill.price) for fill in self.fills)

    @property
    def low(self) -> Decimal:
        """The lowest price."""
        return min(fill.price for fill in self.fills)

    @property
    def high(self) -> Decimal:
        """The highest price."""
        return max(fill.price for fill in self.fills)

    @property
    def average(self) -> Decimal:
        """The average price, weighted by the securities, to two digits more than any price of the rows and fills."""
        prices = [*(fill.price for fill in self.fills), *(price for _, price in self.reported or ())]
        exponent = min(CENTS, *(int(price.as_tuple().exponent) for price in prices)) - _MORE_DIGITS
        return EXACT.quantize(EXACT.divide(self.dollars, self.shares), Decimal(1).scaleb(exponent))

    @property
    def reported(self) -> list[tuple[Decimal, Decimal]] | None:
        """Number and price of each row, if all rows give both."""
        found = [(row.transaction_shares.value, row.transaction_price_per_share.value) for row in self.rows]
        whole = [(shares, price) for shares, price in found if shares is not None and price is not None]
        return whole if len(whole) == len(found) else None

    @property
    def reported_shares(self) -> Decimal | None:
        """The number of securities in all rows, if all rows give one."""
        found = [row.transaction_shares.value for row in self.rows]
        return None if None in found else _sum(shares for shares in found if shares is not None)

    @property
    def other_dollars(self) -> Decimal | None:
        """The dollar total of the rows, where it differs from that of the fills by more than the prices' rounding."""
        if self.reported is None or self.reported_shares != self.shares:
            return None
        dollars = _sum(EXACT.multiply(*each) for each in self.reported)
        rounding = _sum(EXACT.multiply(shares, rounding_of(price)) for shares, price in self.reported)
        return dollars if EXACT.subtract(dollars, self.dollars).copy_abs() > rounding else None

    @property
    def agrees(self) -> bool:
        """Whether number and price agree with the fills."""
        return self.reported_shares in (None, self.shares) and self.other_dollars is None

    @property
    def sum_of_shares(self) -> str:
        """How the number adds up: ``500 + 400 = 900``; for many fills only the result."""
        terms = [number(fill.shares) for fill in self.fills]
        sum_of = " + ".join(terms) if len(terms) <= _MOST_TERMS else f"{len(terms)} fills"
        return f"{sum_of} = {number(self.shares)}"

    @property
    def sum_of_dollars(self) -> str:
        """How the average is worked out: ``(300 x $25.10 + 200 x $25.30) / 500 = $25.1800``."""
        by_price: dict[Decimal, Decimal] = {}
        for fill in self.fills:
            by_price[fill.price] = EXACT.add(by_price.get(fill.price, Decimal(0)), fill.shares)
        terms = [f"{number(by_price[price])} x {dollars(price)}" for price in sorted(by_price)]
        average = self.average
        equals = "=" if EXACT.multiply(average, self.shares) == self.dollars else "is about"
        if len(terms) > _MOST_TERMS:
            return f"{len(terms)} prices: {dollars(self.dollars)} / {number(self.shares)} {equals} {dollars(average)}"
        return f"({' + '.join(terms)}) / {number(self.shares)} {equals} {dollars(average)}"


@lru_cache(maxsize=4)
def lots(filing: Filing) -> tuple[Lot, ...]:
    """The rows of Table I that have trade confirmations, with their fills; none while a confirmation is incomplete.

    A fill belongs to the row that it names, or else to one of its day, code and class whose price, or stated range of
    prices, it fits. Where a fill fits none or several of a day's rows, these rows are one lot.
    """
    fills = [fill_of(each) for each in filing.context.trade_confirmations]
    known = [fill for fill in fills if fill is not None]
    rows_of_day: dict[tuple[date | None, str], list[NonDerivativeTransaction]] = {}
    named: dict[str | None, NonDerivativeTransaction] = {}
    for row in trades(filing):
        rows_of_day.setdefault((row.transaction_date.value, row.code), []).append(row)
        named[row.at.pointer] = row
    placed = [fill for fill in known if fill.source.place is not None]
    if len(known) < len(fills) or any(fill.source.place not in named for fill in placed):
        return ()
    free: dict[tuple[date, str], list[Fill]] = {}
    for fill in known:
        if fill.source.place is None:
            free.setdefault((fill.when, fill.code), []).append(fill)
    found: dict[tuple[NonDerivativeTransaction, ...], list[Fill]] = {}
    for key, fills_of_day in free.items():
        for lot in _shared_out(fills_of_day, rows_of_day.get(key, []), filing):
            found.setdefault(lot.rows, []).extend(lot.fills)
    for fill in placed:
        found.setdefault((named[fill.source.place],), []).append(fill)
    return tuple(Lot(each, tuple(of_it)) for each, of_it in found.items())


def _shared_out(fills: list[Fill], rows: list[NonDerivativeTransaction], filing: Filing) -> Iterator[Lot]:
    """The fills of a day and code assigned to its rows: to each its own, if every fill fits exactly one row.

    Nothing is assigned on a day with more titles than ``CLASSES``.
    """
    candidates = Candidates(rows, filing)
    titled: dict[str, list[Fill]] = {}
    for fill in fills:
        titled.setdefault(words(fill.source.security_title), []).append(fill)
    if len(titled) > CLASSES:
        return
    targets = {title: candidates.of(of_title[0].source.security_title) for title, of_title in titled.items()}
    of_class = [(fill, targets[words(fill.source.security_title)]) for fill in fills]
    of_class = [(fill, target) for fill, target in of_class if target.rows]
    numbers = [target.number_at(fill.price) for fill, target in of_class]
    if all(each == 1 for each in numbers):
        own: dict[NonDerivativeTransaction, list[Fill]] = {}
        for fill, target in of_class:
            own.setdefault(target.only_at(fill.price), []).append(fill)
        for row in sorted(own, key=_number_of):
            yield Lot((row,), tuple(own[row]))
        return
    touched: set[NonDerivativeTransaction] = set()
    for title, target in targets.items():
        touched.update(target.touched_by([fill.price for fill in titled[title]]) if all(numbers) else target.rows)
    yield Lot(tuple(row for row in rows if row in touched), tuple(fill for fill, _ in of_class))


def _number_of(row: NonDerivativeTransaction) -> int:
    return row.number


def trades(filing: Filing) -> list[NonDerivativeTransaction]:
    """The purchases and sales of Table I."""
    return [row for row in filing.transactions if isinstance(row, NonDerivativeTransaction) and row.code in TRADES]


def fills_of(row: NonDerivativeTransaction, filing: Filing) -> tuple[Fill, ...]:
    """The fills of one row, if they are known."""
    return _fills_by_row(filing).get(row, ())


@lru_cache(maxsize=4)
def _fills_by_row(filing: Filing) -> dict[NonDerivativeTransaction, tuple[Fill, ...]]:
    return {lot.rows[0]: lot.fills for lot in lots(filing) if len(lot.rows) == 1}


def fill_of(source: TradeConfirmation) -> Fill | None:
    """The fill of a trade confirmation, if the confirmation is complete."""
    when, code = source.transaction_date, source.transaction_code
    shares, price = source.transaction_shares or Decimal(0), source.transaction_price_per_share or Decimal(0)
    return Fill(source, when, code, shares, price) if when and code and min(shares, price) > 0 else None


def _sum(values: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total
