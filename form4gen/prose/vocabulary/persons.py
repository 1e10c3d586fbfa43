"""What notes mention of the persons who report, of exhibits, and of changes, however they say it."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "holder_mentioned",
        "Something is said of who holds: directly, of record, or by whom.",
        phrase(
            "direct|directly|(of record)",
            ("A direct holding.", "Held directly.", "The holder of record."),
            ("A director.", "A record of May."),
        ),
        phrase(
            "record|registered holder|owner|holders|owners",
            (
                "The record holder is Fund I.", "The registered holder is Fund I.", "The record owner is Fund I.",
                "The record holders are the funds.", "The registered owners are the funds.",
            ),
            ("A holder.", "A record."),
        ),
        phrase(
            "held|owned solely|jointly? by",
            ("Held by Fund I.", "Owned by Fund I.", "Held solely by Fund I.", "Held jointly by the spouses."),
            ("Held in May.", "Sold by Fund I.", "Owned solely since May."),
        ),
        phrase(
            "share|shares of the? reporting person",
            ("Shares of the Reporting Person.", "A share of Reporting Person 2."),
            ("Shares of the Issuer.", "A reporting person."),
        ),
        of="mention",
    ),
    claim(
        "closely_held",
        "A spouse, a sole owner, a wholly owned company, a group, or a pecuniary interest is mentioned.",
        phrase(
            "spouse|husband|wife|(pecuniary interest)|(wholly owned)|(16a-1 a)",
            (
                "Held by my spouse.", "Held by her husband.", "Held by his wife.", "He has no pecuniary interest.",
                "A wholly-owned company.", "Within Rule 16a-1(a).",
            ),
            ("Held by Fund I.", "An interest.", "An owned company.", "Within Rule 16a-1(f)."),
        ),
        phrase(
            "sole owner|member|shareholder|stockholder",
            ("The sole owner.", "The sole member.", "The sole shareholder.", "The sole stockholder."),
            ("Sole power.", "The owner."),
        ),
        phrase(
            "member|members of a .. group",
            ("A member of a group.", "Members of a Section 13(d) group."),
            "A group.",
        ),
        of="mention",
    ),
    claim(
        "board_mentioned",
        "The board, or somebody who represents a holder, is mentioned.",
        phrase(
            "deputiz*|representative|representatives|designat*|designee*|nominee*|nominat*|(board of directors)"
            "|(the board)",
            (
                "A deputized director.", "Its representative.", "Their representatives.", "Designated by it.",
                "Its designee.", "Its nominee.", "Nominated by it.", "A board of directors.", "On the board.",
            ),
            ("It represents a fund.", "A board.", "The fund."),
        ),
        of="mention",
    ),
    claim(
        "change_mentioned",
        "Something is said to be amended, corrected, omitted, added or the like.",
        phrase(
            "correct*|inadvertent*|error*|errone*|omitted|supplement*|adjust*|revis*",
            (
                "To correct the price.", "Inadvertently.", "An error.", "Erroneously.", "The row was omitted.",
                "To supplement the form.", "To adjust the price.", "To revise the price.",
            ),
            ("To report the price.", "Previously adopted.", "Filed in May."),
        ),
        phrase(
            "~as|since|be amend* !and|from",
            ("To amend the form.", "An amendment of the form."),
            (
                "Under the plan, as amended.", "Under the plan, since amended.", "It may be amended.",
                "Under the amended and restated plan.", "Under the plan amended from time to time.",
            ),
        ),
        phrase(
            "~and restat*",
            "To restate the total.",
            "Under the amended and restated plan.",
        ),
        phrase(
            "form|report .. amended",
            ("The form is amended and restated.", "The report is amended and restated."),
            "Under the amended and restated plan.",
        ),
        phrase(
            "poa|(power of attorney)|(previously (reported|filed))",
            ("To add the POA.", "To add the power of attorney.", "As previously reported.", "As previously filed."),
            ("An attorney.", "Power of sale.", "Reported in May.", "Previously sold."),
        ),
        of="mention",
    ),
    claim(
        "exhibit_number",
        "An exhibit is mentioned by its number.",
        phrase("(ex #)|ex24|ex99", ("EX-24", "See EX24.", "See EX99."), ("Ex dividend.", "24 shares.")),
        of="mention",
    ),
    claim(
        "relation_mentioned",
        "An office, a relation to the issuer, a holding, or a group is mentioned.",
        phrase(
            "president*|chief|officer|officers|director*|title|titles|counsel|treasurer|secretary|controller",
            (
                "President.", "The chief.", "An officer.", "The officers.", "A directorship.", "Title: head.",
                "The titles.", "Counsel.", "Treasurer.", "Secretary.", "Controller.",
            ),
            "Entitled to a share.",
        ),
        phrase(
            "manag*|member*|partner*|trustee*|owner*|group*|affiliat*|adviser*|advisor*|beneficial*|employee*|chair*",
            (
                "The manager.", "A member.", "A partner.", "A trustee.", "An owner.", "A group.", "An affiliate.",
                "An adviser.", "An advisor.", "Beneficially.", "An employee.", "The chair.",
            ),
            "A share.",
        ),
        phrase("head of", "Head of sales.", ("Ahead of time.", "The head.")),
        phrase(
            "vp|evp|svp|ceo|cfo|coo|cto|clo|cio",
            ("VP.", "EVP.", "SVP.", "CEO.", "CFO.", "COO.", "CTO.", "CLO.", "CIO."),
            "Rsvp.",
        ),
        of="mention",
    ),
    claim(
        "left_section_16",
        "The person is no longer subject to Section 16.",
        phrase(
            "(no longer)|(ceased to be) subject to the? reporting? requirement|requirements? of|under? section 16",
            (
                "I am no longer subject to Section 16.",
                "She ceased to be subject to the reporting requirements of Section 16.",
                "He is no longer subject to the requirement of Section 16.",
                "No longer subject to reporting under Section 16.",
            ),
            (
                "He is subject to Section 16.",
                "No longer subject to the rule.",
                "No longer subject to Section 13.",
            ),
        ),
        unless=(
            phrase(
                "section 16 reporting? pursuant",
                (
                    "No longer subject to Section 16 reporting pursuant to Rule 16a-2.",
                    "No longer subject to Section 16 pursuant to Rule 16a-2.",
                ),
            ),
            phrase("16 by virtue", "No longer subject to Section 16 by virtue of the merger."),
        ),
        of="mention",
    ),
)  # fmt: skip
