"""What a unit or security is, and for how long."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "unit_terms",
        "What a unit is: a right to a share, or its value.",
        phrase(
            "(each|every|one|a) .. @units ... (represent*|is|was|entitles|entitle|equals) ... (right|receive|equivalent|one|# %)",
            (),
        ),
        phrase("@units ...!vest|vests (represent*|entitle|entitles) .... right|receive", ()),
        phrase("@units .... convert|converts|settle|settles|settled|convertible .... (one for one)|(1 for 1)", ()),
        phrase("entitle|entitles .. (reporting person|holder|recipient) to receive", ()),
        phrase("converts into .... # % of one share", ()),
        phrase("one share ... for each ... @units", ()),
    ),
    claim(
        "no_expiration",
        "The security has no expiration date.",
        phrase("no expiration", ()),
        phrase("(not|never) expire|expires", ()),
        phrase("not have an expiration", ()),
    ),
)
