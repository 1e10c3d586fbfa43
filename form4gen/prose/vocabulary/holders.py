"""Who holds, who controls the holder, and what is disclaimed."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "through_whom",
        "Who holds of record: the fund, trust, spouse, or entity.",
        phrase(
            "@relative holds|owns",
            ("His spouse holds these shares.", "His wife owns the shares."),
            "He holds these shares.",
        ),
        phrase(
            "held .. in .. utma|custodial|retirement account",
            ("Held in a UTMA account.", "Held in a custodial account.", "Held in her retirement account."),
            "Held in an account.",
        ),
        phrase(
            "held|owned .. by the !reporting|undersigned|issuer|company",
            "The shares are held by the Sample Trust.",
            ("The shares are held by the Reporting Person.", "Held by the undersigned."),
        ),
        phrase(
            "~wholly held|owned .. by !the|reporting|him|her|each|that|a|an|such|#",
            "The shares are held of record by Sample Fund LP.",
            ("The shares are held by him.", "The fund is wholly owned by Ms. Sample."),
        ),
        phrase(
            "held|owned ... through !the|a",
            "The shares are owned by the Reporting Person through Example Holdings Corp.",
            ("The shares are held through the date of vesting.", "The shares are held through a vesting date."),
        ),
        phrase(
            "~wholly held|owned .. by a|an|such|# ... @entity|company",
            (
                "The shares are held by a family trust.",
                "The shares are owned by an entity that is a limited partnership.",
                "The shares are held by such fund.",
                "The shares are held by 2019 Sample Investments LLC.",
                "The shares are held by a GRAT.",
                "The shares are held by a holding company.",
            ),
            ("The shares are held by a person who is not named.", "Sample GP is wholly owned by a trust."),
        ),
        phrase(
            "(jointly|joint tenants|joint account|custodian) .. with|for .. @spouse|his|her",
            (
                "Held jointly with the Reporting Person's wife.",
                "Held as joint tenants with his brother.",
                "Held in a joint account with her sister.",
                "Held as custodian for his niece.",
                "Held jointly with a spouse.",
                "Held as joint tenants with a husband.",
            ),
            "Held jointly.",
        ),
        phrase(
            "record|registered holder|owner",
            ("Sample Fund LP is the record holder.", "A nominee is the registered owner."),
            "The holder.",
        ),
        phrase(
            "held|owned .. in .. name of",
            ("Held in the name of his wife.", "Owned in the name of a nominee."),
            "Owned in name only.",
        ),
        phrase("held|owned .. by each of", "The shares are held by each of the three trusts.", "Held by each person."),
        phrase(
            "held|owned .. in|for .... trust|trusts|grat|grats|ira",
            "The shares are held in a family trust.",
            "The shares are held in escrow.",
        ),
        phrase(
            "@entity|inc|corp which|that? directly? holds|owns",
            "Sample Fund LP directly holds the shares.",
            "He holds the shares.",
        ),
        phrase(
            "trust|grat .... which .. person is|serves .. trustee*",
            "The Sample Trust, of which the Reporting Person is a trustee.",
            "The Sample Trust.",
        ),
        phrase(
            "sold|effected by ... @entity", "The sales were effected by Sample Fund LP.", "The sales were effected."
        ),
        phrase(
            "held|owned .. by|for .. person .. @relative",
            "Held by the Reporting Person's spouse.",
            "His spouse.",
        ),
        phrase(
            "indirect .. interest .... virtue|through",
            "Holds an indirect interest by virtue of its stake.",
            "An interest.",
        ),
        unless=(
            phrase(
                "(no longer|incorrectly) .... held|owned", "No longer has an interest in the shares held by his son."
            ),
        ),
    ),
    claim(
        "control",
        "How the reporting person controls or relates to that holder.",
        phrase("controls !the", "Mr. Sample controls Sample GP.", "He controls the sale."),
        phrase(
            "investment adviser|advisor|manager of|to",
            (
                "The investment adviser of the fund.",
                "The investment manager to the fund.",
                "The investment advisor of the fund.",
            ),
            "An investment.",
        ),
        phrase("general partner", "Sample GP is the general partner.", "A limited partner."),
        phrase(
            "general partners of", "They are the general partners of the fund.", "General partners received shares."
        ),
        phrase(
            "managing|sole|controlling member|director|partner|stockholder|shareholder",
            "The managing member of the fund.",
            "A member.",
        ),
        phrase("sole .. beneficial owner", "He is the sole beneficial owner of the company.", "A beneficial owner."),
        phrase(
            "is|are|as|and|his|her .. trustee|trustees|cotrustee",
            (
                "Mr. Sample is a trustee.",
                "Mr. and Ms. Sample are the trustees.",
                "She acts as cotrustee.",
                "Held by Mr. Sample and a trustee.",
                "Held with his co-trustee.",
                "Held with her co-trustee.",
            ),
            "Overlooked by the trustee.",
        ),
        phrase(
            "trustee|trustees of|for",
            ("The trustee of the Sample Trust.", "Trustees for his children."),
            "The trustee.",
        ),
        phrase(
            "~aggregate|combined voting|dispositive|investment|shared .. power|control|authority|discretion",
            "She has sole voting power.",
            "The aggregate voting power of the Issuer.",
        ),
        phrase("power to vote|dispose|direct", "She has the sole power to vote the shares.", "She has a vote."),
        phrase(
            "manager*|member|director|president|officer of ...!issuer @entity",
            "He is a director of Sample Ltd.",
            "He is a director.",
        ),
        phrase(
            "of|for which .. person|persons|mr|ms|he|she .. is|are|serves|serve|has",
            "Sample LLC, of which the Reporting Person is the manager.",
            "Sample LLC, of which more is said below.",
        ),
        phrase(
            "is|are|and .. wholly owned subsidiar*",
            "Sample LLC is a wholly owned subsidiary of Example Corp.",
            "Sold through its wholly owned subsidiary.",
        ),
        phrase(
            "subsidiar* of the? reporting",
            "Sample LLC, a subsidiary of the Reporting Person.",
            "A subsidiary of the Issuer.",
        ),
        phrase("wholly owned by", "Sample LLC, wholly-owned by the Reporting Person.", "It is owned."),
        phrase("(virtue of|due to|through) .. ownership of", "By virtue of its ownership of Sample LLC.", "Owned."),
        phrase("controlled by", "Sample Corp., which is controlled by the Reporting Person.", "A change in control."),
        phrase("investment committee", "He is on the investment committee.", "He is on the committee."),
        unless=(
            phrase("has|have no voting", ("She has no voting power.", "They have no voting power.")),
            phrase("not a trustee", "A trust of which he is not a trustee."),
            phrase("neither .... power", "Neither the Reporting Person nor the fund has voting power."),
            phrase("distribut* .... general|managing partner*|member*", "Later distributions by managing members."),
        ),
    ),
    claim(
        "disclaimer",
        "Beneficial ownership is disclaimed, wholly or beyond a pecuniary interest.",
        phrase("disclaim* ... ownership|interest|owner", "He disclaims beneficial ownership.", "He claims ownership."),
        phrase(
            "ownership .... disclaimed", "Beneficial ownership of the shares is disclaimed.", "Ownership is direct."
        ),
        phrase(
            "not .. be .. admission .... .... owner|ownership",
            "This report shall not be deemed an admission that he is the beneficial owner.",
            "This report shall not be deemed an admission of a group.",
        ),
        phrase(
            "except to the extent of .... pecuniary",
            "Not the owner, except to the extent of a pecuniary interest.",
            "Except.",
        ),
        unless=(phrase("not disclaim", "He does not disclaim beneficial ownership."),),
    ),
    claim(
        "group",
        "The owners are or may be a group, or file jointly; a denial of a group too.",
        phrase(
            "member|members|membership of|in .. group", "May be deemed a member of a group.", "A member of the board."
        ),
        phrase(
            "a|any|such group !of",
            (
                "The funds may be a group under Section 13(d).",
                "A person who is in any group under Rule 13d-5.",
                "The parties to such group act together.",
            ),
            "A group of banks bought the notes.",
        ),
        phrase(
            "more than one reporting person",
            "The form is filed by more than one reporting person.",
            "More than one sale by a reporting person.",
        ),
        phrase("jointly file*|filing", "This statement is jointly filed by two persons.", "Filed."),
        phrase("filed|filing jointly", "The form is filed jointly.", "The form is filed."),
        phrase("joint filing|filer|filers", "See the joint filing agreement.", "The joint account."),
    ),
    claim(
        "deputized",
        "A director by deputization, or a designee of an owner on the board.",
        phrase(
            "fund|funds|stockholder|shareholder nominated|designated|appointed .. .. to .. board",
            (
                "The fund nominated Mr. Sample to the board.",
                "The funds designated Mr. Sample to the board.",
                "The stockholder appointed a director to the board.",
                "The shareholder nominated a director to the board.",
            ),
            "The fund and its board.",
        ),
        phrase(
            "appointed|nominated .. to .. board by !the|shareholders|stockholders",
            ("Mr. Sample was appointed to the board by Sample Fund.", "Nominated to the board by Sample Fund."),
            (
                "Appointed to the board by the Issuer.",
                "Appointed to the board by shareholders.",
                "Appointed to the board by stockholders.",
            ),
        ),
        phrase("deputiz*", "May be a director by deputization.", "May be a director."),
        phrase(
            "designee|nominee|representative .. on|to .. board",
            "Serves as the fund's designee on the board.",
            "Serves on the board.",
        ),
        phrase(
            "board ... as .. designee|nominee|representative",
            "Sits on the board as the nominee of the fund.",
            "Sits on the board.",
        ),
        phrase("director .... designated by", "A director designated by the fund.", "A director."),
        phrase(
            "designated|appointed .. by ... to .... board", "Designated by the fund to serve on the board.", "Serves."
        ),
    ),
)
