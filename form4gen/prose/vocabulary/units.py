"""What a unit or security is, and for how long."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "unit_terms",
        "What a unit is: a right to a share, or its value.",
        phrase(
            "(phantom shares) .... equal|equivalent",
            (
                "The phantom shares are equal in value to common stock.",
                "The phantom shares are the equivalent of common stock.",
            ),
            "The phantom shares vest.",
        ),
        phrase(
            "each .. @units has the value", "Each notional unit has the value of one share.", "Each unit has a vote."
        ),
        phrase(
            "@units|(phantom shares) .. settled .. (1 for 1)|(one for one)",
            ("RSUs are settled on a 1-for-1 basis.", "Phantom shares are settled one-for-one."),
            "Settled one-for-one.",
        ),
        phrase(
            "each|every .. @units will be settled in|for one",
            (
                "Each vested RSU will be settled in one share.",
                "Each RSU will be settled for one share.",
                "Every RSU will be settled in one share.",
            ),
            "Each RSU was settled for one share of common stock upon vesting.",
        ),
        phrase(
            "a|an .. @units is|represents .. right",
            (
                "An RSU is a right to receive one share of stock.",
                "A restricted stock unit represents a right to receive a share.",
            ),
            ("An RSU is vested.",),
        ),
        phrase(
            "upon|on vesting .. each|every .. @units .. convert*",
            ("Upon vesting, each RSU converts into one share.", "On vesting, every RSU converts into one share."),
            "Upon vesting, the shares were sold.",
        ),
        phrase(
            "each|every|one .. (phantom stock)|(appreciation right)|sar|(equivalent right)|(phantom share) ... "
            "represent*|is .... right|equivalent|one",
            (
                "Each share of phantom stock is the economic equivalent of one share.",
                "Each stock appreciation right represents a right to receive the increase in value of one share.",
                "Every SAR is a right to the increase in value.",
                "Each dividend equivalent right is the equivalent of one share.",
                "Each phantom share represents one share.",
                "One phantom share is one share.",
            ),
            "Each stock appreciation right vests in May.",
        ),
        phrase(
            "each|every .. @units ... represent*|entitles .... right|receive|one|(# %)",
            "Each PRSU represents one share.",
            "Each warrant entitles the holder to purchase one share at $11.50.",
        ),
        phrase(
            "@units ... is|are .. equivalent|equal",
            "Each RSU is equivalent to one share.",
            "Award of performance share units under the long-term incentive plan.",
        ),
        phrase(
            "@units ...!vest|vests represent*|entitle .... right|receive",
            "Restricted stock units entitle the director to receive shares.",
            "Units vests represent a right.",
        ),
        phrase(
            "@units|(phantom stock) .... convert|converts .... (one for one)|(1 for 1)",
            "The stock fund unit converts to stock one-for-one.",
            "Each Unit consists of one share of common stock and one-half of one warrant.",
        ),
        phrase(
            "contingent right to receive",
            "Represents restricted stock units granted pursuant to the Issuer's 2021 Equity Incentive Plan, "
            "each of which represents a contingent right to receive one share.",
            "Each outstanding share was canceled and converted into the right to receive shares of the parent.",
        ),
        phrase(
            "settle .... (one for one)",
            "The awards settle in stock on a one-for-one basis.",
            "Delivery deferred for one year.",
        ),
        phrase(
            "@units ... payable .. in one share",
            "The RSUs are payable in one share each.",
            "Shares received in settlement of performance share units.",
        ),
        phrase(
            "entitle|entitles .. (reporting person)|holder to receive !dividends",
            "The awards entitle the reporting person to receive a cash bonus.",
            "The preferred shares entitle the holder to receive dividends.",
        ),
        phrase(
            "converts into .... # % of one share",
            "Each PRSU converts into between 0 and 150% of one share.",
            "Each share of Class B common stock is convertible into one share of Class A common stock.",
        ),
        phrase(
            "one share ... for each ... @units",
            "One share will be issued for each DSU.",
            "Each RSU was settled for one share of common stock upon vesting.",
        ),
    ),
    claim(
        "no_expiration",
        "The security has no expiration date.",
        phrase(
            "no expiration", "The preferred stock has no expiration date.", "Expiration of option without exercise."
        ),
        phrase("not expire", "The units do not expire.", "If not exercised, the option will expire on May 1."),
        phrase(
            "not have|carry an expiration|expiry",
            "These securities do not have an expiration date.",
            "RSUs that have not been forfeited remain outstanding.",
        ),
    ),
)
