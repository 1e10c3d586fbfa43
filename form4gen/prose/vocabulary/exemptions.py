"""Exemptions by number, and what else a note says of why a row is or is not there."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "exempt_16a_9",
        "Rule 16a-9 is invoked: a stock split, a stock dividend, or pro rata rights.",
        phrase("16a-9", "Exempt under Rule 16a-9.", "Exempt under Rule 16a-13."),
    ),
    claim(
        "exempt_16b_3",
        "Rule 16b-3 is invoked: a transaction with the issuer.",
        phrase("16b-3", "Exempt under Rule 16b-3(d).", "Exempt under Rule 16b-7."),
        unless=(phrase("not .. exempt ... 16b-3", "The purchase is not exempt under Rule 16b-3."),),
    ),
    claim(
        "exempt_16b_6",
        "Rule 16b-6 is invoked: a derivative security.",
        phrase("16b-6", "Exempt under Rule 16b-6(b).", "Exempt under Rule 16b-7."),
    ),
    claim(
        "exempt_16b_7",
        "Rule 16b-7 is invoked: a merger, a reclassification, or a consolidation.",
        phrase("16b-7", "Exempt under Rule 16b-7.", "Exempt under Rule 16b-3."),
    ),
    claim(
        "voluntary",
        "A row or the form is reported voluntarily.",
        phrase(
            "voluntar* .. report*|file*|filing|disclos*",
            (
                "The gift is voluntarily reported.",
                "This is a voluntary filing.",
                "The form is voluntarily filed.",
                "The sale is voluntarily disclosed.",
            ),
            "A voluntary plan of the Issuer.",
        ),
        phrase(
            "reported|filed .. voluntar*",
            (
                "The gift is reported voluntarily.",
                "The form is filed on a voluntary basis.",
            ),
            "A gift made voluntarily.",
        ),
    ),
    claim(
        "previously_reported",
        "A row or an award was reported before.",
        phrase(
            "previously|already|initially|originally reported",
            (
                "The grant was previously reported.",
                "The sale was already reported in May.",
                "The award was initially reported in May.",
                "The award was originally reported in May.",
            ),
            "The grant is reported here.",
        ),
        phrase(
            "reported .. prior|previous|earlier form|forms|filing|report",
            (
                "The grant was reported on a prior Form 4.",
                "The grants were reported in previous Forms 4.",
                "The grant was reported in an earlier filing.",
                "The grant was reported in an earlier report.",
            ),
            "The grant was made earlier.",
        ),
        unless=(
            phrase(
                "not .. previously|already reported",
                ("The shares were not previously reported.", "The shares were not already reported."),
            ),
        ),
    ),
    claim(
        "group_denied",
        "The owners say that they are not a group.",
        phrase(
            "not|neither .... group",
            (
                "The Reporting Persons do not admit that they are a group.",
                "Neither of them is a member of a group.",
            ),
            "They may be a group.",
        ),
        phrase("disclaim* .... group", "The trusts disclaim membership in a group.", "The trusts may be a group."),
    ),
    claim(
        "interest_ended",
        "The person has no interest in certain holdings any more.",
        phrase(
            "no longer has|have|holds|beneficially .. owns|interest|reportable",
            (
                "She no longer has a pecuniary interest in the shares of the trust.",
                "They no longer have an interest in the shares.",
                "He no longer holds an interest in the fund.",
                "He no longer beneficially owns the shares of his son.",
                "He no longer has a reportable holding.",
            ),
            "The plan is no longer of interest.",
        ),
        phrase(
            "ceased to have|beneficially .. own|interest|ownership",
            (
                "She ceased to have an interest in the trust.",
                "She ceased to beneficially own the shares.",
                "She ceased to have an ownership stake.",
            ),
            "She ceased to be a director.",
        ),
    ),
    claim(
        "reclassified",
        "Securities were or will be reclassified into another class.",
        phrase("reclassif*", "The common stock was reclassified into Class B stock.", "Classified as Class B stock."),
    ),
    claim(
        "discretionary",
        "A discretionary transaction within a plan: into or out of the fund of the issuer's stock.",
        phrase("discretionary transaction*", "This is a discretionary transaction.", "Discretionary power to sell."),
        phrase(
            "(intra plan|intraplan) .. transfer*",
            ("An intra-plan transfer.", "An intraplan transfer."),
            "A transfer within the family.",
        ),
    ),
    claim(
        "holdings_only",
        "A row lists holdings that took part in no transaction.",
        phrase(
            "not .. (subject|part|party) .... transaction",
            (
                "These shares were not subject to a transaction on this form.",
                "The shares were not part of a transaction.",
                "The trust was not party to a transaction.",
            ),
            "The shares were subject to a transaction.",
        ),
        phrase(
            "no transaction* .. (reported|occurred|took place)",
            (
                "No transaction is reported for these shares.",
                "No transactions occurred in these shares.",
                "No transaction in them took place.",
            ),
            "No transaction fee.",
        ),
    ),
    claim(
        "short_swing",
        "Short-swing profit is spoken of, such as its payment to the issuer.",
        phrase("short swing", "The short-swing profit was paid to the Issuer.", "A short sale."),
        phrase("disgorg*", "The profit was disgorged.", "The profit was kept."),
        phrase(
            "remit*|paid|repaid .... profit|profits",
            (
                "The Reporting Person remitted the profit to the Issuer.",
                "The Reporting Person paid the profits to the Issuer.",
                "The fund repaid its profit to the Issuer.",
            ),
            "The fund made a profit.",
        ),
    ),
    claim(
        "redeemed",
        "Securities were or may be redeemed.",
        phrase(
            "redeem*|redemption", ("The units were redeemed for cash.", "Upon redemption of a unit."), "Cash was paid."
        ),
    ),
    claim(
        "escrow",
        "Securities are held back in escrow or for indemnities.",
        phrase(
            "escrow*|holdback|indemni*",
            ("The shares are in escrow.", "A holdback of 500 shares.", "Held for indemnity claims."),
            "The shares are held by a bank.",
        ),
    ),
    claim(
        "lock_up",
        "Securities may not be sold for some time.",
        phrase("lock up", "The shares are subject to a lock-up.", "The lock of a door."),
        phrase("lockup", "The shares are subject to a lockup agreement.", "The shares are free."),
        phrase("holding period", "The shares are subject to a holding period.", "The holding of the court."),
    ),
)
