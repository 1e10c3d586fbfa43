"""Conversions and exercises."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "conversion",
        "Securities were converted or are convertible.",
        phrase(
            "convert|converts|converted ....!dollars into ...!dollars stock|shares|share|securities|unit|class",
            "The note was converted into common stock at $4.00 per share.",
            "Reclassification of Class A into common stock.",
        ),
        phrase(
            "class|series|preferred .... convert|converts|converted to",
            "Class B shares convert to Class A shares on a one-for-one basis at any time.",
            "The purchase price was converted from Canadian dollars.",
        ),
        phrase(
            "automatically convert|converts|converted",
            "The preferred stock automatically converted on a one-for-one basis.",
            "Upon the closing of the initial public offering the shares will convert.",
        ),
        phrase(
            "convertible into|at|to|on",
            "The Series A preferred is convertible on a 10-for-1 basis.",
            "Tendered in the Issuer's tender offer at $30.00 per share.",
        ),
        phrase(
            "immediately convertible",
            "The securities are immediately convertible.",
            "The option is immediately exercisable, and the shares vest over four years.",
        ),
        phrase(
            "conversion rate|price|ratio",
            "The conversion price is $7.25 per share, subject to adjustment.",
            "The exercise price of the option is $10.00.",
        ),
        phrase(
            "conversion of ...!@awards|dividend|restricted stock|shares|note|notes",
            "These shares were issued on conversion of convertible notes in the principal amount of $500,000.",
            "Conversion of shares of restricted stock.",
        ),
        phrase("notice of conversion", "The holder delivered a notice of conversion.", "1 for 1."),
        unless=(
            phrase("vest|vests|vesting .. convert*", "The awards vest and convert into common stock."),
            phrase(
                "@awards .. convert*|conversion",
                "Restricted stock units convert into common stock on a one-for-one basis.",
            ),
            phrase("conversion ... restricted|dividend|@awards", "Conversion of shares of restricted stock."),
        ),
    ),
    claim(
        "exercise",
        "An option or warrant was exercised.",
        phrase(
            "exercise of ..!price @options",
            "Shares acquired on exercise of a warrant.",
            "Shares issuable upon exercise of outstanding options.",
        ),
        phrase(
            "exercised ... @options",
            "The reporting person exercised an option to buy 5,000 shares.",
            "The option expired out of the money without being exercised.",
        ),
        phrase(
            "@options ..!price was|were .. exercised",
            "The option was net exercised, so that fewer shares were issued.",
            "The options were exchanged in the Issuer's option exchange program.",
        ),
        phrase(
            "@options ..!price exercised|exercise (on|for|was)",
            "The option exercise was reported on Table II.",
            "Each outstanding option was cancelled in exchange for a cash payment equal to the excess of the merger consideration over the exercise price.",
        ),
        unless=(
            phrase(
                "issuable|may|will|if|only|terminat* ... exercise|exercised",
                "If not exercised, the option will expire on May 1.",
            ),
        ),
    ),
)
