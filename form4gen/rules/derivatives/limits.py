"""DV: EDGAR's requirements for the underlying security."""

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

    The form has one box for the amount, and EDGAR's schema accepts one of the two.

    Remedy: Delete one of the two. Give the other in a footnote if it is needed.
    """
    shares, value = row.underlying_security_shares, row.underlying_security_value
    if not shares.is_blank and not value.is_blank:
        message = f"{row.name} reports both a number and a value of underlying securities. EDGAR accepts only one."
        yield Breach(value.at, message)
