"""PR116: the price of a depositary share beside ordinary shares."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import dollars
from form4gen.prose.reading import cited, read
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "PR116",
    name="depositary share price on ordinary shares",
    on=NonDerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"),),
    certainty=MEDIUM,
)
def depositary_share_price_on_ordinary_shares(
    row: NonDerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """A row on ordinary shares must state the price of an ordinary share, not that of a depositary share.

    A depositary share (ADS, ADR) usually represents several ordinary shares, so that its price times the number of
    ordinary shares is many times what was paid. A finding is made where a footnote on the row says that the price is
    per depositary share and no footnote says that it was divided or converted. EDGAR does not check this.

    Remedy: Divide the price by the number of ordinary shares that a depositary share represents, and say so in a
    footnote. Or report the row in depositary shares, in its title, number, and balance.
    """
    price = row.transaction_price_per_share
    if not price.value or not read(row.security_title.value).says("ordinary_share"):
        return
    notes = cited(circumstances.filing, row.footnotes)
    if notes.says("price_per_ads") and not notes.excuses("ads_price_divided"):
        message = (
            f"{row.name} reports ordinary shares at {dollars(price.value)}, but its footnote says that this is the "
            "price of a depositary share. Report the price per ordinary share."
        )
        yield Breach(price.at, message, dollars(price.value), "the price of an ordinary share")
