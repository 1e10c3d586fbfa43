"""Equity swaps and short positions."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "equity_swap",
        "An equity swap or a contract for difference.",
        phrase(
            "~rate|currency|commodity|default swap|swaps !dealer|rate",
            ("A cash-settled swap.", "Cash-settled equity swaps."),
            (
                "An interest rate swap.",
                "A currency swap.",
                "A commodity swap.",
                "A credit default swap.",
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
    ),
    claim(
        "short_position",
        "The security or the row is a short position or an option that the person wrote.",
        phrase(
            "short !swing|term",
            "The fund is short 100 calls.",
            ("A short-swing profit.", "A short-term note."),
        ),
        phrase("obligation to", "Call Option (obligation to sell)", "Tax obligations."),
        phrase(
            "written|wrote|writing",
            ("Calls written by the fund.", "The fund wrote calls.", "For writing calls."),
            "The calls expired.",
        ),
        of="mention",
    ),
    claim(
        "option_closed",
        "An option or a position was closed.",
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
        of="mention",
    ),
)
