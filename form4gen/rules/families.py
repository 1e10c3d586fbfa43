"""The families of rules: the letters of their ids, and what they are about."""

from __future__ import annotations

FAMILIES = {
    "DL": "Deadlines and dates",
    "HD": "Form head and titles",
    "RO": "Reporting persons",
    "TC": "Transaction codes",
    "PR": "Prices",
    "DV": "Derivative securities",
    "PA": "Exercises in both tables",
    "HB": "Holdings and balances",
    "FN": "Footnotes",
    "TP": "Rule 10b5-1 plans",
    "AM": "Amendments",
    "SG": "Signatures and powers",
    "EX": "Exhibits",
    "FP": "Foreign private issuers",
    "AD": "Advisories to counsel",
    "OV": "Overrides",
}
