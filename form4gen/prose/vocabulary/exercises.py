"""Conversions and exercises."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "conversion",
        "Securities were converted or are convertible.",
        phrase(
            "(convert|converts|converted) .. (automatically|mandatorily)? .. into ...!dollars (stock|shares|share|securities|units|interests)",
            (),
        ),
        phrase("automatically (convert|converts|converted)", ()),
        phrase("convert|converts|converted .... into .. class|common|shares", ()),
        phrase("convertible (into|at|to|upon)", ()),
        phrase("conversion (of|rate|price|notice|ratio) ...!rsus|units", ()),
        phrase("notice of conversion", ()),
        unless=(
            phrase("vest|vests|vesting .. convert*", ()),
            phrase("@units .. (convert|converts|converted|conversion)", ()),
            phrase("converted from", ()),
            phrase("conversion rate of the performance", ()),
        ),
    ),
    claim(
        "exercise",
        "An option or warrant was exercised.",
        phrase("exercise of ..!price @options", ()),
        phrase("(exercised) ... @options", ()),
        phrase("@options ..!price (was|were) exercised", ()),
        unless=(phrase("may|will|if|issuable|upon|their .. exercise|exercised", ()),),
    ),
)
