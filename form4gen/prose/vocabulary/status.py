"""Who is subject to Section 16, and when."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "lookback",
        "The row is reported under Rule 16a-2(a), or was before registration or office.",
        phrase(
            "(prior to|before) .. .. person appointment|election as|to",
            (
                "Bought before the Reporting Person appointment as an officer.",
                "Bought prior to the Reporting Person's election to the board.",
            ),
            "Bought before the appointment.",
        ),
        phrase("16a-2", "Reported under Rule 16a-2(a).", "Reported under Rule 16a-3."),
        phrase(
            "(prior to|before) .... becoming|became .. (subject|director|officer|insider)",
            "The shares were bought before the Reporting Person became an officer.",
            "The shares were bought before noon.",
        ),
        phrase(
            "(prior to|before) .... registration|registered .... section 12",
            "The sale was made before registration of the class under Section 12.",
            "The sale was made before registration of the plan.",
        ),
        unless=(
            phrase(
                "granted|award* .... prior|before",
                (
                    "The units were granted before the Reporting Person became an officer.",
                    "The award was made prior to the Reporting Person becoming an officer.",
                    "An award made before she became an officer.",
                ),
            ),
        ),
    ),
    claim(
        "former",
        "The person has left or is leaving office, or is no longer subject to Section 16.",
        phrase(
            "ceased being .. officer|director|employee|(10 %)",
            (
                "He ceased being an officer.",
                "She ceased being a director.",
                "He ceased being an employee.",
                "The fund ceased being a 10% owner.",
            ),
            "It ceased being a bank.",
        ),
        phrase(
            "last day as|of .. officer|director|employment|service",
            (
                "Her last day as an officer was May 1, 2025.",
                "His last day as a director was May 1, 2025.",
                "The last day of his employment was May 1, 2025.",
                "The last day of service was May 1, 2025.",
            ),
            "The last day of the year.",
        ),
        phrase(
            "term .. director expired|ended",
            ("His term as a director expired at the annual meeting.", "Her term as a director ended in May."),
            "The term of the option expired.",
        ),
        phrase(
            "^ retired .. officer|director|executive",
            ("Retired officer.", "Retired director.", "Retired senior executive."),
            "Retired debt.",
        ),
        phrase(
            "did|will not stand for",
            ("He did not stand for re-election.", "He will not stand for re-election."),
            "He may not stand for re-election.",
        ),
        phrase(
            "person|his|her service|employment .... ended|terminated|concluded on|at|effective",
            (
                "The Reporting Person's service as a director ended at the annual meeting.",
                "His employment terminated on May 1, 2025.",
                "Her service concluded effective today.",
            ),
            "The plan terminated on May 1, 2025.",
        ),
        phrase(
            "^ former chief|director|officer|executive|president",
            (
                "Former Chief Executive Officer.",
                "Former director.",
                "Former officer of the Issuer.",
                "Former executive.",
                "Former President.",
            ),
            "Former spouse.",
        ),
        phrase(
            "no longer ... (director|officer|section 16|10 %|ten percent|insider|employed|required to|"
            "reporting person)",
            "The Reporting Person is no longer subject to Section 16.",
            "The plan is no longer in force.",
        ),
        phrase("ceased (to be|serving|to serve)", "The Reporting Person ceased to be a director.", "The rain ceased."),
        phrase(
            "(resigned|retired from|retired as|retired on|stepped down|departed|left the company|left the issuer|"
            "left the board)",
            "The Reporting Person resigned from the board.",
            "The shares were sold.",
        ),
        phrase(
            "resignation|retirement ... effective",
            "The resignation of the Reporting Person was effective in May.",
            "The resignation was read.",
        ),
        phrase(
            "is|as|was .. former director|officer|executive|employee",
            (
                "He is a former director of the Issuer.",
                "As a former officer of the Issuer, she holds options.",
                "He was by then a former officer.",
            ),
            "Bought from a former employee of the Issuer.",
        ),
        unless=(
            phrase(
                "until|if|unless|when|after .... longer|ceased|retired|resigned|departed",
                "Deferred until he is no longer a director.",
            ),
        ),
    ),
    claim(
        "next_business_day",
        "A date falls on a non-business day and moves to the next business day.",
        phrase(
            "next|following|succeeding business|trading day|date",
            "Vests on the next business day.",
            "Vests on the next day.",
        ),
        phrase("non business|trading day|date", "The date falls on a non-business date.", "The date falls in May."),
        phrase("not a business|trading day", "The date was not a business day.", "The date was not a surprise."),
    ),
)
