"""What a power of attorney states, and the forms that its record lists."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "covers_form_4",
        "The power covers Form 4 or the reports under Section 16(a).",
        phrase(
            "section|sections 16",
            ("To file under Section 16(a).", "Under Sections 16 and 13."),
            ("Under Section 13.", "Dated May 16."),
        ),
        phrase("16 a", "Reports under 16(a) of the Act.", ("Dated May 16.", "Exhibit a.")),
        phrase(
            "form|forms ... 4",
            ("To sign Form 4.", "To sign Forms 3, 4 and 5."),
            ("To sign Form 144.", "4 shares."),
        ),
        phrase(
            "changes in beneficial ownership",
            "To sign statements of changes in beneficial ownership.",
            ("To sign changes in the terms.", "Changes in ownership.", "Interest in beneficial ownership."),
        ),
        of="power",
    ),
    claim(
        "lists_form_4",
        "An entry of the list of forms names Form 4 by its number alone.",
        phrase("^ 4", ("4", "4/A"), ("144", "3 or 4")),
        of="power",
    ),
    claim(
        "names_other_form",
        "The power names a form or schedule, whichever it is.",
        phrase(
            "form|forms #|id",
            ("To sign Form 144.", "To sign Forms 3 and 5.", "To sign Form ID."),
            "A form in 5 parts.",
        ),
        phrase(
            "schedule|schedules 13|13d|13g",
            ("To sign Schedule 13D.", "To sign Schedules 13G.", "To sign Schedule 13."),
            "On schedule since 13 May.",
        ),
        of="power",
    ),
    claim(
        "authorizes",
        "The power gives authority to somebody.",
        phrase(
            "authori*|designat*|appoint*|constitut*|grant*|empower*",
            (
                "I hereby authorize Alex Poe to sign.", "I designate Alex Poe.", "I appoint Alex Poe my agent.",
                "I constitute Alex Poe my attorney.", "I grant Alex Poe the power.", "I empower Alex Poe.",
            ),
            "I thank Alex Poe.",
        ),
        of="power",
    ),
    claim(
        "states_duration",
        "The power states how long it lasts, or how it ends.",
        phrase(
            "revok*|revoc*|until|expir*|terminat*|continu*|duration",
            (
                "Unless revoked.", "Upon revocation.", "Until May 1, 2030.", "It expires in May.", "It terminates.",
                "It continues.", "Of indefinite duration.",
            ),
            "Effective in May.",
        ),
        phrase(
            "(force and effect)|(in effect)|(no longer)",
            ("In full force and effect.", "It remains in effect.", "When I am no longer subject to Section 16."),
            ("To that effect.", "No reason.", "By force and law."),
        ),
        of="power",
    ),
    claim(
        "is_signed",
        "The power has a conformed signature or a place that says who signed.",
        phrase(
            "signature*|sign|signed|witness*|executed|s",
            (
                "Signature: Jane Sample", "Sign: Jane Sample", "Signed in May.", "In witness whereof.",
                "Executed in May.", "/s/ Jane Sample",
            ),
            "Jane Sample's power.",
        ),
        of="power",
    ),
)  # fmt: skip
