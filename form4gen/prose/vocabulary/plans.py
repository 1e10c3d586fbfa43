"""Rule 10b5-1 plans, and the days on which they were adopted."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "plan_10b5_1",
        "The trade was made under a Rule 10b5-1 plan.",
        phrase(
            "10b5-1",
            "The sales were made under a Rule 10b5-1 trading plan.",
            "The sales were made under a trading plan of the Issuer's bank.",
        ),
        unless=(
            phrase(
                "may|intends .. sell|trade .... 10b5-1",
                (
                    "The Reporting Person may sell shares under a Rule 10b5-1 plan.",
                    "The fund intends to sell under a Rule 10b5-1 plan.",
                    "The fund may trade under a Rule 10b5-1 plan.",
                ),
            ),
            phrase(
                "10b5-1 checkbox|box|indicator",
                (
                    "Filed to add the 10b5-1 checkbox.",
                    "Filed to mark the Rule 10b5-1 box.",
                    "Filed to add the 10b5-1 indicator.",
                ),
            ),
            phrase(
                "not been? @carried_out .... 10b5-1",
                (
                    "The sale was not made under a Rule 10b5-1 plan.",
                    "The sale was not effected under a Rule 10b5-1 plan.",
                    "The sale was not executed under a Rule 10b5-1 plan.",
                    "The sale was not pursuant to a Rule 10b5-1 plan.",
                    "The sale was not under a Rule 10b5-1 plan.",
                    "The sale was not covered by a Rule 10b5-1 plan.",
                    "The sale was not part of a Rule 10b5-1 plan.",
                    "The Reporting Person had not adopted a Rule 10b5-1 plan.",
                    "The Reporting Person has not entered into a Rule 10b5-1 plan.",
                    "The shares have not been made part of a Rule 10b5-1 plan.",
                    "The sale did not occur under a Rule 10b5-1 plan.",
                ),
            ),
            phrase(
                "terminated|canceled|cancelled .... 10b5-1",
                (
                    "On May 5, 2025, the Reporting Person terminated a Rule 10b5-1 plan.",
                    "The Reporting Person canceled the Rule 10b5-1 plan.",
                    "The trust cancelled the Rule 10b5-1 plan.",
                ),
            ),
            phrase(
                "non|no|neither|outside rule? 10b5-1",
                (
                    "This is a non-Rule 10b5-1 trade.",
                    "This is a non-10b5-1 trade.",
                    "There is no Rule 10b5-1 plan.",
                    "Neither Rule 10b5-1 nor Rule 144 covers the sale.",
                    "The sale was made outside Rule 10b5-1.",
                ),
            ),
            phrase(
                "(other than|outside of|in lieu) ... 10b5-1",
                "The sale was made other than under a Rule 10b5-1 plan.",
            ),
            phrase(
                "may|might|will|intend*|expect*|plans .. adopt|enter|establish .... 10b5-1",
                (
                    "The Reporting Person may adopt a Rule 10b5-1 plan.",
                    "The trustee might enter into a Rule 10b5-1 plan.",
                    "The trust will establish a Rule 10b5-1 plan.",
                    "Ms. Sample intends to adopt a Rule 10b5-1 plan.",
                    "Mr. Sample expects to establish a Rule 10b5-1 plan.",
                    "Mr. Sample plans to adopt a Rule 10b5-1 plan.",
                ),
            ),
        ),
    ),
    claim(
        "plan_adopted_on",
        "The day on which the Rule 10b5-1 plan was adopted.",
        phrase(
            "10b5-1 .... @adopted ... .. !10b5-1 # #",
            (
                "The sale was made under a Rule 10b5-1 plan adopted on March 4, 2025.",
                "Made under a Rule 10b5-1 plan adopted by the Jane and John Sample Family Trust (2011) on May 5, 2025.",
            ),
            "The sale was made under a Rule 10b5-1 plan adopted during an open window.",
        ),
        phrase(
            "@adopted ... .. # # .... 10b5-1",
            "Made under trading instructions adopted by the holder on June 3, 2025 that are meant to meet Rule 10b5-1.",
            "Made under a plan that is meant to meet Rule 10b5-1; the note was dated June 3, 2025.",
        ),
        phrase(
            "# # .... adopted|established a|the|his|her ... 10b5-1",
            (
                "On May 6, 2025, the Reporting Person adopted a Rule 10b5-1 plan, under which this sale was made.",
                "On May 6, 2025, the trust established the Rule 10b5-1 plan under which this sale was made.",
                "On May 6, 2025, Mr. Sample adopted his Rule 10b5-1 plan.",
                "On May 6, 2025, Ms. Sample adopted her Rule 10b5-1 plan.",
            ),
            "On May 6, 2025, the Reporting Person sold under a plan adopted under Rule 10b5-1.",
        ),
        phrase(
            "adopted|adoption|established|into .. 10b5-1 ... !10b5-1 # #",
            (
                "The Reporting Person adopted the Rule 10b5-1 plan on May 5, 2025.",
                "The date of the adoption of the Rule 10b5-1 plan is May 5, 2025.",
                "The trust established a Rule 10b5-1 plan on May 5, 2025.",
                "The trust entered into a Rule 10b5-1 plan on May 5, 2025.",
            ),
            "The sale was made under the Rule 10b5-1 plan on May 5, 2025.",
        ),
        phrase(
            "# # .... entered into ... 10b5-1",
            "On May 6, 2025, the Reporting Person entered into a Rule 10b5-1 plan.",
            "On May 6, 2025, the sale was entered. It was made under Rule 10b5-1.",
        ),
        phrase(
            "trading|sales|selling plan|arrangement|instructions ... @adopted ... # #",
            (
                "The trading plan was adopted on August 5, 2025.",
                "The sales plan is dated August 5, 2025.",
                "The selling plan was established on August 5, 2025.",
                "The trading arrangement was adopted by the Reporting Person on August 5, 2025.",
                "The trading instructions were adopted on August 5, 2025.",
            ),
            "The trading plan was adopted during an open window.",
        ),
        phrase(
            "such|this|that plan was adopted|entered ... # #",
            (
                "Such plan was entered into on August 5, 2025.",
                "This plan was adopted by the holder on August 5, 2025.",
                "That plan was adopted on August 5, 2025.",
            ),
            "Such plan was adopted by the holder.",
        ),
        unless=(
            phrase(
                "not been? @carried_out .... 10b5-1",
                (
                    "The sale was not made under a Rule 10b5-1 plan adopted on May 5, 2025.",
                    "The sale has not been made under the Rule 10b5-1 plan adopted on May 5, 2025.",
                ),
            ),
        ),
    ),
)
