"""Who is subject to Section 16 and when, what is late, and what is corrected."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "lookback",
        "The row is reported under Rule 16a-2(a), or was before registration or office.",
        phrase("16a-2", "Reported under Rule 16a-2(a).", "Reported under Rule 16a-3."),
        phrase(
            "(prior to|before) .... becoming|became .. subject|director|officer|insider",
            "The shares were bought before the Reporting Person became an officer.",
            "The shares were bought before noon.",
        ),
    ),
    claim(
        "former",
        "The person has left or is leaving office, or is no longer subject to Section 16.",
        phrase(
            "no longer .... (director|officer|section 16|10 %|insider)",
            "The Reporting Person is no longer subject to Section 16.",
            "The plan is no longer in force.",
        ),
        phrase("ceased to be|serve", "The Reporting Person ceased to be a director.", "The rain ceased."),
        phrase("resigned|retired", "The Reporting Person resigned from the board.", "The shares were sold."),
        phrase(
            "former (director|officer|chief ... officer|10 % owner)",
            "A former director of the Issuer.",
            "Formerly held.",
        ),
        unless=(
            phrase(
                "until|if|unless|after|when .... (ceased|no longer|retired|resigned)",
                "Deferred until he is no longer a director.",
            ),
        ),
    ),
    claim(
        "next_business_day",
        "A date falls on a non-business day and moves to the next business day.",
        phrase("next business|trading|market day|date", "Vests on the next business day.", "Vests on the next day."),
        phrase("non business|trading day|date", "The date falls on a non-business date.", "The date falls in May."),
        phrase("not a business|trading day", "The date was not a business day.", "The date was not a surprise."),
        phrase(
            "following|succeeding|first business|trading day|date", "Vests on the following business day.", "The day."
        ),
    ),
    claim(
        "late",
        "The form is late, or a row was omitted earlier.",
        phrase("filed|filing|reported|reporting|being late", "This report is being filed late.", "Filed in May."),
        phrase("late filing|report|form", "This is a late filing.", "Of late, he sold."),
        phrase(
            "inadvertent* .... (omit*|omission|fail*|not reported|unreported)",
            "The sale was inadvertently omitted from an earlier form.",
            "The sale was inadvertent.",
        ),
        phrase("not .. (timely|previously reported due)", "The sale was not timely reported.", "The sale was timely."),
        phrase(
            "administrative|clerical|broker error|oversight", "Owing to a clerical error of the broker.", "An error."
        ),
        phrase("untimely|delinquent", "The untimely report of the broker.", "The report."),
    ),
    claim(
        "correction",
        "What an amendment corrects or adds.",
        phrase(
            "amendment .... correct*|add|adds|purpose|filed to|include",
            "This amendment is filed to correct the price.",
            "The amendment of the plan.",
        ),
        phrase(
            "incorrect*|erroneous*|mistaken*|inadvertent* .. reported|stated|listed|reflected|reports",
            "The earlier form incorrectly reported the price.",
            "The price was incorrect.",
        ),
        phrase(
            "to|the|as corrected|correct .. number|amount|price|date|error",
            "To correct the number of shares.",
            "It is correct.",
        ),
        phrase("amends .... form|report", "This form amends the form filed in May.", "The board amends the plan."),
        phrase("in error", "The shares were reported in error.", "An error."),
    ),
)
