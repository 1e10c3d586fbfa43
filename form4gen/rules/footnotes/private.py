"""FN104: private information in a public record."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import CARE, FORM_4
from form4gen.location import Place
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing, Footnote, ReportingOwner
from form4gen.model.rows import Row
from form4gen.prose.private import private_information
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.typed import TypeAlias

Public: TypeAlias = Filing | Footnote | Row | ReportingOwner | PowerOfAttorney | Exhibit
"""The parts of a filing whose text becomes public."""


@rule(
    "FN104",
    name="private information in public text",
    on=(Filing, Footnote, Row, ReportingOwner, PowerOfAttorney, Exhibit),
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("preamble (public record)"), CARE.at("on private facts")),
    certainty=MEDIUM,
)
def private_information_in_public_text(node: Public) -> Iterator[Breach]:
    """A filed Form 4 is a public record and should contain no private information.

    A Social Security number, a bank or brokerage account number and a date of birth are errors: the form never
    requires them, and a filing cannot be withdrawn. An email address, a telephone number and the name of a minor
    child are warnings, since an address may be the issuer's. In exhibits only the errors are reported. EDGAR does
    not check this.

    Remedy: Remove it before filing. For a minor child, write "By Child" instead of the name.
    """
    for text, subject, at in _texts(node):
        for private in private_information(text) if text else ():
            if not private.is_serious and isinstance(node, PowerOfAttorney | Exhibit):
                continue
            yield Breach(
                at,
                f"{subject} to contain {private.what}. A filed Form 4 is a permanent public record.",
                severity=None if private.is_serious else WARNING,
                remedy=private.remedy,
            )


def _texts(node: Public) -> Iterator[tuple[str | None, str, Place]]:
    if isinstance(node, Filing):
        yield node.remarks, "The remarks appear", node.at / "remarks"
    elif isinstance(node, Footnote):
        yield node.text, f"Footnote {node.id} appears", node.at
    elif isinstance(node, Row):
        yield node.nature_of_ownership.value, "The nature of ownership appears", node.nature_of_ownership.at
    elif isinstance(node, ReportingOwner):
        yield node.rpt_owner_street1, "The address appears", node.at / "rptOwnerStreet1"
        yield node.rpt_owner_street2, "The address appears", node.at / "rptOwnerStreet2"
    else:
        yield node.text, "The exhibit appears", node.at / "text"
