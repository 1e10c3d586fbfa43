"""Who is subject to Section 16 and when, what is late, and what is corrected."""

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
    claim(
        "late",
        "The form is late, or a row was omitted earlier.",
        phrase(
            "(unaware|not aware) of .. transaction|sale|trade|purchase",
            (
                "He was not aware of this transaction.",
                "She was unaware of the sale.",
                "He was unaware of this trade.",
                "She was unaware of the purchase.",
            ),
            "Unaware.",
        ),
        phrase("filed|filing|reported|being|is late", "This report is being filed late.", "Filed in May."),
        phrase("late filing|filed|report|form|reported", "This is a late filing.", "Of late, he sold."),
        phrase(
            "inadvertent* .... (omit*|exclud*|fail*|not reported|unreported|overlooked)",
            "The sale was inadvertently omitted from an earlier form.",
            "The sale was inadvertent.",
        ),
        phrase("not .. timely", "The sale was not timely reported.", "The sale was timely."),
        phrase(
            "not .. reported|filed|included .... error|oversight|inadvert*",
            (
                "The gift was not reported because of an administrative error.",
                "The form was not filed owing to an oversight.",
                "The shares were not included through inadvertence.",
            ),
            "The gift was not reported because it is exempt.",
        ),
        phrase(
            "error|oversight .... not .. reported|filed|included",
            (
                "Because of an error of the broker, the sale was not reported.",
                "Through an oversight the form was not filed.",
                "Owing to a clerical error, the shares were not included.",
            ),
            "Because of an error, the sale failed.",
        ),
        phrase(
            "after .. (due date|deadline)",
            ("Filed after its due date.", "Filed after the deadline."),
            "Filed on the due date.",
        ),
        phrase("not .. in time", "The form was not filed in time.", "The form was filed in time."),
        phrase(
            "(original|prior|earlier|last) .. form|report .. omitted",
            (
                "The original Form 4 omitted the sale.",
                "The prior report omitted the sale.",
                "An earlier form omitted the sale.",
                "The last form omitted the sale.",
            ),
            "The form omitted no row.",
        ),
        phrase(
            "omitted from .. form|report|filing|original",
            (
                "Omitted from the original.",
                "A sale omitted from the last form.",
                "A sale omitted from the report.",
                "A sale omitted from the filing of May 5, 2025.",
            ),
            "Omitted from the plan.",
        ),
        phrase("untimely", "The untimely report of the broker.", "The report."),
        phrase(
            "should have been reported|filed|included", "The sale should have been reported in May.", "Reported in May."
        ),
        phrase("fail* to .. report|file", "The Reporting Person failed to report the sale.", "The bank failed."),
        phrase(
            "delay* .. filing|reporting|codes",
            "The delay in filing came of missing codes.",
            "The delay of the bank.",
        ),
    ),
    claim(
        "correction",
        "What an amendment corrects or adds.",
        phrase(
            "original filing|form|report .... incorrect|wrong|erroneous",
            (
                "In the original filing, the price was incorrect.",
                "In the original form, the price was wrong.",
                "In the original report, the price was erroneous.",
            ),
            "The original filing.",
        ),
        phrase(
            "this amended filing|report|form",
            (
                "This amended filing restates the holdings.",
                "This amended report adds a row.",
                "This amended form adds a row.",
            ),
            "The amended plan.",
        ),
        phrase(
            "(form 4) .... contain* .. error",
            "The Form 4 filed in May contained an error.",
            "The form contained a note.",
        ),
        phrase(
            "reported incorrectly|erroneously|mistakenly",
            ("Previously reported incorrectly.", "Reported erroneously.", "Reported mistakenly."),
            "Reported.",
        ),
        phrase(
            "(corrects|to correct)",
            ("This form corrects the spelling of a name.", "Filed to correct the balance."),
            "Correct.",
        ),
        phrase("^ amended to", "Amended to add a remark.", "The plan was amended to add shares."),
        phrase("this amendment", "This amendment adds a sale.", "The amendment of the plan."),
        phrase(
            "(amendment|4 a|5 a) .... filed to|solely",
            "The amendment is filed solely to add a footnote.",
            "The amendment of the plan.",
        ),
        phrase(
            "incorrect*|erroneous*|mistaken*|inadvertent* report*|stated|listed|showed|indicated|disclosed",
            "The earlier form incorrectly reported the price.",
            "The price was incorrect.",
        ),
        phrase(
            "incorrect|erroneous|wrong number|amount|price|date|code",
            (
                "The last form gave an incorrect number of shares.",
                "The last form gave an erroneous amount.",
                "The last form gave a wrong price.",
                "The last form gave a wrong date.",
                "The last form gave a wrong code.",
            ),
            "The wrong form was mailed.",
        ),
        phrase(
            "correct|corrected .. number|amount|price|date|error",
            "To correct the number of shares.",
            "It is correct.",
        ),
        phrase(
            "amends|amending .... form",
            "This form amends the Form 4 filed in May.",
            "The board amends the plan.",
        ),
        phrase(
            "reported|included|listed .. in error",
            ("The sale was reported in error.", "Shares included in error.", "The shares were listed in error."),
            "Shares issued in error.",
        ),
        phrase(
            "(typographical error|scrivener error|misstated|misreported|overstated|understated)",
            (
                "The price held a typographical error.",
                "The date was a scrivener's error.",
                "The price was misstated.",
                "The number was misreported.",
                "The number was overstated by ten.",
                "The number was understated by ten.",
            ),
            "The error of a broker.",
        ),
    ),
)
