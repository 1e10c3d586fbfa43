"""Which of a form's trades a Rule 10b5-1 plan covers."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "covers_all_trades",
        "The text covers all trades of the form.",
        phrase(
            "all|each|every .. @trading",
            (
                "All sales were made under the plan.",
                "Each of the purchases was made under the plan.",
                "Every trade was made under the plan.",
                "Every transaction was made under the plan.",
                "Each sale was made under the plan.",
                "Every disposition was made under the plan.",
                "Every gift was made by the trust.",
            ),
            ("All plans were adopted in May.", "The sale was made under the plan."),
        ),
        phrase(
            "~to @trading .. reported|disclosed|(set forth)|shown|described|listed",
            (
                "The transactions reported were made under the plan.",
                "The sales disclosed here were made under the plan.",
                "The dispositions set forth here were made under the plan.",
                "The purchase shown was made under the plan.",
                "The gifts described here were made under the plan.",
                "The trades listed here were made under the plan.",
            ),
            (
                "The shares reported are held directly.",
                "The sales were made under the plan.",
                "Options to purchase shares as reported.",
            ),
        ),
        of="mention",
    ),
    claim(
        "outside_plan",
        "A trade was not made under a Rule 10b5-1 plan.",
        phrase(
            "not|non|outside|independent|independently|(other than) .... 10b5-1",
            (
                "The sale was not made under a Rule 10b5-1 plan.",
                "This is a non-Rule 10b5-1 sale.",
                "The sale was made outside the Rule 10b5-1 plan.",
                "This sale was independent of the Rule 10b5-1 plan.",
                "The sale was made independently of the Rule 10b5-1 plan.",
                "This sale was other than under the Rule 10b5-1 plan.",
            ),
            ("The sale was made under a Rule 10b5-1 plan.", "The sale is not exempt.", "Shares other than stock."),
        ),
        phrase(
            "10b5-1 ... not",
            "The Rule 10b5-1 plan did not cover this sale.",
            ("Under the Rule 10b5-1 plan.", "This sale is not exempt."),
        ),
        of="mention",
    ),
)
