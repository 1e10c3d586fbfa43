"""Gifts and inheritances."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "gift_made",
        "A gift or a charitable donation was made.",
        phrase(
            "gift|gifts ..!received|from of|to|by",
            "The trust reports gifts to family members.",
            "Gift received from the reporting person's father.",
        ),
        phrase(
            "^ (bona fide)? gift|gifts|donation",
            "Donation to a nonprofit organization.",
            "Represents a bona fide gift received by the reporting person's spouse from a parent.",
        ),
        phrase(
            "gifted|donated", "The reporting person donated these shares to a university.", "Bequest from a relative."
        ),
        phrase(
            "charitable .. gift|donation|contribution",
            "Charitable contribution to a donor-advised fund.",
            "Shares acquired by gift from a relative.",
        ),
        phrase(
            "contributed ... charitable|charity",
            "Represents shares contributed to a charitable foundation for no consideration.",
            "The option expired unexercised.",
        ),
        unless=(
            phrase(
                "received|acquired ... gift|gifts|donation", "The fund received these shares by gift of the founder."
            ),
            phrase("gift|gifts .. received|from", "Gift from the reporting person's spouse."),
        ),
    ),
    claim(
        "gift_received",
        "A gift was received.",
        phrase(
            "received|acquired ... gift|gifts|donation",
            "The shares were received as a gift.",
            "Gift to charity; no consideration was received.",
        ),
        phrase(
            "gift|gifts .. received",
            "Gift received from the reporting person's father.",
            "Charitable gift to a foundation.",
        ),
        phrase("gift|gifts from", "Gift from the reporting person's spouse.", "Shares inherited from a parent."),
    ),
    claim(
        "inheritance",
        "By will, intestacy, or from an estate.",
        phrase("inherit*", "Acquired by inheritance.", "The put options expired worthless."),
        phrase(
            "intestacy|bequest|bequeathed",
            "The shares passed to the reporting person under the laws of intestacy.",
            "Gift of shares to a family member.",
        ),
        phrase("by will", "Acquired by will.", "Settlement will occur within 30 days following the end of service."),
        phrase(
            "under .. will of",
            "Shares received under the will of the reporting person's late husband.",
            "Inducement grant made under Nasdaq Listing Rule 5635(c)(4).",
        ),
        phrase(
            "from .. estate !planning",
            "Received from the estate of the reporting person's mother.",
            "Shares held in a real estate partnership.",
        ),
        phrase(
            "distribut* ... beneficiary .. estate",
            "Distributed to the reporting person as a beneficiary of the estate of Jane Sample.",
            "The reporting person transferred the shares for estate planning purposes.",
        ),
    ),
)
