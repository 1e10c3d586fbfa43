"""Vesting: what was delivered, when it happens, and on what it depends."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "vesting_event",
        "Shares were delivered because an award vested or was settled.",
        phrase("^ release of .. @units", "Release of restricted stock units.", "Release of a lien."),
        phrase(
            "was|were met and .. # .. vested",
            ("The performance condition was met and 8,000 PSUs vested.", "The goals were met and 8,000 PSUs vested."),
            "The goal was met.",
        ),
        phrase(
            "^ rsu|psu vest|vesting|release",
            ("RSU vest.", "PSU vesting.", "RSU release."),
            ("RSU grant.", "Terms of RSU vesting."),
        ),
        phrase(
            "vested ....!will and ..!will settled|converted|delivered|released",
            (
                "Units vested on May 1, 2025 and were settled in stock.",
                "Units vested on May 1, 2025 and converted into stock.",
                "Units vested on May 1, 2025, and the shares were delivered.",
                "Units vested on May 1, 2025 and were released.",
            ),
            ("Vested units will be counted and settled.", "Vested on May 1, 2025 and will be settled in 2030."),
        ),
        phrase(
            "issued|delivered|received upon|on .. satisfaction|achievement|attainment of .. performance",
            (
                "The shares were issued upon the satisfaction of performance conditions.",
                "Shares delivered on achievement of performance goals.",
                "Shares received upon attainment of performance goals.",
            ),
            "Vests upon the satisfaction of performance goals.",
        ),
        phrase(
            "vested (performance shares)|@units issued",
            ("Vested performance shares issued to the Reporting Person.", "Vested units issued to the holder."),
            "Vested shares.",
        ),
        phrase(
            "conversion of .. @units .... vesting",
            (
                "Conversion of restricted stock units into common stock upon vesting.",
                "Represents the conversion of RSUs on vesting.",
            ),
            "Conversion of stock.",
        ),
        phrase(
            "@units|(performance shares) .. ~be earned upon|based|following",
            (
                "Performance shares that were earned upon certification.",
                "PSUs earned based on results.",
                "PSUs earned following certification.",
            ),
            ("PSUs earned.", "PSUs will be earned based on results."),
        ),
        phrase("payout of", "Reflects the payout of performance shares.", "Payout may be up to 200% of target."),
        phrase(
            "^ (represent*|reflects)? the? (full|partial)? vesting|settlement|(vesting and settlement) of",
            "Settlement of performance shares.",
            "The price represents the vesting price of the award of units.",
        ),
        phrase(
            "transaction represents .. vesting|settlement of",
            "This transaction represents the settlement of vested units.",
            "The price represents the vesting price of the award of units.",
        ),
        phrase(
            "~be issued|delivered|acquired|received|released|earned ... upon|on|from|in|following ..!# "
            "vesting|settlement",
            "Shares acquired upon vesting of restricted stock units.",
            "Shares received upon vesting will be delivered next year.",
        ),
        phrase(
            "vested .. delivered|released|settled|converted",
            "The vested shares were released to the reporting person.",
            "Fully vested on grant.",
        ),
        phrase("therefore|result ... vested", "Therefore, 2,100 units vested.", "These options are vested."),
        phrase(
            "upon conversion of .. @units .. received",
            "Upon conversion of the vested PSUs, the reporting person received 1,200 shares.",
            "Conversion of 500 Class B shares.",
        ),
        phrase(
            "conversion .. vesting of",
            "Represents the conversion upon vesting of restricted stock units into common stock.",
            "Conversion of 500 Class B shares.",
        ),
        phrase(
            "^ .. lapse of .. restrictions",
            "Lapse of restrictions on restricted stock.",
            "The restrictions lapse in three equal installments on each of March 1, 2021, 2022 and 2023.",
        ),
        phrase(
            "each @units was settled",
            "Each RSU was settled for one share of common stock upon vesting.",
            "Each phantom unit represents the right to receive the cash value of one share.",
        ),
        phrase(
            "shares earned under|pursuant",
            "Shares earned pursuant to a performance award.",
            "Shares acquired pursuant to a trading plan.",
        ),
        unless=(
            phrase(
                "contingent|(represents .. right)|lieu",
                "Shares acquired upon vesting are contingent on continued service.",
            ),
            phrase("vesting of ... depends", "Vesting of the units depends on continued service."),
            phrase("be delivered", "Shares received upon vesting will be delivered next year."),
            phrase(
                "been|elected .. deferred|defer",
                "Settlement of the units has been deferred until the reporting person ceases to be a director.",
            ),
            phrase("@taxes", "Shares issued upon vesting, net of shares held back for taxes."),
        ),
    ),
    claim(
        "vesting_schedule",
        "An award or option vests or becomes exercisable at a date or in parts.",
        phrase(
            "vest|vests upon|on .. change|closing|completion|consummation",
            (
                "The units vest upon a change in control.",
                "The units vest on the closing of the sale.",
                "Vests upon completion of the offering.",
                "Vests upon consummation of the merger.",
            ),
            "The units vest in part.",
        ),
        phrase(
            "vest|vests upon .. .. @ending",
            "The units vest upon the retirement of the holder.",
            "The units vest in part.",
        ),
        phrase("~fully vest|vests|vested .... @when", "Vests in April.", "Fully vest in each year: none."),
        phrase("vest|vests|vested .... on # #", "Vests on 03/01/24.", "This option is vested."),
        phrase(
            "@when .... vest|vests",
            "On the first anniversary of the grant, half of the units vest.",
            "Automatic award to directors on the date of the annual meeting.",
        ),
        phrase(
            "vest|vests and convert|converts",
            "Each PRSU vests and converts into stock.",
            "The preferred stock converts automatically.",
        ),
        phrase(
            "will|shall .. vest",
            "All unvested units shall vest on a change in control.",
            "The number of units that vest will be no more than 150% of target, based on actual performance.",
        ),
        phrase(
            "scheduled to vest", "The shares are scheduled to vest.", "The units vest unless they have been forfeited."
        ),
        phrase(
            "vest|vests (as follows)|ratably",
            "The shares vest ratably over the service period.",
            "Shares received as merger consideration.",
        ),
        phrase(
            "# ... have vested",
            "As of this date, 4,000 of the options have vested.",
            "Reflects settlement of vested awards.",
        ),
        phrase(
            "exercisable ... @when",
            "The options are exercisable annually.",
            "The first annual meeting after the public offering has not been held.",
        ),
        phrase(
            "become|becomes|became ..!fully vested|exercisable",
            "The options became vested as described in the award agreement.",
            "The options are fully vested and exercisable.",
        ),
        phrase(
            "may be exercised commencing|beginning|after",
            "The option may be exercised after its second year.",
            "The option may be exercised only after vesting.",
        ),
        phrase(
            "~upon|at vesting in|over|on .. @when",
            "RSUs vesting on November 20.",
            "The number of shares delivered upon vesting in August was small.",
        ),
        phrase(
            "restrictions ... lapse|lapsed .... @when",
            "The restrictions lapsed on August 1.",
            "Lapse of restrictions on restricted stock.",
        ),
        phrase(
            "vesting schedule",
            "The vesting schedule is one-third per year over three years.",
            "Vesting of restricted stock units.",
        ),
        phrase(
            "accelerated .. vesting",
            "The committee accelerated the vesting of these awards.",
            "Partial vesting of a performance award.",
        ),
    ),
    claim(
        "performance_condition",
        "Vesting or the number of shares depends on performance, price, or a transaction.",
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
            "vested entirely|immediately|(in full)|(as to 100 %)",
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
