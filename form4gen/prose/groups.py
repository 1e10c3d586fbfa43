"""Groups of words that phrases use by name: ``@shares`` stands for each word of the group."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "taxes": ("tax", "taxes"),
    "stock": ("share", "shares", "stock", "securities", "unit", "units", "rsus", "psus", "options", "rights"),
    "purchase_plan": ("stock purchase plan", "share purchase plan", "espp", "401k", "savings plan"),
    "adopted": ("adopted", "adoption", "entered", "established", "dated", "modified"),
    "holder": ("partners", "partner", "members", "beneficiaries", "beneficiary", "investors", "unitholders"),
    "entity": ("lp", "llc", "fund", "funds", "trust", "partnership", "foundation", "ltd"),
    "own": ("revocable", "living", "annuity", "family", "planning", "joint", "own"),
    "spouse": ("spouse", "wife", "husband"),
    "relative": ("spouse", "wife", "husband", "children", "son", "daughter"),
    "ads": ("ads", "adss", "adr", "depositary"),
    "foreign": ("canadian", "cad", "euro", "euros", "eur", "gbp", "pounds", "yen", "francs", "nis", "rmb", "foreign"),
    "dollars": ("dollar", "dollars", "usd", "us"),
    "give": ("provide", "furnish", "supply", "deliver", "make"),
    "given": ("provided", "furnished", "supplied", "delivered", "available"),
    "carried_out": (
        "made",
        "effected",
        "executed",
        "pursuant",
        "under",
        "covered",
        "part",
        "adopted",
        "entered",
        "occur",
    ),
}
