"""HB, DV: what EDGAR wants of a balance, of an underlying amount and of the nature of ownership."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row
from form4gen.rules.catalogue import ERROR, MEDIUM, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes


@rule(
    "HB201",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        FORM_4.at("Instruction 4(a)(i)"),
        OWNERSHIP_XSD.at("postTransactionAmounts"),
        OWNERSHIP_XML.at("3.3 cm(7)"),
    ),
)
def balance_missing(row: Row) -> Iterator[Breach]:
    """Each row says how much is held after it, in securities or in dollars.

    When nothing is left the number is 0. A footnote cannot stand in for it.

    Remedy: give ``sharesOwnedFollowingTransaction``, or ``valueOwnedFollowingTransaction`` for what is counted in
    dollars.
    """
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if shares.value is None and value.value is None:
        noted = value if value.footnotes and not shares.footnotes else shares
        beside = "; a footnote does not replace it" if noted.footnotes else ""
        yield Breach(noted.at, f"{row.name} does not say what is held afterwards{beside}.")


@rule(
    "HB202",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("postTransactionAmounts"), OWNERSHIP_XML.at("3.3 cm(7)")),
)
def balance_given_twice(row: Row) -> Iterator[Breach]:
    """What is held after a row is given in securities or in dollars, not both.

    The form has one box for it, and EDGAR's schema offers the two as a choice.

    Remedy: delete one; the other figure may go into a footnote.
    """
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if not shares.is_blank and not value.is_blank and (shares.value is not None or value.value is not None):
        yield Breach(value.at, f"{row.name} gives what is held afterwards both in securities and in dollars.")


@rule("HB204", on=Row, severity=ERROR, edgar=SUSPENDS, sources=(OWNERSHIP_XSD.at("natureOfOwnership"),))
def nature_too_long(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """The nature of indirect ownership has at most 100 characters.

    A chain of funds seldom fits, and EDGAR refuses the document at the next sign.

    Remedy: write "See Footnote" and name the holders in a footnote on the cell.
    """
    yield from longer_than_edgar_takes(row, circumstances.filed_on, "natureOfOwnership")


@rule(
    "HB205",
    on=Row,
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(OWNERSHIP_XSD.at("INDIRECT_NATURE"),),
    certainty=MEDIUM,
)
def footnote_on_an_empty_nature(row: Row) -> Iterator[Breach]:
    """A footnote on the nature of ownership hangs on a text.

    EDGAR's schema takes no footnote alone in this cell; it does take one beside an empty text, and whether that is
    enough is said nowhere. (An indirect row without a text is the subject of HB103.)

    Remedy: hang the footnote on ``directOrIndirectOwnership`` or on the balance.
    """
    nature = row.nature_of_ownership
    if nature.footnotes and not nature.value and row.direct_or_indirect_ownership.value != "I":
        message = f"{row.name} has a footnote on an empty nature of ownership."
        yield Breach(nature.at, message, found=", ".join(nature.footnotes))


@rule(
    "DV201",
    on=(DerivativeTransaction, DerivativeHolding),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("UNDERLYING_SECURITY"), OWNERSHIP_XML.at("3.3 cm(6)")),
)
def underlying_amount_given_twice(row: DerivativeTransaction | DerivativeHolding) -> Iterator[Breach]:
    """The underlying amount is a number of securities or a value, not both.

    Column 7 is one box, and EDGAR's schema offers the two as a choice.

    Remedy: delete one; the other figure may go into a footnote.
    """
    shares, value = row.underlying_security_shares, row.underlying_security_value
    if not shares.is_blank and not value.is_blank:
        yield Breach(value.at, f"{row.name} gives both a number of underlying securities and their value.")
