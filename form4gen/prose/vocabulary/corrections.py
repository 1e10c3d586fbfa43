"""What is late, and what is corrected."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "late",
        "The form is late, or a row was omitted earlier.",
        phrase(
            "(omission .. inadvertent)|(previously unreported)|(not previously reported due)",
            (
                "The omission was inadvertent.",
                "This sale was previously unreported.",
                "It was not previously reported due to an error.",
            ),
            "An omission.",
        ),
        phrase(
            "day|days|week|weeks|month late",
            (
                "Filed one day late.",
                "Filed three days late.",
                "Filed one week late.",
                "Filed two weeks late.",
                "Filed a month late.",
            ),
            "The day was late in the year.",
        ),
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
        phrase("footnote corrected", "Footnote corrected.", "The footnote."),
        phrase(
            "correction of .. number|price|date|amount|error",
            (
                "Correction of the number of shares held.",
                "Correction of the price.",
                "Correction of a date.",
                "Correction of an amount.",
                "Correction of an error.",
            ),
            "Correction.",
        ),
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
