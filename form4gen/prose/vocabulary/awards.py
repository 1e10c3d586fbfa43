"""Grants from the issuer, fees taken in stock, deferral, and cash settlement."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "award",
        "The row is a grant or award from the issuer.",
        phrase(
            "^ (represent*|reflects)? (a|an|automatic|annual)? ..!vesting|settlement|this|shares|all|the grant|grants|award|issuance of|pursuant|under",
            "Grant of stock options.",
            "Shares sold pursuant to an automatic sell-to-cover instruction to satisfy tax obligations.",
        ),
        phrase(
            "^ represent* ..!vesting|settlement|shares|the stock|option|equity|unit grant|award !date|agreement",
            "Represents a stock award.",
            "Each restricted stock unit represents a contingent right to receive one share of common stock.",
        ),
        phrase(
            "represent* (a|an|the)? ..!vesting|settlement grant|award|issuance of",
            "Represents the issuance of restricted shares to a newly hired officer.",
            "Represents the vesting of one third of the award.",
        ),
        phrase(
            "^ annual|biennial|automatic|initial|inducement ...!vesting grant|grants|award",
            "Annual equity grant to directors.",
            "The options are exercisable in five equal annual installments commencing one year after the grant.",
        ),
        phrase(
            "^ (represent*|reflects)? ...!vesting|conversion|earned|purchase|these|phantom @units|@options|shares|stock .. granted|issued|awarded|acquired ...!@fees|lieu|conversion pursuant|under ....!purchase|reinvestment|deferred|lieu plan|policy|program",
            "Restricted shares issued under the director stock plan.",
            "Represents shares earned under performance share units granted in 2019, as certified by the compensation committee.",
        ),
        phrase(
            "these|this @units|@options .. was|were granted|awarded under|pursuant",
            "These units were awarded under the director compensation program.",
            "These PSUs were forfeited because the performance threshold was not met.",
        ),
        phrase(
            "^ represent* ...!vesting|conversion|earned @units|@options|shares ...!vesting granted|awarded ..!upon to|for|on",
            "Represents stock options granted for service on the board.",
            "Represents shares earned under performance share units granted in 2019, as certified by the compensation committee.",
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
        phrase(
            "in lieu|place of !fractional ...!fractional cash|@fees",
            "Shares issued in lieu of cash fees.",
            "Cash was paid in lieu of a fractional share.",
        ),
        phrase(
            "elected|elects|elect ... receive ....!cash (form of)|lieu",
            "The director elected to receive the quarterly retainer in the form of common stock.",
            "In lieu of settlement, new units were issued.",
        ),
        phrase(
            "@fees ...!lieu paid|payable|taken|received|receive|deferred|defer in|into|(in the form of) ..!cash @shares",
            "Director fees paid in common stock.",
            "The deferred stock units become payable in shares six months after the director leaves the board.",
        ),
        phrase(
            "@fees in @shares",
            "The reporting person elected to receive his annual bonus in stock rather than cash.",
            "Shares sold to cover the withholding taxes and fees due on the vesting of restricted stock units.",
        ),
        phrase(
            "in|as payment of|for ..!exercise|tax|taxes @fees",
            "Stock received in payment of director's fees.",
            "Represents shares issued to the reporting person as compensation for service on the board of directors.",
        ),
        phrase(
            "granted|issued for ... retainer|fee|fees",
            "Stock units issued for director fees.",
            "These shares were issued upon the vesting of a portion of the RSUs granted on March 1, 2020.",
        ),
        phrase(
            "deferral|deferred of? .. retainer|fee|fees",
            "Phantom units acquired through deferral of director fees.",
            "Deferred shares under the director plan.",
        ),
    ),
    claim(
        "dividend_equivalents",
        "Units or rights are credited as dividend equivalents.",
        phrase(
            "dividend equivalent|equivalents", "Includes dividend equivalents.", "Each RSU is equivalent to one share."
        ),
        phrase(
            "dividends .... credited|deferred",
            "Includes units from dividends credited to the deferral account on June 30, 2023.",
            "Deferred stock units credited in place of director fees.",
        ),
    ),
    claim(
        "deferred",
        "Settlement or delivery is deferred to a later date or event.",
        phrase(
            "elected to defer",
            "The reporting person elected to defer receipt of the shares.",
            "The fund elected to convert its preferred shares into common shares.",
        ),
        phrase(
            "shares|units|receipt|settlement|delivery|payment|portion|dividends ..!plan deferred !compensation|units",
            "Receipt of these shares was deferred until January 2027.",
            "Shares delivered following settlement of deferred units.",
        ),
        phrase(
            "deferral of",
            "Deferral of director fees under the deferred compensation plan.",
            "Compensation deferred into stock units under the executive deferral plan.",
        ),
        phrase(
            "settled|delivered|payable|paid|distributed ....!lieu @ending",
            "Payable in stock after termination of service as a director.",
            "Shares will be delivered upon vesting.",
        ),
        phrase(
            "be made|settled|paid|delivered|distributed|issued ....!vesting|vest @ending",
            "Delivery of the shares will be made 30 days after separation from service.",
            "The units will not be settled in cash.",
        ),
        phrase(
            "deferred shares",
            "Deferred shares under the director plan.",
            "The deferred stock units settle in shares 1-for-1.",
        ),
        phrase(
            "be settled ... on the date of",
            "The units will be settled in shares on the date of the 2026 annual meeting.",
            "Each stock appreciation right will be settled in cash.",
        ),
    ),
    claim(
        "settled_in_cash",
        "A unit or right is or may be settled in cash.",
        phrase(
            "settled|settle ..!shares|not in cash",
            "The RSUs may be settled in cash or stock at the election of the committee.",
            "The units will not be settled in cash.",
        ),
        phrase(
            "@units ....!price payable|paid ..!shares|fractional cash",
            "The units are payable in cash.",
            "Shares received in settlement of performance share units.",
        ),
        phrase(
            "cash settled", "Represents cash-settled restricted stock units.", "The warrants were exercised for cash."
        ),
        phrase(
            "cash value|equivalent of",
            "Each unit is the cash equivalent of one share of common stock.",
            "Dividend equivalent units accrued on outstanding restricted stock units.",
        ),
        phrase(
            "distribution of cash",
            "Holders receive a distribution of cash on the payment date.",
            "Distribution from an estate to its beneficiaries.",
        ),
        phrase(
            "receives|receive cash equal",
            "Upon vesting the holder receives cash equal to the fair market value of one share for each unit.",
            "The reporting person elected to receive fully vested shares in lieu of a cash retainer.",
        ),
        unless=(phrase("not .. settled", "The units will not be settled in cash."),),
    ),
)
