"""PR: a total in place of a price per share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from form4gen.accounts.market import is_far, market_on
from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.prose.reading import read
from form4gen.prose.texts import words
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule

_CODES = ("P", "S", "F", "D")


_IN_THE_MARKET = ("P", "S", "F")
"""Codes whose price is a market price or is derived from one."""


_NEAR = timedelta(days=10)


_ENORMOUS = Decimal(100_000)


_MANY = Decimal(100)
"""The number of shares from which an enormous price is more likely a total."""


_DEAR = "BRK"
"""The beginning of the symbol of the one issuer whose share costs more."""


@rule(
    "PR110",
    name="total in place of price per share",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"),),
    certainty=MEDIUM,
)
def total_in_place_of_price_per_share(filing: Filing) -> Iterator[Breach]:
    """Prices must be reported per share, not in total.

    A price is compared with at least two others of codes P, S, F and D, for the same title in the same table and
    within ten days: more than five times their median, or less than a fifth of it, is a finding. So is a price of
    $100,000 or more for a hundred shares or more, except Berkshire Hathaway's. Where ``context.marketPrices`` has
    the day, a Table I price of code P, S or F is compared with its low and high instead. Debt is left out, and
    derivative securities are compared only at one exercise price and expiration. EDGAR does not check this.

    Remedy: If the figure is a total, divide it by the number of shares. Otherwise check the decimal point and the
    class.
    """
    groups: dict[tuple[object, ...], list[Priced]] = {}
    for row in filing.transactions:
        price = row.transaction_price_per_share.value
        if price and row.code in _CODES and not read(row.security_title.value).excuses("debt_title"):
            groups.setdefault(_class_of(row), []).append(Priced(row, price, row.transaction_date.value))
    is_dear = (filing.issuer.issuer_trading_symbol or "").strip().upper().startswith(_DEAR)
    for priced in (each for group in groups.values() for each in group):
        row, price, _ = priced
        usual, market = _usual(priced, groups[_class_of(row)]), _market(row, filing)
        if is_far(price, *(market or (usual, usual))):
            near = f"${number(market[0])} to ${number(market[1])}" if market else f"near ${number(usual)}"
            others = f"the market traded at {near} that day" if market else f"comparable rows are {near}"
            message = (
                f"{row.name} reports a price of ${number(price)}, but {others}. Report the price per share, not the "
                "total."
            )
            yield Breach(row.transaction_price_per_share.at, message, found=f"${number(price)}", expected=near)
        elif price >= _ENORMOUS and (row.transaction_shares.value or 0) >= _MANY and not is_dear and not market:
            message = f"{row.name} reports a price of ${number(price)} per share, which appears to be the total."
            yield Breach(row.transaction_price_per_share.at, message, f"${number(price)}")


def _market(row: Transaction, filing: Filing) -> tuple[Decimal, Decimal] | None:
    if isinstance(row, DerivativeTransaction) or row.code not in _IN_THE_MARKET:
        return None
    return market_on(row.transaction_date.value, row.security_title.value, filing)


class Priced(NamedTuple):
    """A row with a price above 0, and its day."""

    row: Transaction
    price: Decimal
    day: date | None


def _usual(priced: Priced, group: list[Priced]) -> Decimal:
    """The median of the other prices of about that time, or the price itself where there are fewer than two."""
    others = sorted(
        other.price
        for other in group
        if other is not priced and other.day and priced.day and abs(other.day - priced.day) <= _NEAR
    )
    middle = len(others) // 2
    return (others[middle] + others[-middle - 1]) / 2 if len(others) > 1 else priced.price


def _class_of(row: Transaction) -> tuple[object, ...]:
    terms: tuple[object, ...] = (row.table, words(row.security_title.value))
    if isinstance(row, DerivativeTransaction):
        terms += (row.conversion_or_exercise_price.value, row.expiration_date.value)
    return terms
