"""What a note mentions in passing: enough to keep a rule silent, not a statement about this filing."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "vesting_mentioned",
        "Mentions vesting.",
        phrase(
            "vest*|unvest*|nonvest*",
            ("The award vests in March.", "The unvested shares remain.", "These are nonvested shares."),
            "Dividends are invested.",
        ),
        of="mention",
    ),
    claim(
        "early_exercise_mentioned",
        "Mentions acceleration, or when the security can be exercised.",
        phrase(
            "accelerat*|exercisable|(early exercise)",
            ("The award was accelerated.", "The option is exercisable.", "The option permits early exercise."),
            ("An early closing.", "The exercise of the option.", "The speed of the award."),
        ),
        of="mention",
    ),
    claim(
        "conversion_mentioned",
        "Mentions a conversion.",
        phrase(
            "convert*|conversion*",
            ("Class B stock converts into Class A stock.", "The conversion price is fixed."),
            "A conversation was held.",
        ),
        of="mention",
    ),
    claim(
        "total_mentioned",
        "Mentions a total of several grants.",
        phrase(
            "total*|aggregat*|all|combined",
            (
                "The number is a total.",
                "In the aggregate.",
                "Includes all options.",
                "Options of two grants, combined.",
            ),
            "The options are alike.",
        ),
        of="mention",
    ),
    claim(
        "trust_mentioned",
        "Mentions a trust.",
        phrase("trust*", ("Held by the Doe Trust.", "The trustees hold the shares."), "Held by the Doe Fund."),
        of="mention",
    ),
    claim(
        "family_mentioned",
        "Mentions a family.",
        phrase("family", "Held by the Doe family.", "Held by the Doe families' fund."),
        of="mention",
    ),
    claim(
        "llc_mentioned",
        "Mentions a limited liability company.",
        phrase("llc", ("Held by Doe Holdings LLC.", "Held by Doe Holdings, L.L.C."), "Held by Doe Inc."),
        of="mention",
    ),
    claim(
        "partnership_mentioned",
        "Mentions a partnership.",
        phrase("partnership*", "Held by two partnerships.", "Held by partners."),
        of="mention",
    ),
    claim(
        "other_change_mentioned",
        "Mentions a change of a balance that no row may show: a plan, a dividend, a split, a transfer.",
        phrase(
            "reinvest*|dividend*|split*|adjust*|readjust*|transfer*|distribut*|redistribut*|contribut*|includ*|exempt*"
            "|drip|espp|401k|((purchase|savings) plan)",
            (
                "Dividends were reinvested.",
                "Shares reinvested.",
                "A stock dividend.",
                "The splits of 2026.",
                "The number was adjusted.",
                "The number was readjusted.",
                "Shares transferred to a trust.",
                "Shares distributed by a fund.",
                "Shares redistributed by a fund.",
                "A contribution to a fund.",
                "Includes 100 shares.",
                "An exempt purchase.",
                "Bought in the DRIP.",
                "Bought in the ESPP.",
                "Held in the 401(k).",
                "Bought in the stock purchase plan.",
                "Held in the savings plan.",
            ),
            ("The balance is below.", "A stock option plan.", "The plan to purchase shares."),
        ),
        phrase(
            "change|changed|changes in|of the? form of",
            (
                "A change in form of ownership.",
                "Changed the form of ownership, or changed in the form of ownership.",
                "Changes of the form of ownership.",
            ),
            ("A change of ownership.", "The form of ownership.", "A change on the form of ownership."),
        ),
        of="mention",
    ),
    claim(
        "holding_ended_mentioned",
        "Mentions a transfer, or that something is no longer held.",
        phrase(
            "transfer*|retransfer*|distribut*|redistribut*|dissol*|divorc*|deceas*|predeceas*"
            "|((no longer)|(previously held))",
            (
                "Shares were transferred.",
                "Shares were retransferred.",
                "Shares were distributed.",
                "Shares were redistributed.",
                "The fund was dissolved.",
                "After the divorce.",
                "The deceased holder.",
                "The predeceased holder.",
                "The spouse no longer holds shares.",
                "Shares previously held by the spouse.",
            ),
            ("A long holding.", "Previously reported.", "There is no holding longer than this."),
        ),
        phrase(
            "change|changed|changes in|of the? form of",
            (
                "A change in form of ownership.",
                "A changed in the form of ownership.",
                "Changes of the form of ownership.",
            ),
            ("A change of ownership.", "The form of ownership.", "A change on the form of ownership."),
        ),
        of="mention",
    ),
    claim(
        "short_position",
        "Mentions a short position or an obligation to deliver.",
        phrase(
            "short|written|wrote|(obligation to)",
            (
                "A short position.",
                "The call was written in May.",
                "The reporting person wrote a call.",
                "An obligation to deliver shares.",
            ),
            ("A shortage.", "Obligation of the issuer."),
        ),
        of="mention",
    ),
    claim(
        "rule_10b5_1_mentioned",
        "Mentions Rule 10b5-1.",
        phrase(
            "10b5-1",
            ("A Rule 10b5-1 plan.", "Under Rule 10b-5-1."),
            ("A Rule 10b-5 claim.", "A Rule 10b-21 claim.", "Rule 16b-1."),
        ),
        of="mention",
    ),
    claim(
        "plan_not_needed_mentioned",
        "Mentions a gift, a contribution, or a withholding for taxes, which a plan need not cover.",
        phrase(
            "gift*|donat*|contribut*|charit*|withheld|withhold*|tax|taxes",
            (
                "A bona fide gift.",
                "Shares were donated.",
                "A contribution to a fund.",
                "To a charity.",
                "Shares were withheld.",
                "The withholding of shares.",
                "To pay taxes.",
                "To pay the tax.",
            ),
            "A sale of shares.",
        ),
        of="mention",
    ),
    claim(
        "not_convertible",
        "The holder cannot convert or exchange the security, or not at a fixed price.",
        phrase(
            "not|cannot .... convert*|exchang*",
            (
                "The preferred stock may not be converted by the holder.",
                "The holder cannot exchange the stock.",
            ),
            ("The holder may convert the stock.", "The stock is not listed."),
        ),
        phrase(
            "(non convertible)|(no fixed)|(not at? a fixed)|(16a-1 c)",
            (
                "The stock is non-convertible.",
                "There is no fixed conversion price.",
                "The conversion price is not a fixed price.",
                "The stock converts, but not at a fixed price.",
                "See Rule 16a-1(c).",
            ),
            ("The price is fixed.", "See Rule 16a-1(a)."),
        ),
        of="mention",
    ),
)
