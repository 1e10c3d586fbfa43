"""Transactions gathered for one row of the form each: fills of a day within a range of less than one dollar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from form4gen.drafting.fills.events import Leg
from form4gen.law.limits import SMALLEST_STEP
from form4gen.law.thresholds import AVERAGE_RANGE
from form4gen.model.exact import EXACT
from form4gen.model.wording import dollars, number
from form4gen.records import NamedTuple

TRADES = ("P", "S")
_ORDER = {"A": 0, "M": 1, "F": 1, "P": 2, "S": 3, "G": 4}
_SHOWN = 6


class Group(NamedTuple):
    """The transactions of one row: of one code, day and class, and of an award or a price range."""

    legs: tuple[Leg, ...]

    @property
    def first(self) -> Leg:
        """The first transaction: its code, day, class and award are those of all."""
        return self.legs[0]

    @property
    def shares(self) -> Decimal:
        """The number of securities."""
        return total(leg.shares for leg in self.legs)

    @property
    def dollars(self) -> Decimal | None:
        """Number times price, exactly; None where a price is not known."""
        if any(leg.price is None for leg in self.legs):
            return None
        return total(EXACT.multiply(leg.shares, leg.price or Decimal(0)) for leg in self.legs)

    @property
    def prices(self) -> list[Decimal]:
        """Each different price, from low to high."""
        return sorted({leg.price for leg in self.legs if leg.price is not None})

    @property
    def price(self) -> Decimal | None:
        """The only price, or the weighted average, rounded to the four decimals that EDGAR takes."""
        if self.dollars is None:
            return None
        if len(self.prices) == 1 and self.prices[0] == self.prices[0].quantize(SMALLEST_STEP, context=EXACT):
            return self.prices[0]
        return EXACT.divide(self.dollars, self.shares).quantize(SMALLEST_STEP, ROUND_HALF_UP, EXACT).normalize(EXACT)

    @property
    def arithmetic(self) -> str:
        """How the average is worked out: ``(300 x $25.10 + 200 x $25.30) / 500 = $25.18``."""
        total_of, price = self.dollars, self.price
        if total_of is None or price is None or len(self.prices) == 1:
            return ""
        by_price = {each: total(leg.shares for leg in self.legs if leg.price == each) for each in self.prices[:_SHOWN]}
        terms = " + ".join(f"{number(shares)} x {dollars(each)}" for each, shares in by_price.items())
        sums = f"({terms})" if len(self.prices) <= _SHOWN else f"{len(self.prices)} prices: {dollars(total_of)}"
        is_exact = EXACT.multiply(price, self.shares) == total_of
        return f"{sums} / {number(self.shares)} {'=' if is_exact else 'is about'} {dollars(price)}"


def groups_of(legs: Iterable[Leg]) -> list[Group]:
    """The transactions as rows, in the order of the form.

    By day, then grants, vests and exercises, purchases, sales, and gifts.
    """
    found: dict[tuple[object, ...], list[Leg]] = {}
    for leg in legs:
        found.setdefault(_key(leg), []).append(leg)
    groups = [group for of_key in found.values() for group in _ranges(of_key)]
    return sorted(groups, key=_order)


def _key(leg: Leg) -> tuple[object, ...]:
    """What the transactions of a row have in common; only purchases and sales are averaged."""
    price = None if leg.code in TRADES else leg.price
    return leg.day, leg.code, leg.title, leg.award, leg.exercise_price, price, leg.is_received


def _ranges(legs: list[Leg]) -> Iterator[Group]:
    """The fewest rows whose prices are less than a dollar apart: each range begins at the lowest price left."""
    if legs[0].code not in TRADES:
        yield Group(tuple(legs))
        return
    own: list[Leg] = []
    for leg in sorted(legs, key=_price_of):
        if own and EXACT.subtract(_price_of(leg), _price_of(own[0])) >= AVERAGE_RANGE:
            yield Group(tuple(own))
            own = []
        own.append(leg)
    yield Group(tuple(own))


def _price_of(leg: Leg) -> Decimal:
    return leg.price or Decimal(0)


def _order(group: Group) -> tuple[date, str, int, Decimal, str, Decimal]:
    """Vests and exercises come in pairs of M and F, so a code is ordered within its award and exercise price.

    Gifts received come before those given.
    """
    first = group.first
    pair = "F" if first.code == "F" or (first.code == "G" and not first.is_received) else ""
    price = _price_of(first) if first.code in TRADES else Decimal(0)
    return first.day, first.title, _ORDER[first.code], first.exercise_price or Decimal(0), pair, price


def total(values: Iterable[Decimal]) -> Decimal:
    """The exact sum."""
    found = Decimal(0)
    for value in values:
        found = EXACT.add(found, value)
    return found
