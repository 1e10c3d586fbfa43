"""Securities that ended: forfeited, canceled, or expired."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "forfeited",
        "Securities of the holder were forfeited or canceled without value.",
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
            "~be|are forfeited when|because|upon",
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
            "redeemed by the @issuer",
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
        unless=(phrase("may ... exchange", "The holder may elect to have the notes canceled in exchange for shares."),),
    ),
    claim(
        "expired",
        "An option or right expired unexercised.",
        phrase("expired unexercised|worthless", "Expired unexercised.", "The option had not expired."),
        phrase(
            "@options|put|right ...!not|plan expired",
            "The put right expired in March.",
            "The stock option plan expired in 2012.",
        ),
        phrase(
            "expiration ... without exercise", "Expiration of option without exercise.", "Exercise of stock options."
        ),
    ),
)
