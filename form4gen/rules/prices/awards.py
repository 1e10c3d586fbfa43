"""PR115: a price beside an award for which nothing was paid."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.market import market_on
from form4gen.law.authorities import FORM_4
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import dollars, number
from form4gen.prose.reading import notes_of
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_PAID = ("fee_in_stock", "dividend_equivalents", "bought_in_market", "bought_privately", "offering", "plan_purchase")
"""What a footnote states where an award, or what is coded like one, was paid for."""


@rule(
    "PR115",
    name="award reported at a price",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"), FORM_4.at("Instruction 5")),
    certainty=MEDIUM,
)
def award_reported_at_a_price(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The price of an award is what was paid for it, which is usually nothing.

    Column 8 of Table II is not for the exercise price, which belongs in column 2. In Table I, a price on a row whose
    footnotes describe an award is a warning where it lies within the market prices of the day in
    ``context.marketPrices``, and an advisory without them. Units credited for fees, purchases, and dividend equivalents
    are left out. EDGAR does not check this.

    Remedy: Enter 0 as the price. If something was paid for the award, say so in a footnote.
    """
    price = row.transaction_price_per_share.value
    if row.code != "A" or not row.is_acquired or not price:
        return
    notes = notes_of(row, circumstances.filing)
    if notes.excuses(*_PAID):
        return
    at = row.transaction_price_per_share.at
    if isinstance(row, DerivativeTransaction):
        if price == row.conversion_or_exercise_price.value:
            message = f"{row.name}: column 8 repeats the exercise price, {dollars(price)}. Enter what was paid for it."
            yield Breach(at, message, number(price), "0")
    elif notes.says("award"):
        market = market_on(row.transaction_date.value, row.security_title.value, circumstances.filing)
        if market is None:
            message = f"{row.name} reports an award at {dollars(price)}. Was that paid for it?"
            yield Breach(at, message, number(price), severity=ADVISORY)
        elif market[0] <= price <= market[1]:
            message = f"{row.name} reports an award at the market price, {dollars(price)}. The price is what was paid."
            yield Breach(at, message, number(price), "0")
