"""Vesting: what was delivered, when it happens, and on what it depends."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "vesting_event",
        "Shares were delivered because an award vested or was settled.",
        phrase(
            "^ (represent*|reflects)? (the|a)? (full|partial)? vesting|settlement|(vesting and settlement) of",
            "Settlement of performance shares.",
            "Represents the number of shares withheld by, or surrendered to, the Issuer to satisfy mandatory tax withholding requirements upon vesting of RSUs; does not represent a sale by the reporting person.",
        ),
        phrase(
            "^ .. transaction represents ..!of vesting|settlement of",
            "This transaction represents the settlement of vested units.",
            "Represents 412 shares withheld by the Company to cover taxes due upon the vesting of restricted stock.",
        ),
        phrase(
            "~be issued|delivered|acquired|received|released|earned ...!lieu upon|on|from|in|for|following ...!option|deferred vesting|settlement",
            "Shares acquired upon vesting of restricted stock units.",
            "Shares received upon vesting will be delivered next year.",
        ),
        phrase(
            "vested .. delivered|released|settled|converted",
            "Restricted stock units vested and were settled in shares of common stock.",
            "Fully vested on grant.",
        ),
        phrase(
            "therefore|result ... vested",
            "As a result of certification by the committee, 5,400 units vested.",
            "These options are vested.",
        ),
        phrase(
            "upon conversion of .. @units .. received",
            "Upon conversion of the vested PSUs, the reporting person received 1,200 shares.",
            "Shares received upon conversion of Series A preferred stock.",
        ),
        phrase(
            "conversion .. vesting of",
            "Represents the conversion upon vesting of restricted stock units into common stock.",
            "Conversion of shares of restricted stock.",
        ),
        phrase(
            "^ .. lapse of ..!tax restrictions",
            "Lapse of restrictions on restricted stock.",
            "The restrictions lapse in three equal installments on each of March 1, 2021, 2022 and 2023.",
        ),
        phrase(
            "each @units was|were settled",
            "Each RSU was settled for one share of common stock upon vesting.",
            "Each phantom unit represents the right to receive the cash value of one share.",
        ),
        phrase(
            "shares earned under|pursuant",
            "Represents shares earned under performance share units granted in 2019, as certified by the compensation committee.",
            "Shares acquired under the Issuer's dividend reinvestment plan.",
        ),
        unless=(
            phrase(
                "contingent|(represents .. right)|lieu",
                "Shares acquired upon vesting are contingent on continued service.",
            ),
            phrase("vesting of ... depends|subject", "Vesting of the units depends on continued service."),
            phrase("be delivered|released", "Shares received upon vesting will be delivered next year."),
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
            "~fully vest|vests|vested ....!sold @when", "The RSUs vest over three years.", "The award vested in full."
        ),
        phrase(
            "~fully vest|vests|vested ....!sold on # #", "The award vested on 02/14/19.", "The option is fully vested."
        ),
        phrase(
            "@when ....!withheld vest|vests",
            "On the first anniversary of the grant, half of the units vest.",
            "Expires on the tenth anniversary of grant.",
        ),
        phrase(
            "vest|vests and convert|converts",
            "The awards vest and convert into common stock.",
            "The units vest unless they have been forfeited.",
        ),
        phrase(
            "will|shall .. vest",
            "The units will vest if the director remains in office.",
            "The number of units that vest will be no more than 150% of target, based on actual performance.",
        ),
        phrase(
            "scheduled to vest",
            "The shares are scheduled to vest.",
            "The shares remain subject to forfeiture until they vest.",
        ),
        phrase(
            "vest|vests (as follows)|ratably",
            "The shares vest ratably over the service period.",
            "Shares received as merger consideration.",
        ),
        phrase(
            "# ...!if has|have vested",
            "As of this date, 4,000 of the options have vested.",
            "The options are fully vested and exercisable.",
        ),
        phrase(
            "exercisable ...!at|price @when",
            "Option exercisable in full on January 1, 2022.",
            "Exercisable immediately.",
        ),
        phrase(
            "become|becomes|became ..!fully vested|exercisable",
            "The option becomes exercisable as to 25% of the shares on the first anniversary.",
            "The option is fully vested and immediately exercisable.",
        ),
        phrase(
            "may be exercised commencing|beginning|after",
            "The warrants may be exercised beginning six months after issuance.",
            "The option may be exercised only after vesting.",
        ),
        phrase(
            "~upon|on|from|at|of|the vesting in|over|on .. @when",
            "The shares are subject to vesting over 48 months.",
            "The Company may withhold shares to pay taxes on future vesting dates.",
        ),
        phrase(
            "restrictions lapse|lapsed ....!withheld @when",
            "The restrictions lapse in three equal installments on each of March 1, 2021, 2022 and 2023.",
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
            "Represents full vesting and settlement of 900 RSUs.",
        ),
    ),
    claim(
        "performance_condition",
        "Vesting or the number of shares depends on performance, price, or a transaction.",
        phrase(
            "performance .. @measures",
            "The award is tied to revenue milestones and performance conditions.",
            "Shares delivered on vesting of the performance units at 120% of target.",
        ),
        phrase(
            "total shareholder|stockholder return",
            "The units are earned on relative total shareholder return.",
            "Shares acquired in a privately negotiated purchase from another stockholder.",
        ),
        phrase("tsr", "TSR was in the top quartile.", "Expired unexercised."),
        phrase("(up to)|(no more than) # % of", "Payout may be up to 200% of target.", "There is no expiration date."),
        phrase(
            "from|between # % to|and # % of",
            "Payout ranges from 0% to 150% of the award.",
            "Each PRSU converts into between 0 and 150% of one share.",
        ),
        phrase("achievement of", "The shares vest upon the achievement of certain EBITDA targets.", "Not applicable."),
        phrase(
            "(volume weighted average price)|(stock price)|(share price)|(closing price) .... equals|exceeds|reaches|hurdle",
            "The shares vest if the stock price equals the hurdle.",
            "The price is the weighted average purchase price of shares bought in several trades.",
        ),
        phrase(
            "depends|depending|based .. performance",
            "The number earned depends on the performance of the Issuer.",
            "Represents performance stock units awarded to the reporting person.",
        ),
        phrase(
            "liquidity event",
            "The RSUs have both a service condition and a liquidity event condition.",
            "Presently exercisable.",
        ),
    ),
    claim(
        "fully_vested",
        "The security is fully vested or exercisable at once.",
        phrase(
            "fully vested|exercisable",
            "Fully vested on grant.",
            "The units vest monthly until the award is fully vested.",
        ),
        phrase(
            "~be vested entirely|immediately|(in full)|(as to 100 %)",
            "The stock options vested immediately upon grant.",
            "The option vests as follows: 20% on each of the next five anniversaries.",
        ),
        phrase(
            "vest|vested 100 % on the date of grant",
            "The options vest 100% on the date of grant.",
            "25% of the shares vested on June 5, 2020, and the rest vest monthly thereafter.",
        ),
        phrase(
            "~if @options|@units|% ..!until are|were|is|was vested !on",
            "100% of these units were vested at grant.",
            "These PSUs were forfeited because the performance threshold was not met.",
        ),
        phrase(
            "immediately|currently|presently exercisable",
            "The warrant is currently exercisable.",
            "The securities are immediately convertible.",
        ),
        phrase(
            "exercisable immediately|(at any time)|(on the grant date)",
            "The option is exercisable immediately.",
            "Class B common stock is convertible at any time, at the option of the holder, into Class A common stock on a share-for-share basis and has no expiration date.",
        ),
        phrase(
            "may be exercised at any time",
            "The option may be exercised at any time.",
            "Class B shares convert to Class A shares on a one-for-one basis at any time.",
        ),
        phrase("shares are exercisable", "All shares are exercisable.", "The shares are subject to forfeiture."),
        unless=(
            phrase("until ... fully vested", "The units vest monthly until the award is fully vested."),
            phrase(
                "will|shall|become|becomes ... fully vested",
                "The option will become fully vested upon a change in control.",
            ),
        ),
    ),
)
