"""The rules that take a transaction out of Section 16(a), out of Section 16(b), or put it off to Form 5.

What each does to the report, for which codes it can be claimed, and the days on which the law changed. Rules 16a-4,
16a-9, 16a-12, 16b-3(c), 16b-5, and 16b-7 were not at hand in their present words; their substance is that of Form 4,
Instructions 4 and 8, and of the practice that the staff describes.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from form4gen.law.authorities import RULE_16A, RULE_16B, Source
from form4gen.records import NamedTuple

RULES_OF_1996 = date(1996, 8, 15)
"""Release 34-37260 took effect on this day; before it the rules of 1991 applied."""

TWO_BUSINESS_DAYS_SINCE = date(2002, 8, 29)
"""From this day on Section 16(a)(2)(C) gives two business days, and Rule 16b-3(d), (e), (f) is for Form 4."""

GIFTS_MADE_SINCE = date(2023, 2, 27)
"""From this day on a gift made may have to be on Form 4: Release 33-11138 took effect."""

GIFTS_MADE_SURELY_SINCE = date(2023, 4, 1)
"""From this day on a gift made must be on Form 4; of the weeks before, practitioners' sources differ."""


class Report(Enum):
    """What a rule does to the report of a transaction that it exempts."""

    NONE = "no report is due"
    FORM_5 = "may wait for Form 5"
    FORM_4 = "Form 4 all the same"


class Exemption(NamedTuple):
    """A rule, what it exempts, what it does to the report, and the codes under which it can be claimed."""

    rule: str
    what: str
    report: Report
    codes: str
    source: Source


_NO_LIMIT = "ACDEFGHIJLMOPSUWXZ"

EXEMPTIONS: dict[str, Exemption] = {
    each.rule: each
    for each in (
        Exemption(
            "16a-4(d)", "the expiration or cancellation of a long derivative without value", Report.NONE, "DHJ",
            RULE_16A.at("16a-4(d)"),
        ),
        Exemption("16a-5", "odd-lot dealing", Report.NONE, _NO_LIMIT, RULE_16A.at("16a-5")),
        Exemption(
            "16a-6", "a small acquisition", Report.FORM_5, "LP", RULE_16A.at("16a-6(a)"),
        ),
        Exemption("16a-7", "an underwriter's distribution", Report.NONE, "PS", RULE_16A.at("16a-7")),
        Exemption(
            "16a-9", "a stock split, a stock dividend, or rights issued pro rata to the class", Report.NONE, "AJP",
            RULE_16A.at("16a-9"),
        ),
        Exemption("16a-11", "dividend reinvestment", Report.NONE, "AJP", RULE_16A.at("16a-11")),
        Exemption("16a-12", "a domestic relations order", Report.NONE, "GJ", RULE_16A.at("16a-12")),
        Exemption(
            "16a-13", "a change in the form of beneficial ownership", Report.NONE, "GJ", RULE_16A.at("16a-13")
        ),
        Exemption("16b-3(c)", "a tax-conditioned plan", Report.NONE, "AJP", RULE_16B.at("16b-3(c)")),
        Exemption("16b-3(d)", "an acquisition from the issuer", Report.FORM_4, "AJM", RULE_16B.at("16b-3(d)")),
        Exemption("16b-3(e)", "a disposition to the issuer", Report.FORM_4, "DFJ", RULE_16B.at("16b-3(e)")),
        Exemption("16b-3(f)", "a discretionary transaction", Report.FORM_4, "I", RULE_16B.at("16b-3(f)")),
        Exemption("16b-5", "a gift or inheritance", Report.FORM_5, "GJW", RULE_16B.at("16b-5")),
        Exemption("16b-7", "a merger, reclassification, or consolidation", Report.FORM_5, "J", RULE_16B.at("16b-7")),
        Exemption("16b-8", "a voting trust", Report.FORM_5, "Z", RULE_16B.at("16b-8")),
    )
}  # fmt: skip
"""By the name under which the row key ``exemption`` gives them."""
