"""Grants from the issuer, fees taken in stock, deferral, and cash settlement."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "award",
        "The row is a grant or award from the issuer.",
        phrase(
            "^ (represent*|reflects)? (a|an|the)? ..!vesting|settlement|this|shares|option grant|grants|award|awards|issuance ...!vested|offering|conversion (of|pursuant|under|to|which)",
            (),
        ),
        phrase("^ (annual|biennial|quarterly|automatic|initial) ...!vesting grant|grants|award|awards", ()),
        phrase(
            "^ (represent*|reflects)? ...!vesting|conversion|earned|purchase @units|@options|shares .. (granted|issued|awarded|acquired) ...!@fees|conversion (pursuant|under) ....!purchase|reinvestment (plan|policy|program)",
            (),
        ),
        phrase(
            "^ represent* ...!vesting|conversion|earned @units|shares ...!vesting (granted|issued|awarded) ..!upon to",
            (),
        ),
        phrase("^ represent* ...!vesting|conversion|earned @units ...!vesting granted (for|on)", ()),
    ),
    claim(
        "fee_in_stock",
        "Stock or units were taken in place of cash fees, retainer, salary, or bonus.",
        phrase("in (lieu|place) of !fractional ...!fractional cash|@fees", ()),
        phrase("elected|elects|elect ... receive ....!cash (form of)|(lieu)", ()),
        phrase(
            "@fees ...!lieu (paid|payable|taken|received|receive|deferred|defer) (in|into|(in the form of)) ..!cash @shares",
            (),
        ),
        phrase("granted|issued for ... retainer|fee|fees", ()),
        phrase("(deferral|deferred) of? .. (retainer|retainers|fee|fees)", ()),
    ),
    claim(
        "dividend_equivalents",
        "Units or rights are credited as dividend equivalents.",
        phrase("dividend (equivalent|equivalents)", ()),
        phrase("dividends .... (credited|deferred)", ()),
    ),
    claim(
        "deferred",
        "Settlement or delivery is deferred to a later date or event.",
        phrase("elected to defer", ()),
        phrase(
            "(shares|units|receipt|settlement|delivery|payment|portion|dividends|retainer) ..!plan deferred !compensation",
            (),
        ),
        phrase("deferral of|until", ()),
        phrase("(settled|delivered|delivery|deliver|payable|paid|distributed) ....!lieu @ending", ()),
        phrase("deferred shares", ()),
        phrase("settled ... on the date of", ()),
    ),
    claim(
        "settled_in_cash",
        "A unit or right is or may be settled in cash.",
        phrase("@units|rights|award|awards ....!price (payable|settled|paid|settle) ..!shares cash", ()),
        phrase("cash (value|equivalent) of", ()),
        phrase("distribution of cash", ()),
    ),
)
