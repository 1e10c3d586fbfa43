"""Several trades at an average price, their range, and the undertaking to provide the details."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "average_price",
        "The price is a weighted average.",
        phrase("^ average price", "Average price.", "The average price of gold."),
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
            "represents|reflects|at .. average price",
            (
                "Represents the average price of the shares sold.",
                "Reflects an average price of $10.10.",
                "Bought at an average price of $10.10.",
            ),
            "The average price of gold.",
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
            phrase("average of .. high", "The price is the average of the high and low prices of the day."),
            phrase(
                "# .. trading days", "Based on the weighted average price of the 20 consecutive trading days before."
            ),
        ),
    ),
    claim(
        "several_trades",
        "The row stands for several trades.",
        phrase(
            "multiple|several|various trades|transactions|sales|purchases",
            (
                "The shares were sold in multiple trades.",
                "Bought in several transactions on that day.",
                "The price covers various sales of that day.",
                "The price covers multiple purchases.",
            ),
            "The shares were sold in one trade.",
        ),
        unless=(
            phrase(
                "may|will|could .... multiple|several|various",
                (
                    "The shares will be sold in multiple trades.",
                    "The shares may be sold in several trades.",
                    "The shares could be sold in various trades.",
                ),
            ),
        ),
    ),
    claim(
        "price_range",
        "The lowest and the highest price behind an average.",
        phrase(
            "$ # ... to|through (high|a high|a high price|us|hk)? of? $ #",
            (
                "The shares were sold at prices from $10.00 to $10.50.",
                "The shares were sold at prices from a low of $10.00 per share to a high of $10.50 per share.",
                "The shares were sold at $10.00 through $10.50.",
                "Sold at prices from $10.00 to a high price of $10.50.",
                "Sold at prices with a low of $10.00 to high of $10.50.",
                "Sold at prices from $10.00 to a high $10.50.",
                "Sold at prices from US$10.00 to US$10.50.",
                "Sold at prices from HK$10.00 to HK$10.50.",
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
            "price|prices .. # to $? # !%",
            ("Weighted average price, 14.00 to 15.50.", "Prices of 14.00 to $15.50."),
            ("A price, 80 to 90% of par, was paid.", "Price up to 12."),
        ),
        phrase(
            "(highest .... lowest|lowest .... highest) .. $",
            (
                "The highest price was $15.50 and the lowest $14.00.",
                "The lowest price was $14.00 and the highest $15.50.",
            ),
            "The highest price.",
        ),
        phrase(
            "price|prices .... rang*|from|between|of .. # .. to|and $? # !%",
            (
                "Sold in multiple trades at prices ranging from 10.25 to 10.75.",
                "Sold in multiple trades at prices from 10.25 to 10.75.",
                "Sold in multiple trades at prices between 10.25 and 10.75.",
                "The sale price ranged from 10.25 to 10.75.",
                "Sold in multiple trades at prices ranging from 10.25 to $10.75.",
            ),
            ("Sold in multiple trades at prices ranging around 10.25.", "Sold at prices of 80 to 90% of par."),
        ),
        unless=(
            phrase(
                "exercise|vest|vests|vesting|hurdle*|forward|floor",
                (
                    "The options have exercise prices from $1.00 to $2.00.",
                    "The units vest at prices from $10.00 to $20.00.",
                    "The award vests at prices from $10.00 to $20.00.",
                    "The vesting depends on a price between $10.00 and $20.00.",
                    "The price hurdles go from $10.00 to $20.00.",
                    "Under the forward contract the price lies between $10.00 and $20.00.",
                    "A floor at a price between $10.00 and $20.00.",
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
            "@given .... upon|on .. request",
            (
                "The number of shares sold at each price will be provided upon request.",
                "The prices are furnished on request.",
                "The prices are supplied on request.",
                "The prices will be delivered on request.",
                "The prices are available on request.",
            ),
            "The prices are provided above.",
        ),
        phrase(
            "undertak* .... @give",
            "The Reporting Person undertakes to provide full information on each price to the staff.",
            "The Reporting Person undertakes nothing.",
        ),
        phrase(
            "undertak* .... request",
            "The Reporting Person undertakes to tell the staff, upon request, how many shares were sold at each price.",
            "The Reporting Person undertakes nothing.",
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
            "information|details|breakdown .... on|upon|at .. request",
            (
                "Details upon request.",
                "Information on request.",
                "A breakdown at the written request of the staff.",
            ),
            "Details are in the request.",
        ),
        phrase(
            "upon|on request .... information|details",
            (
                "Upon request, full information on the prices will be provided.",
                "On request, details of the trades are supplied.",
            ),
            "A request for information.",
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
)
