"""Securities that ended: forfeited, canceled, or expired."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "forfeited",
        "Securities of the holder were forfeited or canceled without value.",
        phrase(
            "reacquired .... no consideration",
            "Unvested shares reacquired by the Issuer for no consideration.",
            "Reacquired for cash.",
        ),
        phrase(
            "award ..!if was forfeited",
            ("The award was forfeited in its entirety.",),
            "The award, if it was forfeited, is void.",
        ),
        phrase("cancellation of .. unvested", "Cancellation of unvested RSUs.", "Cancellation of a note."),
        phrase(
            "not vest and .. cancelled|canceled",
            ("The shares did not vest and were cancelled.", "The units did not vest and were canceled."),
            "Units that do not vest.",
        ),
        phrase(
            "returned|surrendered to the @issuer for no consideration|value",
            ("Shares returned to the Company for no consideration.", "Shares surrendered to the Issuer for no value."),
            "Returned to the Issuer.",
        ),
        phrase(
            "cancelled|canceled ..!exchange because|when|as ....!merger not .. met|satisfied|achieved|earned",
            (
                "Canceled because the targets were not met.",
                "Cancelled when the goal was not satisfied.",
                "Canceled as the goal was not achieved.",
                "Canceled because they were not earned.",
            ),
            (
                "Canceled in exchange because the goal was not met.",
                "Canceled because the merger was not met with a vote.",
            ),
        ),
        phrase(
            "cancelled|canceled|lapsed|terminated upon|following|because|due|when|(in connection)|(as a result) "
            "....!merger|exchange|cash @ending",
            (
                "The options were cancelled upon his termination of employment.",
                "The option was canceled following her resignation.",
                "The option lapsed because of his retirement.",
                "The option terminated due to his death.",
                "The option was canceled when his separation took place.",
                "The option was canceled in connection with his departure.",
                "The option was canceled as a result of his departure.",
            ),
            (
                "Canceled upon the merger and the termination of the plan.",
                "Canceled upon exchange and not termination.",
                "Canceled upon payment of cash at his termination.",
                "The plan ended.",
            ),
        ),
        phrase(
            "person|sponsor|holder|he|she|director forfeited",
            (
                "The Reporting Person forfeited these shares.",
                "The sponsor forfeited its shares.",
                "The holder forfeited the award.",
                "He forfeited the award.",
                "She forfeited the award.",
                "The director forfeited the award.",
            ),
            "If he forfeited them, they return to the plan.",
        ),
        phrase("^ forfeited", "Forfeited shares of restricted stock.", "The forfeited shares may be granted again."),
        phrase(
            "were|been .. forfeited",
            "The shares were immediately forfeited.",
            "If units have been forfeited, they return to the plan.",
        ),
        phrase(
            "forfeited .. #",
            "The sponsor forfeited 250,000 founder shares for no consideration.",
            "Unless earlier forfeited, 5,000 units remain.",
        ),
        phrase(
            "~be|are forfeited ... when|because|upon|following|due|(as a result)|(in connection)",
            "Represents shares of restricted stock forfeited when performance goals were not achieved.",
            "Units will be forfeited when employment ends.",
        ),
        phrase(
            "^ .. forfeiture of",
            "Forfeiture of unvested restricted stock upon termination of employment.",
            "The committee may waive the forfeiture of units.",
        ),
        phrase(
            "return of .... .... to the issuer",
            "Return of shares to the Issuer as a post-closing adjustment.",
            "Purchased in the Issuer's common stock offering.",
        ),
        phrase(
            "cancelled|canceled|surrendered ... without|no consideration|value",
            "The option was cancelled for no consideration.",
            "Gift to charity; no consideration was received.",
        ),
        unless=(
            phrase("@price", "Shares forfeited in connection with payment of the exercise price."),
            phrase(
                "net exercise|exercised",
                (
                    "Shares forfeited upon a net exercise of the option.",
                    "Shares forfeited because the option was net exercised.",
                ),
            ),
            phrase("unless|if|not .. forfeited", "Unless earlier forfeited, 5,000 units remain."),
            phrase(
                "@taxes",
                "These shares were forfeited to the Company to pay income and payroll taxes on the lapse of "
                "restrictions.",
            ),
        ),
    ),
    claim(
        "canceled_for_value",
        "Securities were canceled by or disposed of to the issuer or acquirer for cash or securities.",
        phrase(
            "@options|@units .. exchanged for ... @units|@options",
            ("Options exchanged for restricted stock units.", "RSUs exchanged for options."),
            "Options exchanged for shares.",
        ),
        phrase(
            "redemption of ... by the @issuer",
            "Redemption of preferred stock by the Issuer.",
            "Redemption of notes by the fund.",
        ),
        phrase(
            "converted into a cash award|payment",
            ("Each RSU was converted into a cash award.", "Converted into a cash payment."),
            "Converted into a share.",
        ),
        phrase("@options .. bought out", "The option was bought out by the Issuer.", "Bought out of the plan."),
        phrase("redeemed in|for cash !or", "Redeemed in cash at par.", "May be redeemed for cash or shares."),
        phrase(
            "@options|@units|shares .. replaced with|by ..!cash @options|@units|shares",
            (
                "The options were replaced with options of Parent.",
                "The units were replaced by units of Parent.",
                "The shares were replaced with shares of Parent.",
            ),
            ("The plan was replaced.", "The options were replaced with cash for the units."),
        ),
        phrase(
            "@options|@units .. assumed ... converted",
            "The options were assumed by Parent and converted into options for its stock.",
            "The units were assumed.",
        ),
        phrase(
            "surrendered|disposed .... exchange for ..!options cash|consideration|$",
            (
                "Surrendered to the Issuer in exchange for cash.",
                "Disposed of in exchange for the consideration.",
                "Disposed of in exchange for $10.00 per share.",
            ),
            ("Surrendered in May.", "Surrendered in exchange for options and cash."),
        ),
        phrase("@issuer redeemed", "The Issuer redeemed the units.", "The fund redeemed its notes."),
        phrase("cashed out", "The options were cashed out at closing.", "The cash was paid out."),
        phrase(
            "cancelled|canceled ....!option converted|exchange|cash",
            "At the effective time, each option was canceled in exchange for a cash payment.",
            "The canceled option may be exchanged for cash.",
        ),
        phrase(
            "converted into .. right to receive .... in cash",
            "At the effective time of the merger, each share was converted into the right to receive $15.00 in "
            "cash, without interest.",
            "Each phantom unit represents the right to receive the cash value of one share.",
        ),
        phrase(
            "redeemed ... by the @issuer",
            "Redeemed by the Company on the call date.",
            "Sale of private company shares by the Issuer privately.",
        ),
        phrase(
            "@options .. repurchased by the @issuer",
            "The option was repurchased by the company for cash.",
            "The options were exchanged in the Issuer's option exchange program.",
        ),
        phrase(
            "disposed|tendered .... merger",
            "Shares disposed of under the merger agreement in exchange for cash.",
            "The merger with Sample Labs closed.",
        ),
        unless=(
            phrase(
                "may|will be redeemed",
                ("The warrants may be redeemed by the Issuer.", "The shares will be redeemed by the Issuer."),
            ),
            phrase("may ... exchange", "The holder may elect to have the notes canceled in exchange for shares."),
        ),
    ),
    claim(
        "expired",
        "An option or right expired unexercised.",
        phrase(
            "^ (represents the)? expiration of ... @options|call|calls|put|puts|right|rights",
            (
                "Expiration of stock options.",
                "Represents the expiration of a call.",
                "Expiration of calls.",
                "Expiration of a put.",
                "Expiration of puts.",
                "Expiration of a right.",
                "Expiration of rights.",
            ),
            "Expiration of the lock-up.",
        ),
        phrase("expired|lapsed unexercised|worthless", "Expired unexercised.", "The option had not expired."),
        phrase(
            "@options|put|right|call|calls|puts|rights ...!not|plan expired",
            "The put right expired in March.",
            "The stock option plan expired in 2012.",
        ),
        phrase(
            "expiration|expired|lapsed ... without exercise",
            (
                "Expiration of option without exercise.",
                "The option expired in May without exercise.",
                "The right lapsed without exercise.",
            ),
            "Exercise of stock options.",
        ),
        unless=(phrase("would have expired", "The option would have expired in May."),),
    ),
)
