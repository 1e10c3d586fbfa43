"""Grants from the issuer, fees taken in stock, deferral, and cash settlement."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "award",
        "The row is a grant or award from the issuer.",
        phrase(
            "grant|award of .. @options|@units|stock .. was|were approved|made",
            (
                "The grant of options was approved by the board.",
                "The award of restricted stock was approved.",
                "The grants of stock and the award of RSUs were made.",
            ),
            "The grant of land was approved.",
        ),
        phrase(
            "^ stock|option|rsu|psu|(new hire) grant|award .",
            ("Stock grant.", "Option award.", "RSU grant.", "PSU award.", "New hire grant."),
            "Stock grant terms.",
        ),
        phrase(
            "annual|quarterly|(new hire) equity|stock|option|rsu|director grant|award",
            (
                "An annual equity award.",
                "A quarterly stock grant.",
                "An annual option grant.",
                "An annual RSU grant.",
                "A new hire stock grant.",
                "The annual director award.",
            ),
            "The annual meeting.",
        ),
        phrase(
            "^ ...!of|earned|settlement|represents granted to .. person|director|directors ..!vest* as|for|by|under",
            (
                "Restricted stock granted to the Reporting Person as compensation.",
                "Stock granted to a director for service.",
                "LTIP units granted to the Reporting Person by the board.",
                "Options granted to the directors under the plan.",
            ),
            (
                "Vesting of units granted to the director for service.",
                "Portion of stock granted to a director for service.",
                "Shares earned, granted to the director by the board.",
                "Settlement units granted to the director by the board.",
                "Granted to a bank.",
                "Granted to the Reporting Person and vesting for service.",
            ),
        ),
        phrase(
            "on .. # # ... person was granted|awarded ....!vest*|option .",
            (
                "On March 1, 2025, the Reporting Person was granted 12,000 RSUs.",
                "On March 1, 2025, the Reporting Person was awarded RSUs.",
            ),
            (
                "On March 1, 2025, the Reporting Person was granted RSUs vesting in May.",
                "On March 1, 2009, the Reporting Person was granted an option to buy shares.",
            ),
        ),
        phrase(
            "person was granted|awarded these|this|the",
            (
                "The Reporting Person was awarded these RSUs as a retention award.",
                "The Reporting Person was granted this option.",
                "The Reporting Person was granted the RSUs for 2025.",
            ),
            "The Reporting Person was granted RSUs in 2020.",
        ),
        phrase(
            "person .. received ..!gift grant|award of",
            (
                "The Reporting Person received a grant of 5,000 stock options.",
                "The Reporting Person received an award of RSUs.",
            ),
            "The Reporting Person received a gift, a grant of land.",
        ),
        phrase(
            "^ ..!these|the|each|of @units|@options|stock awarded|granted (for .. service)|as|by",
            (
                "Restricted stock units awarded as part of annual pay.",
                "Stock awarded for service on the board.",
                "Stock options granted by the board.",
            ),
            (
                "The units granted as a bonus vested.",
                "These units granted as a bonus vested.",
                "Each unit granted by the board vested.",
                "Vesting of units granted as a bonus.",
            ),
        ),
        phrase(
            "^ ...!vesting|settlement|earned|the|this grant|grants|award|issuance of|pursuant|under",
            "Grant of stock options.",
            "Settlement grant under the plan.",
        ),
        phrase(
            "represent* .. stock|option|equity|unit grant|award",
            "Represents a stock award.",
            "Represents shares covered by an option award agreement.",
        ),
        phrase(
            "represent* ...!vesting|settlement|earned grant|award|issuance of",
            "Represents the issuance of restricted shares to a newly hired officer.",
            "Represents the settlement of an award of units.",
        ),
        phrase(
            "^ annual|biennial|automatic|initial|inducement ...!vesting grant|grants|award",
            "Biennial option grant.",
            "Annual vesting of the grant.",
        ),
        phrase(
            "^ ...!vesting|phantom|these|includes @units|@options|shares|stock .. granted|issued|awarded|acquired "
            "...!vesting|exercise|settlement|conversion pursuant|under "
            "....!purchase|reinvestment|deferred|10b5-1|401k|trading (plan !of)|policy|program",
            "Restricted shares issued under the director stock plan.",
            "Shares issued upon vesting of units granted under the 2010 plan.",
        ),
        phrase(
            "these|this @units|@options .. was|were granted|awarded under|pursuant",
            "These options were granted pursuant to the 2016 plan.",
            "These PSUs were forfeited because the performance threshold was not met.",
        ),
        phrase(
            "^ represent* ...!vesting|earned @units|@options|shares ...!earned granted|awarded .. to|for|on|by|as",
            "Represents restricted stock units granted on May 1.",
            "The GSUs represent rights to receive stock, and each GSU represents one share.",
        ),
        unless=(
            phrase(
                "issued .... lieu",
                "Restricted stock units issued under the director compensation policy in lieu of fees.",
            ),
        ),
    ),
    claim(
        "fee_in_stock",
        "Stock or units were taken in place of cash fees, retainer, salary, or bonus.",
        phrase("issued for services", "Issued for services as a director in the second quarter.", "Issued for cash."),
        phrase("deferral of .. @fees", "Acquired through deferral of salary.", "Deferral of receipt of the shares."),
        phrase(
            "compensation paid ... form of .. @shares",
            "Represents director compensation paid in the form of common stock.",
            "The compensation is paid in cash.",
        ),
        phrase(
            "for .. payment of .. @fees",
            "Issued to the director for payment of quarterly fees.",
            "Issued for payment of tax.",
        ),
        phrase(
            "credited ....!plan for .. @fees",
            "Units credited to the account of the director for deferred fees.",
            "Units credited under the plan for compensation.",
        ),
        phrase(
            "in lieu|place of ...!fractional cash|@fees !dividend|dividends",
            "Shares received in lieu of salary.",
            "Shares issued in lieu of cash dividends.",
        ),
        phrase(
            "elected|elect ... receive .... (form of)|lieu",
            "Directors may elect to receive all fees in the form of stock.",
            "Each RSU entitles the holder to receive stock.",
        ),
        phrase(
            "@fees ... paid|payable|receive|deferred|defer in|into .. @shares",
            "Director fees paid in common stock.",
            "The deferred stock units become payable in shares six months after the director leaves the board.",
        ),
        phrase(
            "@fees in @shares",
            "Annual fee in shares.",
            "Shares sold to cover the withholding taxes and fees due on the vesting of restricted stock units.",
        ),
        phrase(
            "in|as payment of ..!tax @fees",
            "Stock received in payment of director's fees.",
            "Shares withheld in payment of tax on bonus shares.",
        ),
        phrase(
            "granted|issued for ... retainer|fees",
            "Stock units issued for director fees.",
            "These shares were issued upon the vesting of a portion of the RSUs granted on March 1, 2020.",
        ),
    ),
    claim(
        "dividend_equivalents",
        "Units or rights are credited as dividend equivalents.",
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
