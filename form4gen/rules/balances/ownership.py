"""HB: the form and the nature of ownership, and amounts that look mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from form4gen.accounts.lines import amount_of, balance_of, lines
from form4gen.law.authorities import CARE, FORM_4
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Row, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule

_FIVE_DIGITS = 5


_BILLION = Decimal(1_000_000_000)


_THOUSAND = Decimal(1000)


@rule(
    "HB104",
    name="direct holding reported as indirect",
    on=Row,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(b)(ii)"),),
)
def direct_holding_reported_as_indirect(row: Row) -> Iterator[Breach]:
    """What is held jointly, as community property, or through a bank, broker or nominee is reported as direct.

    Instruction 4(b)(ii) says so of securities that a bank, broker or nominee holds for the reporting person, and of
    joint tenants, tenants in common, tenants by the entirety and community property. A nature that names a trust, a
    custodian, a partner, a plan or a child is not questioned. EDGAR does not check this.

    Remedy: Change the ownership form to D and clear the nature of indirect ownership. Describe a joint tenancy in a
    footnote.
    """
    nature = row.nature_of_ownership
    text = (nature.value or "").strip()
    if row.direct_or_indirect_ownership.value == "I" and _direct().match(text) and not _for_another().search(text):
        yield Breach(
            nature.at,
            f'"{text}" is direct ownership. Report securities held jointly, as community property, or through a broker '
            "or nominee as direct (D).",
            found=f"I, {text}",
            expected="D",
        )


@rule(
    "HB105",
    name="vague or combined nature of ownership",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(b)(iii)"),),
)
def vague_or_combined_nature_of_ownership(filing: Filing) -> Iterator[Breach]:
    """The nature of ownership says through whom the securities are held, with one holder on a line.

    Instruction 4(b)(iii) requires the nature to be as specific as possible, and a separate line for each form of
    indirect ownership. A bare "By Trust" is accepted if a footnote on the row identifies the trust. "By John and
    Mary Doe Trust" is one holder. FN102 covers "See footnote" without a footnote. Each text is reported once. EDGAR
    does not check this.

    Remedy: Name the holder ("By Doe 2019 Family Trust"), or cite a footnote that does. Use a separate line for each
    holder.
    """
    seen: dict[str, str] = {}
    for row in filing.rows:
        nature = row.nature_of_ownership
        text = " ".join((nature.value or "").split())
        message = _vague(row, text, filing) if row.direct_or_indirect_ownership.value == "I" else ""
        if message and seen.setdefault(message, row.name) == row.name:
            yield Breach(nature.at, message, found=text)


def _vague(row: Row, text: str, filing: Filing) -> str:
    bare = _bare().fullmatch(text)
    if bare is not None and not row.nature_of_ownership.footnotes:
        kind = bare.group("kind")
        if kind is None or kind.casefold() not in filing.notes_of(row.footnotes).casefold():
            return (
                f'"{text}" does not say through whom the securities are held. State the nature of indirect ownership '
                "as specifically as possible."
            )
    elif _two_holders().fullmatch(text) or _two_entities().search(text) or ";" in text.replace("&amp;", ""):
        return (
            f'"{text}" appears to name more than one holder. Report different forms of indirect ownership on separate '
            "lines."
        )
    return ""


@rule(
    "HB109",
    name="transposed digits or mixed units",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 3(c)"), FORM_4.at("Instruction 4(a)(i)"), CARE.at("on digits")),
    certainty=MEDIUM,
)
def transposed_digits_or_mixed_units(filing: Filing) -> Iterator[Breach]:
    """State the number of equity securities or the face amount of debt securities, without transposed digits.

    An amount and a balance with the same five or more digits in a different order are usually one number mistyped.
    Debt is stated by its face amount, in the value columns of Table II; equity by the number of securities
    (Instruction 3(c)). A balance above one billion, over a thousand times the transaction, is an advisory. EDGAR
    does not check this.

    Remedy: Correct the number. If only the unit is wrong, enter the amount in the field for shares or for value
    instead.
    """
    for line in lines(filing.transactions):
        yield from _odd_amounts(line[0])
    for row in filing.rows:
        yield from _mixed_units(row)


def _odd_amounts(row: Transaction) -> Iterator[Breach]:
    amount, balance = amount_of(row), balance_of(row)
    if not amount or not balance:
        return
    ours, theirs = _digits(amount), _digits(balance)
    if ours != theirs and sorted(ours) == sorted(theirs) and len(ours.rstrip("0")) >= _FIVE_DIGITS:
        yield Breach(
            row.owned_following.at,
            f"The amount ({number(amount)}) and the balance ({number(balance)}) have the same digits in a different "
            "order. Check both for a typing error.",
            found=number(balance),
            remedy="Correct the number that is mistyped.",
        )
    elif balance > _BILLION and balance > EXACT.multiply(_THOUSAND, amount):
        yield Breach(
            row.owned_following.at,
            f"The balance is {number(balance)}, but the transaction is only {number(amount)}. Check that neither is a "
            "dollar value reported as shares.",
            found=number(balance),
            severity=ADVISORY,
        )


def _mixed_units(row: Row) -> Iterator[Breach]:
    title = row.security_title.value or ""
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if isinstance(row, DerivativeTransaction):
        amounts = (row.transaction_shares, row.transaction_total_value)
        if not all(cell.is_blank for cell in amounts):
            shares, value = amounts
    elif isinstance(row, NonDerivativeTransaction):
        return
    is_equity = _equity().search(title) is not None
    if not is_equity and _debt().search(title) and shares.value and not value.value:
        message = (
            f"{title} is debt, but its amount is reported as a number of securities. Report the face amount in US "
            "dollars."
        )
        remedy = "Enter the face amount in the field for the value instead."
        yield Breach(shares.at, message, number(shares.value), remedy=remedy)
    elif is_equity and not _debt().search(title) and value.value and not shares.value:
        message = (
            f"{title} is an equity security, but its amount is reported as a dollar value. Report the number of "
            "securities."
        )
        remedy = "Enter the number of securities in the field for shares instead."
        yield Breach(value.at, message, number(value.value), remedy=remedy)


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _direct() -> re.Pattern[str]:
    return re.compile(
        r"(?:by )?(?:self|direct(?:ly)?|joint(?:ly)?|jtwros|tenan(?:ts?|cy) (?:in common|by the entiret(?:y|ies))"
        r"|community property|nominee|street name|brokerage account|broker)\b",
        re.IGNORECASE,
    )


@cache
def _for_another() -> re.Pattern[str]:
    return re.compile(
        r"trust|custod|partner|\bfor\b|\bsons?\b|daughter|child|name of|managed|\bL\.?L\.?C\b|\bplan\b|venture|\bIRA\b"
        r"|\bas\b",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"(?:indirect(?:ly)?|(?:by )?(?:an? |the )?(?P<kind>trusts?|family|LLC|L\.L\.C\.|partnership))\.?",
        re.IGNORECASE,
    )


@cache
def _two_holders() -> re.Pattern[str]:
    holder = (
        r"(?:(?:by|with|through|held by) )?(?:his |her |my |the )?(?:(?:spouse|wife|husband)'s )?"
        r"(?:spouse|wife|husband|child(?:ren)?|sons?|daughters?|trusts?|IRA|401\(?k\)?|LLC|partnership|foundation)"
    )
    return re.compile(rf"{holder}(?: and | ?& ?|, (?:and )?){holder}\.?", re.IGNORECASE)


@cache
def _two_entities() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:LLC|L\.L\.C\.|L\.P\.|LP|LLLP) (?:and|&) .*\b(?:LLC|L\.L\.C\.|L\.P\.|LP|LLLP)", re.IGNORECASE
    )


@cache
def _debt() -> re.Pattern[str]:
    return re.compile(r"\bnotes?\b|\bdebentures?\b|\bbonds?\b", re.IGNORECASE)


@cache
def _equity() -> re.Pattern[str]:
    return re.compile(r"\bstock|\bshares?\b|\boptions?\b|\bunits?\b|\bwarrants?\b|\brights?\b|\bRSUs?\b", re.IGNORECASE)
