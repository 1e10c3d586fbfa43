"""Sales, in the market and outside of it."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "sold_in_market",
        "The row is a sale in the market.",
        phrase(
            "sold .... from|between $ # .... in @several @trades|lots",
            (
                "Sold at prices from $14.01 to $14.99 in several trades.",
                "Sold at prices between $14.01 and $14.99 in several lots.",
            ),
            "Sold from a house between two trades.",
        ),
        phrase("^ market sale|sales", ("Market sale.", "Market sales."), "The market for the shares."),
        phrase(
            "sold|disposed|sale|sales ... broker|brokers|brokerage transaction|transactions|trade|trades",
            (
                "Disposed of in broker transactions.",
                "Sold in a brokerage transaction.",
                "A sale in one broker trade.",
                "Sales in brokers trades.",
            ),
            "The broker disposed of a file.",
        ),
        phrase(
            "weighted average sale|sales|selling price",
            "Reflects a weighted average sales price.",
            "The price is the weighted average purchase price.",
        ),
        phrase(
            "sold ...!private|privately|offering @several .. @trades|prices",
            "Stock units were sold in various trades.",
            "The shares may be sold in multiple transactions.",
        ),
        phrase(
            "sale|sales ...!private @several .. @trades|prices",
            "The sales were executed in separate transactions on the same day.",
            "Sale of shares in private, separate transactions.",
        ),
        phrase(
            "sold|disposed .... open market",
            "Shares were disposed of in open market transactions under Rule 144.",
            "Open market purchase.",
        ),
        phrase(
            "open market .. sale|sales|disposition|dispositions",
            "Open market sale.",
            "Shares acquired on the open market.",
        ),
        phrase(
            "sale|sales ... open market",
            "The average sale price is shown; sales took place in the open market.",
            "Shares purchased in the open market.",
        ),
        phrase(
            "sold|sale|sales ... broker|brokerage !fees|commissions",
            "Sales made with a brokerage firm.",
            "Shares sold in a private sale exempt from registration.",
        ),
        phrase(
            "sold|sale on|through ... nyse|nasdaq|exchange !act|commission",
            "Sale on the NYSE.",
            "The Company sold shares through an underwriter.",
        ),
        phrase(
            "sold .. from $ # to $ #",
            "Sold at prices ranging from $3.00 to $3.10.",
            "The shares were bought in multiple transactions at prices ranging from $3.10 to $3.20.",
        ),
        phrase(
            "shares sold at each separate? price",
            "The number of shares sold at each price is available from the Issuer.",
            "These shares were sold to the Company at the closing price on that day.",
        ),
        unless=(
            phrase("issuer sold", "The Issuer sold shares in the open market under its program."),
            phrase("not sold", "The shares were withheld and not sold on the open market."),
            phrase(
                "block trade|sale",
                ("Sold in a block trade to a brokerage firm.", "Sold in a block sale to a brokerage firm."),
            ),
            phrase("may|will|not .. (be sold)|sell", "The shares will not be sold in several trades."),
        ),
        never=(
            phrase(
                "shares were purchased",
                "The shares were purchased in several trades; the number of shares sold at each separate price is "
                "on file.",
            ),
        ),
    ),
    claim(
        "sold_privately",
        "The row is a sale or transfer for value outside the market.",
        phrase("sold .. in .. off market", "Sold in an off-market transaction.", "Sold in the market."),
        phrase(
            "sold .... exercise of .. put right",
            "Sold pursuant to the exercise of a put right.",
            "The put right expired.",
        ),
        phrase(
            "purchase|repurchase by the @issuer of ... @stock",
            ("Purchase by the Issuer of shares from the holder.", "Repurchase by the Company of units."),
            "Purchase by the Issuer of a business.",
        ),
        phrase(
            "sale of .. @stock to the @issuer",
            "The sale of the shares to the Issuer closed.",
            "The sale of a business to the Issuer.",
        ),
        phrase("sale to the @issuer", "Sale to the Issuer at $10.00.", "Sale of a business to the Issuer."),
        phrase(
            "sold .. to the @issuer",
            "These shares were sold to the Company at the closing price on that day.",
            "The Company sold shares in a secondary transaction.",
        ),
        phrase(
            "selling stockholder|stockholders|shareholder|shareholders|securityholder",
            (
                "The fund sold shares as a selling stockholder.",
                "As selling stockholders, they sold.",
                "Sold as a selling shareholder.",
                "The selling shareholders sold.",
                "The selling securityholder sold.",
            ),
            "Selling shares.",
        ),
        phrase(
            "@issuer repurchased the|these|such|# @stock",
            (
                "The Company repurchased the shares at $15.00.",
                "The Issuer repurchased these units.",
                "The Issuer repurchased such shares.",
                "The Issuer repurchased 500 shares.",
            ),
            ("The Issuer repurchased stock.",),
        ),
        phrase(
            "~@issuer sold|sale .. to ..!public (third party)|(family member)|(another director)|"
            "(another holder)|investor|investors",
            (
                "Sold to a third party.",
                "Sold to a family member.",
                "Sold to another director.",
                "Sold to another holder.",
                "Sale to an investor.",
                "Sale to two investors.",
            ),
            (
                "The Issuer sold to an investor.",
                "The Company sold to an investor.",
                "The Registrant sold to an investor.",
                "Sold to the public investors.",
                "Sold in May.",
            ),
        ),
        phrase(
            "negotiated sale|sales|disposition",
            ("Negotiated sale to a third party.", "In negotiated sales.", "A negotiated disposition."),
            "Negotiated.",
        ),
        phrase(
            "~issuer|it|company sold in .... @issuer .. underwritten|secondary|(follow on)|(public offering)",
            (
                "Sold in the Issuer's underwritten offering.",
                "Sold in connection with the closing of the Issuer's follow-on offering.",
                "Sold in the Company's secondary offering.",
                "Sold in the Issuer's public offering.",
            ),
            (
                "The Issuer sold in the Issuer underwritten offering.",
                "The notes it sold in the Issuer secondary offering.",
                "The Company sold in the Company public offering.",
            ),
        ),
        phrase("@issuer bought back", "The Issuer bought back the shares.", "The Issuer bought the business."),
        phrase("bought back ... by the @issuer", "Bought back from the holder by the Issuer.", "Bought by the Issuer."),
        phrase(
            "block sale|trade",
            ("A block sale to one buyer.", "In a block trade the fund let go of the shares."),
            "Sale of a block.",
        ),
        phrase(
            "~@issuer sold|sale ....!@issuer|acquired|purchased pursuant|under .. stock|share|securities "
            "purchase agreement",
            (
                "Sold pursuant to a stock purchase agreement.",
                "Sale under a share purchase agreement.",
                "Sold under a securities purchase agreement with a fund.",
            ),
            (
                "The Issuer sold shares under a stock purchase agreement.",
                "The Company sold shares under a stock purchase agreement.",
                "The Registrant sold shares under a stock purchase agreement.",
                "Shares sold by the Issuer under a stock purchase agreement.",
                "Shares sold by the Company under a stock purchase agreement.",
                "Shares sold by the Registrant under a stock purchase agreement.",
                "The fund sold in May what it had acquired under a stock purchase agreement.",
                "Sold in May after the shares purchased under a stock purchase agreement.",
            ),
        ),
        phrase(
            "sold|sale|transferred ....!@issuer (private !placement)|privately",
            "The sale was private.",
            "The private placement sale closed in June.",
        ),
        phrase(
            "private|privately ..!placement sale|sales|sold",
            "Privately sold to another holder.",
            "The shares may be sold privately.",
        ),
        phrase(
            "~@issuer sold|sale ... underwriter|underwriters|underwriting",
            "Sale to the underwriter at a discount.",
            (
                "The Issuer sold shares to the underwriters.",
                "The Registrant sold shares to the underwriters.",
                "The Company sold shares to the underwriters.",
            ),
        ),
        phrase(
            "~@issuer sold|sale ...!@issuer|market underwritten|secondary|(public offering)",
            "Sale in an underwritten transaction.",
            (
                "Shares sold with the Issuer in its public offering.",
                "Shares sold with the Registrant in its public offering.",
                "Registrant sold shares in a secondary offering.",
            ),
        ),
        phrase(
            "@stock .. repurchased by the @issuer",
            "The shares were repurchased by the Company after the officer left.",
            "The Company repurchased shares from the underwriters and not the holder.",
        ),
        phrase(
            "purchased by the @issuer from",
            "Shares purchased by the Company from a departing officer.",
            "The Company purchased an option from the holder.",
        ),
        phrase(
            "@issuer repurchased|purchased ...!option from .. person|holder",
            "The Issuer repurchased these shares from the holder.",
            "The Company purchased an option from the holder.",
        ),
        unless=(
            phrase(
                "(registered for)|(registration statement)",
                (
                    "Shares registered for sale by the selling stockholders.",
                    "Named as a selling stockholder in the registration statement.",
                ),
            ),
            phrase("may|will|not .. (be sold)|sell|convert", "The shares could not be sold privately."),
        ),
    ),
)
