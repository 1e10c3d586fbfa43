"""What was paid other than dollars, what a price leaves out, and how often a price was paid."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "paid_in_kind",
        "Mentions something other than cash that was given or received.",
        phrase("in exchange for", "Received in exchange for units.", "Listed on an exchange."),
        phrase(
            "in consideration of|for",
            ("In consideration of a license.", "In consideration for a license."),
            "Under consideration.",
        ),
        phrase(
            "contributed|contribution", ("Contributed to the fund.", "A contribution to the fund."), "Paid to the fund."
        ),
        phrase("in lieu|return of|for", ("In lieu of rent.", "In return for rent."), "A return on the shares."),
        phrase("services", "For services to the fund.", "Service of process."),
        phrase(
            "conversion of the? debt|note|notes|indebtedness",
            (
                "On conversion of debt.",
                "On conversion of the note.",
                "On conversion of notes.",
                "On conversion of the indebtedness.",
            ),
            "On conversion of Class B shares.",
        ),
        phrase("merger", "By merger.", "By sale."),
        of="mention",
    ),
    claim(
        "other_consideration",
        "Mentions consideration other than a price in cash, or the price of a unit.",
        phrase(
            "~stock|and exchange|exchanged|exchanging !act",
            ("By exchange.", "Shares exchanged.", "For exchanging units."),
            ("Sold on the New York Stock Exchange.", "Securities and Exchange Commission.", "The Exchange Act."),
        ),
        phrase("contribut*|consideration", ("Shares contributed.", "For other consideration."), "For cash."),
        phrase("in kind", "Distributed in-kind.", "Kind regards."),
        phrase(
            "property|convert*|conversion", ("For property.", "Converted shares.", "By conversion."), "By purchase."
        ),
        phrase(
            "cancellation|satisf*|indebtedness|rollover",
            ("By cancellation.", "In satisfaction of a claim.", "Of indebtedness.", "In a rollover."),
            "Of the trust.",
        ),
        phrase("per unit", "At $10.00 per unit.", "The unit."),
        phrase("as a? unit|units", ("Sold as a unit.", "Sold as units."), "Sold as shares."),
        of="mention",
    ),
    claim(
        "consideration_described",
        "Mentions a value, a ratio, or a number of what was given or received, or that it was nothing.",
        phrase("$ #", "For $10.00.", "For dollars."),
        phrase(
            "# .. share|shares|unit|units|security|securities|interest|interests|ads|adss|dollars",
            (
                "For 1 new share.",
                "For 10 common shares.",
                "For 1 unit.",
                "For 10 units.",
                "For 1 security.",
                "For 10 securities.",
                "For a 10% interest.",
                "For 10 interests.",
                "For 1 ADS.",
                "For 10 ADSs.",
                "For 10 dollars.",
            ),
            "For shares.",
        ),
        phrase("one|two|three|each", ("For one unit.", "For two units.", "For three.", "For each unit."), "For units."),
        phrase("equal number", "For an equal number of units.", "For a number of units."),
        phrase(
            "no|without .. consideration",
            ("For no consideration.", "Without payment of consideration."),
            "In consideration of services.",
        ),
        phrase("gift*", "Gifted to a museum.", "Sold to a museum."),
        phrase("pro rata", "Pro rata to the partners.", "To the partners."),
        phrase("# # basis|ratio", ("On a 1:1 basis.", "In a 1:1 ratio."), "On May 5, 2025, in a fair ratio."),
        of="mention",
    ),
    claim(
        "for_service",
        "Mentions an award, or fees or other pay for service.",
        phrase(
            "service|services|fee|fees|compensation|plan",
            (
                "For service.",
                "For services.",
                "A fee.",
                "In lieu of fees.",
                "As compensation.",
                "Under the plan.",
            ),
            "For rent.",
        ),
        phrase("grant*|award*|retainer*", ("Granted to him.", "An award.", "In lieu of the retainer."), "Sold to him."),
        of="mention",
    ),
    claim(
        "in_dollars",
        "Mentions a rate of exchange, or dollars.",
        phrase("exchange rate", "At the exchange rate in Zurich.", "On the exchange."),
        phrase("rate of", "At a rate of 7.8.", "Rated highly."),
        phrase(
            "converted|converting to|into",
            ("Converted to local money.", "Converted into local money.", "By converting into local money."),
            ("Converted shares.", "Convertible into shares."),
        ),
        phrase("us $|currency|funds", ("For US$10.", "In U.S. currency.", "In U.S. funds."), "One of us, in HKD."),
        phrase("usd|dollars", ("Paid in USD.", "Paid in dollars."), "Paid in HKD."),
        of="mention",
    ),
    claim(
        "costs_in_price",
        "A price is net of commissions or fees, or includes commissions.",
        phrase(
            "~not net of .. commission|commissions|fees",
            ("Net of commission.", "The price is net of brokerage commissions.", "Net of all fees."),
            ("The price is not net of commissions.", "Net of taxes."),
        ),
        phrase(
            "~not after .. commission|commissions|fees",
            ("After commission.", "The price after deducting commissions.", "After brokerage fees."),
            ("The price is not after commissions.", "After hours."),
        ),
        phrase(
            "~not include|includes|including|inclusive .. commission|commissions",
            (
                "The prices include a commission.",
                "The price includes brokerage commissions.",
                "The price paid, including commissions.",
                "Inclusive of commissions.",
            ),
            ("The price does not include commissions.", "The prices include fees of the transfer agent."),
        ),
    ),
    claim(
        "value_stated",
        "Mentions a market value, or that only part of the securities was given away.",
        phrase(
            "part|partly|partial a? sale|gift|sold",
            (
                "Part sale, part donation.",
                "Partly a gift.",
                "A partial sale.",
                "The shares were part sold.",
            ),
            "Part of the trust.",
        ),
        phrase("bargain sale", "A bargain sale to a museum.", "A bargain."),
        phrase(
            "market value|price", ("The market value of the day.", "The market price of the day."), "In the market."
        ),
        phrase("closing sale? price", ("The closing price.", "The closing sale price."), "The closing."),
        phrase("fair value", "At fair value.", "At a fair."),
        phrase("valued|valuation", ("Valued at the mean.", "By valuation."), "By gift."),
        of="mention",
    ),
    claim(
        "one_price",
        "Mentions that several trades had one price, or that they were reinvestments.",
        phrase("same|single price", ("All at the same price.", "At a single price."), "At a fair price."),
        phrase("each|all at $", ("Two trades, each at $10.00.", "Trades, all at $10.00."), "Sold at $10.00."),
        phrase("reinvest*", "Dividends were reinvested.", "Dividends were paid."),
        of="mention",
    ),
)
