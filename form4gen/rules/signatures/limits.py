"""SG: EDGAR's limits on signatures."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import OWNERSHIP_XSD
from form4gen.law.limits import (
    SIGNATURES,
)
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, too_many


@rule("SG201", name="more than ten signatures", on=Filing, severity=ERROR, edgar=SUSPENDS, sources=(SIGNATURES.source,))
def more_than_ten_signatures(filing: Filing) -> Iterator[Breach]:
    """A filing must have no more than ten signatures.

    One signature may be given on behalf of several reporting persons. EDGAR does not compare the number of signatures
    with the number of reporting persons.

    Remedy: Have one authorized person sign on behalf of several, or split the filing.
    """
    yield from too_many(SIGNATURES, len(filing.owner_signatures), filing.at / "ownerSignatures", "signatures")


@rule(
    "SG202",
    name="signature over 255 characters",
    on=OwnerSignature,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("signatureName"),),
)
def signature_over_255_characters(signature: OwnerSignature, circumstances: Circumstances) -> Iterator[Breach]:
    """A signature must not exceed 255 characters.

    EDGAR suspends a longer one. The chain of general partners above a fund is often too long.

    Remedy: Shorten the capacity, or divide a chain of general partners among several signatures.
    """
    yield from longer_than_edgar_takes(signature, circumstances.filed_on, "signatureName")
