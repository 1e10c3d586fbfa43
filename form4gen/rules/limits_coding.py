"""TC, PR: the early mark, the footnotes of the A/D mark, and the numbers of every row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from functools import cache

from form4gen.law.authorities import OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import LARGEST_NUMBER, SMALLEST_STEP
from form4gen.model.fields import Cell, Kind
from form4gen.model.rows import DerivativeTransaction, Row, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ERROR, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.limits import caption

# Wide enough for every number that a document may hold (30 digits on each side of the point).
_EXACT = Context(prec=60)
_BALANCES = ("sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction")


@rule("TC205", on=Transaction, severity=ERROR, edgar=SUSPENDS, sources=(OWNERSHIP_XML.at("4.3.8.2"),))
def timeliness_against_form_type(row: Transaction) -> Iterator[Breach]:
    """The timeliness of a row is empty, or E on a row that is reported early.

    EDGAR suspends an early row (``transactionFormType`` 5) that is marked late (L). On a row of form type 4 the
    specification wants the field empty; what EDGAR does with E or L there is said nowhere, so that is a warning.

    Remedy: leave ``transactionTimeliness`` out; the V of the form comes from ``transactionFormType`` "5".
    """
    timeliness = row.transaction_timeliness
    if row.is_early and timeliness.value == "L":
        message = f"{row.name} is reported early (V) and marked late (L)."
        yield Breach(timeliness.at, message, found="L", expected='empty, or "E"')
    elif not row.is_early and timeliness.value:
        message = f"{row.name} is not an early row, so its timeliness is left empty."
        yield Breach(timeliness.at, message, timeliness.value, "empty", severity=WARNING, edgar=UNKNOWN)


@rule(
    "TC206",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("ACQ_DISP_NO_FOOT"),),
)
def footnote_on_the_mark_of_a_derivative(row: DerivativeTransaction) -> Iterator[Breach]:
    """In Table II no footnote hangs on A or D.

    Table I takes one there; the printed Table II has no cell for the mark, only two columns for the number.

    Remedy: hang the footnote on ``transactionShares`` or on ``transactionCode`` of the row.
    """
    mark = row.transaction_acquired_disposed_code
    if mark.footnotes:
        yield Breach(mark.at, f"{row.name} has a footnote on the A/D mark.", found=", ".join(mark.footnotes))


@rule(
    "PR202",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.2"), OWNERSHIP_XSD.at("POSITIVE_DECIMAL")),
)
def number_not_in_edgars_form(row: Row) -> Iterator[Breach]:
    """A number is 0 or more, at most 999,999,999,999.9999, with at most 4 decimals.

    EDGAR knows no sign: that securities were disposed of is said by D, not by a minus. A negative balance has a rule
    of its own (HB101).

    Remedy: round to 4 decimals and give the exact figure in a footnote; take away the minus.
    """
    for element, attribute in _number_cells(type(row)):  # type: ignore[arg-type]  # mypy: a class is not Hashable
        cell: Cell[Decimal] = getattr(row, attribute)
        value = cell.value
        if value is not None and not (value < 0 and element in _BALANCES):
            yield from _unfit(element, value, cell)


@cache
def _number_cells(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    return tuple((key, field.attribute) for key, field in kind.fields.items() if field.kind is Kind.NUMBER)


def _unfit(element: str, value: Decimal, cell: Cell[Decimal]) -> Iterator[Breach]:
    if 0 <= value <= LARGEST_NUMBER and not value % SMALLEST_STEP:
        return
    what, found = caption(element), number(value)
    if value < 0:
        yield Breach(cell.at, f"{what} is negative; EDGAR takes no sign.", found, "0 or more")
    elif value > LARGEST_NUMBER:
        most = number(LARGEST_NUMBER)
        excess = f"{found} - {most} = {number(_EXACT.subtract(value, LARGEST_NUMBER))}"
        yield Breach(cell.at, f"{what} is larger than EDGAR takes.", found, f"at most {most}", excess)
    else:
        written = f"{value:f}".rstrip("0")
        decimals = len(written) - written.index(".") - 1
        message = f"{what} has {decimals} decimals; EDGAR takes 4. That is {decimals - 4} too many."
        yield Breach(cell.at, message, found, "at most 4 decimals", f"{decimals} - 4 = {decimals - 4}")
