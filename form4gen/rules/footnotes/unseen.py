"""FN105: characters of a name or a title that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from form4gen.bounds import CutText
from form4gen.law.authorities import CARE, OWNERSHIP_XML
from form4gen.law.characters import spelled_out
from form4gen.law.unseen import as_seen, unseen
from form4gen.location import Place
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.fields import Field, Node
from form4gen.model.filing import Issuer, OwnerSignature, ReportingOwner
from form4gen.model.rows import Row
from form4gen.model.wording import character_at, listed
from form4gen.rules.catalogue import MEDIUM, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.limits import text_in

NAMES = frozenset({
    "issuerName", "issuerTradingSymbol", "issuerForeignTradingSymbol",
    "rptOwnerName", "rptOwnerStreet1", "rptOwnerStreet2", "rptOwnerCity", "rptOwnerNonUSStateTerritory",
    "officerTitle", "otherText", "securityTitle", "underlyingSecurityTitle", "natureOfOwnership",
    "signatureName", "title", "name", "office", "employer",
})  # fmt: skip
"""The names and titles of a form and of a power of attorney, which others compare letter by letter."""


@rule(
    "FN105",
    name="invisible character in a name or title",
    on=(Issuer, ReportingOwner, Row, OwnerSignature, PowerOfAttorney),
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(CARE.at("on characters that cannot be seen"), OWNERSHIP_XML.at("4.1")),
    certainty=MEDIUM,
)
def invisible_character_in_a_name_or_title(node: Node) -> Iterator[Breach]:
    """A name or title must contain no invisible character, and no other blank than the ordinary space.

    Such characters come along when text is copied from a web page or a word processor: a zero-width space, a soft
    hyphen, a no-break space. The name looks right, but a search for it fails, and two titles of one class that look
    the same are not. No document says what EDGAR does with them.

    Remedy: Delete the character, or enter an ordinary space for a blank.
    """
    for text, at in _names(node):
        places = list(unseen(text))
        if places:
            what, looks = ("a character", "looks") if len(places) == 1 else (f"{len(places):,} characters", "look")
            found, fix = listed([character_at(text, each) for each in places]), _corrected(text)
            message = f"The text contains {what} that cannot be seen or {looks} like an ordinary space: {found}."
            yield Breach(at, message, found, fix, fix=fix)


def _corrected(text: str) -> str | None:
    """The text without such characters; None where they may belong to the spelling, as between other letters."""
    seen = " ".join(as_seen(text).split())
    return seen if seen and not isinstance(text, CutText) and spelled_out(seen) is not None else None


def _names(node: Node) -> Iterator[tuple[str, Place]]:
    """The names and titles of a node and of its parts, with their places."""
    elements, parts = _fields_of(type(node))  # type: ignore[arg-type]  # mypy: a class is not Hashable
    for element in elements:
        if text := text_in(node, element):
            yield text, node.at / element
    for part in parts:
        held = getattr(node, part.attribute)
        for each in held if isinstance(held, tuple) else (held,):
            if each is not None:
                yield from _names(each)


@cache
def _fields_of(kind: type[Node]) -> tuple[tuple[str, ...], tuple[Field, ...]]:
    names = tuple(element for element in kind.fields if element in NAMES)
    return names, tuple(field for field in kind.fields.values() if field.holds is not None)
