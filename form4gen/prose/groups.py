"""Groups of words that phrases use by name: ``@shares`` stands for each word of the group."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "taxes": ("tax", "taxes"),
    "adopted": ("adopted", "adoption", "entered", "established", "dated", "modified", "amended"),
    "stock": ("share", "shares", "stock", "securities", "unit", "units", "rsus", "psus"),
    "partners": ("partners", "members", "beneficiaries", "beneficiary", "investors", "equityholders", "partner"),
    "funds": ("lp", "llc", "fund", "funds", "partnership", "trust", "partners", "entity"),
    "own_vehicle": (
        "revocable",
        "living",
        "annuity",
        "grantor",
        "grat",
        "grats",
        "family",
        "planning",
        "joint",
        "ira",
    ),
    "ads": ("ads", "adss", "adr", "adrs", "depositary"),
    "money": ("dollar", "dollars", "usd", "us", "euro", "euros", "pounds", "yen", "sterling", "currency"),
    "relative": ("spouse", "wife", "husband", "child", "children", "son", "daughter", "minor", "family"),
    "entities": ("lp", "llc", "inc", "corp", "ltd", "fund", "trust", "partnership", "corporation", "foundation"),
}
