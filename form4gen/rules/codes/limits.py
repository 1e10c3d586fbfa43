"""TC: what EDGAR requires of codes, amounts and marks."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.rules.catalogue import ERROR, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.limits import empty


@rule(
    "TC201",
    name="transaction code missing",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 8"), OWNERSHIP_XML.at("3.5"), OWNERSHIP_XML.at("4.3.8.2")),
)
def transaction_code_missing(row: Transaction) -> Iterator[Breach]:
    """Each transaction must have a transaction code.

    EDGAR's specification makes the code mandatory for a transaction, although its schema does not.

    Remedy: Enter the code from Instruction 8 that most appropriately describes the transaction
    (``transactionCode``).
    """
    if not row.code:
        yield Breach(row.transaction_code.at, f"{row.name} has no transaction code.")


@rule(
    "TC202",
    name="transaction amount missing",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        FORM_4.at("Table I, column 4; Table II, column 5"),
        OWNERSHIP_XSD.at("transactionShares"),
        OWNERSHIP_XML.at("3.3 cm(4)"),
    ),
)
def transaction_amount_missing(row: Transaction) -> Iterator[Breach]:
    """Each transaction must state the number of securities or, in Table II, their total value.

    EDGAR requires a number here; a footnote does not replace it.

    Remedy: Enter the number of securities (``transactionShares``), or for a derivative security denominated in
    dollars its total value (``transactionTotalValue``).
    """
    shares = row.transaction_shares
    total = row.transaction_total_value if isinstance(row, DerivativeTransaction) else shares
    if shares.value is None and total.value is None:
        what = "amount" if total is shares else "number of securities or total value"
        noted = total if total.footnotes and not shares.footnotes else shares
        yield from empty(row, noted, f"has no {what}")


@rule(
    "TC203",
    name="both number and total value stated",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("transactionAmounts"), OWNERSHIP_XML.at("3.3 cm(4)")),
)
def both_number_and_total_value_stated(row: DerivativeTransaction) -> Iterator[Breach]:
    """A Table II row must state either the number of securities or their total value, not both.

    Column 5 is one box, and EDGAR's schema offers the two as alternatives.

    Remedy: Delete one. Put the other figure in a footnote if it is needed.
    """
    shares, total = row.transaction_shares, row.transaction_total_value
    if not shares.is_blank and not total.is_blank and (shares.value is not None or total.value is not None):
        yield Breach(total.at, f"{row.name} states both a number of securities and a total value.")


@rule(
    "TC204",
    name="A/D mark missing",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Table I, column 4; Table II, column 5"), OWNERSHIP_XSD.at("transactionAcquiredDisposedCode")),
)
def a_d_mark_missing(row: Transaction) -> Iterator[Breach]:
    """Each transaction must be marked A (acquired) or D (disposed of).

    Without the mark nobody can tell whether the balance rose or fell.

    Remedy: Enter A or D (``transactionAcquiredDisposedCode``).
    """
    yield from empty(row, row.transaction_acquired_disposed_code, "is marked neither A (acquired) nor D (disposed of)")


@rule(
    "TC205",
    name="timeliness contradicts form type",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("4.3.8.2"),),
)
def timeliness_contradicts_form_type(row: Transaction) -> Iterator[Breach]:
    """A row's timeliness must be blank, or E on a row that is reported early.

    EDGAR suspends a filing with an early row (``transactionFormType`` 5) marked late (L). On a row of form type 4
    the specification requires a blank; it does not say what EDGAR does with E or L there, so that is a warning.

    Remedy: Delete the timeliness (``transactionTimeliness``). To mark a row V, use its form type
    (``transactionFormType`` "5").
    """
    timeliness = row.transaction_timeliness
    if row.is_early and timeliness.value == "L":
        message = f"{row.name} is marked both early (V) and late (L)."
        yield Breach(timeliness.at, message, found="L", expected='blank, or "E"')
    elif not row.is_early and timeliness.value:
        message = f"{row.name} is not reported early, so its timeliness must be blank."
        yield Breach(timeliness.at, message, timeliness.value, "blank", severity=WARNING, edgar=UNKNOWN)


@rule(
    "TC206",
    name="footnote on Table II A/D mark",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("ACQ_DISP_NO_FOOT"),),
)
def footnote_on_table_ii_a_d_mark(row: DerivativeTransaction) -> Iterator[Breach]:
    """In Table II no footnote may be attached to the A or D mark.

    EDGAR accepts one in Table I. The printed Table II has no cell for the mark, only two columns for the number.

    Remedy: Attach the footnote to the number of securities (``transactionShares``) or the code
    (``transactionCode``).
    """
    mark = row.transaction_acquired_disposed_code
    if mark.footnotes:
        yield Breach(
            mark.at,
            f"{row.name} has a footnote on its A/D mark, which EDGAR does not accept in Table II.",
            found=", ".join(mark.footnotes),
        )
