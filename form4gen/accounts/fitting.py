"""The rows to which a fill may belong, found by its title and its price without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, chain

from form4gen.accounts.pairing import Classes
from form4gen.accounts.ranges import range_of, slack_of
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.prose.texts import words


class Candidates:
    """The rows of a day and code, by title."""

    def __init__(self, rows: list[NonDerivativeTransaction], filing: Filing) -> None:
        self._filing = filing
        titled = [(row.security_title.value, row) for row in rows]
        self._classes: Classes[NonDerivativeTransaction, list[NonDerivativeTransaction]] = Classes(titled, list)
        self._exact: dict[str, list[NonDerivativeTransaction]] = {}
        for title, row in titled:
            self._exact.setdefault(words(title), []).append(row)

    def of(self, title: str | None) -> Target:
        """The rows with a title, or else those whose title may name the same class."""
        exact = self._exact.get(words(title))
        return Target(exact or list(chain(*self._classes.alike(title))), self._filing)


class Target:
    """Rows of one class: those that a price fits. A price fits the only row, whatever it is."""

    def __init__(self, rows: list[NonDerivativeTransaction], filing: Filing) -> None:
        self.rows = rows
        self._at_price: dict[Decimal | None, list[int]] = {}
        self._ranges: list[tuple[Decimal, Decimal, int]] = []
        for place, row in enumerate(rows):
            stated = range_of(row, filing)
            if stated is None:
                self._at_price.setdefault(row.transaction_price_per_share.value, []).append(place)
            else:
                low, high = stated
                slack = slack_of(low, high)
                self._ranges.append((low - slack, high + slack, place))
        # of the ranges, those that begin at or below a price and do not end below it are those that it lies in
        begins = sorted((low, place) for low, _, place in self._ranges)
        ends = sorted((high, place) for _, high, place in self._ranges)
        self._lows, self._highs = [low for low, _ in begins], [high for high, _ in ends]
        self._begun = [0, *accumulate(place for _, place in begins)]
        self._ended = [0, *accumulate(place for _, place in ends)]

    def number_at(self, price: Decimal) -> int:
        """How many rows a price fits."""
        if len(self.rows) == 1:
            return 1
        begun, ended = bisect_right(self._lows, price), bisect_left(self._highs, price)
        return len(self._at_price.get(price, ())) + begun - ended

    def only_at(self, price: Decimal) -> NonDerivativeTransaction:
        """The row that a price fits, where it fits only one."""
        if len(self.rows) == 1:
            return self.rows[0]
        if price in self._at_price:
            return self.rows[self._at_price[price][0]]
        begun, ended = bisect_right(self._lows, price), bisect_left(self._highs, price)
        return self.rows[self._begun[begun] - self._ended[ended]]

    def touched_by(self, prices: Iterable[Decimal]) -> Iterator[NonDerivativeTransaction]:
        """The rows that one of some prices fits."""
        if len(self.rows) == 1:
            yield from self.rows
            return
        known = sorted(set(prices))
        for price in known:
            yield from (self.rows[place] for place in self._at_price.get(price, ()))
        for low, high, place in self._ranges:
            if bisect_left(known, low) < bisect_right(known, high):
                yield self.rows[place]
