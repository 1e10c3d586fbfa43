"""Sales and purchases, in the market and outside of it."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "sold_in_market",
        "The row is a sale in the market.",
        phrase("weighted average (sale|sales|selling) price", ()),
        phrase("sold ...!not|purchased|private|privately|offering @several ..!private @trades|prices", ()),
        phrase("sale|sales ...!private|issuer @several ..!private @trades|prices", ()),
        phrase("sold ...!not|purchased (open market)", ()),
        phrase("open market .. sale|sales|disposition|dispositions", ()),
        phrase("sale|sales ... open market", ()),
        phrase("sold|sale|sales ...!not broker|brokers|brokerage", ()),
        phrase("sold at prices ranging", ()),
        phrase("sold|sale|sales (on|through|over) the? ..!exchange (nyse|nasdaq|exchange)", ()),
        phrase("sold ..!not from $ # to $ #", ()),
        phrase("@trades ....!purchased (sold at each)", ()),
        unless=(phrase("may|will|would|shall|could|not .. (be sold)|sell", ()),),
    ),
    claim(
        "sold_privately",
        "The row is a sale or transfer for value outside the market.",
        phrase("sold|sale|sales|transferred ...!placement|@issuer (private !placement)|privately", ()),
        phrase("private|privately ..!placement sale|sales|sold", ()),
        phrase("sold|sale|sales ..!@issuer .. block (trade|sale|transaction)", ()),
        phrase("sold|sale|sales ...!@issuer underwriter|underwriters|underwriting", ()),
        phrase(
            "~@issuer sold|sale|sales ...!@issuer|following|prior underwritten|secondary|(public offering)|(registered offering)",
            (),
        ),
        phrase("(repurchased|purchased) ... by the @issuer .. from", ()),
        phrase("sold|sale|sales ..!and to the @issuer", ()),
        unless=(phrase("may|will|would|shall|could|not .. (be sold)|sell|convert", ()),),
    ),
    claim(
        "bought_in_market",
        "The row is a purchase in the market.",
        phrase("weighted average purchase price", ()),
        phrase(
            "purchased|bought|acquired ...!not|sold|private|privately|offering @several ..!private @trades|prices", ()
        ),
        phrase("purchased|bought|acquired ...!not|sold (open market)", ()),
        phrase("open market .. purchase|purchases|acquisition|acquisitions", ()),
        phrase("purchase|purchases ... open market", ()),
        never=(
            phrase("this sale", ()),
            phrase("shares sold", ()),
        ),
    ),
    claim(
        "bought_privately",
        "The row is a purchase outside the market.",
        phrase(
            "~and purchase|purchased|acquired|bought ....!under|option|sold (private placement)|privately|(private transaction)|(subscription agreement)|(directly from)|(purchase agreement)|(stock offering)|(public offering)",
            (),
        ),
        phrase("private placement .. acquired|purchased", ()),
    ),
)
