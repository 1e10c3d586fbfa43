"""Equity swaps, and options closed or written."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "equity_swap",
        "An equity swap or a contract for difference.",
        phrase(
            "~rate|currency|commodity|default|share|stock swap|swaps !dealer|rate",
            ("A cash-settled swap.", "Cash-settled equity swaps."),
            (
                "An interest rate swap.",
                "A currency swap.",
                "A commodity swap.",
                "A credit default swap.",
                "Received in a share swap.",
                "A stock swap to pay the exercise price.",
                "A registered swap dealer.",
                "At the swap rate.",
            ),
        ),
        phrase(
            "contract|contracts for difference|differences",
            ("A contract for difference.", "Contracts for differences."),
            "A contract for shares.",
        ),
        phrase("cfd|cfds", ("Cash-settled CFD.", "Cash-settled CFDs."), "CFO of the fund."),
        unless=(
            phrase(
                "no|not|nor ... swap|swaps",
                ("The holder has no swap.", "The policy does not permit swaps.", "It is neither a share nor a swap."),
            ),
        ),
    ),
    claim(
        "option_closed",
        "Mentions that an option or a position was closed, or that options are written.",
        phrase(
            "close|closes|closed|closing !sale|price",
            (
                "Bought to close the calls.",
                "This closes the calls.",
                "The calls were closed.",
                "A closing purchase.",
            ),
            ("The closing price.", "The closing sale price."),
        ),
        phrase("writing", "For writing calls.", "In handwriting."),
        of="mention",
    ),
)
