"""Purchases, in the market and outside of it."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "bought_in_market",
        "The row is a purchase in the market.",
        phrase(
            "purchased|bought ... on|through|by ... nyse|nasdaq|broker|(stock exchange)",
            (
                "Shares bought on the Nasdaq.",
                "Shares purchased through a broker.",
                "Purchased on the NYSE.",
                "Purchased on the Toronto Stock Exchange.",
            ),
            "Purchased on May 1, 2025.",
        ),
        phrase(
            "weighted average purchase price",
            "The price is the weighted average purchase price.",
            "This sale was made in several trades at a weighted average purchase price of $10.00.",
        ),
        phrase(
            "purchased|bought|acquired|purchase|purchases ...!private|privately|offering @several .. @trades|prices",
            "Shares acquired in several transactions.",
            "The shares were purchased privately in separate transactions.",
        ),
        phrase(
            "purchased|bought|acquired|purchase ... open market",
            "Shares acquired on the open market.",
            "Open market disposition.",
        ),
        phrase(
            "open market .. purchase|purchases",
            "Open market purchases by the reporting person's spouse.",
            "Open market sales under a written plan.",
        ),
        never=(
            phrase("this sale", "This sale was made in several trades at a weighted average purchase price of $10.00."),
            phrase("shares were sold", "The shares were sold in several trades and not purchased in several trades."),
        ),
    ),
    claim(
        "bought_privately",
        "The row is a purchase outside the market.",
        phrase("subscribed for", "Subscribed for by the fund.", "Subscribed."),
        phrase(
            "issued under|pursuant .. (purchase agreement)|(subscription agreement)",
            (
                "Issued under a purchase agreement.",
                "Issued pursuant to a purchase agreement.",
                "Issued under a subscription agreement.",
            ),
            "Issued under a plan.",
        ),
        phrase(
            "pipe financing|investment|transaction|offering",
            (
                "Bought in a PIPE financing.",
                "Bought in the PIPE investment.",
                "Bought in a PIPE transaction.",
                "Bought in the PIPE offering.",
            ),
            "The pipe.",
        ),
        phrase(
            "private|privately ..!placement purchase|purchased|acquired",
            ("Private purchase from a holder.", "Privately purchased.", "Privately acquired."),
            "Private sale.",
        ),
        phrase(
            "purchase|purchased|acquired|bought ....!sold (private placement)|privately|(private "
            "transaction)|(subscription agreement)|(directly from)|(purchase agreement)|(stock "
            "offering)|(rights offering)|(direct offering)|(public offering)",
            "The purchase was made privately.",
            "The transaction was a private sale to an accredited investor under a stock purchase agreement.",
        ),
        phrase(
            "purchased|bought ... from the @issuer",
            "Bought from the Company at fair value.",
            "Shares purchased by the Company from the reporting person.",
        ),
        phrase(
            "private placement .. acquired|purchased",
            "Private placement units acquired by the sponsor.",
            "Shares sold in a private placement are restricted.",
        ),
        unless=(phrase("@issuer purchased|repurchased", "The Issuer purchased the shares privately."),),
    ),
)
