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
            ("The trailing average sale price of a month.", "The thirty day average purchase price of a month."),
        ),
        phrase(
            "price .. is|represents|reflects .. average",
            (
                "The reported price is an average of the trades.",
                "The price shown represents the average.",
                "The price in Column 4 reflects an average.",
            ),
            "The average is above.",
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
            phrase(
                "# .. trading days", "Based on the weighted average price of the 20 consecutive trading days before."
            ),
        ),
    ),
    claim(
        "price_range",
        "The lowest and the highest price behind an average.",
        phrase(
            "$ # ... to|through (high|a high|a high price)? of? $ #",
            (
                "The shares were sold at prices from $10.00 to $10.50.",
                "The shares were sold at prices from a low of $10.00 per share to a high of $10.50 per share.",
                "The shares were sold at $10.00 through $10.50.",
                "Sold at prices from $10.00 to a high price of $10.50.",
                "Sold at prices with a low of $10.00 to high of $10.50.",
                "Sold at prices from $10.00 to a high $10.50.",
            ),
            "The shares were sold at $10.00, and on later days for less.",
        ),
        phrase(
            "rang*|between|low .... $ # ... and .. $? #",
            (
                "The shares were sold at prices between $10.00 and $10.50.",
                "Prices ranging from $10.00 per share and $10.50 per share.",
                "The low price was $10.00 and the high price $10.50.",
                "Sold at prices between $10.00 and 10.50.",
            ),
            "The shares were sold at $10.00 and $10.50.",
        ),
        phrase(
            "rang*|between|from .... $ # to? $? #",
            (
                "The prices ranged from $10.00-$10.50.",
                "Sold at prices between $10.00-10.50.",
                "Sold at prices from $10.00 to 10.50.",
            ),
            "The prices ranged widely.",
        ),
        phrase(
            "price|prices .... rang*|from|between|of .. # .. to|and #",
            (
                "Sold in multiple trades at prices ranging from 10.25 to 10.75.",
                "Sold in multiple trades at prices from 10.25 to 10.75.",
                "Sold in multiple trades at prices between 10.25 and 10.75.",
                "The sale price ranged from 10.25 to 10.75.",
            ),
            "Sold in multiple trades at prices ranging around 10.25.",
        ),
        unless=(
            phrase(
                "exercise|vest|vests|vesting|hurdle*",
                (
                    "The options have exercise prices from $1.00 to $2.00.",
                    "The units vest at prices from $10.00 to $20.00.",
                    "The award vests at prices from $10.00 to $20.00.",
                    "The vesting depends on a price between $10.00 and $20.00.",
                    "The price hurdles go from $10.00 to $20.00.",
                ),
            ),
            phrase(
                "reduc*|increas*|chang* .. from",
                (
                    "The price was reduced from $10.00 to $8.00.",
                    "The price was increased from $8.00 to $10.00.",
                    "The price was changed from $8.00 to $10.00.",
                ),
            ),
        ),
    ),
    claim(
        "undertaking",
        "Full information on the prices will be given on request.",
        phrase(
            "undertak* .... @give",
            "The Reporting Person undertakes to provide full information on each price to the staff.",
            "The Reporting Person undertakes nothing.",
        ),
        phrase(
            "information|details|breakdown .... @given .... request",
            (
                "Full information on the prices will be supplied on request.",
                "Details of each trade are available on request.",
                "A breakdown of the trades will be furnished upon request.",
            ),
            "Information on the plan was provided.",
        ),
        phrase(
            "will|agrees|shall .... @give .... request",
            (
                "The Reporting Person will provide full information on each trade upon request.",
                "The holder agrees to furnish the details on request.",
                "The trust shall deliver the details on request.",
            ),
            "The Issuer will provide the shares.",
        ),
        phrase(
            "request .... will|agrees|shall .... @give",
            (
                "On request, the holder will supply full information on each price.",
                "Upon request, the holder agrees to furnish full information on each price.",
                "Upon request, the trust shall make the prices available.",
            ),
            "On request, the holder sells.",
        ),
    ),
    claim(
        "price_explained",
        "How a price or value was set, other than as an average.",
        phrase(
            "number of .... determined|calculated|computed .... price|value",
            (
                "The number of shares was determined by dividing the fee by the closing price.",
                "The number of shares is calculated with the closing price of the grant date.",
                "The number of shares issued, computed with the market value of a share, is 900.",
            ),
            "The number of shares was determined by the board.",
        ),
        phrase(
            "reflects|represents|is|at|on|equals .. the .... closing|offering|redemption|conversion price",
            (
                "Reflects the closing price of the stock on March 15, 2025.",
                "The price represents the public offering price.",
                "The price shown is the redemption price of the shares.",
                "Bought at the initial public offering price.",
                "The value rests on the closing price of the stock.",
                "The price equals the conversion price of the notes.",
            ),
            "Reflects the price.",
        ),
        phrase(
            "price|value|valued|purchased|issued ... based on .... price|value",
            (
                "The shares were valued based on the closing price of the stock.",
                "The price is based on the market value of the stock.",
                "The value is based on the closing price.",
            ),
            "The shares were granted based on merit.",
        ),
        phrase(
            "price|value .... established|fixed|determined .. in|by|under|pursuant",
            (
                "The value of the shares was established in the Merger Agreement.",
                "The price was fixed by the parties.",
                "The price was determined under the agreement.",
                "The price was determined pursuant to the agreement.",
            ),
            "The value of the shares is unknown.",
        ),
        phrase("valued at $", "The shares were valued at $10.40 each.", "The shares are valued at 10."),
        phrase(
            "combined|redemption|offering|subscription price of",
            (
                "Sold for a combined price of $10.00.",
                "Redeemed for a redemption price of $10.00.",
                "Bought at a public offering price of $10.00.",
                "Bought at a subscription price of $10.00.",
            ),
            "Sold for a price of $10.00.",
        ),
        phrase(
            "net of .. discount*|commission*|fees",
            (
                "The price is net of underwriting discounts.",
                "The price is net of commissions.",
                "The price is net of fees.",
            ),
            "The number is net of the shares sold.",
        ),
        unless=(
            phrase(
                "(tsr|performance|volatility|shareholder return|stockholder return)",
                (
                    "The value used for TSR is the closing price of the stock.",
                    "The performance is the closing price over the opening price.",
                    "The volatility rests on the closing price of the stock.",
                    "The shareholder return is based on the price of the stock.",
                    "The stockholder return is based on the price of the stock.",
                ),
            ),
        ),
    ),
    claim(
        "per_ads",
        "A price or number is per depositary share, or the ratio to it.",
        phrase(
            "each|every|per|one .. @ads",
            (
                "Each ADS represents ten ordinary shares.",
                "Every American Depositary Share represents ten ordinary shares.",
                "The price is per ADS.",
                "One ADR is ten ordinary shares.",
            ),
            "Each share has one vote.",
        ),
        phrase(
            "(represented by|form of|underlying) .. @ads",
            ("The shares are represented by ADSs.",),
            "The shares are represented by certificates.",
        ),
        phrase(
            "@ads .. represent*",
            "The ADSs represent two shares each.",
            "Reports of the ADS holders.",
        ),
    ),
    claim(
        "foreign_money",
        "A price was converted from another currency.",
        phrase(
            "exchange rate .... @foreign|@dollars",
            "Converted at an exchange rate of 1.10 dollars.",
            "The exchange rate of the merger was one share.",
        ),
        phrase(
            "@foreign|@dollars .... exchange rate",
            "Converted to U.S. dollars at the exchange rate of the day.",
            "Paid in U.S. dollars.",
        ),
        phrase(
            "convert*|translat* .. from|to|into .. @foreign|@dollars",
            (
                "The price was converted from Canadian dollars.",
                "The price was translated to U.S. dollars.",
                "The price was converted into USD.",
            ),
            "The shares were converted to common stock.",
        ),
        phrase(
            "price|prices|paid|sold|purchased .. in @foreign",
            (
                "The price was paid in euros.",
                "The prices are in Canadian dollars.",
                "The shares were sold in euros.",
                "The shares were purchased in yen.",
                "The price is in euros.",
            ),
            "The shares were sold in May.",
        ),
    ),
)
