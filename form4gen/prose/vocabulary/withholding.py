"""Shares withheld, surrendered, or sold to pay taxes or an exercise price."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "withheld_for_tax",
        "Shares were withheld, retained, or surrendered to the issuer to pay taxes.",
        phrase(
            "(netted for)|(reduced the number of) .... @taxes",
            ("Shares netted for taxes.", "The Company reduced the number of shares delivered to cover taxes."),
            "Taxes reduced the profit.",
        ),
        phrase(
            "@issuer retained ...!cash to|for .... @taxes",
            ("The Issuer retained 4,500 shares to pay the taxes.", "The Company retained units for taxes."),
            "The Issuer retained the cash and not the shares to pay taxes.",
        ),
        phrase(
            "@issuer held back .... @taxes",
            "The Issuer held back 1,200 shares to satisfy its tax obligations.",
            "Held back in escrow by the Issuer.",
        ),
        phrase(
            "cancelled|canceled by the? @issuer .... @taxes",
            ("Shares cancelled by the Issuer for taxes.", "Shares canceled by Issuer for taxes."),
            "The option was canceled by the Issuer.",
        ),
        phrase(
            "@taxes .... using ..!cash|proceeds @shares",
            ("Payment of tax liability using portion of securities received.",),
            ("Taxes paid using cash for units.", "Taxes paid using the proceeds of shares."),
        ),
        phrase("^ tax withholding .", "Tax withholding.", "Tax withholding applies."),
        phrase(
            "shares|units|stock .. used|applied to @covering .. @taxes",
            (
                "Shares used to pay the taxes on the award.",
                "Units applied to pay the taxes.",
                "Stock used to pay the taxes.",
            ),
            "The proceeds were used to pay taxes.",
        ),
        phrase(
            "withheld|surrendered|surrender|tendered|relinquished|deducted|(withholding of)|(withholding by) .... "
            "@taxes !free|purposes",
            "Shares withheld in payment of tax on bonus shares.",
            "Automatic sale to satisfy tax withholding obligations; it was not a discretionary trade.",
        ),
        phrase(
            "retained|returned|delivered|forfeited|disposition ... by|to .. @issuer .... @taxes",
            "Shares returned to the Company to satisfy taxes.",
            "Automatic sale to satisfy tax withholding obligations; it was not a discretionary trade.",
        ),
        phrase(
            "@taxes .... by|through .. withholding|surrender|delivery",
            "Payment of taxes by surrender of shares.",
            "Automatic sale to satisfy tax withholding obligations; it was not a discretionary trade.",
        ),
        phrase(
            "@taxes ... withheld .. @shares",
            "For taxes on this award, the Issuer withheld 30 units.",
            "Shares sold to cover the withholding taxes and fees due on the vesting of restricted stock units.",
        ),
        phrase(
            "net settled|settlement .... @taxes",
            "Pursuant to the award agreement, shares were net settled to pay taxes.",
            "Shares issued upon vesting, net of shares held back for taxes.",
        ),
        phrase(
            "^ ... (tax liability)|(tax withholding) .... vesting|settlement|exercise",
            "Tax withholding on settlement of PSUs.",
            "Represents full vesting and settlement of 900 RSUs.",
        ),
        unless=(
            phrase(
                "sell to cover",
                "Taxes are paid by withholding of the sale proceeds in a sell-to-cover trade.",
            ),
            phrase(
                "sold|sell|sale|sales ... to|for ... @taxes",
                "Shares were withheld and sold by the plan administrator to pay taxes.",
            ),
            phrase(
                "no|not|may|will ... withheld|withhold",
                (
                    "No shares were withheld for taxes.",
                    "Shares were not withheld for taxes.",
                    "The Issuer will withhold shares to satisfy taxes.",
                    "The Reporting Person may elect to have shares withheld for taxes.",
                ),
            ),
        ),
    ),
    claim(
        "withheld_for_price",
        "Shares were withheld by or surrendered to the issuer to pay an exercise price.",
        phrase(
            "withheld|withholding .... (cost of|costs of) .. exercise",
            (
                "Shares withheld to cover the cost of the option exercise.",
                "Shares withheld for the costs of exercise.",
                "Withholding of shares for the cost of the exercise.",
            ),
            "Cost of the exercise.",
        ),
        phrase(
            "@price .... by|through ..!broker withholding|surrender*|delivering|tendering",
            (
                "The exercise price was paid by surrendering shares.",
                "The exercise price was paid through withholding.",
                "Payment of exercise price by delivering securities.",
                "The exercise price was paid by tendering shares.",
            ),
            ("The exercise price was paid by the holder.", "The exercise price was paid by broker withholding."),
        ),
        phrase(
            "delivery|delivered|tender|swap|used|applied .... @covering ... @price",
            (
                "Delivery of owned shares in payment of the exercise price.",
                "Shares used to pay the exercise price.",
                "Shares delivered in payment of the exercise price.",
                "Tender of owned shares in payment of the exercise price.",
                "Stock swap to pay the exercise price.",
                "Shares applied to the payment of the exercise price.",
            ),
            "The exercise price was paid in cash, and the shares were delivered.",
        ),
        phrase(
            "withheld|surrendered|tendered|deducted|(withholding of) .... @price",
            "Shares tendered to pay the cost of exercise.",
            "The exercise price may be paid by shares withheld or surrendered for the exercise price.",
        ),
        phrase(
            "net exercise|exercised",
            "The option was net exercised, so that fewer shares were issued.",
            "The holder may net exercise the warrant.",
        ),
        phrase(
            "exercise|exercised .. on a net|cashless basis",
            "Exercise of the option on a net basis.",
            "The holder may exercise on a cashless basis.",
        ),
        phrase(
            "cashless exercise of ... @options",
            "Cashless exercise of a warrant.",
            "A broker arranged the cashless exercise of the option.",
        ),
        unless=(
            phrase("broker|sold|sale", "Shares withheld for the exercise price were sold by the broker."),
            phrase("may|will|can ... exercise|exercised|withheld", "The option can be exercised on a net basis."),
        ),
    ),
    claim(
        "sold_to_cover",
        "Shares were sold in the market to pay taxes or costs of a vesting or exercise.",
        phrase(
            "sale|sales|sold .. for the purpose of paying|satisfying|covering .... @taxes",
            (
                "This sale was for the purpose of paying taxes.",
                "Sold for the purpose of satisfying taxes.",
                "The sales were made for the purpose of covering taxes.",
            ),
            "Sold for the purpose of paying a bank.",
        ),
        phrase(
            "sold|sale|sales ... to|for ... @covering .... @taxes|@price",
            "Shares sold to pay taxes.",
            "The shares were withheld to pay the exercise price and applicable withholding taxes.",
        ),
        phrase(
            "sell|sold to cover",
            "A sell-to-cover transaction required by the award agreement.",
            "No vested shares were sold to cover taxes.",
        ),
        unless=(
            phrase(
                "may .. sold|sell",
                ("Includes shares that may be sold to cover taxes.", "The broker may sell to cover taxes."),
            ),
            phrase("not made", "The sales were not made to cover taxes."),
            phrase("no .. sold", "No vested shares were sold to cover taxes."),
        ),
    ),
)
