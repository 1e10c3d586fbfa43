"""HB: the form and the nature of ownership, and amounts that look mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from form4gen.accounts.lines import amount_of, balance_of, lines
from form4gen.law.authorities import CARE, FORM_4
from form4gen.law.unseen import visible
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Row, Transaction
from form4gen.model.wording import number
from form4gen.prose.natures import leaves_holder_open, names_two_holders
from form4gen.prose.reading import read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule

_FIVE_DIGITS = 5


_BILLION = Decimal(1_000_000_000)


_THOUSAND = Decimal(1000)


_EQUITY = ("equity_title", "option_title", "unit_title", "warrant_title")
"""Securities that are counted by number."""


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
    text = visible(nature.value)
    if row.direct_or_indirect_ownership.value == "I" and read(text).says("held_directly"):
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
    seen: set[str] = set()
    for row in filing.rows:
        nature = row.nature_of_ownership
        text = " ".join((nature.value or "").split())
        if row.direct_or_indirect_ownership.value != "I" or not text or text in seen:
            continue
        if leaves_holder_open(row, filing):
            seen.add(text)
            yield Breach(
                nature.at,
                f'"{text}" does not say through whom the securities are held. State the nature of indirect ownership '
                "as specifically as possible.",
                found=text,
                remedy='Name the holder ("By Doe 2019 Family Trust"), or cite a footnote that does.',
            )
        elif names_two_holders(text):
            seen.add(text)
            yield Breach(
                nature.at,
                f'"{text}" appears to name more than one holder. Report different forms of indirect ownership on '
                "separate lines.",
                found=text,
                remedy="Use a separate line for each holder.",
            )


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
    title, said = row.security_title.value, read(row.security_title.value)
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if isinstance(row, DerivativeTransaction):
        amounts = (row.transaction_shares, row.transaction_total_value)
        if not all(cell.is_blank for cell in amounts):
            shares, value = amounts
    elif isinstance(row, NonDerivativeTransaction):
        return
    is_equity, is_debt = said.says(*_EQUITY), said.says("debt_title")
    if is_debt and not is_equity and shares.value and not value.value:
        message = (
            f'"{title}" is debt, but its amount is reported as a number of securities. Report the face amount in US '
            "dollars."
        )
        remedy = "Enter the face amount in the field for the value instead."
        yield Breach(shares.at, message, number(shares.value), remedy=remedy)
    elif is_equity and not is_debt and value.value and not shares.value:
        message = (
            f'"{title}" is an equity security, but its amount is reported as a dollar value. Report the number of '
            "securities."
        )
        remedy = "Enter the number of securities in the field for shares instead."
        yield Breach(value.at, message, number(value.value), remedy=remedy)


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
