"""Sales and purchases, in the market and outside of it."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "sold_in_market",
        "The row is a sale in the market.",
        phrase(
            "weighted average sale|sales|selling price",
            "Reflects a weighted average sales price.",
            "The price is the weighted average purchase price.",
        ),
        phrase(
            "sold ...!not|purchased|private|privately|offering @several ..!private @trades|prices",
            "The shares were sold in multiple transactions.",
            "The shares were purchased in several trades; the number of shares sold at each separate price is on file.",
        ),
        phrase(
            "sale|sales ...!private|@issuer @several ..!private @trades|prices",
            "The sales were executed in separate transactions on the same day.",
            "The shares were bought in multiple transactions at prices ranging from $3.10 to $3.20.",
        ),
        phrase(
            "sold|disposed ...!not|purchased open market",
            "Shares were disposed of in open market transactions under Rule 144.",
            "Open market purchase.",
        ),
        phrase(
            "open market .. sale|sales|disposition|dispositions",
            "Open market sale.",
            "Disposition to the Issuer of shares relinquished for taxes. This was not an open market transaction.",
        ),
        phrase(
            "sale|sales ... open market",
            "The average sale price is shown; sales took place in the open market.",
            "The reporting person may sell shares in the open market from time to time.",
        ),
        phrase(
            "sold|sale|sales ...!not broker|brokers|brokerage",
            "Sale of shares through a broker-dealer on Nasdaq.",
            "Shares sold in a private sale exempt from registration.",
        ),
        phrase(
            "sold|sale on|through the? ..!exchange nyse|nasdaq|exchange",
            "The shares were sold on the New York Stock Exchange.",
            "No shares were sold.",
        ),
        phrase(
            "sold ..!not from $ # to $ #",
            "Sold at prices ranging from $3.00 to $3.10.",
            "The reporting person sold shares to the Issuer pursuant to a share repurchase agreement at $22.00 per share.",
        ),
        phrase(
            "shares sold at each separate? price",
            "The number of shares sold at each price is available from the Issuer.",
            "The shares were purchased in several trades; the number of shares sold at each separate price is on file.",
        ),
        unless=(
            phrase("may|will|shall|could|not .. (be sold)|sell", "The shares may be sold in multiple transactions."),
        ),
        never=(
            phrase(
                "shares were purchased",
                "The shares were purchased in several trades; the number of shares sold at each separate price is on file.",
            ),
        ),
    ),
    claim(
        "sold_privately",
        "The row is a sale or transfer for value outside the market.",
        phrase(
            "sold|sale|sales|transferred ...!placement|@issuer (private !placement)|privately",
            "The shares were sold in a privately negotiated transaction.",
            "The price is a weighted average sale price. Shares were sold at prices ranging from $8.01 to $8.40, inclusive.",
        ),
        phrase(
            "private|privately ..!placement sale|sales|sold",
            "Private sale to an existing stockholder of the Issuer.",
            "The shares may be sold privately.",
        ),
        phrase(
            "sold|sale ..!@issuer .. block trade|sale",
            "Shares sold in a block trade to a financial institution.",
            "Represents shares sold to cover taxes.",
        ),
        phrase(
            "~@issuer sold|sale|sales ...!@issuer underwriter|underwriters|underwriting",
            "Sold in connection with the exercise of the underwriters' over-allotment option in the offering.",
            "Sold through a broker in ordinary brokerage transactions.",
        ),
        phrase(
            "~@issuer sold|sale|sales ...!@issuer|following|prior|market underwritten|secondary|(public offering)",
            "Shares sold in an underwritten secondary offering.",
            "Shares purchased in the initial public offering.",
        ),
        phrase(
            "sold ..!and to the @issuer",
            "These shares were sold to the Company at the closing price on that day.",
            "Redeemed by the Issuer for cash.",
        ),
        phrase(
            "shares .. repurchased|purchased by the @issuer",
            "The shares were repurchased by the Company after the officer left.",
            "The Issuer purchased the shares privately.",
        ),
        phrase(
            "@issuer repurchased|purchased ...!option|underwriters from ..!underwriters person|holder",
            "The Issuer repurchased the shares from the reporting person under a stock repurchase agreement.",
            "The shares were purchased directly from the Issuer.",
        ),
        unless=(phrase("may|will|shall|could|not .. (be sold)|sell|convert", "The shares may be sold privately."),),
    ),
    claim(
        "bought_in_market",
        "The row is a purchase in the market.",
        phrase(
            "weighted average purchase price",
            "The price is the weighted average purchase price.",
            "This sale was made in several trades at a weighted average purchase price of $10.00.",
        ),
        phrase(
            "purchased|bought|acquired ...!not|sold|private|privately|offering @several ..!private @trades|prices",
            "The shares were purchased in multiple transactions.",
            "This transaction was executed in multiple trades in open market transactions at prices ranging from $10.00 to $10.50; the price reported reflects the weighted average sale price.",
        ),
        phrase(
            "purchased|bought|acquired ...!not|sold open market",
            "The reporting person bought these shares in the open market through an individual retirement account.",
            "Open market sale.",
        ),
        phrase(
            "open market .. purchase|purchases|acquisition",
            "Open market purchase.",
            "The sale was made on the open market solely to pay taxes on the vesting of performance stock units.",
        ),
        never=(
            phrase("this sale", "This sale was made in several trades at a weighted average purchase price of $10.00."),
            phrase("shares were sold", "The shares were sold in several trades and not purchased in several trades."),
        ),
    ),
    claim(
        "bought_privately",
        "The row is a purchase outside the market.",
        phrase(
            "~and purchase|purchased|acquired|bought ....!option|sold (private placement)|privately|(private transaction)|(subscription agreement)|(directly from)|(purchase agreement)|(stock offering)|(direct offering)|(public offering)",
            "Shares acquired from a former employee in a private transaction.",
            "The transaction was a private sale to an accredited investor under a stock purchase agreement.",
        ),
        phrase(
            "purchased|bought ... from the @issuer",
            "The securities were purchased from the Issuer in a PIPE financing.",
            "Acquired in the spin-off of the Issuer from its former parent.",
        ),
        phrase(
            "private placement .. acquired|purchased",
            "Private placement units acquired by the sponsor.",
            "Acquired by gift.",
        ),
        unless=(phrase("@issuer purchased|repurchased", "The Issuer purchased the shares privately."),),
    ),
)
