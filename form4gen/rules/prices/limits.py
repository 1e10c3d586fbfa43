"""PR: what EDGAR requires of prices."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from form4gen.law.authorities import OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import LARGEST_NUMBER, SMALLEST_STEP
from form4gen.model.exact import EXACT
from form4gen.model.fields import Cell, Kind
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule
from form4gen.rules.limits import caption

# PR101 and PR105 report purchases, sales, withholding, tenders and cash-outs without a price.
_PRICED_BY_OTHER_RULES = frozenset("PSFUH")


@rule(
    "PR201",
    name="price cell blank",
    on=Transaction,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("transactionPricePerShare"), OWNERSHIP_XML.at("3.3 cm(8)")),
)
def price_cell_blank(row: Transaction) -> Iterator[Breach]:
    """Every transaction must state a price or cite a footnote in its place.

    Where nothing was paid the price is 0; where no price can be stated, EDGAR accepts a footnote alone.

    Remedy: Enter the price (``transactionPricePerShare``), 0 if nothing was paid, or a footnote that explains why
    no price can be stated.
    """
    if row.transaction_price_per_share.is_blank and row.code not in _PRICED_BY_OTHER_RULES:
        yield Breach(row.transaction_price_per_share.at, f"{row.name} has neither a price nor a footnote in its place.")


_SIGN = "Remove the minus sign, and mark a disposition D."
_LARGE = "Check the number; if it is right, state it in a footnote and consult EDGAR Filer Support."
_ROUND = "Round to 4 decimal places and state the exact figure in a footnote."


_BALANCES = ("sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction")


@rule(
    "PR202",
    name="number outside EDGAR's format",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.2"), OWNERSHIP_XSD.at("POSITIVE_DECIMAL")),
)
def number_outside_edgars_format(row: Row) -> Iterator[Breach]:
    """A number must be from 0 to 999,999,999,999.9999, with at most 4 decimal places.

    EDGAR accepts no minus sign; the mark D shows a disposition. HB101 reports a negative balance.

    Remedy: Remove the minus sign, or round to 4 decimal places and state the exact figure in a footnote.
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
        yield Breach(
            cell.at,
            f"{what} is negative. EDGAR accepts no minus sign; D shows a disposition.",
            found,
            "0 or more",
            remedy=_SIGN,
        )
    elif value > LARGEST_NUMBER:
        most = number(LARGEST_NUMBER)
        excess = f"{found} - {most} = {number(EXACT.subtract(value, LARGEST_NUMBER))}"
        yield Breach(
            cell.at, f"{what} exceeds EDGAR's maximum of {most}.", found, f"at most {most}", excess, remedy=_LARGE
        )
    else:
        written = f"{value:f}".rstrip("0")
        decimals = len(written) - written.index(".") - 1
        message = f"{what} has {decimals} decimal places; EDGAR's limit is 4."
        excess = f"{decimals} - 4 = {decimals - 4}"
        yield Breach(cell.at, message, found, "at most 4 decimal places", excess, remedy=_ROUND)
