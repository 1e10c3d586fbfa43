"""Who is subject to Section 16 and when, what is late, and what is corrected."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "lookback",
        "The row is reported under Rule 16a-2(a), or was before registration or office.",
        phrase("16a-2", "Reported under Rule 16a-2(a).", "Reported under Rule 16a-3."),
        phrase(
            "(prior to|before) .... becoming|became .. (subject|director|officer|insider|public)",
            "The shares were bought before the Reporting Person became an officer.",
            "The shares were bought before noon.",
        ),
        phrase(
            "(prior to|before) .... registration|registered .... section 12",
            "The sale was made before registration of the class under Section 12.",
            "The sale was made before registration of the plan.",
        ),
    ),
    claim(
        "former",
        "The person has left or is leaving office, or is no longer subject to Section 16.",
        phrase(
            "no longer ... (director|officer|section 16|10 %|insider|employed)",
            "The Reporting Person is no longer subject to Section 16.",
            "The plan is no longer in force.",
        ),
        phrase("ceased (to be|serving|to serve)", "The Reporting Person ceased to be a director.", "The rain ceased."),
        phrase(
            "(resigned|retired|stepped down|departed)",
            "The Reporting Person resigned from the board.",
            "The shares were sold.",
        ),
        phrase(
            "resignation|retirement ... effective",
            "The resignation of the Reporting Person was effective in May.",
            "The resignation was read.",
        ),
        phrase("former director|officer|executive|employee", "A former director of the Issuer.", "Formerly held."),
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
            "next|following|succeeding|first business|trading day|date",
            "Vests on the next business day.",
            "Vests on the next day.",
        ),
        phrase("non business|trading day|date", "The date falls on a non-business date.", "The date falls in May."),
        phrase("not a business|trading day", "The date was not a business day.", "The date was not a surprise."),
    ),
    claim(
        "late",
        "The form is late, or a row was omitted earlier.",
        phrase("filed|filing|reported|being late", "This report is being filed late.", "Filed in May."),
        phrase("late filing|filed|report|form|reported", "This is a late filing.", "Of late, he sold."),
        phrase(
            "inadvertent* .... (omit*|fail*|not reported|unreported|overlooked)",
            "The sale was inadvertently omitted from an earlier form.",
            "The sale was inadvertent.",
        ),
        phrase("not .. timely", "The sale was not timely reported.", "The sale was timely."),
        phrase(
            "administrative|clerical|broker error|oversight",
            "Owing to a clerical error of the broker.",
            "An error.",
        ),
        phrase("untimely", "The untimely report of the broker.", "The report."),
        phrase(
            "should have been reported|filed|included", "The sale should have been reported in May.", "Reported in May."
        ),
        phrase("fail* to .. report|file", "The Reporting Person failed to report the sale.", "The bank failed."),
        phrase(
            "delay* .... filing|filed|reporting|codes",
            "The delay in filing came of missing codes.",
            "The delay of the bank.",
        ),
    ),
    claim(
        "correction",
        "What an amendment corrects or adds.",
        phrase("this amendment", "This amendment adds a sale.", "The amendment of the plan."),
        phrase(
            "amendment .... filed to|solely",
            "The amendment is filed solely to add a footnote.",
            "The amendment of the plan.",
        ),
        phrase(
            "incorrect*|erroneous*|mistaken*|inadvertent* report*|stated|listed|overstated|understated",
            "The earlier form incorrectly reported the price.",
            "The price was incorrect.",
        ),
        phrase(
            "correct|corrects|corrected .. number|amount|price|date|error",
            "To correct the number of shares.",
            "It is correct.",
        ),
        phrase(
            "amends|amending .... form",
            "This form amends the Form 4 filed in May.",
            "The board amends the plan.",
        ),
        phrase("in error", "The shares were reported in error.", "An error."),
    ),
)
