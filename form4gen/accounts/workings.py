"""The sums between rows: exercises in both tables, shares withheld, average prices, and fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal

from form4gen.accounts.confirmations import Lot, lots
from form4gen.accounts.exercises import Exercise, by_day, exercises, rows_by_day, total_of, withholdings
from form4gen.accounts.ranges import agrees_with_range, range_of
from form4gen.location import Place
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import day, dollars, number
from form4gen.records import NamedTuple

_PERCENT = Context(prec=40, rounding=ROUND_HALF_EVEN)


class Working(NamedTuple):
    """A sum: the places of its rows, its subject, the sum itself, and whether both sides agree."""

    places: tuple[Place, ...]
    subject: str
    words: str
    agrees: bool


def workings(filing: Filing) -> list[Working]:
    """Every such sum of a filing, right or wrong."""
    found = [working for exercise in exercises(filing) for working in _exercised(exercise)]
    found += [_withheld(*each) for each in withholdings(filing)]
    return [*found, *_averages(filing), *map(_confirmed, lots(filing))]


def _exercised(exercise: Exercise) -> Iterator[Working]:
    given, received, rows = by_day(exercise.given), by_day(exercise.received), rows_by_day(exercise)
    for when in sorted(given.keys() | received.keys()):
        out, back = given.get(when, Decimal(0)), received.get(when, Decimal(0))
        apart = "" if out == back else f", difference {number(EXACT.subtract(out, back).copy_abs())}"
        words = f"Table II disposes of {number(out)}, Table I acquires {number(back)}{apart}"
        subject = f"Exercised (code {exercise.code}) on {day(when)}"
        yield Working(tuple(row.at for row in rows[when]), subject, words, out == back)


def _withheld(
    when: date, withheld: list[NonDerivativeTransaction], received: list[NonDerivativeTransaction]
) -> Working:
    out, back = total_of(withheld), total_of(received)
    share = f" ({_percent(out, back)}%)" if back else ""
    words = f"{number(out)} of {number(back)} received{share}{_value(withheld)}"
    places = tuple(row.at for row in (*received, *withheld))
    return Working(places, f"Withheld (code F) on {day(when)}", words, out <= back or not received)


def _value(rows: list[NonDerivativeTransaction]) -> str:
    """The value of the withheld shares, one product a row."""
    products = [
        (row.transaction_shares.value, row.transaction_price_per_share.value)
        for row in rows
        if row.transaction_shares.value is not None and row.transaction_price_per_share.value is not None
    ]
    if len(products) != len(rows):
        return ""
    total = Decimal(0)
    for amount, price in products:
        total = EXACT.add(total, EXACT.multiply(amount, price))
    sums = " + ".join(f"{number(amount)} x {dollars(price)}" for amount, price in products)
    return f", {sums} = {dollars(total)}"


def _percent(part: Decimal, whole: Decimal) -> str:
    ratio = _PERCENT.divide(_PERCENT.multiply(part, Decimal(100)), whole)
    return number(ratio.quantize(Decimal("0.01"), context=EXACT))


def _averages(filing: Filing) -> Iterator[Working]:
    for row in filing.transactions:
        price, found = row.transaction_price_per_share, range_of(row, filing)
        if price.value is None or found is None:
            continue
        low, high = found
        agrees = agrees_with_range(price.value, low, high)
        apart = dollars(EXACT.subtract(high, low))
        words = (
            f"{dollars(price.value)} is {'within' if agrees else 'not within'} {dollars(low)} to {dollars(high)} "
            f"(range {apart})"
        )
        yield Working((price.at,), f"{row.name}, average price", words, agrees)


def _confirmed(lot: Lot) -> Working:
    average = f", average {dollars(lot.average)}" if lot.low != lot.high else ""
    prices = f"{dollars(lot.low)} to {dollars(lot.high)}" if average else dollars(lot.low)
    words = f"{number(lot.shares)} at {prices}{average}"
    return Working(tuple(row.at for row in lot.rows), f"{lot.name}, trade confirmations", words, lot.agrees)
