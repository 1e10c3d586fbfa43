"""Grants from the issuer, and fees taken in stock."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "award",
        "The row is a grant or award from the issuer.",
        phrase(
            "person was granted|awarded ...!vest*|option|on (as part)|(under the)|(pursuant to)|(in connection)",
            (
                "The Reporting Person was granted units as part of her pay.",
                "The Reporting Person was awarded units under the plan.",
                "The Reporting Person was granted units pursuant to the plan.",
                "The Reporting Person was granted units in connection with her hiring.",
            ),
            (
                "The Reporting Person was granted units, vested under the plan.",
                "The Reporting Person was granted an option under the plan.",
                "The Reporting Person was granted units on May 1 under the plan.",
                "The Reporting Person was granted leave.",
            ),
        ),
        phrase(
            "^ ..!these|each|of @units|@options|shares|stock .. granted|awarded ...!vest*|exercise connection with",
            (
                "The RSUs were awarded in connection with his promotion.",
                "Options granted in connection with his hiring.",
                "Shares awarded in connection with her hiring.",
                "Stock granted in connection with her hiring.",
            ),
            (
                "These RSUs were granted in connection with a hiring.",
                "Each unit was granted in connection with a hiring.",
                "Release of shares granted in connection with a hiring.",
                "Units granted and vested in connection with a merger.",
                "Options granted for exercise in connection with a merger.",
            ),
        ),
        phrase(
            "committee|board granted|awarded (the reporting person)|these|this",
            (
                "The Compensation Committee granted the Reporting Person restricted stock units.",
                "The board awarded these units.",
                "The board granted this option.",
            ),
            "The committee granted a waiver.",
        ),
        phrase("this is .. grant of", "This is a grant of restricted stock.", "This is the vesting of a grant."),
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
            "^ restricted? stock|option|rsu|psu|(new hire)|(sign on) grant|award !agreement|agreements|vest*|terms",
            (
                "Stock grant.",
                "Restricted stock award.",
                "Option award.",
                "RSU grant.",
                "PSU award.",
                "New hire grant.",
                "Sign-on grant.",
            ),
            ("Stock grant terms.", "Stock award agreement.", "Option award agreements.", "RSU award vesting."),
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
            "^ ...!vesting|phantom|these|each|includes @units|@options|shares|stock .. granted|issued|awarded|acquired "
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
            "^ represent* ...!vesting|earned @units|@options|shares ...!earned|vesting granted|awarded .. "
            "to|for|on|by|as",
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
        phrase("@shares paid .... @fees", ("Shares paid as part of the annual retainer.",), "Dividends paid in cash."),
        phrase(
            "(issued for)|(payment for) .. services",
            ("Issued for services as a director in the second quarter.", "Issued in payment for consulting services."),
            "Issued for cash.",
        ),
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
)
