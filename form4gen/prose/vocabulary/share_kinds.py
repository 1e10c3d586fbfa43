"""Which kind of share the title of a security names."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "depositary_share",
        "The title is that of depositary shares.",
        phrase(
            "ads|adss|adr|adrs|depositary",
            ("ADS", "ADSs", "ADR", "ADRs", "American Depositary Shares"),
            ("Ordinary Shares", "Added Shares"),
        ),
        of="title",
    ),
    claim(
        "ordinary_share",
        "The title is that of ordinary or common shares, not of depositary shares for them.",
        phrase("ordinary|common", ("Class A Ordinary Shares", "Common Shares"), "Preferred Shares"),
        unless=(
            phrase(
                "ads|adss|adr|adrs|depositary",
                (
                    "ADS for Common Shares", "ADSs for Common Shares", "ADR for Common Shares",
                    "ADRs for Common Shares", "Depositary Shares for Common Shares",
                ),
            ),
        ),
        of="title",
    ),
    claim(
        "other_class",
        "The title is that of another class than ordinary shares, or of debt.",
        phrase(
            "preferred|preference|note|notes|debenture|debentures|bond|bonds|subordinate*|(multiple voting)",
            (
                "Preferred Shares", "Preference Shares", "Convertible Note", "Convertible Notes", "Debenture",
                "Debentures", "Bond", "Bonds", "Subordinate Voting Shares", "Multiple Voting Shares",
            ),
            ("Shares", "Voting Shares"),
        ),
        of="title",
    ),
)  # fmt: skip
