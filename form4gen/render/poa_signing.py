"""The end of a power of attorney: the signatures, the witnesses, and the acknowledgment of a notary."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.model.exhibits import PowerOfAttorney, Principal, Signatory, Witness
from form4gen.render.poa_blocks import EXECUTION, NOTARY, WITNESS, Block, SignatureBlock
from form4gen.render.poa_parties import capacity_in_words
from form4gen.render.poa_words import BLANK, conformed, day_of_month, long_day

DATE_LINE = "Date: "
"""The detail of a signature that is followed by a line to write on."""


def execution(power: PowerOfAttorney) -> Block:
    """The testimonium with the signature blocks; blank unless these words are the ones that were signed."""
    day = power.signed_on if power.is_drawn_as_signed else None
    when = f"as of the {day_of_month(day)}" if day else "as of the date written below"
    how = (
        "has executed this Power of Attorney"
        if power.principal.is_individual or power.principal.kind == "fiduciary"
        else "has caused this Power of Attorney to be executed by its duly authorized representative"
    )
    return Block(EXECUTION, (f"IN WITNESS WHEREOF, the undersigned {how} {when}.",), tuple(_signatures(power)))


def _signatures(power: PowerOfAttorney) -> Iterator[SignatureBlock]:
    principal = power.principal
    signed = conformed(power.signed_name) if power.is_drawn_as_signed and power.signed_name else ""
    for place, signatory in enumerate(principal.signatories or (None,)):
        own = signed if place == 0 else ""
        yield _signature(principal, signatory, own, has_day=bool(own and power.signed_on))


def _signature(principal: Principal, signatory: Signatory | None, signed: str, *, has_day: bool) -> SignatureBlock:
    date = () if has_day else (DATE_LINE,)
    if principal.is_individual:
        office = (f"Title: {principal.title}",) if principal.title else ()
        return SignatureBlock(
            (), is_by=False, signed=signed, details=(f"Name: {principal.name or BLANK}", *office, *date)
        )
    name = (signatory.name if signatory else None) or BLANK
    title_words = (signatory.title if signatory else None) or principal.title
    if principal.kind == "fiduciary":
        ward = f"{principal.name or BLANK}{f', {principal.description}' if principal.description else ''}"
        capacity = f"{(title_words or 'fiduciary').capitalize()} of {ward}"
        return SignatureBlock((), is_by=False, signed=signed, details=(f"Name: {name}", f"Title: {capacity}", *date))
    links = signatory.through if signatory else ()
    entity = (
        (principal.name or BLANK).upper(),
        *(f"By: {link.name or BLANK}, its {link.capacity or 'representative'}" for link in links),
    )
    title = title_words or ("Trustee" if principal.kind == "trust" else BLANK)
    return SignatureBlock(entity, is_by=True, signed=signed, details=(f"Name: {name}", f"Title: {title}", *date))


def witnesses(power: PowerOfAttorney) -> Iterator[Block]:
    """A line for each witness to sign on."""
    for each in power.witnesses:
        yield Block(WITNESS, ("Witness:",), (_witnessed(each),))


def _witnessed(witness: Witness) -> SignatureBlock:
    address = (f"Address: {witness.address}",) if witness.address else ()
    date = f"Date: {long_day(witness.date)}" if witness.date else DATE_LINE
    signed = conformed(witness.signed_name) if witness.signed_name else ""
    return SignatureBlock((), is_by=False, signed=signed, details=(f"Name: {witness.name or BLANK}", *address, date))


def acknowledgment(power: PowerOfAttorney) -> Iterator[Block]:
    """The certificate of a notary in the short form of the uniform law; what the record does not say is left blank."""
    notary = power.notary
    if notary is None:
        return
    county = f"County of {notary.county or BLANK}"
    venue = (f"{notary.state_style or 'State'} of {notary.state or BLANK}", county)
    means = " by means of communication technology" if notary.remote else ""
    when = long_day(notary.date) if notary.date else BLANK
    statement = f"This record was acknowledged before me{means} on {when} by {_acknowledged(power)}."
    signed = conformed(notary.signed_name) if notary.signed_name else ""
    expires = long_day(notary.commission_expires) if notary.commission_expires else BLANK
    details = (
        f"{notary.name or BLANK}, Notary Public",
        f"My commission expires: {expires}",
        f"Commission No.: {notary.commission_number or BLANK}",
    )
    yield Block(
        NOTARY,
        ("ACKNOWLEDGMENT", statement),
        (SignatureBlock((), is_by=False, signed=signed, details=details),),
        venue,
        ("[Seal]",),
    )


def _acknowledged(power: PowerOfAttorney) -> str:
    principal = power.principal
    if principal.is_individual:
        return principal.name or BLANK
    signers = principal.signatories
    if not signers:
        return f"{BLANK}, as {principal.title or 'authorized representative'} of {principal.name or BLANK}"
    return " and by ".join(f"{each.name or BLANK}, as {capacity_in_words(principal, each)}" for each in signers)
