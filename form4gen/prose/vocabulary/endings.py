"""Securities that ended: forfeited, canceled, or expired."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "forfeited",
        "Securities of the holder were forfeited or canceled without value.",
        phrase("(was|were|been) .. forfeited", ()),
        phrase("~or ~be ~earlier forfeited ..!if #", ()),
        phrase("return ....!tax to the issuer ....!loan adjustment|consideration", ()),
        phrase(
            "(cancelled|canceled) ....!exchange (without|for|no) .. (no|without|any)? (consideration|value|payment)", ()
        ),
        unless=(
            phrase("unless|if .. forfeited", ()),
            phrase("withheld|tax|taxes", ()),
        ),
    ),
    claim(
        "canceled_for_value",
        "Securities were canceled by or disposed of to the issuer or acquirer for cash or securities.",
        phrase("(cancelled|canceled) ....!without|no (converted|exchange|cash|right|consideration)", ()),
        phrase("redeemed by the issuer|company", ()),
        phrase("(disposed|tendered) ...!tax merger", ()),
    ),
    claim(
        "expired",
        "An option or right expired unexercised.",
        phrase("expired (unexercised|worthless)", ()),
        phrase("(option|options|warrant|warrants|call|put|right|rights) ..!plan expired", ()),
        phrase("expiration ... without .. (exercise|exercised)", ()),
    ),
)
