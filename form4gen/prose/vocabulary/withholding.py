"""Shares withheld, surrendered, or sold to pay taxes or an exercise price."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "withheld_for_tax",
        "Shares were withheld, retained, or surrendered to the issuer to pay taxes.",
        phrase(
            "withheld|surrendered|surrender|relinquished|tendered|(withholding of|by) ....!sold|sell @taxes",
            "Reporting person surrendered shares to satisfy tax obligations.",
            "Automatic sale to satisfy tax withholding obligations; it was not a discretionary trade.",
        ),
        phrase(
            "retained|returned|delivered|forfeited|disposed|disposition ...!sold by|to .. @issuer ....!sold @taxes",
            "These shares were forfeited to the Company to pay income and payroll taxes on the lapse of restrictions.",
            "The sale was effected to cover the withholding tax obligation and is mandated by the Issuer's election under its equity plan to require a sell to cover transaction.",
        ),
        phrase(
            "@taxes ....!sold (by|through) ..!sale withholding|surrender|delivery|retaining",
            "Payment of tax withholding obligation by delivery of previously owned shares to the Company.",
            "Represents the number of shares required to be sold by the reporting person to cover the statutory tax withholding obligations in connection with the settlement of RSUs.",
        ),
        phrase(
            "@taxes ...!required withheld|retained .. @shares",
            "To satisfy taxes due on the vesting, the Company withheld 221 shares and delivered the balance.",
            "The sales reported on this Form 4 represent shares sold by the Reporting Person to cover tax withholding obligations in connection with the vesting of restricted stock units.",
        ),
        phrase(
            "net settled|settlement ....!sold @taxes",
            "Pursuant to the award agreement, shares were net settled to pay taxes.",
            "These shares were sold by the plan's broker in order to meet tax obligations from the settlement of RSUs.",
        ),
        phrase(
            "^ (represent*|relates|payment)? .. (tax liability)|(tax withholding)|(withholding taxes) .... vesting|settlement|exercise",
            "Tax withholding upon vesting of performance shares.",
            "This sale was made to cover required tax withholding upon vesting and does not represent a discretionary trade by the reporting person.",
        ),
        unless=(
            phrase(
                "sold|sell|sale|sales ... to|for ... @taxes",
                "Shares were withheld and sold by the plan administrator to pay taxes.",
            ),
            phrase("no|not|may|will .. withheld|withhold|surrendered", "No shares were withheld for taxes."),
        ),
    ),
    claim(
        "withheld_for_price",
        "Shares were withheld by or surrendered to the issuer to pay an exercise price.",
        phrase(
            "withheld|surrendered|tendered|relinquished|retained|(withholding of) ....!sold|@taxes @price",
            "Shares tendered to pay the cost of exercise.",
            "The exercise price may be paid by shares withheld or surrendered for the exercise price.",
        ),
        phrase(
            "delivered|delivery|disposition ... to .. @issuer ....!sold|upon @price",
            "Represents shares delivered by the reporting person to the Issuer to pay the option exercise price.",
            "The exercise price was paid in cash.",
        ),
        phrase(
            "net exercise|exercised",
            "The option was net exercised, so that fewer shares were issued.",
            "The holder may net exercise the warrant.",
        ),
        phrase(
            "exercise|exercised ..!price (on a) net|cashless basis",
            "The reporting person exercised the warrant on a cashless basis.",
            "Warrants exercised on a cash basis.",
        ),
        phrase("cashless exercise of ... @options", "Cashless exercise of a warrant.", "Exercise of stock options."),
        unless=(
            phrase("broker|brokers|sold|sale", "Shares withheld for the exercise price were sold by the broker."),
            phrase("may|will|can|if ... exercise|exercised|withheld|net", "The holder may net exercise the warrant."),
        ),
    ),
    claim(
        "sold_to_cover",
        "Shares were sold in the market to pay taxes or costs of a vesting or exercise.",
        phrase(
            "sold|sale|sales ...!multiple to|for|solely ...!withheld @covering ....!withheld @taxes|@price",
            "Shares sold to fund the exercise price of expiring options.",
            "The shares were withheld to pay the exercise price and applicable withholding taxes.",
        ),
        phrase(
            "sell|sold to cover",
            "A sell-to-cover transaction required by the award agreement.",
            "No vested shares were sold to cover taxes.",
        ),
        unless=(
            phrase("not made", "The sales were not made to cover taxes."),
            phrase("no .. sold", "No vested shares were sold to cover taxes."),
        ),
    ),
)
