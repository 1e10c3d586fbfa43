"""The nature of indirect ownership: who holds the securities."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "held_directly",
        "The securities are held jointly, as community property, or through a broker or nominee: direct ownership.",
        phrase(
            "^ by? self|direct|directly|joint|jointly|jtwros|nominee|broker|(street name)|(brokerage account)",
            (
                "By self",
                "Self",
                "Direct",
                "Directly",
                "By Joint Account",
                "Jointly with spouse",
                "JTWROS",
                "By Nominee",
                "By broker",
                "Street name",
                "By Brokerage Account",
            ),
            ("By the joint trustees", "By Spouse", "By Street", "Account at a brokerage"),
        ),
        phrase(
            "^ by? community property",
            ("Community Property", "By community property"),
            ("Community Foundation", "Family community property"),
        ),
        phrase(
            "^ by? tenant|tenants|tenancy (in common)|(by the (entirety|entireties))",
            (
                "By Tenant in common",
                "Tenants in common",
                "Tenancy by the entirety",
                "Tenants by the entireties",
            ),
            ("Family tenancy in common", "By the tenants", "Property in common"),
        ),
        unless=(
            phrase(
                "trust*|custod*|partner*|for|son|sons|daughter*|child*|(name of)|managed|llc|plan|venture*|ira|as",
                (
                    "By Joint Trust",
                    "Joint account with custodian",
                    "Direct Partners",
                    "By Self for Husband",
                    "Jointly with son",
                    "Jointly with sons",
                    "Jointly with daughter",
                    "Jointly with child",
                    "Brokerage account in name of mother",
                    "Joint managed account",
                    "Direct LLC",
                    "Direct purchase plan",
                    "By Direct Ventures",
                    "Self IRA",
                    "By self as guardian",
                ),
            ),
        ),
        of="nature",
    ),
    claim(
        "holder_unnamed",
        "The securities are held indirectly, with no word about the holder.",
        phrase("^ indirect|indirectly .", ("Indirect", "Indirectly"), ("Indirect, by trust", "Not indirect")),
        of="nature",
    ),
    claim(
        "trust_unnamed",
        "A trust holds the securities, with no word about which.",
        phrase(
            "^ by? a|the? trust|trusts .",
            ("By Trust", "Trusts", "A trust", "By the Trust"),
            ("By Doe Trust", "Trust for spouse", "By Spouse"),
        ),
        of="nature",
    ),
    claim(
        "family_unnamed",
        "A family holds the securities, with no word about who in it.",
        phrase(
            "^ by? the? family .",
            ("By family", "Family", "The family"),
            ("By Doe Family", "Family trust", "By Spouse"),
        ),
        of="nature",
    ),
    claim(
        "llc_unnamed",
        "A limited liability company holds the securities, with no word about which.",
        phrase("^ by? an|the? llc .", ("LLC", "By LLC", "By an L.L.C.", "By the LLC"), ("By Doe LLC", "LLC trust")),
        of="nature",
    ),
    claim(
        "partnership_unnamed",
        "A partnership holds the securities, with no word about which.",
        phrase(
            "^ by? a|the? partnership .",
            ("Partnership", "By partnership", "By a partnership", "By the partnership"),
            ("By Doe Partnership", "Partnership trust"),
        ),
        of="nature",
    ),
    claim(
        "two_holders",
        "Two persons, or two entities, hold the securities.",
        phrase(
            "^ by|with|through|(held by)? his|her|my|the? spouse|wife|husband? @relations and|& "
            "by|with|through? his|her|my|the? spouse|wife|husband? @relations .",
            (
                "By spouse and children",
                "With wife and daughter",
                "Through partnership and foundation",
                "Held by husband and sons",
                "Spouse & son",
                "By his spouse and his child",
                "By her husband and her daughters",
                "By my wife and my son",
                "By the trust and the IRA",
                "By spouse's IRA and spouse's trusts",
                "Wife's trust and wife's 401(k)",
                "Husband's LLC and husband's IRA",
                "By trust and by spouse",
                "By trust and with spouse",
                "By trust and through LLC",
            ),
            (
                "By John and Mary Doe Trust",
                "Trust for spouse and children",
                "By spouse's trust",
                "By spouse and children of John",
                "By spouse or children",
            ),
        ),
        phrase(
            "llc|lp|lllp and|& .... llc|lp|lllp",
            (
                "Sample Fund LLC and Sample Partners LP",
                "Sample Fund, L.P. & Sample Partners, L.L.C.",
                "Sample Fund LLLP and Example Fund, LLLP",
            ),
            ("Sample Fund and Sample Partners LLC", "Sample Fund LLC, Sample Partners LP", "Sample LLC and Sons"),
        ),
        of="nature",
    ),
)
