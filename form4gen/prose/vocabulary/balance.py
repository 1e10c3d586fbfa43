"""What an amount held includes, and why it is not what was last reported."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "plan_purchase",
        "Bought under an employee stock purchase plan, a 401(k) plan, or a dividend reinvestment plan.",
        phrase(
            "dividend|dividends reinvest*",
            "Includes shares acquired through dividend reinvestment.",
            "Includes shares paid as dividends.",
        ),
        phrase(
            "reinvest* .. dividend|dividends !equivalent|equivalents",
            "Acquired by reinvestment of dividends.",
            ("Acquired by reinvestment of dividend equivalents.", "Acquired by reinvestment."),
        ),
        phrase(
            "acquir*|purchas* .... (stock purchase plan|share purchase plan|espp|401k)",
            "Acquired under the Employee Stock Purchase Plan.",
            "Held in the 401(k) plan.",
        ),
        unless=(phrase("assum* .. reinvest*", "Returns include dividends, which are assumed to be reinvested."),),
    ),
    claim(
        "balance_explained",
        "What the amount held includes, or why it differs from the last report.",
        phrase(
            "include|includes|including .... @stock",
            "Includes 500 shares held in escrow.",
            "Includes a promise.",
        ),
        phrase(
            "balance|balances .. adjust*|reflect*",
            "The balance was adjusted for a rounding error.",
            "The balance is below.",
        ),
        phrase(
            "number|numbers|amount of? @stock .... reflect*|adjust*",
            "The number of shares held reflects the transfer.",
            "The number of shares is below.",
        ),
        phrase(
            "# of these|the|such @stock represent*|are",
            "5,000 of these shares represent restricted stock units.",
            "These shares are held by the fund.",
        ),
    ),
    claim(
        "split_adjusted",
        "Numbers reflect a split, a reverse split, or a stock dividend.",
        phrase(
            "adjusted|reflects|reflect|effect|result .... split",
            "Adjusted to reflect a ten-for-one stock split.",
            "The stock split is next month.",
        ),
        phrase(
            "adjusted|reflects|reflect|effect|result .... stock|share dividend",
            "Adjusted to reflect the stock dividend.",
            "The stock dividend is next month.",
        ),
        unless=(phrase("subject to .... adjust*", "The price is subject to adjustment to reflect a stock split."),),
    ),
)
