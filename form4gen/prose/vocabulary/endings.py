"""Securities that ended: forfeited, canceled, or expired."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "forfeited",
        "Securities of the holder were forfeited or canceled without value.",
        phrase(
            "was|were|been .. forfeited",
            "The shares were immediately forfeited.",
            "The units vest unless they have been forfeited.",
        ),
        phrase(
            "~or|be|earlier|are|is forfeited ..!if|be|are #",
            "The sponsor forfeited 250,000 founder shares for no consideration.",
            "Unvested shares will be forfeited if employment ends.",
        ),
        phrase(
            "~or|be|earlier|are|is forfeited when|because|upon|following",
            "Represents shares of restricted stock forfeited when performance goals were not achieved.",
            "Acquired upon the exercise of preemptive rights.",
        ),
        phrase(
            "^ (represent*|reflects)? forfeiture of",
            "Forfeiture of unvested restricted stock upon termination of employment.",
            "Represents shares issued in lieu of salary.",
        ),
        phrase(
            "return of .... ....!@taxes|loan to the issuer",
            "Return of shares to the Issuer as a post-closing adjustment.",
            "Restricted stock granted under the Issuer's 2018 Omnibus Plan.",
        ),
        phrase(
            "cancelled|canceled|surrendered ....!exchange|converted without|no (consideration)|(value)",
            "The option was cancelled for no consideration.",
            "Gift to charity; no consideration was received.",
        ),
        unless=(
            phrase("unless|if .. forfeited", "The units vest unless they have been forfeited."),
            phrase(
                "@taxes",
                "These shares were forfeited to the Company to pay income and payroll taxes on the lapse of restrictions.",
            ),
        ),
    ),
    claim(
        "canceled_for_value",
        "Securities were canceled by or disposed of to the issuer or acquirer for cash or securities.",
        phrase(
            "cancelled|canceled ....!without|no|option converted|exchange|cash",
            "At the effective time, each option was canceled in exchange for a cash payment.",
            "The holder may elect to have the notes canceled in exchange for shares.",
        ),
        phrase(
            "converted into ..!@shares right to receive ....!share|shares cash",
            "At the effective time of the merger, each share was converted into the right to receive $15.00 in cash, without interest.",
            "Each LTIP Unit may be converted into one OP Unit.",
        ),
        phrase(
            "redeemed by the @issuer",
            "The notes were redeemed by the Issuer at par.",
            "Shares issued in the Issuer's acquisition of Sample Labs.",
        ),
        phrase(
            "@options .. repurchased by the @issuer",
            "The option was repurchased by the company for cash.",
            "The options were exchanged in the Issuer's option exchange program.",
        ),
        phrase(
            "disposed|tendered ....!@taxes merger",
            "Shares disposed of under the merger agreement in exchange for cash.",
            "Tendered in the exchange offer made by the purchaser.",
        ),
        unless=(phrase("may ... exchange", "The holder may elect to have the notes canceled in exchange for shares."),),
    ),
    claim(
        "expired",
        "An option or right expired unexercised.",
        phrase("expired unexercised|worthless", "Expired unexercised.", "See Remarks."),
        phrase(
            "@options|put|right ...!plan|not|if expired",
            "The warrants expired on June 30, 2024.",
            "New hire grant of stock options.",
        ),
        phrase(
            "expiration ... without .. exercise|exercised",
            "Expiration of option without exercise.",
            "The reporting person net exercised the options; the Issuer withheld 5,000 shares underlying the options for payment of the exercise price.",
        ),
    ),
)
