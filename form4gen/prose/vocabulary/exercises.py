"""Conversions and exercises."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "conversion",
        "Securities were converted or are convertible.",
        phrase(
            "may be exchanged for ... share", "Each unit may be exchanged for one share.", "May be exchanged for cash."
        ),
        phrase(
            "exchangeable .. for ... share|shares|stock",
            (
                "The units are exchangeable for one share each.",
                "The units are exchangeable for shares of the Issuer.",
                "Exchangeable for common stock.",
            ),
            "Exchanged for cash.",
        ),
        phrase(
            "security|securities|stock convert|converts to .. stock",
            (
                "The security converts to common stock.",
                "The securities convert to common stock.",
                "The stock converts to common stock.",
            ),
            ("The security matures.", "Phantom stock converts to common stock."),
        ),
        phrase(
            "converted from class|series|preferred",
            ("Converted from Class B common stock.", "Converted from Series A.", "Converted from preferred stock."),
            "Converted from euros.",
        ),
        phrase(
            "convert|converts|converted .... into ... stock|shares|share|unit",
            "Each LTIP Unit may be converted into one OP Unit.",
            "Stock unit conversions are shown in Table II: each stock unit converted into stock at vesting.",
        ),
        phrase(
            "class|preferred .... convert|converted to|on",
            "Class B shares were converted to Class A shares.",
            "Reclassification of Class A into common stock.",
        ),
        phrase(
            "automatically convert|converts|converted",
            "The security automatically converts at maturity.",
            "Each PSU converted into a share at vesting.",
        ),
        phrase(
            "convert|converts automatically",
            "The preferred shares convert automatically upon a transfer.",
            "Each award vests and converts into common stock.",
        ),
        phrase(
            "convertible into|at|on",
            "The Series A preferred is convertible on a 10-for-1 basis.",
            "Each PSU converted into a share at vesting.",
        ),
        phrase(
            "immediately convertible",
            "The securities are immediately convertible.",
            "The stock options vested immediately upon grant.",
        ),
        phrase(
            "conversion rate|price|ratio",
            "The conversion ratio is ten to one.",
            "The RSU conversion rate is one to one.",
        ),
        phrase(
            "conversion of ...!@awards stock|shares|notes|note|debentures",
            "Shares issued upon conversion of a promissory note.",
            "Conversion of shares of restricted stock.",
        ),
        phrase("notice of conversion", "The holder delivered a notice of conversion.", "Conversion of PSUs."),
        unless=(
            phrase("phantom stock .. convert*", "Phantom stock converts to common stock."),
            phrase("vest|vests .. convert*", "The awards vest and convert into common stock."),
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
            "@options exercised by the", "Stock options exercised by the Reporting Person.", "Options to be exercised."
        ),
        phrase("exercising .. @options", "Acquired by exercising stock options.", "Exercising a right to vote."),
        phrase(
            "exercise of ... (appreciation rights)|sars|(appreciation right)",
            (
                "Issued on exercise of stock appreciation rights.",
                "Exercise of SARs.",
                "Exercise of a stock appreciation right.",
            ),
            "The stock appreciation rights vest in May.",
        ),
        phrase(
            "exercise of .. @options",
            "Shares acquired on exercise of a warrant.",
            "Shares issuable upon exercise of outstanding options.",
        ),
        phrase(
            "exercised ... @options",
            "The reporting person exercised an option to buy 5,000 shares.",
            "Options exercised after terminating employment are excluded.",
        ),
        phrase(
            "@options .. was|were .. exercised",
            "The warrants were exercised for cash.",
            "The options were exchanged in the Issuer's option exchange program.",
        ),
        phrase(
            "@options exercised|exercise on|for|was",
            "Warrants exercised on a cash basis.",
            "The exercise price was paid in cash.",
        ),
        unless=(
            phrase("underwriter* ... exercise", "Sold on the exercise by the underwriters of their option."),
            phrase(
                "issuable|may|will|if|right|terminat* ... exercise|exercised",
                "Includes shares that he has the right to acquire by exercise of options.",
            ),
        ),
    ),
)
