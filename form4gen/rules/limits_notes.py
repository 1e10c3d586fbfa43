"""FN, SG: how many footnotes, references and signatures EDGAR takes, and the characters of every text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.characters import beyond_ascii, named, spelled, spelled_out
from form4gen.law.limits import (
    FOOTNOTES,
    REFERENCES,
    REFERENCES_BESIDE_REPLACEABLE_VALUE,
    REPLACEABLE,
    SIGNATURES,
    TEXTS,
)
from form4gen.location import Place
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import Node
from form4gen.model.filing import Filing, Footnote, Issuer, OwnerSignature, ReportingOwner
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ERROR, LOW, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, text_in, too_many


@rule("FN201", on=Filing, severity=ERROR, edgar=SUSPENDS, sources=(FOOTNOTES.source,))
def more_footnotes_than_edgar_takes(filing: Filing) -> Iterator[Breach]:
    """A filing has at most 99 footnotes.

    Their ids run from F1 to F99, and the schema counts them.

    Remedy: let rows share footnotes, move general text into the remarks, or split the filing.
    """
    yield from too_many(FOOTNOTES, len(filing.footnotes), filing.at / "footnotes", "footnotes")


@rule(
    "FN202",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(REFERENCES.source, REFERENCES_BESIDE_REPLACEABLE_VALUE.source),
)
def more_references_than_a_cell_takes(row: Row) -> Iterator[Breach]:
    """A cell cites at most 99 footnotes.

    In a cell that may hold a footnote instead of its value (prices, dates of Table II, underlying amounts) a value
    leaves room for 98.

    Remedy: gather the texts in fewer footnotes.
    """
    for cell in row.cells:
        if len(cell.footnotes) > REFERENCES_BESIDE_REPLACEABLE_VALUE.most:
            beside = cell.at.token in REPLACEABLE and cell.value is not None
            limit = REFERENCES_BESIDE_REPLACEABLE_VALUE if beside else REFERENCES
            yield from too_many(limit, len(cell.footnotes), cell.at, "references to footnotes in this cell")


@rule(
    "FN203",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("remarks"), FORM_4.at("Instruction 6(a)"), FILER_MANUAL.at("8.1.4.4")),
)
def remarks_too_long(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The remarks have at most 2,000 characters.

    The Filer Manual sends what does not fit into an Exhibit 99.

    Remedy: move the rest into footnotes of their own, or into an exhibit of type EX-99.
    """
    yield from longer_than_edgar_takes(filing, circumstances.filed_on, "remarks")


@rule(
    "FN204",
    on=(Filing, Issuer, ReportingOwner, Row, Footnote, OwnerSignature, Exhibit, PowerOfAttorney),
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(OWNERSHIP_XML.at("4.1"), FILER_MANUAL.at("5.2.1.1")),
    certainty=LOW,
)
def characters_beyond_ascii(node: Node) -> Iterator[Breach]:
    """A text that goes to EDGAR is written in ASCII.

    The specification speaks of ASCII XML files; what EDGAR does with other characters in the ownership document is
    said nowhere, and in attached text it suspends most of them. Word processors slip them in: curly quotes, dashes,
    section signs.

    Remedy: write the characters as suggested.
    """
    for text, at in _texts(node):
        if not text.isascii():
            strange = beyond_ascii(text)
            spellings = [(sign, spelled(sign)) for sign in strange]
            known = [f"{named(sign)} as {ascii_form!r}" for sign, ascii_form in spellings if ascii_form is not None]
            message = f"The text holds {', '.join(named(sign) for sign in strange)}, beyond ASCII."
            wanted = ", ".join(known) or "ASCII letters and signs"
            yield Breach(at, message, "".join(strange), wanted, fix=spelled_out(text))


@rule("SG201", on=Filing, severity=ERROR, edgar=SUSPENDS, sources=(SIGNATURES.source,))
def more_signatures_than_edgar_takes(filing: Filing) -> Iterator[Breach]:
    """A filing has at most 10 signatures.

    One signature may stand for several owners, and EDGAR does not compare the number of signatures with theirs.

    Remedy: let one person sign on behalf of several, or split the filing.
    """
    yield from too_many(SIGNATURES, len(filing.owner_signatures), filing.at / "ownerSignatures", "signatures")


@rule("SG202", on=OwnerSignature, severity=ERROR, edgar=SUSPENDS, sources=(OWNERSHIP_XSD.at("signatureName"),))
def signature_too_long(signature: OwnerSignature, circumstances: Circumstances) -> Iterator[Breach]:
    """A signature has at most 255 characters.

    The chain of general partners over a fund is often longer.

    Remedy: split the chain over several signatures, or shorten the capacity.
    """
    yield from longer_than_edgar_takes(signature, circumstances.filed_on, "signatureName")


# A zip code has its own characters, and its own rule (RO207).
_SPOKEN = tuple(line.element for line in TEXTS if line.element != "rptOwnerZipCode")


def _texts(node: Node) -> Iterator[tuple[str, Place]]:
    """The texts of a node that go to EDGAR, with their places."""
    if isinstance(node, Footnote):
        yield node.text, node.at
    elif isinstance(node, PowerOfAttorney):
        yield (node.description or "") if node.is_attached else "", node.at / "description"
    for element in _spoken_elements(type(node)):  # type: ignore[arg-type]  # mypy: a class is not Hashable
        yield text_in(node, element), node.at / element


@cache
def _spoken_elements(kind: type[Node]) -> tuple[str, ...]:
    return tuple(element for element in _SPOKEN if element in kind.fields)
