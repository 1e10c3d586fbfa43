"""The wording of a power of attorney, from the record alone.

The SEC requires two things: that the owner authorizes and designates the person who may file, and how long that lasts
(Form 4, Instruction 7(a)). The rest is good practice. A clause is there only if its field is given; a document that was
signed with other words is given as ``text``. What happens after the signing (a revocation, a filing elsewhere) is not
part of the document. A change in any of these words is a new ``WORDING_VERSION``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.render.poa_blocks import (
    HEADING,
    LABEL,
    OWN_TEXT,
    PARAGRAPH,
    POWERS,
    SCHEDULE,
    SINGLE,
    SUBTITLE,
    Block,
)
from form4gen.render.poa_parties import agents, attorney_names, principal_in_words
from form4gen.render.poa_scope import powers
from form4gen.render.poa_signing import acknowledgment, execution, witnesses
from form4gen.render.poa_terms import terms_of
from form4gen.render.poa_words import Terms


def blocks(power: PowerOfAttorney, number: str, others: Mapping[str, PowerOfAttorney]) -> tuple[Block, ...]:
    """The document block by block; ``others`` are the filing's powers by id, to name those that this replaces."""
    if power.text:
        return (Block(OWN_TEXT, (power.text,)),)
    return tuple(_drawn(power, number, others))


def _drawn(power: PowerOfAttorney, number: str, others: Mapping[str, PowerOfAttorney]) -> Iterator[Block]:
    yield Block(LABEL, (f"Exhibit {number}",))
    yield Block(HEADING, (power.heading or "Power of Attorney",))
    if power.subtitle:
        yield Block(SUBTITLE, (f"({power.subtitle.removeprefix('(').removesuffix(')')})",))
    named, terms = agents(power), Terms()
    granted = tuple(powers(power, named, terms))
    opening = (
        "KNOW ALL PERSONS BY THESE PRESENTS, that the undersigned, "
        f"{principal_in_words(power.principal)}, hereby constitutes and appoints, and authorizes and designates, "
        f"{named.named} as the undersigned's true and lawful {named.noun}, in the name, place and stead of the "
        f"undersigned{', to:' if granted else '.'}"
    )
    yield Block(PARAGRAPH, (opening,))
    if granted:
        yield _powers(granted)
    for paragraph in terms_of(power, named, terms, others):
        yield Block(PARAGRAPH, (paragraph,))
    yield execution(power)
    yield from witnesses(power)
    yield from acknowledgment(power)
    if power.attorneys_in_schedule and attorney_names(power):
        yield Block(SCHEDULE, ("SCHEDULE A", "Attorneys-in-Fact", *attorney_names(power)))


def _powers(granted: tuple[str, ...]) -> Block:
    """The powers, numbered; a single one stands without a number."""
    if len(granted) == 1:
        return Block(SINGLE, (f"{granted[0]}.",))
    last = len(granted)
    ends = ["; and" if place == last - 1 else ";" for place in range(1, last)] + ["."]
    return Block(
        POWERS,
        tuple(f"({place}) {words}{end}" for place, (words, end) in enumerate(zip(granted, ends, strict=True), 1)),
    )
