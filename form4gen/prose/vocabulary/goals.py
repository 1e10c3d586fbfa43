"""Goals of the issuer on which an award depends, and whether they were achieved."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "company_goals",
        "An award depends on results of the issuer's own business, such as earnings, revenue, EBITDA, or a return.",
        phrase(
            "@results .... @measures",
            (
                "The units vest on cumulative earnings per share goals.",
                "The PSUs vest on EPS goals.",
                "The PSUs vest if an ROIC target is reached.",
                "The units are subject to adjusted EBITDA targets.",
                "The units are subject to a net income hurdle.",
                "The units are subject to return on invested capital targets.",
                "The units are subject to return on equity targets.",
                "The units are subject to return on assets targets.",
                "The units are subject to a revenue target.",
            ),
            ("Performance targets apply.", "The company announced its revenue on Monday."),
        ),
        phrase(
            "achiev*|attain*|performance|goals|criteria|metrics|targets .... @results",
            (
                "The number depends on whether the issuer achieves a level of revenues.",
                "The number depends on the attainment of operating income of $10 million.",
                "The number depends on performance in cash flow.",
                "The number depends on goals for free cash flow.",
                "The number depends on criteria such as revenue.",
                "The number depends on metrics such as revenue.",
                "The number depends on targets such as revenue.",
            ),
            ("The shares vest upon the achievement of a stock price.", "The number depends on revenue."),
        ),
    ),
    claim(
        "goals_met",
        "Goals of an award were achieved, or the number of securities earned was determined.",
        phrase(
            "~not was|were|been ..!not achieved|met|satisfied|attained|certified|exceeded",
            (
                "The performance condition was met.",
                "The EBITDA targets were achieved.",
                "The goals have been satisfied.",
                "The revenue target was attained.",
                "The goals were exceeded.",
                "The level of performance was certified.",
            ),
            (
                "The units vest if the goals are achieved.",
                "The goals have not been met.",
                "The goals were not met.",
                "The performance condition was new.",
            ),
        ),
        phrase(
            "~be|is|are certified|determined|approved ... achiev*|attainment|performance|results|level|payout|earned",
            (
                "The committee certified the achievement of the goals.",
                "The committee determined the attainment of the goals.",
                "The committee certified performance.",
                "The committee certified the financial results.",
                "The committee certified the level of revenue.",
                "The committee approved the payout.",
                "The committee determined that 500 units are earned.",
            ),
            (
                "The number will be determined by performance.",
                "The number is determined by performance.",
                "The goals are certified as achieved by the committee in March.",
                "The committee approved the award.",
            ),
        ),
        phrase(
            "represent* ....!may|can|be|will|are earned",
            "Represents performance share units earned for the three-year period.",
            (
                "Represents the units that may soon become earned.",
                "Represents units of which as many as twice the target can become earned.",
                "Represents units to be granted and earned.",
                "Represents units, and more will vest when earned.",
                "Represents units that are not yet earned.",
            ),
        ),
        unless=(
            phrase(
                "if|unless|until|once|when|whether|extent .... was|were|been|earned|determined|certified",
                (
                    "The units vest if the goals have been met.",
                    "The units do not vest unless the goals were met.",
                    "The units do not vest until the goals were met.",
                    "The units vest once the committee certified performance.",
                    "The units vest when the committee determined the payout.",
                    "The number depends on whether the goal was met.",
                    "Represents units that vest to the extent earned.",
                ),
            ),
        ),
    ),
)
