"""What a text beside a box of Item 5 states: an office, something that is none, or that the person has left."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

_CHIEFS = ("ceo", "cfo", "coo", "cto", "cio", "cmo", "clo", "cao", "cro", "cpo", "cso", "cco", "cdo", "cbo", "cho")

CLAIMS = (
    claim(
        "office",
        "The title is one of an office that may be within Rule 16a-1(f).",
        phrase(
            "chief|president|principal|treasurer|controller|counsel|chair*",
            (
                "Chief Accountant", "Vice President", "Principal Accountant", "Assistant Treasurer",
                "Assistant Controller", "Assistant General Counsel", "Board Member and Chairman",
            ),
            "Director",
        ),
        phrase("|".join(_CHIEFS), tuple(f"Director, {each.upper()}" for each in _CHIEFS), "Director"),
        phrase(
            "vp|evp|svp|avp|gc",
            ("Director and VP", "Director and EVP", "Director and SVP", "Director and AVP", "Assistant GC"),
            "Director",
        ),
        phrase(
            "managing|executive director",
            ("Managing Director", "Executive Director"),
            ("Managing Trustee", "Non-Employee Director"),
        ),
        of="office",
    ),
    claim(
        "no_office",
        "The title is not that of an office: a seat on the board, a holding, a former office, an adviser's post.",
        phrase("board member|members", ("Board Member", "One of the Board Members"), ("Board Secretary", "Member")),
        phrase(
            "member|members of the? board",
            ("Member of the Board", "Member of Board", "Members of the Board"),
            ("Member of the Staff", "Board of Trade", "The Board"),
        ),
        phrase("^ trustee|trustees", ("Trustee", "Trustees of the Plan"), "Secretary and Trustee"),
        phrase(
            "shareholder|shareholders|stockholder|stockholders|owner|owners",
            (
                "Principal Shareholder", "One of the Shareholders", "Major Stockholder", "One of the Stockholders",
                "Beneficial Owner", "Group of Owners",
            ),
            "Sharing Officer",
        ),
        phrase("10 %", "10% Holder", ("10 votes", "% of votes")),
        phrase(
            "former|adviser|advisor|advisors|advisers|consultant|assistant",
            (
                "Former CFO", "Senior Adviser", "Senior Advisor", "Head of Advisors", "Head of Advisers", "Consultant",
                "Assistant Secretary",
            ),
            "Secretary",
        ),
        of="office",
    ),
    claim(
        "left_office",
        "The person is described as former, retired, or no longer what the title says.",
        phrase(
            "former|formerly|resigned|retired|(ceased to be)|(no longer)",
            (
                "Former CFO", "Formerly CFO", "CFO (resigned May 1)", "Retired President", "Ceased to be a 10% owner",
                "No longer a 10% owner",
            ),
            ("CFO", "Retiring President"),
        ),
        of="office",
    ),
)  # fmt: skip
