"""How a price came about other than as an average: closing prices, formulas, depositary shares, other currencies."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "price_explained",
        "How a price or value was set, other than as an average.",
        phrase(
            "market value .... was|is|of $ #",
            ("The market value on that day was $10.00.", "The market value is $10.00.", "The market value of $10.00."),
            "The market value.",
        ),
        phrase("exchange ratio", "The exchange ratio was 0.85.", "The exchange."),
        phrase(
            "less .. underwriting discount*",
            "The public price less the underwriting discounts.",
            "An underwriting agreement.",
        ),
        phrase("price .. was|is the closing", "The purchase price was the closing price.", "The price was fair."),
        phrase(
            "# % of .. (fair market value)|(closing price)|(market price)",
            (
                "The price is 85% of the fair market value.",
                "Bought at 85% of the closing price.",
                "Bought at 85% of the market price.",
            ),
            "Bought at 85%.",
        ),
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
            "reflects|represents|is|at|on|equals .. the .. closing|offering|redemption|conversion price",
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
        phrase(
            "price .... is|equal*|reflects|represents .. fair market value",
            (
                "The exercise price is the fair market value on the grant date.",
                "The price per share equals the fair market value of the stock.",
                "The reported price reflects the fair market value.",
            ),
            "The price and the fair market value differ.",
        ),
        phrase(
            "average of .. high", "The average of the high and low prices of that day.", "The average of the trades."
        ),
        phrase("$ # .. the closing price", "Withheld at $12.10 per share, the closing price.", "Sold at $12.10."),
        phrase(
            "^ the? closing|offering price",
            ("Closing price of the prior day.", "The offering price to the public."),
            "Closing time.",
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
            "~not net of .. discount*|commission*|fees",
            (
                "The price is net of underwriting discounts.",
                "The price is net of commissions.",
                "The price is net of fees.",
            ),
            ("The number is net of the shares sold.", "The price is not net of commissions."),
        ),
        unless=(
            phrase(
                "(tsr|performance|hurdle*|at least|exceed*|shareholder return|stockholder return)",
                (
                    "The value used for TSR is the closing price of the stock.",
                    "The performance is the closing price over the opening price.",
                    "The hurdle is the closing price of May.",
                    "The condition is the closing price of at least $20.00.",
                    "Vests if it exceeds for ten days what is the closing price today.",
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
        phrase("price .. .. @foreign #", "The price was CAD 12.50.", "The price was fair."),
        phrase("noon .. rate", "Based on the noon buying rate.", "Due at noon."),
        phrase(
            "exchange rate .... @foreign|@dollars",
            "The exchange rate was 1.10 dollars.",
            "The exchange rate of the merger was one share.",
        ),
        phrase(
            "@foreign|@dollars .... exchange rate",
            "Shown in dollars by the exchange rate of the day.",
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
            "dollar|usd equivalent", ("The dollar equivalent of C$12.", "The USD equivalent of C$12."), "Equivalent."
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
        phrase(
            "at|using|on .. exchange rate",
            (
                "Shown at the exchange rate of 7.82.",
                "Computed using an exchange rate of 7.82.",
                "Based on the exchange rate of 7.82.",
            ),
            "The exchange rate of the merger.",
        ),
        phrase(
            "convert*|translat* at|using ... ~conversion rate",
            ("Converted at the rate of the Bank of Israel.", "Translated using the noon buying rate."),
            "Converted at a conversion rate of 12.",
        ),
    ),
)
