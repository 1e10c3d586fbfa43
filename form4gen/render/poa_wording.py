"""The wording of a power of attorney, from the record alone.

The SEC requires two things: that the owner authorizes and designates the person who may file, and how long that lasts
(Form 4, Instruction 7(a)). The rest is good practice. A field that is not given is omitted; a document that
was signed with other words is given as ``text``. What happens after the signing (a revocation, a filing elsewhere) is
not part of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.model.exhibits import Notary, PowerOfAttorney
from form4gen.render.poa_blocks import (
    HEADING,
    LABEL,
    NOTARY,
    OWN_TEXT,
    PARAGRAPH,
    POWERS,
    SIGNATURE,
    WITNESSES,
    Block,
)
from form4gen.render.poa_scope import company, duties, powers, reach
from form4gen.render.poa_words import appointed, day_of_month, described, listed, long_day


def blocks(power: PowerOfAttorney, number: str, others: Mapping[str, PowerOfAttorney]) -> tuple[Block, ...]:
    """The document block by block; ``others`` are the filing's powers by id, to name those that this replaces."""
    if power.text:
        return (Block(OWN_TEXT, (power.text,)),)
    return (
        Block(LABEL, (f"Exhibit {number}",)),
        Block(HEADING, (power.description or "Power of Attorney",)),
        *_grant(power),
        *(Block(PARAGRAPH, (" ".join(sentences),)) for sentences in _terms(power, others) if sentences),
        *_signature(power),
        *_witnesses(power),
        *_notary(power),
    )


def _grant(power: PowerOfAttorney) -> Iterator[Block]:
    named = appointed(power)
    attorney = _short_name(power, named)
    granted = tuple(powers(power, attorney))
    if not (named or granted):
        return
    yield Block(PARAGRAPH, (_opening(power, named) + (", to:" if granted else "."),))
    if granted:
        yield Block(POWERS, _numbered(granted))
    yield Block(PARAGRAPH, (" ".join(_authority(power, attorney)),))
    yield Block(PARAGRAPH, (" ".join(_limits(power, attorney)),))


def _short_name(power: PowerOfAttorney, named: tuple[str, ...]) -> str:
    """How the document refers to the attorneys after it has named them."""
    if len(named) > 1:
        return "an Attorney" if power.acting == "alone" else "the Attorneys"
    return "the Attorney" if named else "the attorney-in-fact"


def _opening(power: PowerOfAttorney, named: tuple[str, ...]) -> str:
    principal = f"By this document {described(power.principal)}"
    match len(named):
        case 0:
            return f"{principal} gives authority, {reach(power)}"
        case 1:
            attorney = f'{named[0]} (the "Attorney") as attorney-in-fact'
        case _ if power.acting == "alone":
            attorney = f'{listed(named)} (each an "Attorney") as attorneys-in-fact, each of whom may act alone'
        case _:
            manner = ", who may act only together" if power.acting == "together" else ""
            attorney = f'{listed(named)} (the "Attorneys") as attorneys-in-fact{manner}'
    return f"{principal} designates and authorizes {attorney}, {reach(power)}"


def _numbered(granted: tuple[str, ...]) -> tuple[str, ...]:
    last = len(granted)
    ends = ["; and" if place == last - 1 else ";" for place in range(1, last)] + ["."]
    return tuple(f"({place}) {words}{end}" for place, (words, end) in enumerate(zip(granted, ends, strict=True), 1))


def _authority(power: PowerOfAttorney, attorney: str) -> Iterator[str]:
    yield f"For these ends {attorney} may do everything that the Principal could do in person."
    if power.substitution:
        yield f"{attorney[:1].upper()}{attorney[1:]} may name a substitute and may revoke that substitution."
    substitute = " or of a substitute" if power.substitution else ""
    yield f"The Principal ratifies every lawful act of {attorney}{substitute} under this power of attorney."


def _limits(power: PowerOfAttorney, attorney: str) -> Iterator[str]:
    yield f"The duty to comply with {duties(power)} stays with the Principal."
    yield f"Neither {attorney} nor {company(power)} takes over any part of it."


def _terms(power: PowerOfAttorney, others: Mapping[str, PowerOfAttorney]) -> Iterator[list[str]]:
    effective = power.effective_from
    start = [f"This power of attorney takes effect on {long_day(effective)}."] if effective else []
    lasting = _lasting(power)
    subject = "It" if start else "This power of attorney"
    yield [*start, f"{subject} remains in force {lasting}."] if lasting else start
    replaced = listed([_replaced(words, others) for words in power.supersedes])
    yield [f"This power of attorney replaces {replaced}."] if replaced else []
    yield [f"The law of {power.governing_law} governs this power of attorney."] if power.governing_law else []
    yield [f"Signed on this {day_of_month(power.signed_on)}."] if power.signed_on else []


def _lasting(power: PowerOfAttorney) -> str:
    duration, revoked = power.duration, "the Principal revokes it in a signed writing"
    match duration.kind:
        case "until_no_longer_required":
            filings = "these forms" if power.scope.forms else "reports under Section 16"
            return (
                f"until the Principal is no longer required to file {filings} with respect to securities of "
                f"{company(power)}, or until {revoked}, if that is earlier"
            )
        case "until_revoked":
            return f"until {revoked}"
        case "until_date" if duration.date:
            return f"through {long_day(duration.date)}, or until {revoked}, if that is earlier"
        case "while_in_office":
            office = f" as {power.principal.title}" if power.principal.title else ""
            return f"for as long as the Principal is in office{office}, or until {revoked}, if that is earlier"
    return ""


def _replaced(words: str, others: Mapping[str, PowerOfAttorney]) -> str:
    earlier = others.get(words)
    if earlier is None or earlier.signed_on is None:
        return words
    return f"the power of attorney that the Principal signed on {long_day(earlier.signed_on)}"


def _signature(power: PowerOfAttorney) -> Iterator[Block]:
    signed = power.signed_name or ""
    conformed = signed if not signed or signed.startswith("/s/") else f"/s/ {signed}"
    printed = tuple(line for line in (power.principal.name, power.principal.title) if line)
    if conformed or printed:
        yield Block(SIGNATURE, (conformed, *printed))


def _witnesses(power: PowerOfAttorney) -> Iterator[Block]:
    if power.witnesses:
        yield Block(WITNESSES, tuple(f"Witness: {name}" for name in power.witnesses))


def _notary(power: PowerOfAttorney) -> Iterator[Block]:
    notary = power.notary
    if notary is not None and (lines := tuple(_acknowledged(notary, power.principal.name))):
        yield Block(NOTARY, lines)


def _acknowledged(notary: Notary, principal: str | None) -> Iterator[str]:
    if notary.state:
        yield f"State: {notary.state}"
    if notary.county:
        yield f"County: {notary.county}"
    if notary.date:
        by = f" by {principal}" if principal else ""
        yield f"Acknowledged before me{by} on this {day_of_month(notary.date)}."
    if notary.name:
        yield f"{notary.name}, Notary Public"
