"""Why an exercise does not bring as many shares as it takes, and what shares withheld came from."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "difference_explained",
        "Mentions a reason why an exercise brings another number of shares, or brings them on another day.",
        phrase(
            "dividend|dividends|cash|cashless|performance|target|targets|earned|later",
            (
                "With a dividend right.",
                "With dividends.",
                "Paid in cash.",
                "A cashless exercise.",
                "By performance.",
                "At target.",
                "At the targets.",
                "As earned.",
                "Delivered later.",
            ),
            ("Collateral of a lender.", "Unearned."),
        ),
        phrase(
            "fraction|fractions|fractional",
            (
                "Less a fraction.",
                "Less fractions.",
                "Less a fractional share.",
            ),
            "A faction.",
        ),
        phrase(
            "ratio|ratios",
            ("At a ratio set by the plan.", "At ratios set by the plan."),
            (
                "The expiration of the units.",
                "Sample Corporation.",
            ),
        ),
        phrase("net|netted", ("On a net basis.", "Shares were netted."), "In a network."),
        phrase(
            "withh*|defer*|subsequent*|settle*|adjust*|accru*",
            (
                "Shares were withheld.",
                "Receipt was deferred.",
                "Delivered subsequently.",
                "The units were settled.",
                "The number was adjusted.",
                "Rights that accrue.",
            ),
            "The units vest.",
        ),
        phrase("round|rounded|rounding", ("Round lots.", "Rounded down.", "By rounding."), "All around the ground."),
        phrase("for every|each #", ("10 units for every 3 shares.", "10 units for each 3 shares."), "For each holder."),
        phrase("convertible into #", "Convertible into 2 shares.", "Convertible into shares."),
        phrase("# %", "At 150%.", "At $150."),
        phrase("percent|percentage", ("At ten percent.", "At a percentage."), "At ten."),
        of="mention",
    ),
    claim(
        "settled_otherwise",
        "Mentions that an exercise or conversion brings something other than shares now.",
        phrase("cash|cashless", ("Settled in cash.", "A cashless exercise."), "Sold to Cashman."),
        phrase("cancel*", "The option was canceled.", "The option was sold."),
        phrase(
            "into a|an? option|options|unit|units|preferred|note|notes|warrant|warrants",
            (
                "Converted into an option.",
                "Converted into options.",
                "Converted into a unit.",
                "Converted into units.",
                "Converted into preferred stock.",
                "Converted into a note.",
                "Converted into notes.",
                "Converted into a warrant.",
                "Converted into warrants.",
            ),
            "Converted into common stock.",
        ),
        phrase("later|defer*|subsequent*", ("Delivered later.", "Deferred.", "Delivered subsequently."), "Delivered."),
        phrase(
            "settle|settled on|in",
            (
                "The units settle in May.",
                "The units settled on May 5, 2025.",
            ),
            "Settlors of the trust.",
        ),
        phrase(
            "will be settled|issued|delivered|paid",
            (
                "Shares will be settled.",
                "Shares will be issued.",
                "Shares will be delivered.",
                "Shares will be paid.",
            ),
            "Shares will be held.",
        ),
        of="mention",
    ),
    claim(
        "vesting_named",
        "Mentions the vesting, exercise, or award that shares withheld came from.",
        phrase(
            "vest*|laps*|exercis*|settle*|award*|restrict*|conversion*|deliver*",
            (
                "The vesting of units.",
                "The lapse of a right to buy them back.",
                "The exercise of an option.",
                "Units settled in May.",
                "An award.",
                "Restricted stock.",
                "The conversion of units.",
                "Shares delivered in May.",
            ),
            "Sample Investments LP collapsed.",
        ),
        of="mention",
    ),
    claim(
        "already_owned",
        "Mentions that shares given up were owned before.",
        phrase(
            "already|previously|prior",
            (
                "Shares already owned.",
                "Shares previously owned.",
                "Shares of a prior award.",
            ),
            "Shares owned.",
        ),
        phrase("deliver*|surrender*", ("Shares were delivered.", "Shares were surrendered."), "Shares were sold."),
        phrase(
            "restricted stock|share|shares !unit|units",
            (
                "From restricted stock.",
                "From a restricted share.",
                "From restricted shares.",
            ),
            ("From restricted stock units.", "From a restricted stock unit."),
        ),
        of="mention",
    ),
)
