"""HB: EDGAR's requirements for balances and the nature of ownership."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ERROR, MEDIUM, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import empty, longer_than_edgar_takes


@rule(
    "HB203",
    name="missing ownership form",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(b)(iii)"), OWNERSHIP_XSD.at("directOrIndirectOwnership")),
)
def missing_ownership_form(row: Row) -> Iterator[Breach]:
    """Each row must state whether ownership is direct (D) or indirect (I).

    Each form of ownership has its own line and its own balance.

    Remedy: Enter D or I (``directOrIndirectOwnership``).
    """
    yield from empty(
        row, row.direct_or_indirect_ownership, "does not show whether ownership is direct (D) or indirect (I)"
    )


@rule(
    "HB201",
    name="missing post-transaction balance",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        FORM_4.at("Instruction 4(a)(i)"),
        OWNERSHIP_XSD.at("postTransactionAmounts"),
        OWNERSHIP_XML.at("3.3 cm(7)"),
    ),
)
def missing_post_transaction_balance(row: Row) -> Iterator[Breach]:
    """Each row must state the amount of securities beneficially owned following the reported transaction(s).

    If nothing is left, the number is 0. A footnote does not replace it.

    Remedy: Enter the number of securities held (``sharesOwnedFollowingTransaction``), or the value of securities
    measured in dollars (``valueOwnedFollowingTransaction``). Enter 0 if nothing is left.
    """
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if shares.value is None and value.value is None:
        noted = value if value.footnotes and not shares.footnotes else shares
        beside = "; a footnote does not replace it" if noted.footnotes else ""
        yield Breach(noted.at, f"{row.name} does not report a post-transaction balance{beside}.")


@rule(
    "HB202",
    name="balance given in shares and dollars",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("postTransactionAmounts"), OWNERSHIP_XML.at("3.3 cm(7)")),
)
def balance_given_in_shares_and_dollars(row: Row) -> Iterator[Breach]:
    """State the post-transaction balance as a number of securities or as a dollar value, not both.

    The form has one box for the balance, and EDGAR's schema accepts one of the two.

    Remedy: Delete one of the two. Give the other in a footnote if it is needed.
    """
    shares, value = row.shares_owned_following_transaction, row.value_owned_following_transaction
    if not shares.is_blank and not value.is_blank and (shares.value is not None or value.value is not None):
        yield Breach(
            value.at,
            f"{row.name} reports its post-transaction balance both as a number of securities and as a dollar value. "
            "EDGAR accepts only one.",
        )


@rule(
    "HB204",
    name="nature of ownership too long",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("natureOfOwnership"),),
)
def nature_of_ownership_too_long(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """The nature of indirect beneficial ownership may have at most 100 characters.

    A chain of funds seldom fits. EDGAR suspends a filing with a longer text.

    Remedy: Enter "See Footnote", and name the holders in a footnote cited in that cell.
    """
    yield from longer_than_edgar_takes(row, circumstances.filed_on, "natureOfOwnership")


@rule(
    "HB205",
    name="footnote without nature of ownership",
    on=Row,
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(OWNERSHIP_XSD.at("INDIRECT_NATURE"),),
    certainty=MEDIUM,
)
def footnote_without_nature_of_ownership(row: Row) -> Iterator[Breach]:
    """A footnote on the nature of indirect ownership must accompany a text.

    EDGAR's schema does not allow a footnote alone in this cell. It allows a footnote beside an empty text, but no
    document says whether EDGAR accepts that. HB103 covers an indirect row without a text.

    Remedy: Move the footnote to the ownership form (``directOrIndirectOwnership``) or to the post-transaction
    balance.
    """
    nature = row.nature_of_ownership
    if nature.footnotes and not nature.value and row.direct_or_indirect_ownership.value != "I":
        message = (
            f"{row.name} has a footnote on the nature of indirect ownership, but the nature itself is blank. EDGAR may "
            "not accept a footnote alone."
        )
        yield Breach(nature.at, message, found=", ".join(nature.footnotes))
