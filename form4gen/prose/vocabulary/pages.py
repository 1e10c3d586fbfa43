"""Several forms for one report, exhibits, titles that go on, and footnotes that do."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "several_forms",
        "The report goes on in, or is one of, several forms; or another person files separately.",
        phrase(
            "continued|continues on .. .. form",
            ("Continued on the next Form 4.", "The table continues on a second form."),
            "Continued.",
        ),
        phrase(
            "consists of two|three|multiple parts|forms|reports",
            ("This Form 4 consists of two parts.", "It consists of three forms.", "It consists of multiple reports."),
            "It consists of shares.",
        ),
        phrase(
            "filing two|three|multiple forms|reports",
            ("He is filing two Forms 4.", "He is filing three reports.", "She is filing multiple forms."),
            "Filing a form.",
        ),
        phrase(
            "filed|reported in|on two|three|multiple parts|forms",
            ("Filed in two parts.", "Reported on three forms.", "Reported on multiple forms."),
            "Filed in May.",
        ),
        phrase("# of # form|forms", "1 of 2 Form 4s.", "1 of 2 sales."),
        phrase(
            "one|first|second|third|fourth|fifth|last of .. form|forms|filings|reports",
            "This is the second of two Forms 4.",
            "The second of two sales.",
        ),
        phrase(
            "(additional|another|separate|multiple|a second) form|forms", "Reported on additional Form 4s.", "Reported."
        ),
        phrase("form|filing|part|page|report # of #", "Form 1 of 2.", "Form 4 of May."),
        phrase("file|files|filed|filing .. separate*", "Mr. Sample files separate reports.", "Separate accounts."),
        phrase("separately files|filed|file|reports|reported", "He separately files.", "He is separate."),
        phrase("continuation", "A continuation report.", "Continued service."),
    ),
    claim(
        "exhibit",
        "Exhibits are listed, or the power of attorney is mentioned.",
        phrase("exhibit|exhibits", "Exhibit 24 is attached.", "The exhibition."),
        phrase("power of attorney", "Signed under a power of attorney.", "The attorney."),
        unless=(
            phrase("exhibit* .. to .. agreement", "As stated in Exhibit A to the Merger Agreement."),
            phrase(
                "exhibit* .... (8 k|10 k|10 q|annual report|registration statement|schedule 13d)",
                "As described in Exhibit 10.1 to the Form 8-K of the Issuer.",
            ),
        ),
    ),
    claim(
        "title_continued",
        "An officer's title, a name, or a nature that did not fit its field.",
        phrase(
            "^ full|complete name of",
            ("Full name of trust: The Sample Trust", "Complete name of the fund: Sample Fund"),
            "The name of the fund.",
        ),
        phrase("title of .. person", "Title of Reporting Person: Senior Vice President", "Title of the shares."),
        phrase(
            "officer|full|complete title*",
            "Full title: Executive Vice President.",
            "Title to the shares.",
        ),
        phrase(
            "^ title .. president|officer|counsel|chief|secretary",
            (
                "Title: Vice President of Sales",
                "Title: Principal Officer",
                "Title: Chief of Staff",
                "Title: General Counsel",
                "Title: Corporate Secretary",
            ),
            "Title to the shares passed.",
        ),
        phrase(
            "title continued|is",
            (
                "Title (continued): and Secretary.",
                "The full office title is Vice President.",
                "The title continued in the remarks.",
            ),
            "Title passed.",
        ),
        phrase("full|complete name .... is", "The full name of the trust is the Sample Trust.", "The name is Sample."),
    ),
    claim(
        "continued",
        "Continues another footnote or points to one.",
        phrase(
            "continu*|contd .. in|from|on .. footnote*|note|remarks",
            "(Continued from footnote 2)",
            "Continued service.",
        ),
        phrase("(footnote|footnotes|note|notes) #", "See footnote 2.", "See this footnote."),
    ),
)
