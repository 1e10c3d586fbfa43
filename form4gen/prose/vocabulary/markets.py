"""Trades outside the market."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "off_market",
        "Mentions a trade outside the market: a private one, an offering, or an employee plan.",
        phrase(
            "private*|negotiated|offering*|underwrit*|tender*|merger*|agreement*",
            (
                "Sold privately.",
                "A negotiated sale.",
                "A public offering.",
                "Sold to the underwriters.",
                "Tendered to the buyer.",
                "By merger.",
                "Under an agreement.",
            ),
            "Sold in the market.",
        ),
        phrase("off the? market", ("Sold off market.", "Sold off-the-market."), "Sold off."),
        phrase(
            "contribut*|convert*|conversion*|dividend*|reinvest*|redeem*|redemption*|repurchas*",
            (
                "Contributed to a fund.",
                "Converted into stock.",
                "By conversion.",
                "As a dividend.",
                "Reinvested in May.",
                "Redeemed by the fund.",
                "By redemption.",
                "Repurchased by the fund.",
            ),
            "Bought by the fund.",
        ),
        phrase(
            "~stock|and exchange|exchanged|exchanges !act",
            (
                "By exchange.",
                "Exchanged for units.",
                "In two exchanges.",
            ),
            (
                "Sold on the New York Stock Exchange.",
                "Filed with the Securities and Exchange Commission.",
                "Under the Exchange Act.",
            ),
        ),
        phrase(
            "direct|directly from", ("Bought direct from the Issuer.", "Bought directly from the Issuer."), "Direct."
        ),
        phrase("block trade", "In a block trade.", "A block of shares."),
        phrase("401k", "In the 401(k).", "In the account."),
        phrase(
            "employee|savings|retirement|(stock purchase) ... plan",
            (
                "The employee benefit plan.",
                "The savings plan.",
                "The retirement plan.",
                "The stock purchase plan.",
            ),
            "The trading plan.",
        ),
        of="mention",
    ),
    claim(
        "plan_mentioned",
        "Mentions a plan of any kind.",
        phrase("plan", "Acquired under the plan.", "He is planning it."),
        of="mention",
    ),
)
