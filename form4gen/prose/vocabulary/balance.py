"""What an amount held includes, and why it is not what was last reported."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "plan_purchase",
        "Bought under an employee stock purchase plan, a 401(k) plan, or a dividend reinvestment plan.",
        phrase(
            "@purchase_plan plan? acquired",
            (
                "Held in the 401(k) plan acquired through the fund.",
                "Held in the savings plan acquired through the fund.",
            ),
            "Held in the 401(k) plan.",
        ),
        phrase(
            "(stock purchase plan)|espp|(reinvestment plan)|esop shares|account|purchase|acquisition",
            (
                "Employee Stock Purchase Plan shares.",
                "Allocated to the ESOP account.",
                "An ESPP purchase.",
                "A reinvestment plan acquisition.",
            ),
            "A 401(k) account.",
        ),
        phrase(
            "dividend|dividends reinvest*",
            "Includes shares acquired through dividend reinvestment.",
            "Includes shares paid as dividends.",
        ),
        phrase(
            "reinvest* .. dividend|dividends !equivalent*",
            "Acquired by reinvestment of dividends.",
            ("Acquired by reinvestment of dividend equivalents.", "Acquired by reinvestment."),
        ),
        phrase(
            "acqui*|purchased|purchases|bought|issued|contribut* .... @purchase_plan",
            "Acquired under the Employee Stock Purchase Plan.",
            "Held in the 401(k) plan.",
        ),
        phrase(
            "(stock purchase plan|espp) .. purchase*",
            "The Employee Stock Purchase Plan purchases took place in May.",
            "Held in the 401(k) plan.",
        ),
        unless=(phrase("assum* .. reinvest*", "Returns include dividends, which are assumed to be reinvested."),),
    ),
    claim(
        "balance_explained",
        "What the amount held includes, or why it differs from the last report.",
        phrase(
            "includes ... dividend equivalent*",
            "Includes dividend equivalents accrued in May.",
            "Dividend equivalents accrue.",
        ),
        phrase(
            "holdings .. .. reduced|increased",
            ("His holdings have been reduced by 500.", "Holdings were increased by 12."),
            "Holdings were sold.",
        ),
        phrase(
            "reflects .. reduction|increase|decrease",
            (
                "Reflects a reduction of 200 shares.",
                "Reflects an increase in the number held.",
                "Reflects a decrease of 12 shares.",
            ),
            "Reflects the price.",
        ),
        phrase(
            "number of .... adjusted .. to correct",
            "The number of shares held has been adjusted to correct an error.",
            "Filed to correct.",
        ),
        phrase(
            "~not|price|to include|includes ... @stock",
            "Includes 500 shares held in escrow.",
            "Includes a promise.",
        ),
        phrase(
            "balance|balances|total|holdings .. adjusted|reflect*",
            "The balance was adjusted for a rounding error.",
            "The balance is below.",
        ),
        phrase(
            "number|amount of .. @stock .... reflects|includes",
            "The number of shares held reflects the transfer.",
            "The number of shares is below.",
        ),
        phrase(
            "numbers|amounts .... adjusted .... transfer*|ownership",
            "Share numbers have been adjusted to reflect transfers.",
            "Share numbers have been adjusted to reflect a stock split.",
        ),
        phrase(
            "included in .. number|total|balance",
            "The shares in escrow are included in the number held.",
            "The shares are included in the merger.",
        ),
        phrase(
            "consist* of # ... @stock .... and",
            "Consists of 500 shares and 300 restricted stock units.",
            "Consists of shares.",
        ),
        phrase("adjusted to include", "The amount was adjusted to include 40 shares.", "Adjusted for a split."),
        phrase(
            "of (these|such|the|the reported) @stock # represent*|are",
            (
                "Of these shares, 1,200 are not vested.",
                "Of such units, 900 represent unvested awards.",
                "Of the units, 100 are vested.",
                "Of the reported units, 100 are vested.",
            ),
            "Of these shares, none is vested.",
        ),
        phrase(
            "# of these|the|such @stock represent*|are !pledged",
            "5,000 of these shares represent restricted stock units.",
            "These shares are held by the fund.",
        ),
        phrase(
            "no longer .. reportable",
            "The Reporting Person no longer has a reportable interest in the shares of his son.",
            "The shares are reportable.",
        ),
        phrase(
            "reflects .. corrected|correct number|amount",
            "Reflects the corrected number held.",
            "Reflects the correct day.",
        ),
    ),
    claim(
        "split_adjusted",
        "Numbers reflect a split, a reverse split, or a stock dividend.",
        phrase(
            "restated for .. stock dividend|split",
            ("Restated for a 10% stock dividend.", "Restated for a stock split."),
            "Restated for the price.",
        ),
        phrase("stock split # for", "The common stock split 2-for-1 in May.", "The vote split."),
        phrase(
            "adjusted|reflects|reflect|effect|result .... split !off",
            "Adjusted to reflect a ten-for-one stock split.",
            "The stock split is next month.",
        ),
        phrase(
            "adjusted|reflects|reflect|effect|result .... stock|share dividend",
            "Adjusted to reflect the stock dividend.",
            "The stock dividend is next month.",
        ),
        phrase(
            "effected ... stock|share|reverse|forward split",
            (
                "In May the Issuer effected a two-for-one stock split.",
                "In May the Issuer effected a 1-for-10 share split.",
                "In May the Issuer effected a reverse split.",
                "In May the Issuer effected a forward split.",
            ),
            "The trades effected in May are split between two forms.",
        ),
        phrase(
            "received ... stock|share dividend",
            ("Received in a 5% stock dividend.", "Received as a share dividend."),
            "Received as a dividend.",
        ),
        phrase(
            "for one|# .. split", ("A two-for-one stock split.", "A 3-for-2 stock split."), "The vote for the split."
        ),
        phrase(
            "post|pre split",
            ("Shown on a post-split basis.", "The price is the pre-split price."),
            "The vote was split.",
        ),
        unless=(
            phrase("will be adjusted", "The exercise price will be adjusted for any stock split."),
            phrase(
                "subject to .. .. adjustment|adjustments",
                "The price is subject to adjustment to reflect a stock split.",
            ),
        ),
    ),
)
