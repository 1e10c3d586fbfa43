"""Vesting: what was delivered, and when it happens."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "vesting_event",
        "Shares were delivered because an award vested or was settled.",
        phrase(
            "delivery|issuance of .. @shares .. underlying .. vested",
            ("Delivery of shares underlying vested RSUs.", "Issuance of the shares underlying the vested RSUs."),
            "Delivery of shares underlying a put.",
        ),
        phrase(
            "^ ..!each @units converted ....!will vesting",
            "RSUs converted to shares upon vesting.",
            ("Each RSU converted at vesting.", "RSUs converted as they will at vesting."),
        ),
        phrase(
            "distributed|paid upon|on vesting of",
            ("Shares distributed upon vesting of PSUs.", "Shares paid on vesting of PSUs."),
            "Dividends on shares, paid in cash.",
        ),
        phrase(
            "^ ....!will|number @units that|which vested",
            ("PSUs that vested based on results.", "Represents units which vested."),
            ("The plan will say that units that vested count.", "The number of RSUs that vested was high."),
        ),
        phrase(
            "received on conversion of vested",
            "Received on conversion of vested units.",
            "Received on conversion of notes.",
        ),
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
            phrase("will be settled", "Each vested RSU will be settled in one share."),
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
            "restriction|restricted|vesting period ends|expires|lapses",
            (
                "The restriction period ends on May 1, 2027.",
                "The restricted period lapses in 2027.",
                "The vesting period expires in 2027.",
            ),
            "The offering period ends in May.",
        ),
        phrase("vesting occurs", "Vesting occurs on each anniversary of the grant date.", "Vesting of shares."),
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
)
