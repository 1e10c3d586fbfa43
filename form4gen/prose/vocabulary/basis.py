"""Which rule a transaction rests on, and other words that decide when it must be reported."""

from __future__ import annotations

from form4gen.prose.claims import Claim, claim, phrase

ASKED = "rule"
"""These claims are asked by rules and accounts alone; a reader of a text is not shown them."""


def _rule(name: str, words: str, cited: str, plain: str) -> Claim:
    """A claim that a text names a rule, and not that the rule does not apply."""
    return claim(
        name,
        f"The text relies on Rule {cited}.",
        phrase(words, f"Exempt under Rule {cited}.", plain),
        unless=(phrase(f"not .... {words}", f"This transaction was not exempt under Rule {cited}."),),
        of=ASKED,
    )


CLAIMS = (
    _rule("rule_16a_4", "16a-4", "16a-4(d)", "Exempt under Rule 16a-1."),
    _rule("rule_16a_7", "16a-7", "16a-7", "Exempt under Rule 16a-1."),
    _rule("rule_16a_11", "16a-11", "16a-11", "Exempt under Rule 16a-1."),
    _rule("rule_16a_12", "16a-12", "16a-12", "Exempt under Rule 16a-1."),
    _rule("rule_16a_13", "16a-13", "16a-13", "Exempt under Rule 16a-1."),
    _rule("rule_16b_3_c", "16b-3 c", "16b-3(c)", "Exempt under Rule 16b-3(d)."),
    _rule("rule_16b_3_d", "16b-3 d", "16b-3(d)", "Exempt under Rule 16b-3(c)."),
    _rule("rule_16b_3_e", "16b-3 e", "16b-3(e)", "Exempt under Rule 16b-3(c)."),
    _rule("rule_16b_5", "16b-5", "16b-5", "Exempt under Rule 16b-3(d)."),
    claim(
        "not_exempt",
        "The transaction is not exempt from Section 16(b).",
        phrase(
            "not exempt !from",
            "This transaction is not exempt under Rule 16b-3.",
            ("The transaction is exempt.", "The shares are not exempt from registration."),
        ),
        phrase(
            "not exempt from section 16",
            "The transfer is not exempt from Section 16(b).",
            "The transfer is not exempt from Section 5.",
        ),
        phrase(
            "non|nonexempt exempt? transaction|transfer|acquisition|disposition",
            (
                "This is a non-exempt transaction.",
                "Reported as a nonexempt transfer.",
                "A non-exempt acquisition.",
                "A non-exempt disposition.",
            ),
            ("This is an exempt transaction.", "A non-exempt employee."),
        ),
        of=ASKED,
    ),
    claim(
        "spin_off",
        "Securities were distributed to all holders of a class: a spin-off, or rights issued pro rata.",
        phrase(
            "spin|spun off",
            ("Received in the spin-off of Example Sub Inc.", "Example Sub was spun off on May 1, 2026."),
            "Received in a spinning class.",
        ),
        phrase(
            "pro rata .. rights",
            "The Issuer issued pro rata subscription rights.",
            "The fund made a pro rata distribution.",
        ),
        phrase(
            "dividend|distribution|distributed ... to all .. holders|stockholders|shareholders",
            (
                "A stock dividend to all holders of the class.",
                "A distribution of warrants to all holders of common stock.",
                "Warrants were distributed to all the Issuer's stockholders.",
                "A dividend paid in shares to all shareholders.",
            ),
            "A notice was sent to all holders.",
        ),
        of=ASKED,
    ),
    claim(
        "employee_plan",
        "The transaction was in an employee benefit plan, or is called a discretionary transaction.",
        phrase("401k", "Transfer within the Issuer's 401(k) plan.", "Transfer within the trust."),
        phrase(
            "discretionary transaction|transactions",
            ("A discretionary transaction under Rule 16b-3(f).", "Discretionary transactions within the fund."),
            "Sold by the broker under discretionary authority in a transaction.",
        ),
        phrase(
            "savings|retirement|employee|deferred .... plan|plans",
            (
                "Sold in the Issuer's savings plan.",
                "Moved out of the stock fund of the retirement plan.",
                "Held in employee benefit plans.",
                "Credited under the deferred compensation plan.",
            ),
            ("Sold under a trading plan.", "Payable on retirement."),
        ),
        of=ASKED,
    ),
    claim(
        "plan_named",
        "A plan of the issuer is named.",
        phrase(
            "plan|plans|401k|savings|retirement",
            (
                "A transfer in the Example Corp plan.",
                "A transfer between plans.",
                "A transfer in the 401(k) fund.",
                "A transfer in the Example Corp savings fund.",
                "A transfer in the retirement fund.",
            ),
            "A transfer between two funds.",
        ),
        phrase("excess benefit", "Credited as an excess benefit.", "The benefit of the doubt."),
        phrase("deferred compensation", "Credited as deferred compensation.", "The compensation committee."),
        of=ASKED,
    ),
    claim(
        "from_issuer",
        "The securities came from the issuer or its plan.",
        phrase(
            "from|by the issuer|company",
            (
                "Acquired from the Issuer.",
                "Issued by the Company.",
            ),
            ("Acquired on the exchange.", "A director of the Issuer.", "Acquired from the broker."),
        ),
        phrase(
            "award|awards|grant|grants|granted",
            (
                "Acquired as an award.",
                "Acquired under two awards.",
                "Acquired as a grant.",
                "Acquired under annual grants.",
                "Options granted in May.",
            ),
            "Acquired on the exchange.",
        ),
        of=ASKED,
    ),
    claim(
        "mixed_trust",
        "A trust holds other assets beside the class.",
        phrase(
            "trust|trusts .... other assets|securities|property",
            (
                "The voting trust also holds other securities.",
                "The trust holds cash and other assets.",
                "The trusts own other property.",
            ),
            ("The voting trust holds no securities but these.", "The trust is one of three."),
        ),
        of=ASKED,
    ),
    claim(
        "paid_debt",
        "Securities settled a debt, or collateral was taken.",
        phrase("foreclos*", "The lender foreclosed on the pledged shares.", "The lender agreed."),
        phrase(
            "satisfaction|repayment|payment|settlement of .... note|loan|debt|indebtedness|obligation|judgment",
            (
                "Transferred in full satisfaction of a loan.",
                "Delivered in repayment of the note.",
                "Delivered in payment of a debt.",
                "Delivered in settlement of indebtedness.",
                "Delivered in satisfaction of an obligation.",
                "Delivered in satisfaction of a judgment.",
            ),
            "Delivered in settlement of the award.",
        ),
        of=ASKED,
    ),
    claim(
        "previously_unreported",
        "The row is late or comes from an earlier time, and the text says so.",
        phrase(
            "previously|delinquent|untimely|oversight|unaware|administrative|error|fail*|omit*|inadvert*",
            (
                "This sale is from a previously closed account.",
                "A delinquent report.",
                "An untimely report.",
                "Not reported by an oversight.",
                "The person was unaware of the trade.",
                "Due to an administrative matter.",
                "Reported in error.",
                "The broker failed to report it.",
                "Omitted from the last form.",
                "Inadvertently not reported.",
            ),
            "This sale was made on the exchange.",
        ),
        phrase("not .. reported|report", ("Not until now reported.", "It did not report the trade."), "Reported."),
        of=ASKED,
    ),
    claim(
        "short_sale",
        "A sale was a short sale.",
        phrase(
            "short sale|sales|against",
            ("This was a short sale.", "Covered by short sales.", "Sold short against the box."),
            "A short holding period.",
        ),
        phrase("sold|selling short", ("The fund sold short.", "The fund was selling short."), "The list is short."),
        of=ASKED,
    ),
    claim(
        "form_144_or_other_ground",
        "The sale was on Form 144, under Rule 144, registered, underwritten, or private.",
        phrase(
            "form|rule 144",
            ("A Form 144 was filed.", "Sold under Rule 144."),
            "Sold 144 shares under the rule.",
        ),
        phrase(
            "registered|underwrit*|private*|repurchase*",
            (
                "A registered resale.",
                "An underwritten deal.",
                "Sold privately to one buyer.",
                "Repurchased from the holder.",
            ),
            "Sold to one buyer.",
        ),
        phrase(
            "registration statement",
            "Sold under an effective registration statement.",
            "Sold under a statement of the broker.",
        ),
        phrase(
            "public|secondary offering",
            ("Sold in a public offering.", "Sold in the secondary offering."),
            "Sold on the offering date.",
        ),
        phrase("4 a 7", "Sold under Section 4(a)(7).", "Sold under Section 4(a)."),
        of=ASKED,
    ),
    claim(
        "call_title",
        "The security is a call.",
        phrase("call|calls", ("Call option", "Listed calls"), "Option"),
        phrase("obligation to sell", "Option (obligation to sell)", "Option (right to sell)"),
        of="title",
    ),
)
