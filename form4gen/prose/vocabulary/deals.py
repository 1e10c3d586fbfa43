"""Mergers, tender offers, and public offerings."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "merger",
        "The row follows from a merger, an acquisition, a tender or exchange offer by another, a spin-off, or a reorganization.",
        phrase("merger agreement|consideration", ()),
        phrase("agreement and plan of (merger|reorganization)", ()),
        phrase(
            "(pursuant|result|connection|closing|consummation|completion|effective) ...!change of? the (merger|(business combination)|acquisition|spin|reorganization)",
            (),
        ),
        phrase("(merger|(business combination)) (of|with|by|between)", ()),
        phrase("exchange offer", ()),
        unless=(phrase("if|event .. merger", ()),),
    ),
    claim(
        "issuer_tender",
        "The row follows from a tender or repurchase offer of the issuer.",
        phrase("issuer|issuers|company|companys|self .. tender offer", ()),
        phrase("(repurchase) offer", ()),
    ),
    claim(
        "offering",
        "The row is part of a public offering, or closes with one.",
        phrase("public offering", ()),
        phrase("ipo", ()),
        phrase("(registered|underwritten|secondary) .. offering", ()),
        unless=(
            phrase("forfeiture|underwriters .. public offering", ()),
            phrase("(years|months|days|meeting) ... (following|after|from) .... public offering", ()),
            phrase("public offering .... will convert", ()),
        ),
    ),
)
