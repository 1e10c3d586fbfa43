"""Gifts and inheritances."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "gift_made",
        "A gift or a charitable donation was made.",
        phrase(
            "gift|gifts ..!received of|to",
            "The trust reports gifts to family members.",
            "Gift from the reporting person's spouse.",
        ),
        phrase(
            "^ a? (bona fide)? gift|donation",
            "Bona fide gift.",
            "Represents a bona fide gift received by the reporting person's spouse from a parent.",
        ),
        phrase(
            "gifted|donated", "The reporting person donated these shares to a university.", "Acquired by inheritance."
        ),
        phrase(
            "charitable .. gift|donation|contribution",
            "Charitable donation of common stock.",
            "Gift received to hold in trust.",
        ),
        phrase(
            "contributed ... charitable",
            "Represents shares contributed to a charitable foundation for no consideration.",
            "Acquired by will.",
        ),
        unless=(
            phrase("received|acquired ... gift", "The fund received these shares by gift of the founder."),
            phrase("gift .. received|from", "Gift received from the reporting person's father."),
        ),
    ),
    claim(
        "gift_received",
        "A gift was received.",
        phrase(
            "received|acquired ... gift",
            "The shares were received as a gift.",
            "Gift to charity; no consideration was received.",
        ),
        phrase(
            "gift .. received", "Gift received to hold in trust.", "Gift to charity; no consideration was received."
        ),
        phrase("gift from", "Gift from the reporting person's spouse.", "A bona fide gift."),
    ),
    claim(
        "inheritance",
        "By will, intestacy, or from an estate.",
        phrase("inherit*", "Shares inherited from a parent.", "Performance requirements apply."),
        phrase("intestacy|bequest", "Bequest from a relative.", "Vests in February."),
        phrase(
            "acquired|received|passed ..!than by will",
            "Received by will from a relative.",
            "The option may not be transferred, and may not be received other than by will.",
        ),
        phrase(
            "under .. will of",
            "Shares received under the will of the reporting person's late husband.",
            "Shares will be delivered upon vesting.",
        ),
        phrase(
            "from ..!real estate !planning",
            "Distribution from an estate to its beneficiaries.",
            "From real estate held by the fund.",
        ),
        phrase(
            "distribut* ... beneficiary .. estate",
            "Distributed to the reporting person as a beneficiary of the estate of Jane Sample.",
            "Shares held in a real estate partnership.",
        ),
    ),
)
