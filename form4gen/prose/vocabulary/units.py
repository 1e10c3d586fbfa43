"""What a unit or security is, and for how long."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "unit_terms",
        "What a unit is: a right to a share, or its value.",
        phrase(
            "each|every|one|a .. @units ... represent*|entitle|entitles ....!paid right|receive|one|(# %)",
            "Every PSU entitles the holder to one share of common stock.",
            "Each warrant entitles the holder to purchase one share at $11.50.",
        ),
        phrase(
            "@units ... is|are|was ..!not equivalent|equal",
            "Each stock unit is economically equivalent to one share of common stock.",
            "Award of performance share units under the long-term incentive plan.",
        ),
        phrase(
            "@units ...!vest|vests represent*|entitle|entitles .... right|receive",
            "Restricted stock units represent the right to receive shares of common stock.",
            "Represents a grant of phantom stock units.",
        ),
        phrase(
            "@units .... convert|converts|convertible .... (one for one)|(1 for 1)",
            "The phantom stock units convert to common stock on a one-for-one basis.",
            "Each Unit consists of one share of common stock and one-half of one warrant.",
        ),
        phrase(
            "contingent right to receive",
            "Represents restricted stock units granted pursuant to the Issuer's 2021 Equity Incentive Plan, each of which represents a contingent right to receive one share.",
            "Each unvested RSU was cancelled and converted into the right to receive $21.00 in cash.",
        ),
        phrase(
            "settle|settles .... (one for one)",
            "The awards settle in stock on a one-for-one basis.",
            "The conversion ratio is ten to one.",
        ),
        phrase(
            "@units ... payable .. in one share",
            "The RSUs are payable in one share each.",
            "Shares received in settlement of performance share units.",
        ),
        phrase(
            "entitle|entitles .. (reporting person)|holder to receive",
            "The performance award entitles the holder to receive a number of shares.",
            "Gift from the reporting person's spouse.",
        ),
        phrase(
            "converts into .... # % of one share",
            "Each PRSU converts into between 0 and 150% of one share.",
            "Each share of Class B common stock is convertible into one share of Class A common stock.",
        ),
        phrase(
            "one share ... for each ... @units",
            "The holder receives one share of common stock for each DSU.",
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
            "not have an expiration",
            "These securities do not have an expiration date.",
            "The reporting person will file an amendment.",
        ),
    ),
)
