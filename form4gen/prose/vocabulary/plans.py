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
                "not|nor|non|no|neither .... 10b5-1",
                (
                    "The sale was not made under a Rule 10b5-1 plan.",
                    "Neither sale was made under a plan that Rule 10b5-1 covers.",
                    "This is not a plan trade, nor one that Rule 10b5-1 covers.",
                    "This is a non-Rule 10b5-1 trade.",
                    "There is no Rule 10b5-1 plan.",
                ),
            ),
            phrase(
                "(outside|other than|in lieu) ... 10b5-1",
                (
                    "The sale was made outside the Rule 10b5-1 plan.",
                    "This is a trade other than under a Rule 10b5-1 plan.",
                    "The gift was made in lieu of a sale under the Rule 10b5-1 plan.",
                ),
            ),
            phrase(
                "(may|might|will|intends|intend|expects|plans to) .. adopt|enter|establish .... 10b5-1",
                (
                    "The Reporting Person may adopt a Rule 10b5-1 plan.",
                    "The trustee might enter into a Rule 10b5-1 plan.",
                    "The trust will establish a Rule 10b5-1 plan.",
                    "Ms. Sample intends to adopt a Rule 10b5-1 plan.",
                    "The trustees intend to enter into a Rule 10b5-1 plan.",
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
                "Made under a Rule 10b5-1 plan adopted by the Jane and John Sample Family Trust of 2011 on May 5, 2025.",
            ),
            "The sale was made under a Rule 10b5-1 plan adopted during an open window.",
        ),
        phrase(
            "@adopted ... .. !10b5-1 # # .... 10b5-1",
            "Made under trading instructions adopted by the holder on June 3, 2025 that are meant to meet Rule 10b5-1.",
            "Made under a plan that is meant to meet Rule 10b5-1; the note was dated June 3, 2025.",
        ),
        phrase(
            "# # .... @adopted .... 10b5-1",
            "On May 6, 2025, the Reporting Person entered into a Rule 10b5-1 plan, under which this sale was made.",
            "On May 6, 2025, the Reporting Person sold under a Rule 10b5-1 plan.",
        ),
        phrase(
            "trading|sales|selling|such|the|this plan|arrangement|instructions ... @adopted ... .. # #",
            (
                "The trading plan was adopted on August 5, 2025.",
                "The sales plan is dated August 5, 2025.",
                "The selling plan was established on August 5, 2025.",
                "Such plan was entered into on August 5, 2025.",
                "This arrangement was adopted by the Reporting Person on August 5, 2025.",
                "The instructions were adopted on August 5, 2025.",
            ),
            "The trading plan was adopted during an open window.",
        ),
    ),
)
