"""The families of rules: the letters of their ids, and what they are about."""

from __future__ import annotations

FAMILIES = {
    "DL": "Deadlines and dates",
    "HD": "Form head: period, issuer, exit box, titles",
    "RO": "Reporting persons and joint filings",
    "TC": "Transaction codes",
    "PR": "Prices",
    "DV": "Derivative securities (Table II)",
    "PA": "Exercises in both tables",
    "HB": "Holdings and balances",
    "FN": "Footnotes",
    "TP": "Rule 10b5-1 plans",
    "AM": "Amendments (Form 4/A)",
    "SG": "Signatures and powers of attorney",
    "EX": "Exhibits",
    "FP": "Foreign private issuers",
    "AD": "Advisories to counsel",
    "OV": "Overrides",
}
