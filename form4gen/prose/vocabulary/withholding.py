"""Shares withheld, surrendered, or sold to pay taxes or an exercise price."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "withheld_for_tax",
        "Shares were withheld, retained, or surrendered to the issuer to pay taxes.",
        phrase(
            "withheld|retained .... @taxes",
            (
                "Shares withheld by the Issuer to satisfy tax obligations.",
                "Securities retained by the Company to cover withholding taxes due.",
            ),
            "The Issuer withheld its consent. Taxes may be due.",
        ),
    ),
)
