"""PR: the price of a trade against the market prices that the context gives for its day."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.market import has_trades, is_far, market_on
from form4gen.accounts.ranges import TRADES, rounding_of
from form4gen.law.authorities import CARE, FORM_4
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import dollars
from form4gen.prose.markets import is_off_market
from form4gen.prose.prices import names_foreign_currency
from form4gen.prose.reading import notes_of
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "PR114",
    name="price outside the day's market range",
    on=NonDerivativeTransaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("market_prices",),
    concerns=has_trades,
    sources=(FORM_4.at("Instruction 5"), CARE.at("on prices that the market did not see")),
    certainty=MEDIUM,
)
def price_outside_the_days_market_range(
    row: NonDerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """The price of a market purchase or sale should lie within that day's trading range.

    The Table I price is compared with the day's low and high in ``context.marketPrices``, to half a unit of its
    last digit; an average lies between them too. No finding is made where the footnotes or the Remarks describe a
    trade outside the market (as in DL104) or mention another currency. A price more than five times beyond the
    range is for PR110. EDGAR does not check this.

    Remedy: Check the price, the date and the class. If the trade was private, say so in a footnote.
    """
    filing, price = circumstances.filing, row.transaction_price_per_share
    found = market_on(row.transaction_date.value, row.security_title.value, filing)
    if row.code not in TRADES or not price.value or found is None:
        return
    text, (low, high) = f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}", found
    if is_far(price.value, low, high) or is_off_market(notes_of(row, filing)) or names_foreign_currency(text):
        return
    rounding = rounding_of(price.value)
    if not low - rounding <= price.value <= high + rounding:
        yield Breach(
            price.at,
            f"{row.name}: the price {dollars(price.value)} is outside that day's market range of {dollars(low)} to "
            f"{dollars(high)}.",
            found=dollars(price.value),
            expected=f"{dollars(low)} to {dollars(high)}",
        )
