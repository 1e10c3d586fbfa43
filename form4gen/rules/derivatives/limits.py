"""DV: what EDGAR requires of the underlying security."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule


@rule(
    "DV201",
    name="underlying number and value both given",
    on=(DerivativeTransaction, DerivativeHolding),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("UNDERLYING_SECURITY"), OWNERSHIP_XML.at("3.3 cm(6)")),
)
def underlying_number_and_value_both_given(row: DerivativeTransaction | DerivativeHolding) -> Iterator[Breach]:
    """Column 7 states the underlying securities as a number or as a value, not both.

    Column 7 is one box, and EDGAR's schema offers the two as a choice.

    Remedy: Delete one of the two. Give the other in a footnote if it is needed.
    """
    shares, value = row.underlying_security_shares, row.underlying_security_value
    if not shares.is_blank and not value.is_blank:
        yield Breach(value.at, f"{row.name} gives both a number of underlying securities and their value.")
