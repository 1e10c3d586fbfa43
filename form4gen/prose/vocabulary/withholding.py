"""Shares withheld, surrendered, or sold to pay taxes or an exercise price."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "withheld_for_tax",
        "Shares were withheld, retained, or surrendered to the issuer to pay taxes.",
        phrase("withheld|surrendered|relinquished|tendered|(withholding of) ....!sold|sell @taxes", ()),
        phrase(
            "retained|reacquired|returned|delivered|forfeited|disposed|disposition ...!sold (by|to) .. @issuer ....!sold @taxes",
            (),
        ),
        phrase(
            "@taxes ....!sold (by|through) ..!sale (withholding|surrendering|surrender|delivering|retaining|netting)",
            (),
        ),
        phrase("@taxes ...!required withheld|retained .. @shares", ()),
        phrase("net (settled|settlement) ....!sold @taxes", ()),
        phrase(
            "^ (represent*|reflects|relates)? .. (tax liability)|(tax withholding)|(withholding tax)|(withholding taxes)|(payment of .. taxes) .... vesting|settlement|exercise",
            (),
        ),
        unless=(
            phrase("withheld and sold", ()),
            phrase("sold|sell|sale|sales ... (to|for) ... @taxes", ()),
            phrase("no|not|may|will|should .. withheld|withhold|surrendered", ()),
        ),
    ),
    claim(
        "withheld_for_price",
        "Shares were withheld by or surrendered to the issuer to pay an exercise price.",
        phrase("withheld|surrendered|tendered|relinquished|retained|(withholding of) ....!sold @price", ()),
        phrase("delivered|delivery|disposed|disposition ... to .. @issuer ....!sold|upon @price", ()),
        phrase("net (exercise|exercised|exercises|exercising)", ()),
        phrase("(exercise|exercised) ..!price net|(cashless basis)", ()),
        phrase("cashless ..!broker (exercise|exercised) ...!broker @options", ()),
        unless=(
            phrase("broker|brokers|sold|sale|sell", ()),
            phrase("may|will|can|if .. (exercise|exercised|withheld|withhold|surrender)", ()),
        ),
    ),
    claim(
        "sold_to_cover",
        "Shares were sold in the market to pay taxes or costs of a vesting or exercise.",
        phrase(
            "sold|sale|sales ...!multiple (to|for|solely|purpose|order) ...!withheld @covering ....!withheld @taxes|@price|withholding",
            (),
        ),
        phrase("sell|sells|sold to cover", ()),
        unless=(
            phrase("no|not ... sold|sale|sales", ()),
            phrase("may|will|would .. sell|sold", ()),
        ),
    ),
)
