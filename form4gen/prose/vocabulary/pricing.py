"""Average prices, their range, the undertaking to tell them, and how else a price came about."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "average_price",
        "The price is a weighted average.",
        phrase(
            "~volume weighted average",
            "The price reported in Column 4 is a weighted average price.",
            "The number of shares rests on the volume weighted average price of the prior month.",
        ),
        phrase(
            "~trailing|day average sale|sales|selling|purchase price",
            (
                "The average sale price was $10.25.",
                "The average sales price was $10.25.",
                "The average selling price was $10.25.",
                "The average purchase price was $10.25.",
            ),
            ("The trailing average sale price of ten days.", "The thirty day average purchase price of a month."),
        ),
        unless=(
            phrase(
                "average exercise|closing|trading|market|share|stock|grant",
                (
                    "The options have a weighted average exercise price of $5.00.",
                    "Based on the weighted average closing price of the last month.",
                    "Based on the weighted average trading price of the last month.",
                    "Based on the weighted average market price of the last month.",
                    "Based on the weighted average share price of the last month.",
                    "Based on the weighted average stock price of the last month.",
                    "The weighted average grant date value was $5.00.",
                ),
            ),
            phrase("# .. trading days", "The weighted average price of the 20 consecutive trading days before."),
        ),
    ),
    claim(
        "price_range",
        "The lowest and the highest price behind an average.",
        phrase(
            "$ # ... to|and|through a? high? of? $? #",
            (
                "The shares were sold at prices from $10.00 to $10.50.",
                "The shares were sold at prices between $10.00 per share and $10.50 per share.",
                "The shares were sold at $10.00 through $10.50.",
            ),
            "The shares were sold at $10.00, and on later days for less.",
        ),
        phrase("rang* .... $? # $? #", "The prices ranged from $10.00-$10.50.", "The prices ranged widely."),
        phrase(
            "price|prices .... rang*|from|between .. # .. to|and #",
            "Sold in multiple trades at prices ranging from 10.25 to 10.75.",
            "Sold in multiple trades at prices ranging around 10.25.",
        ),
        unless=(
            phrase("exercise price|prices", "The options have exercise prices from $1.00 to $2.00."),
            phrase("reduc*|increas*|chang* .. from", "The price was reduced from $10.00 to $8.00."),
        ),
    ),
    claim(
        "undertaking",
        "Full information on the prices will be given on request.",
        phrase(
            "undertak* .... provide|furnish|supply",
            "The Reporting Person undertakes to provide full information on each price to the staff.",
            "The Reporting Person undertakes nothing.",
        ),
        phrase(
            "information .... provided|supplied|furnished|available .... request",
            "Full information on the prices will be supplied on request.",
            "Information on the plan is on file.",
        ),
        phrase(
            "will|agrees .... provide|furnish|supply .... information",
            "The Reporting Person will provide, on request, full information on each trade.",
            "The Issuer will provide the shares.",
        ),
        phrase(
            "upon|on request .... information",
            "On request, the holder gives full information on each price.",
            "On request, the holder sells.",
        ),
    ),
    claim(
        "price_explained",
        "How a price or value was set, other than as an average.",
        phrase(
            "number .. of .... was|is|were determined|calculated|computed .... price|value",
            "The number of shares was determined by dividing the fee by the closing price.",
            "The number of shares was determined by the board.",
        ),
        phrase(
            "reflects|represents|is|at|equals|equal .. the .... closing|offering|redemption|conversion price",
            "Reflects the closing price of the stock on March 15, 2025.",
            "Reflects the price.",
        ),
        phrase(
            "@stock|price|value .... based on .... price|value",
            "The shares were valued based on the closing price of the stock.",
            "The shares were granted based on merit.",
        ),
        phrase(
            "price|value .... established|set|fixed|determined .. in|by|under|pursuant",
            "The value of the shares was established in the Merger Agreement.",
            "The value of the shares is unknown.",
        ),
        phrase("valued at $", "The shares were valued at $10.40 each.", "The shares are valued."),
        phrase(
            "(combined|redemption|offering|subscription) price of",
            "Sold for a combined price of $10.00.",
            "Sold for a price of $10.00.",
        ),
        phrase(
            "net of .... discount*|commission*|fee|fees|costs",
            "The price is net of underwriting discounts.",
            "The price is net.",
        ),
    ),
    claim(
        "per_ads",
        "A price or number is per depositary share, or the ratio to it.",
        phrase(
            "each|every|per|one .. @ads",
            "Each ADS represents ten ordinary shares.",
            "Each share has one vote.",
        ),
        phrase(
            "represented (by|form of|underlying) .. @ads",
            "The shares are represented by ADSs.",
            "The shares are represented by certificates.",
        ),
        phrase(
            "@ads .. represent*",
            "The American Depositary Shares represent two shares each.",
            "Reports of the ADS holders.",
        ),
    ),
    claim(
        "foreign_money",
        "A price was converted from another currency.",
        phrase(
            "exchange rate* .... @money",
            "Converted at an exchange rate of 1.10 dollars.",
            "The exchange rate of the merger was one share.",
        ),
        phrase(
            "@money .... exchange rate*",
            "Converted to U.S. dollars at the exchange rate of the day.",
            "Paid in U.S. dollars.",
        ),
        phrase(
            "convert*|translat* .. from|to|into .... @money",
            "The price was converted from Canadian dollars.",
            "The shares were converted to common stock.",
        ),
    ),
)
