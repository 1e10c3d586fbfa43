"""Who holds, who controls the holder, and what is disclaimed."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "through_whom",
        "Who holds of record: the fund, trust, spouse, or entity.",
        phrase(
            "held|owned .. by the !reporting|undersigned",
            "The shares are held by the Sample Trust.",
            ("The shares are held by the Reporting Person.", "Held by the undersigned."),
        ),
        phrase(
            "held|owned .. by !the|reporting|him|her|each",
            "The shares are held of record by Sample Fund LP.",
            "The shares are held by him.",
        ),
        phrase(
            "held|owned .. in|through|for .... trust|trusts|account|plan|grat|grats|fund|llc|lp",
            "The shares are held in a family trust.",
            "The shares are held in escrow.",
        ),
        phrase("person @relative", "Shares of the Reporting Person's spouse.", "Shares of the Reporting Person."),
    ),
    claim(
        "control",
        "How the reporting person controls or relates to that holder.",
        phrase("general partner|partners", "Sample GP is the general partner.", "A limited partner."),
        phrase(
            "managing|sole member|members|director|directors|stockholder",
            "The managing member of the fund.",
            "A member.",
        ),
        phrase("trustee|trustees|cotrustee", "Mr. Sample is a trustee.", "Mr. Sample is a director."),
        phrase(
            "voting|dispositive|investment|shared .. power|control|authority|discretion",
            "She has sole voting power.",
            "She has a vote.",
        ),
        phrase("manager of|for", "Mr. Sample is the manager of the fund.", "The fund manager."),
        phrase("wholly owned subsidiar*", "Sample LLC is a wholly owned subsidiary of Example Corp.", "Sample LLC."),
        phrase("investment committee", "He is on the investment committee.", "He is on the committee."),
    ),
    claim(
        "disclaimer",
        "Beneficial ownership is disclaimed, wholly or beyond a pecuniary interest.",
        phrase("disclaim*", "He disclaims beneficial ownership.", "He claims ownership."),
        phrase("not be .. admission", "This report shall not be deemed an admission.", "This is no report."),
        phrase(
            "except to the extent of .... pecuniary",
            "Not the owner, except to the extent of a pecuniary interest.",
            "Except.",
        ),
    ),
    claim(
        "group",
        "The owners are or may be a group, or file jointly.",
        phrase("member|members of .. group", "May be deemed a member of a group.", "A member of the board."),
        phrase("group .... (13d|section 13)", "A group under Section 13(d).", "A group of banks."),
        phrase("jointly file|filed|filing", "This statement is jointly filed by two persons.", "Filed."),
        phrase("filed|filing jointly", "The form is filed jointly.", "The form is filed."),
        phrase("joint filing|filer|filers", "See the joint filing agreement.", "The joint account."),
        phrase("form a|part .. group", "They may be deemed to form a group.", "They form a company."),
    ),
    claim(
        "deputized",
        "A director by deputization, or a designee of an owner on the board.",
        phrase("deputiz*", "May be a director by deputization.", "May be a director."),
        phrase(
            "designee|nominee|representative|designated|designate .... board|director",
            "Serves as the fund's designee on the board.",
            "Serves on the board.",
        ),
    ),
)
