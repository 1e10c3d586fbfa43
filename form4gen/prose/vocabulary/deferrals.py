"""Dividend equivalents, deferral, and cash settlement."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "dividend_equivalents",
        "Units or rights are credited as dividend equivalents.",
        phrase(
            "phantom .. credited ... dividends|dividend",
            ("Phantom shares credited in respect of dividends.", "Phantom stock credited for a dividend."),
            "Phantom shares vest.",
        ),
        phrase(
            "@units|units .. acquired|credited|accrued ... dividend|dividends",
            (
                "RSUs credited as a result of dividends.",
                "Units acquired on account of dividends.",
                "Units accrued as dividends.",
            ),
            "Units credited in May.",
        ),
        phrase(
            "dividend equivalent|equivalents",
            "Includes 40 shares credited as dividend equivalents.",
            "The RSUs are equivalent to shares.",
        ),
        phrase(
            "dividends .... credited|deferred",
            "Dividends deferred on the stock account were added.",
            "Deferred stock units credited in place of director fees.",
        ),
    ),
    claim(
        "deferred",
        "Settlement or delivery is deferred to a later date or event.",
        phrase(
            "settle when|upon|after|following|on .... @ending",
            (
                "The DSUs settle when the director leaves the board.",
                "They settle upon retirement.",
                "They settle after retirement.",
                "They settle following his death.",
                "They settle on retirement.",
            ),
            "They settle.",
        ),
        phrase(
            "will be issued ....!vesting @ending",
            "Shares will be issued upon termination of service.",
            "Shares will be issued on vesting or death.",
        ),
        phrase(
            "settlement|distribution|payment|delivery ... will .. occur|begin|commence .... @ending",
            (
                "Settlement will occur six months after separation from service.",
                "Distribution will begin after his retirement.",
                "Payment will commence upon retirement.",
                "Delivery will occur after retirement.",
            ),
            "Settlement will occur in May.",
        ),
        phrase(
            "deferred receipt|delivery|settlement|payment of",
            (
                "He deferred receipt of these shares.",
                "She deferred delivery of the shares.",
                "Deferred settlement of the units.",
                "Deferred payment of fees.",
            ),
            "Deferred units.",
        ),
        phrase("lump sum", "The units are settled in a lump sum.", "A sum."),
        phrase(
            "settled|delivered|paid|distributed|payable ... earlier|earliest of",
            (
                "The units are settled on the earlier of 2030 and a change in control.",
                "To be delivered on the earliest of three days.",
                "The units will be paid on the earlier of 2030 and a sale.",
                "The units will be distributed on the earlier of 2030 and a sale.",
                "Payable at the earlier of 2030 and a sale.",
            ),
            "Vests on the earlier of two days.",
        ),
        phrase(
            "elected to defer",
            "The reporting person elected to defer receipt of the shares.",
            "The fund elected to convert its preferred shares into common shares.",
        ),
        phrase(
            "shares|units|receipt|settlement|delivery|payment .. deferred !compensation|units",
            "Settlement deferred until 2028.",
            "Shares delivered following settlement of deferred units.",
        ),
        phrase(
            "deferral of",
            "Deferral of board fees into the stock fund.",
            "Compensation deferred into stock units under the executive deferral plan.",
        ),
        phrase(
            "settled|delivered|payable|distributed ....!vesting @ending",
            "Payable in shares on the director's death.",
            "The shares will be delivered upon vesting or the holder's earlier death.",
        ),
        phrase(
            "be made .... @ending",
            "Delivery of the shares will be made 30 days after separation from service.",
            "Represents stock options granted for service on the board.",
        ),
        phrase(
            "deferred shares",
            "Deferred shares under the director plan.",
            "The deferred stock units convert to shares 1-for-1.",
        ),
        phrase(
            "be settled ... on the date of",
            "The units will be settled in shares on the date of the 2026 annual meeting.",
            "The units will not be settled in cash.",
        ),
    ),
    claim(
        "settled_in_cash",
        "A unit or right is or may be settled in cash.",
        phrase(
            "receives .. value of .. @units in cash",
            "The holder receives the value of the units in cash.",
            "He receives the units.",
        ),
        phrase(
            "unit entitles ... cash",
            "Each unit entitles the holder to a cash payment.",
            "Each unit entitles him to a share.",
        ),
        phrase("@units .... stock or .. cash", "The units may be paid in stock or cash.", "Stock or options."),
        phrase(
            "phantom .... paid|payable .. in cash",
            ("The phantom stock will be paid in cash.", "The phantom stock is payable in cash."),
            "The phantom stock vests.",
        ),
        phrase(
            "@units convert|converts to|into cash",
            ("The units convert to cash.", "Each unit converts into cash."),
            "The preferred stock converts.",
        ),
        phrase(
            "its cash equivalent|value",
            ("One share or its cash equivalent.", "One share or its cash value."),
            "Cash and its equivalent.",
        ),
        phrase(
            "represent* .. right to receive .. cash payment|equal",
            (
                "Each phantom share represents the right to receive a cash payment.",
                "Represents a right to receive cash equal to the value of one share.",
            ),
            "Represents the right to receive a dividend.",
        ),
        phrase("@units .... paid .. in cash", "The units are to be paid out in cash.", "Dividends are paid in cash."),
        phrase("settled|settle .. in cash", "The awards may settle in cash.", "The units will not be settled in cash."),
        phrase(
            "@units .... payable .. cash",
            "PRSUs are payable in cash.",
            "Shares received in settlement of performance share units.",
        ),
        phrase("cash settled", "Represents cash-settled restricted stock units.", "Options exercised for cash."),
        phrase(
            "cash value|equivalent of",
            "Each unit is the cash equivalent of one share of common stock.",
            "Redeemed by the Issuer for cash.",
        ),
        phrase(
            "distribution of cash",
            "Holders receive a distribution of cash on the payment date.",
            "The warrants were exercised for cash.",
        ),
        phrase(
            "receives cash equal",
            "Upon vesting the holder receives cash equal to the fair market value of one share for each unit.",
            "Each restricted share was canceled for cash equal to the offer price.",
        ),
        unless=(phrase("not .. settled", "The units will not be settled in cash."),),
    ),
)
