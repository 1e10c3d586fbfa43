"""The transaction codes of Form 4: what each means, where it belongs, and the expected contents of its row.

Instruction 8 of the form sets the codes and their meanings. Tables, marks and prices follow from the meanings and from
Instructions 4(c) and 5, and in part from practice; EDGAR's schema accepts each code in both tables, with either mark
and at any price. V and K are marks beside a code, never codes of their own.
"""

from __future__ import annotations

from enum import Enum

from form4gen.law.authorities import (
    FORM_4,
    OWNERSHIP_XML,
    OWNERSHIP_XSD,
    RELEASE_33_11138,
    RULE_16A,
    RULE_16B,
    Source,
)
from form4gen.records import NamedTuple


class Family(Enum):
    """The headings under which Instruction 8 lists the codes."""

    GENERAL = "General Transaction Codes"
    RULE_16B_3 = "Rule 16b-3 Transaction Codes"
    DERIVATIVE = "Derivative Securities Codes"
    OTHER_EXEMPT = "Other Section 16(b) Exempt Transaction and Small Acquisition Codes"
    OTHER = "Other Transaction Codes"


class Price(Enum):
    """The expected contents of the price cell of a row."""

    PAID = "more than 0"
    NONE = "0"
    NONE_OR_PAID = "0, or what was paid"
    NONE_OR_NOTE = "0, or a footnote alone"
    PAID_OR_NOTE = "more than 0, or a footnote"
    PAID_OR_FORFEITED = "more than 0; 0 with a footnote on the forfeiture"
    EXERCISE_PRICE = "the exercise price; 0 for a restricted stock unit"
    CONVERSION_PRICE = "0, or the conversion price"
    ANY = "any"


class Early(Enum):
    """Whether the code alone lets a transaction wait for Form 5 (the V of the form); the row may say otherwise."""

    NEVER = "no"
    ALLOWED = "yes"
    EXPECTED = "expected"
    GIFTS_RECEIVED = "gifts received only"
    UNKNOWN = "not established"


class Use(NamedTuple):
    """A code in one table: the marks that fit it (``A``, ``D``, or ``AD`` for either) and the price expected."""

    marks: str
    price: Price


class Code(NamedTuple):
    """A transaction code; a table in which it is not used is None."""

    letter: str
    name: str
    meaning: str
    family: Family
    table_i: Use | None
    table_ii: Use | None
    early: Early
    sources: tuple[Source, ...]
    doubt: str = ""

    @property
    def rests_on_rule_16b_3(self) -> bool:
        """The code claims the exemption of Rule 16b-3, which is for officers and directors."""
        return self.family is Family.RULE_16B_3


_LIST = FORM_4.at("Instruction 8")
_PRICES = FORM_4.at("Instruction 5")
_EXERCISES = FORM_4.at("Instruction 4(c)(i), (iii)")
_EXERCISED = Use("D", Price.NONE_OR_NOTE)
_BOUGHT, _SOLD = Use("A", Price.PAID), Use("D", Price.PAID)
_GRANTED, _RETURNED = Use("A", Price.NONE_OR_PAID), Use("D", Price.PAID_OR_FORFEITED)
_EITHER_WAY, _TENDERED = Use("AD", Price.NONE), Use("D", Price.PAID_OR_NOTE)

CODES: dict[str, Code] = {
    code.letter: code
    for code in (
        Code(
            "A", "grant or award", "a grant, award or other acquisition from the issuer under Rule 16b-3(d)",
            Family.RULE_16B_3, _GRANTED, _GRANTED, Early.NEVER, (_LIST, _PRICES, RULE_16B.at("16b-3(d)")),
        ),
        Code(
            "C", "conversion", "the conversion of a derivative security, not exempt under Rule 16b-3",
            Family.DERIVATIVE, Use("A", Price.CONVERSION_PRICE), _EXERCISED, Early.NEVER, (_LIST, _EXERCISES),
            "Where both classes are reported in Table I, the class given up is marked D.",
        ),
        Code(
            "D", "disposition to the issuer", "a disposition to the issuer under Rule 16b-3(e)",
            Family.RULE_16B_3, _RETURNED, _RETURNED, Early.NEVER, (_LIST, _PRICES, RULE_16B.at("16b-3(e)")),
        ),
        Code(
            "E", "expiration of a short position", "the expiration of a short derivative position",
            Family.DERIVATIVE, None, Use("AD", Price.NONE), Early.UNKNOWN, (_LIST,),
            "Which mark practice uses, and whether the row may be early, is not established.",
        ),
        Code(
            "F", "tax or exercise price payment",
            "the payment of an exercise price or tax liability by delivering or withholding securities",
            Family.RULE_16B_3, _SOLD, _SOLD, Early.NEVER, (_LIST, _PRICES, RULE_16B.at("16b-3(e)")),
            "In Table II it is rare.",
        ),
        Code(
            "G", "gift", "a bona fide gift",
            Family.OTHER_EXEMPT, _EITHER_WAY, _EITHER_WAY, Early.GIFTS_RECEIVED,
            (_LIST, FORM_4.at("Instruction 4(a)(i)(3)"), RELEASE_33_11138.at("(2022)")),
            "The price 0 is practice; no authority sets it.",
        ),
        Code(
            "H", "expiration of a long position",
            "the expiration or cancellation of a long derivative position with value received",
            Family.DERIVATIVE, None, _SOLD, Early.NEVER, (_LIST,),
        ),
        Code(
            "I", "discretionary transaction", "a discretionary transaction under Rule 16b-3(f)",
            Family.RULE_16B_3, Use("AD", Price.PAID), Use("AD", Price.PAID), Early.NEVER,
            (_LIST, _PRICES, RULE_16B.at("16b-3(f)"), RULE_16A.at("16a-3(g)(3)")),
        ),
        Code(
            "J", "other transaction", "another acquisition or disposition, described in a footnote",
            Family.OTHER, Use("AD", Price.ANY), Use("AD", Price.ANY), Early.ALLOWED, (_LIST,),
        ),
        Code(
            "L", "small acquisition", "a small acquisition under Rule 16a-6",
            Family.OTHER_EXEMPT, _BOUGHT, _BOUGHT, Early.EXPECTED, (_LIST, _PRICES, RULE_16A.at("16a-6")),
        ),
        Code(
            "M", "exercise", "the exercise or conversion of a derivative security exempted by Rule 16b-3",
            Family.RULE_16B_3, Use("A", Price.EXERCISE_PRICE), _EXERCISED, Early.NEVER, (_LIST, _EXERCISES),
        ),
        Code(
            "O", "out-of-the-money exercise", "the exercise of an out-of-the-money derivative security",
            Family.DERIVATIVE, Use("A", Price.EXERCISE_PRICE), _EXERCISED, Early.NEVER, (_LIST, _EXERCISES),
            "The exercise of a put disposes of the shares.",
        ),
        Code(
            "P", "purchase", "an open-market or private purchase",
            Family.GENERAL, _BOUGHT, _BOUGHT, Early.NEVER, (_LIST, _PRICES),
        ),
        Code(
            "S", "sale", "an open-market or private sale",
            Family.GENERAL, _SOLD, _SOLD, Early.NEVER, (_LIST, _PRICES),
        ),
        Code(
            "U", "tender", "a disposition by tender of shares in a change of control",
            Family.OTHER, _TENDERED, _TENDERED, Early.NEVER, (_LIST, _PRICES),
        ),
        Code(
            "W", "will or inheritance", "an acquisition or disposition by will or the laws of descent and distribution",
            Family.OTHER_EXEMPT, _EITHER_WAY, _EITHER_WAY, Early.ALLOWED, (_LIST,),
            "The price 0 is practice; no authority sets it.",
        ),
        Code(
            "X", "in-the-money or at-the-money exercise",
            "the exercise of an in-the-money or at-the-money derivative security",
            Family.DERIVATIVE, Use("A", Price.EXERCISE_PRICE), _EXERCISED, Early.NEVER, (_LIST, _EXERCISES),
            "The exercise of a put disposes of the shares.",
        ),
        Code(
            "Z", "voting trust", "a deposit into or a withdrawal from a voting trust",
            Family.OTHER_EXEMPT, _EITHER_WAY, None, Early.ALLOWED, (_LIST,),
            "The price 0 is practice; no authority sets it.",
        ),
    )
}  # fmt: skip
"""The 18 codes that EDGAR accepts, by letter (Ownership XML Specification 3.6.9)."""

SOURCE_OF_THE_LIST = OWNERSHIP_XML.at("3.6.9")


class Mark(NamedTuple):
    """A letter that the form prints beside a code, and the field in which EDGAR expects it."""

    letter: str
    meaning: str
    instead: str
    sources: tuple[Source, ...]


MARKS: dict[str, Mark] = {
    "V": Mark(
        "V",
        "a transaction reported earlier than required",
        'enter the code of the transaction and set transactionFormType to "5"',
        (_LIST, OWNERSHIP_XML.at("4.3.8.2")),
    ),
    "K": Mark(
        "K",
        "an equity swap or instrument with similar characteristics",
        "enter the code of the transaction (S for S/K) and set equitySwapInvolved to true",
        (_LIST, OWNERSHIP_XSD.at("equitySwapInvolved")),
    ),
}
