"""SG: who has signed, and whether an agent's power of attorney is there and in effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.unseen import visible
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.model.wording import day, listed
from form4gen.prose.powers_on_form import powers_of
from form4gen.prose.signatures import coverage
from form4gen.prose.signers import attaches_a_power, signed, signs_for_another, wants_a_power
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_EVERYBODY = "all"

_NAMED = (
    "Have a person named in a power of attorney sign, or add the signer's. If a record is wrong, correct the "
    "attorneys that it names (``attorneys``)."
)
_CITE = "Correct the ID (``powerOfAttorney``), or add the power of attorney (``powersOfAttorney``)."


@rule(
    "SG101",
    name="signature missing or incomplete",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(b)(v)"), FORM_4.at("Instruction 7"), RULE_16A.at("16a-3(i), (j)")),
)
def signature_missing_or_incomplete(filing: Filing) -> Iterator[Breach]:
    """The form must be signed and dated by each reporting person, or on behalf of each by an authorized person.

    A signature covers the reporting persons that it names, those in ``onBehalfOf``, and all of them if it says so
    ("on behalf of each reporting person"). An agent or officer who names no one may be signing for all, so that is an
    advisory. EDGAR suspends a form without a signature, or a signature without name or date, but does not match
    signatures to reporting persons.

    Remedy: Add the missing signature, name or date. One authorized person may sign for all with the words "on
    behalf of each reporting person".
    """
    if not filing.owner_signatures:
        yield Breach(filing.at / "ownerSignatures", "The form is not signed.")
    for signature in filing.owner_signatures:
        if not visible(signature.signature_name):
            yield Breach(signature.at / "signatureName", "The signature has no name.")
        if signature.signature_date is None:
            yield Breach(signature.at / "signatureDate", "The signature has no date.")
    if filing.owner_signatures:
        yield from _not_covered(filing)


def _not_covered(filing: Filing) -> Iterator[Breach]:
    owners, signatures = filing.reporting_owners, filing.owner_signatures
    if any(_signs_for_all(signature) for signature in signatures):
        return
    covered = [coverage(filing).of(signature) for signature in signatures]
    left = coverage(filing).left_out(set().union(*covered))
    unnamed = [each for each, ways in zip(signatures, covered, strict=True) if not ways]
    if len(left) <= len(unnamed):
        return
    names = listed([owner.name for owner in left]).removesuffix(".")
    may_be_for_all = any(signs_for_another(each) or signed(each).says("signing_office") for each in unnamed)
    who = "a signature that names no one may be meant for" if may_be_for_all else "no signature covers"
    yield Breach(
        filing.at / "ownerSignatures",
        f"The form has {len(owners)} reporting persons but {len(signatures)} signature{'s' * (len(signatures) > 1)}; "
        f"{who} {names}. Each must sign, or an authorized person must sign on behalf of each and say so.",
        severity=ADVISORY if may_be_for_all else None,
        edgar=ACCEPTS,
    )


@rule(
    "SG104",
    name="agent signature without power of attorney",
    on=OwnerSignature,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"), FORM_4.at("Instruction 6(c)")),
    needs=("powers_of_attorney",),
    in_part=True,
)
def agent_signature_without_power_of_attorney(
    signature: OwnerSignature, circumstances: Circumstances
) -> Iterator[Breach]:
    """The authority of a person who signs for another must be confirmed to the SEC in writing.

    The power of attorney is attached as Exhibit 24, follows by amendment as soon as practicable, or is already on file
    and still in effect; ``powersOfAttorney`` records which. If there are several and the signature cites none, one of
    them must name the signer. A filing on record cannot show a power filed earlier, so it is not checked, nor is a
    document without powers or exhibits that gives no signer's ``capacity``. Ownership XML without its submission is
    such a document: its exhibits are other files. The command ``import`` enters the capacity of an agent. EDGAR does
    not check this.

    Remedy: Attach the power of attorney as Exhibit 24 (status ``attached``). If one still in effect is already on
    file, record where, with its accession number (status ``on_file``).
    """
    filing = circumstances.filing
    named, records = signature.power_of_attorney, powers_of(filing)
    if named is not None:
        if named not in records.by_id:
            message = f'The signature cites power of attorney "{named}", but the filing has none with that ID.'
            yield Breach(signature.at / "powerOfAttorney", message, found=named, remedy=_CITE)
            return
    elif not signs_for_another(signature) or wants_a_power(filing):
        return
    if attaches_a_power(filing):
        return
    cited = records.every if named is None else records.by_id[named]
    if not cited.is_on_record:
        yield Breach(
            signature.at / "signatureName",
            "An agent signs the form, but no power of attorney is attached or recorded as on file with the SEC.",
            found=signature.signature_name,
            expected="a power of attorney that is attached or recorded as on file",
        )
    elif cited.number > 1 and not cited.appointed.may_be(signature):
        message = f"An agent signs the form, but none of the {cited.number} powers of attorney names the signer."
        yield Breach(signature.at / "signatureName", message, found=signature.signature_name, remedy=_NAMED)


@rule(
    "SG107",
    name="power of attorney not in effect",
    on=PowerOfAttorney,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
)
def power_of_attorney_not_in_effect(power: PowerOfAttorney, circumstances: Circumstances) -> Iterator[Breach]:
    """A power of attorney must be in effect on the date the agent signs.

    It must have taken effect, and must not have expired or been revoked. A power signed after the form is only a
    warning, since the written confirmation may follow; ``effectiveFrom`` records that the authority already existed.
    State agency law governs. EDGAR does not check this.

    Remedy: File a power of attorney dated on or before the signature. If the authority already existed, file a
    confirmation that states since when (``effectiveFrom``).
    """
    under = powers_of(circumstances.filing).signatures_under(power)
    signed = [each.signature_date for each in under if each.signature_date is not None]
    if not signed:
        return
    first, last = min(signed), max(signed)
    ends = power.duration.date if power.duration.kind in (None, "until_date") else None
    if power.effective_from is not None and power.effective_from > first:
        yield _out_of_force(power, "effectiveFrom", "takes effect on", power.effective_from, first)
    elif power.effective_from is None and power.signed_on is not None and power.signed_on > first:
        late = _out_of_force(power, "signedOn", "was signed on", power.signed_on, first)
        yield late._replace(severity=WARNING)
    if ends is not None and ends < last:
        breach = _out_of_force(power, "duration", "expired on", ends, last)
        yield breach._replace(at=power.at / "duration" / "date")
    if power.revoked_on is not None and power.revoked_on <= last:
        yield _out_of_force(power, "revokedOn", "was revoked on", power.revoked_on, last)


def _out_of_force(power: PowerOfAttorney, key: str, what: str, when: date, signed: date) -> Breach:
    message = f"The power of attorney {what} {day(when)}, but the form was signed on {day(signed)}."
    return Breach(power.at / key, message, day(when), day(signed))


def _signs_for_all(signature: OwnerSignature) -> bool:
    return _EVERYBODY in signature.on_behalf_of or signed(signature).excuses("for_all")
