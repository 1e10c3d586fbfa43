"""FN: EDGAR's limits on footnotes and text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from form4gen.bounds import CutText
from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.characters import all_named, all_spelled, beyond_ascii, spelled_out
from form4gen.law.limits import (
    FOOTNOTES,
    REFERENCES,
    REFERENCES_BESIDE_REPLACEABLE_VALUE,
    REPLACEABLE,
    TEXTS,
)
from form4gen.law.unseen import as_seen
from form4gen.location import Place
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import Node
from form4gen.model.filing import Filing, Footnote, Issuer, OwnerSignature, ReportingOwner
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ERROR, LOW, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.footnotes.unseen import NAMES
from form4gen.rules.limits import longer_than_edgar_takes, text_in, too_many


@rule("FN201", name="too many footnotes", on=Filing, severity=ERROR, edgar=SUSPENDS, sources=(FOOTNOTES.source,))
def too_many_footnotes(filing: Filing) -> Iterator[Breach]:
    """A filing may have at most 99 footnotes.

    Their ids run from F1 to F99. EDGAR's schema accepts no more.

    Remedy: Cite one footnote in several rows, or move general text to the remarks. If that is not enough, split the
    filing.
    """
    yield from too_many(FOOTNOTES, len(filing.footnotes), filing.at / "footnotes", "footnotes")


@rule(
    "FN202",
    name="too many footnotes in one cell",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(REFERENCES.source, REFERENCES_BESIDE_REPLACEABLE_VALUE.source),
)
def too_many_footnotes_in_one_cell(row: Row) -> Iterator[Breach]:
    """A cell may cite at most 99 footnotes.

    A cell that may hold a footnote instead of a value (prices, dates of Table II, underlying amounts) may cite 98
    footnotes beside a value.

    Remedy: Combine the texts in fewer footnotes.
    """
    for cell in row.cells:
        if len(cell.footnotes) > REFERENCES_BESIDE_REPLACEABLE_VALUE.most:
            beside = cell.at.token in REPLACEABLE and cell.value is not None
            limit = REFERENCES_BESIDE_REPLACEABLE_VALUE if beside else REFERENCES
            yield from too_many(limit, len(cell.footnotes), cell.at, "footnote references in this cell")


@rule(
    "FN203",
    name="remarks too long",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("remarks"), FORM_4.at("Instruction 6(a)"), FILER_MANUAL.at("8.1.4.4")),
)
def remarks_too_long(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The remarks may have at most 2,000 characters.

    EDGAR suspends a filing with longer remarks. The Filer Manual provides for an Exhibit 99.

    Remedy: Move the rest to an exhibit of type EX-99, or to footnotes cited in the cells they explain.
    """
    yield from longer_than_edgar_takes(filing, circumstances.filed_on, "remarks")


@rule(
    "FN204",
    name="non-ASCII characters",
    on=(Filing, Issuer, ReportingOwner, Row, Footnote, OwnerSignature, Exhibit, PowerOfAttorney),
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(OWNERSHIP_XML.at("4.1"), FILER_MANUAL.at("5.2.1.1")),
    certainty=LOW,
)
def non_ascii_characters(node: Node) -> Iterator[Breach]:
    """Text submitted to EDGAR should contain only ASCII characters.

    The specification requires ASCII XML files. No document says what EDGAR does with other characters in the
    ownership document; in attached text it suspends most of them. Word processors insert them: curly quotes, dashes,
    section signs.

    Remedy: Replace the characters as suggested.
    """
    for text, checked, at in _texts(node):
        strange = beyond_ascii(checked)
        if strange:
            message = (
                f"The text contains characters that are not ASCII, which EDGAR may not accept: {all_named(strange)}."
            )
            wanted = all_spelled(strange) or "ASCII characters"
            yield Breach(at, message, "".join(strange), wanted, fix=_spelled_out(text))


def _spelled_out(text: str) -> str | None:
    """The whole text in ASCII; None if it has no such spelling, or was cut."""
    return None if isinstance(text, CutText) else spelled_out(text)


# RO207 checks the characters of a ZIP code, and FN105 those of names and titles that cannot be seen.
_CHECKED = tuple(line.element for line in TEXTS if line.element != "rptOwnerZipCode")


def _texts(node: Node) -> Iterator[tuple[str, str, Place]]:
    """The texts of a node that go to EDGAR, what is checked of each, and their places."""
    if isinstance(node, Footnote):
        yield node.text, node.text, node.at
    elif isinstance(node, PowerOfAttorney) and node.is_attached:
        text = node.description or ""
        yield text, text, node.at / "description"
    for element in _checked_elements(type(node)):  # type: ignore[arg-type]  # mypy: a class is not Hashable
        if text := text_in(node, element):
            yield text, as_seen(text) if element in NAMES else text, node.at / element


@cache
def _checked_elements(kind: type[Node]) -> tuple[str, ...]:
    return tuple(element for element in _CHECKED if element in kind.fields)
