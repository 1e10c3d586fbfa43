"""PR: the price of a trade against the market of its day, as far as the context tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from form4gen.law.authorities import CARE, FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.lines import words
from form4gen.rules.pairing import are_alike
from form4gen.rules.ranges import TRADES, names_foreign_currency, rounding_of
from form4gen.rules.told import told
from form4gen.rules.trade_days import is_off_market

FAR = Decimal(5)
"""A price that is so many times another, or so small a part of it, is hardly that of the same security."""


def market_on(when: date | None, title: str | None, filing: Filing) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest price of a class on a day that ``context.marketPrices`` tells, if it does.

    A record of the very title counts before those whose titles may name the class too.
    """
    prices = [
        (words(each.security_title), each.low, each.high)
        for each in filing.context.market_prices
        if each.date is not None and each.date == when and are_alike(each.security_title, title)
    ]
    same = [each for each in prices if each[0] == words(title)]
    found = [(low, high) for _, low, high in same or prices if low is not None and high is not None and 0 < low <= high]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def is_far(price: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a price is more than five times the highest other one, or less than a fifth of the lowest."""
    return price > FAR * high or price * FAR < low


def has_trades(filing: Filing) -> bool:
    """Whether Table I has a purchase or a sale."""
    return any(row.code in TRADES for row in filing.transactions if isinstance(row, NonDerivativeTransaction))


@rule(
    "PR114",
    on=NonDerivativeTransaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("market_prices",),
    concerns=has_trades,
    sources=(FORM_4.at("Instruction 5"), CARE.at("on prices that the market did not see")),
    certainty=MEDIUM,
)
def price_outside_the_market(row: NonDerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The price of a purchase or sale in the market is one at which the market traded that day.

    Compared with the low and the high of that day in ``context.marketPrices``, for Table I, to half a unit of the
    price's last digit; an average lies between them too. Silent where the footnotes or the remarks tell of a trade
    outside the market, as in DL104, or of another currency. A price more than five times beyond them is for PR110.
    EDGAR takes any number.

    Remedy: check the price, the day and the class; if the trade was private, say so in a footnote.
    """
    filing, price = circumstances.filing, row.transaction_price_per_share
    found = market_on(row.transaction_date.value, row.security_title.value, filing)
    if row.code not in TRADES or not price.value or found is None:
        return
    text, (low, high) = told(row, filing), found
    if is_far(price.value, low, high) or is_off_market(text) or names_foreign_currency(text):
        return
    rounding = rounding_of(price.value)
    if not low - rounding <= price.value <= high + rounding:
        yield Breach(
            price.at,
            f"{row.name}: the price {number(price.value)} is not between the low {number(low)} and the high "
            f"{number(high)} of that day's market. Was the trade private?",
            found=number(price.value),
            expected=f"{number(low)} to {number(high)}",
        )
