"""The sums between rows, as two tables: average prices with their fills, and exercises with what was withheld."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from form4gen.accounts.confirmations import Lot, lots
from form4gen.accounts.exercises import Exercise, by_day, exercises, rows_by_day, total_of, withholdings
from form4gen.accounts.lines import names_of
from form4gen.accounts.ranges import range_of
from form4gen.accounts.workings import workings
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import day, number
from form4gen.records import NamedTuple
from form4gen.report.typography import cells, kept, sums

_NONE = "\u2013"
_MOST_FILLS = 6


class Average(NamedTuple):
    """A row with an average price or fills: shares, price, stated range, its width, and the fills in words."""

    rows: str
    shares: str
    price: str
    range: str
    width: str
    fills: str
    is_off: bool


class Exchange(NamedTuple):
    """An exercise or a withholding of a day: what went out, what came in, and the result in words."""

    what: str
    out: str
    back: str
    result: str
    is_off: bool


def averages(filing: Filing) -> tuple[Average, ...]:
    """The rows of Table I with an average price, or with trade confirmations."""
    off = {each.places[0] for each in workings(filing) if not each.agrees}
    of_lot = {row: lot for lot in lots(filing) for row in lot.rows}
    found: list[Average] = []
    shown: set[NonDerivativeTransaction] = set()
    for row in filing.non_derivative_table:
        if not isinstance(row, NonDerivativeTransaction) or row in shown:
            continue
        lot, stated = of_lot.get(row), range_of(row, filing)
        if lot is not None or stated is not None:
            rows = lot.rows if lot else (row,)
            shown.update(rows)
            is_off = rows[0].transaction_price_per_share.at in off or (lot is not None and not lot.agrees)
            found.append(_average(rows, lot, stated, is_off=is_off))
    return tuple(_aligned(found))


def _aligned(found: list[Average]) -> Iterator[Average]:
    """The lines, with as many decimals in each average price as the longest has."""
    places = max((len(each.price.partition(".")[2]) for each in found), default=0)
    for each in found:
        whole, _, part = each.price.partition(".")
        yield each if not places or each.price == _NONE else each._replace(price=f"{whole}.{part:0<{places}}")


def exchanges(filing: Filing) -> tuple[Exchange, ...]:
    """The exercises, day by day, and what was withheld."""
    return (*(each for one in exercises(filing) for each in _exercised(one)), *_withheld(filing))


def _average(
    rows: tuple[NonDerivativeTransaction, ...],
    lot: Lot | None,
    stated: tuple[Decimal, Decimal] | None,
    *,
    is_off: bool,
) -> Average:
    price = rows[0].transaction_price_per_share.value if len(rows) == 1 else None
    return Average(
        cells(names_of(rows)),
        number(total_of(list(rows))),
        _NONE if price is None else number(price),
        f"{number(stated[0])}\u2013{number(stated[1])}" if stated and len(rows) == 1 else _NONE,
        number(EXACT.subtract(stated[1], stated[0])) if stated and len(rows) == 1 else _NONE,
        _fills(lot),
        is_off,
    )


def _fills(lot: Lot | None) -> str:
    if lot is None:
        return "Not given"
    by_price: dict[Decimal, Decimal] = {}
    for fill in lot.fills:
        by_price[fill.price] = EXACT.add(by_price.get(fill.price, Decimal(0)), fill.shares)
    terms = [f"{number(by_price[price])} at {number(price)}" for price in sorted(by_price)]
    if len(terms) > _MOST_FILLS:
        terms = [f"{number(lot.shares)} at {number(lot.low)} to {number(lot.high)} in {len(lot.fills)} fills"]
    average = f" Average {number(lot.average)}," if len(by_price) > 1 else ""
    agrees = "agrees" if lot.agrees else "does not agree"
    return f"{'; '.join(terms)}.{average or ''} {agrees if average else agrees.capitalize()}"


def _exercised(exercise: Exercise) -> Iterator[Exchange]:
    given, received, rows = by_day(exercise.given), by_day(exercise.received), rows_by_day(exercise)
    for when in sorted(given.keys() | received.keys()):
        out, back = given.get(when, Decimal(0)), received.get(when, Decimal(0))
        names = cells(names_of(rows[when]))
        if out == back:
            result = f"{names} agree"
        else:
            result = f"{names} differ by {number(EXACT.subtract(out, back).copy_abs())}"
        yield Exchange(_what("Exercised", when, exercise.code), number(out), number(back), result, out != back)


def _withheld(filing: Filing) -> Iterator[Exchange]:
    words = {each.places: each for each in workings(filing)}
    for when, withheld, received in withholdings(filing):
        places = tuple(row.at for row in (*received, *withheld))
        working = words[places]
        shares, _, rest = working.words.partition(" of ")
        yield Exchange(_what("Withheld", when, "F"), shares, _NONE, sums(f"Of {rest}"), not working.agrees)


def _what(deed: str, when: date, code: str) -> str:
    return kept(f"{deed} {day(when)} ({code})")
