"""The fills behind the purchases and sales of Table I, from the trade confirmations of the context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.lines import names_of
from form4gen.accounts.pairing import are_alike
from form4gen.accounts.ranges import CENTS, TRADES, lies_within, range_of, rounding_of
from form4gen.model.context import TradeConfirmation
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import number
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
        terms = [f"{number(by_price[price])} x ${number(price)}" for price in sorted(by_price)]
        average = self.average
        equals = "=" if EXACT.multiply(average, self.shares) == self.dollars else "is about"
        if len(terms) > _MOST_TERMS:
            return f"{len(terms)} prices: ${number(self.dollars)} / {number(self.shares)} {equals} ${number(average)}"
        return f"({' + '.join(terms)}) / {number(self.shares)} {equals} ${number(average)}"


@lru_cache(maxsize=4)
def lots(filing: Filing) -> tuple[Lot, ...]:
    """The rows of Table I that have trade confirmations, with their fills; none while a confirmation is incomplete.

    A fill belongs to the row that it names, or else to one of its day, code and class whose price, or stated range of
    prices, it fits. Where a fill fits none or several of a day's rows, these rows are one lot.
    """
    fills = [fill_of(each) for each in filing.context.trade_confirmations]
    rows = trades(filing)
    known = [fill for fill in fills if fill is not None]
    named = {row.at.pointer: row for row in rows}
    if len(known) < len(fills) or any(fill.source.place not in {None, *named} for fill in known):
        return ()
    found: dict[tuple[NonDerivativeTransaction, ...], list[Fill]] = {}
    for key in dict.fromkeys((fill.when, fill.code) for fill in known if fill.source.place is None):
        free = [fill for fill in known if fill.source.place is None and (fill.when, fill.code) == key]
        of_the_day = [row for row in rows if (row.transaction_date.value, row.code) == key]
        for lot in _shared_out(free, of_the_day, filing):
            found.setdefault(lot.rows, []).extend(lot.fills)
    for fill in known:
        if fill.source.place is not None:
            found.setdefault((named[fill.source.place],), []).append(fill)
    return tuple(Lot(each, tuple(of_it)) for each, of_it in found.items())


def _shared_out(fills: list[Fill], rows: list[NonDerivativeTransaction], filing: Filing) -> Iterator[Lot]:
    """The fills of a day and code assigned to its rows: to each its own, if every fill fits exactly one row."""
    of_class = [(fill, alike) for fill in fills if (alike := _of_the_class(fill, rows))]
    fitting = [(fill, _fitting(fill, alike, filing)) for fill, alike in of_class]
    if all(len(several) == 1 for _, several in fitting):
        for row in rows:
            own = tuple(fill for fill, several in fitting if several[0] is row)
            if own:
                yield Lot((row,), own)
        return
    is_fitted = all(several for _, several in fitting)
    touched = {row for _, several in (fitting if is_fitted else of_class) for row in several}
    yield Lot(tuple(row for row in rows if row in touched), tuple(fill for fill, _ in fitting))


def _of_the_class(fill: Fill, rows: list[NonDerivativeTransaction]) -> list[NonDerivativeTransaction]:
    """The rows with the fill's own title, or else those whose title may name the same class."""
    title = fill.source.security_title
    alike = [row for row in rows if are_alike(row.security_title.value, title)]
    return [row for row in alike if words(row.security_title.value) == words(title)] or alike


def _fitting(fill: Fill, rows: list[NonDerivativeTransaction], filing: Filing) -> list[NonDerivativeTransaction]:
    return rows if len(rows) == 1 else [row for row in rows if _fits(fill.price, row, filing)]


def _fits(price: Decimal, row: NonDerivativeTransaction, filing: Filing) -> bool:
    stated = range_of(row, filing)
    return price == row.transaction_price_per_share.value if stated is None else lies_within(price, *stated)


def trades(filing: Filing) -> list[NonDerivativeTransaction]:
    """The purchases and sales of Table I."""
    return [row for row in filing.transactions if isinstance(row, NonDerivativeTransaction) and row.code in TRADES]


def fills_of(row: NonDerivativeTransaction, filing: Filing) -> tuple[Fill, ...]:
    """The fills of one row, if they are known."""
    return next((lot.fills for lot in lots(filing) if lot.rows == (row,)), ())


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
