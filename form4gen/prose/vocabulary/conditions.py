"""On what vesting depends, and what is vested already."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "performance_condition",
        "Vesting or the number of shares depends on performance, price, or a transaction.",
        phrase(
            "return on .. capital|equity|assets",
            ("Based on return on invested capital.", "Return on equity.", "Return on assets."),
            "Return of capital.",
        ),
        phrase("target number", "The number reported is the target number.", "The target."),
        phrase(
            "from # to # percent of", "Payout can range from 0 to 200 percent of the target award.", "From 3 to 4 days."
        ),
        phrase(
            "vest|vests|vesting .. contingent|conditioned on|upon .. closing|completion|consummation|occurrence",
            (
                "Vesting is contingent on the closing of the offering.",
                "The units vest contingent upon completion of the sale.",
                "The award vests conditioned on the consummation of the sale.",
                "Vesting is contingent on the occurrence of a sale.",
            ),
            "Vesting is contingent on service.",
        ),
        phrase(
            "satisfaction|attainment of ...!service|time milestones|goals|targets|objectives|criteria|metrics",
            (
                "Vests upon the satisfaction of revenue milestones.",
                "Vests on attainment of sales goals.",
                "On attainment of targets.",
                "On attainment of objectives.",
                "On attainment of criteria.",
                "On attainment of metrics.",
            ),
            ("Satisfaction of service criteria.", "Satisfaction of time milestones.", "Satisfaction of debt."),
        ),
        phrase("earned .. based|depending on", "Shares earned based on EBITDA.", "Earned in May."),
        phrase(
            "performance .. @measures",
            "Performance targets apply.",
            "Shares delivered on vesting of the performance units at 120% of target.",
        ),
        phrase(
            "total shareholder|stockholder return",
            "The award is based on relative total stockholder return.",
            "The units vest at the annual stockholder meeting.",
        ),
        phrase("tsr", "TSR was in the top quartile.", "Exercisable immediately."),
        phrase(
            "(up to)|(no more than) # % of !its", "Payout may be up to 200% of target.", "There is no expiration date."
        ),
        phrase(
            "from|between # % to|and # % of",
            "Payout ranges from 0% to 150% of the award.",
            "Each PSU represents between 0 and 200% of a share.",
        ),
        phrase(
            "achievement of", "The shares vest upon the achievement of certain EBITDA targets.", "Expired unexercised."
        ),
        phrase(
            "(volume weighted average price)|(stock price)|(share price)|(closing price) .... "
            "equals|exceeds|reaches|hurdle",
            "The award is subject to a stock price hurdle.",
            "Reflects a weighted average selling price.",
        ),
        phrase(
            "depends|depending|based on .. performance !based",
            "The number earned depends on the performance of the Issuer.",
            "The total is based on performance based and other units.",
        ),
        phrase(
            "liquidity event",
            "The RSUs have both a service condition and a liquidity event condition.",
            "Not applicable.",
        ),
    ),
    claim(
        "fully_vested",
        "The security is fully vested or exercisable at once.",
        phrase("^ vested .", "Vested.", "Vested in May."),
        phrase(
            "~become exercisable in full !on|upon|in",
            "The option is exercisable in full.",
            (
                "Shall become exercisable in full.",
                "Exercisable in full on May 1, 2026.",
                "Exercisable in full upon death.",
                "Exercisable in full in May.",
            ),
        ),
        phrase(
            "100 % vested !on|upon|in|at",
            ("100% vested.",),
            ("100% vested on May 1.", "100% vested upon death.", "100% vested in May.", "100% vested at retirement."),
        ),
        phrase(
            "fully vested|exercisable", "The option is fully vested.", "The options become fully vested at retirement."
        ),
        phrase(
            "vested entirely|immediately|(in full !on)|(in full on the grant)|(as to 100 %)",
            "The award vested in full.",
            "As a result of certification by the committee, 5,400 units vested.",
        ),
        phrase(
            "vest 100 % on the date of grant",
            "The options vest 100% on the date of grant.",
            "The payout may be between 0% to 100% of target.",
        ),
        phrase(
            "@options|@units|(100 %) .. are|were|is|was vested",
            "100% was vested at grant.",
            "The vested RSUs were converted on a share-for-share basis.",
        ),
        phrase(
            "immediately|currently|presently (vested and)? exercisable",
            "Presently exercisable.",
            "The securities are immediately convertible.",
        ),
        phrase(
            "exercisable immediately|(at any time)|(on the grant date)",
            "The option is exercisable immediately.",
            "Class B shares convert to Class A shares on a one-for-one basis at any time.",
        ),
        phrase(
            "may be exercised at any time",
            "The option may be exercised at any time.",
            "The rights may be exercised commencing on the separation date.",
        ),
        phrase("shares are exercisable", "All shares are exercisable.", "The shares are subject to forfeiture."),
        unless=(
            phrase("until ... fully vested", "The units vest monthly until the award is fully vested."),
            phrase(
                "will|shall|become|becomes ... fully vested", "The option becomes fully vested on a change in control."
            ),
        ),
    ),
)
