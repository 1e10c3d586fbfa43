"""SG: signatures and powers of attorney."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.model.wording import day
from form4gen.prose.signatures import covers, office
from form4gen.prose.signers import attaches_a_power, signed_text, signs_for_another, wants_a_power
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_EVERYBODY = "all"


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

    A signature covers the owners that it names, those of ``onBehalfOf`` (CIKs, or "all"), and everybody where its
    words say so ("on behalf of each reporting person"). One signer for all is common and right where the words say
    it; an agent or officer who names nobody may sign for all, so that is an advisory. EDGAR suspends a form without
    a signature, and a signature without name or date; it does not tie signatures to owners.

    Remedy: Add the missing signature, name or date. One authorized person may sign for all with the words "on
    behalf of each reporting person".
    """
    if not filing.owner_signatures:
        yield Breach(filing.at / "ownerSignatures", "Nobody has signed the form.")
    for signature in filing.owner_signatures:
        if not (signature.signature_name or "").strip():
            yield Breach(signature.at / "signatureName", "The signature has no name.")
        if signature.signature_date is None:
            yield Breach(signature.at / "signatureDate", "The signature has no date.")
    if filing.owner_signatures and len(filing.reporting_owners) > 1:
        yield from _not_covered(filing)


def _not_covered(filing: Filing) -> Iterator[Breach]:
    owners, signatures = filing.reporting_owners, filing.owner_signatures
    if any(_signs_for_all(signature) for signature in signatures):
        return
    left = [owner for owner in owners if not any(covers(signature, owner) for signature in signatures)]
    unnamed = [each for each in signatures if not any(covers(each, owner) for owner in owners)]
    if len(left) <= len(unnamed):
        return
    names = ", ".join(owner.name for owner in left)
    may_be_for_all = any(signs_for_another(each) or office().search(signed_text(each)) for each in unnamed)
    who = "a signature that names no owner may be meant for" if may_be_for_all else "no signature covers"
    yield Breach(
        filing.at / "ownerSignatures",
        f"{len(owners)} owners, {len(signatures)} signature{'s' * (len(signatures) > 1)}: {who} {names}. Each owner "
        "signs, or someone authorized signs for each and says so.",
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

    The confirming statement is attached as Exhibit 24, follows by amendment as soon as practicable, or is on file
    and still in effect: ``powersOfAttorney`` says which. One filed with the Form 3 long ago is enough, so keep its
    reference. A filing on record, and a document that knows only the words of its signatures, as EDGAR's XML does,
    cannot tell: nine of ten real filings are signed under a power that was filed long before. EDGAR does not look
    for it.

    Remedy: Attach the power of attorney as Exhibit 24 (status ``attached``). If one still in effect is already on
    file, record where (status ``on_file``, with its accession number).
    """
    filing = circumstances.filing
    named = signature.power_of_attorney
    if named is not None:
        if not any(power.id == named for power in filing.powers_of_attorney):
            yield Breach(signature.at / "powerOfAttorney", f'No power of attorney has the id "{named}".', found=named)
            return
    elif not signs_for_another(signature) or wants_a_power(filing):
        return
    powers = [power for power in filing.powers_of_attorney if named in (None, power.id)]
    if not attaches_a_power(filing) and not any(_is_on_record(power) for power in powers):
        yield Breach(
            signature.at / "signatureName",
            "An agent signs. Attach the confirming statement (Exhibit 24), unless one still in effect is already on "
            "file with the SEC.",
            found=signature.signature_name,
            expected="a power of attorney that is attached or recorded as on file",
        )


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

    It must not have expired, been revoked, or begin later. A power signed after the form is a warning: the written
    confirmation may follow, but the authority must have been there, which ``effectiveFrom`` can say. Signed on the
    same day is fine, and a power that runs until revoked, or until no more reports are due, has no end date.
    Whether the owner has left the issuer is not looked up. State law of agency decides; EDGAR reads no power.

    Remedy: File a power of attorney dated on or before the signature. If the authority already existed, file a
    confirmation that states since when (``effectiveFrom``).
    """
    signed = sorted(
        each.signature_date
        for each in circumstances.filing.owner_signatures
        if each.signature_date is not None and relies_on(each, power, circumstances.filing)
    )
    if not signed:
        return
    first, last = signed[0], signed[-1]
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
    return Breach(
        power.at / key, f"The power {what} {day(when)}; the form is signed {day(signed)}.", day(when), day(signed)
    )


def relies_on(signature: OwnerSignature, power: PowerOfAttorney, filing: Filing) -> bool:
    """Whether a signature is given under a power: the one it names, or else the only one there is."""
    if signature.power_of_attorney is not None:
        return signature.power_of_attorney == power.id
    return signs_for_another(signature) and len(filing.powers_of_attorney) == 1


def _is_on_record(power: PowerOfAttorney) -> bool:
    return power.status is not None or power.on_file is not None or bool(power.text)


def _signs_for_all(signature: OwnerSignature) -> bool:
    return _EVERYBODY in signature.on_behalf_of or _for_all().search(signed_text(signature)) is not None


@cache
def _for_all() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:each|every|all)\b(?: of)?(?: the)?(?: other)? (?:reporting|filing) (?:persons?|owners?)"
        r"|\b(?:for|behalf of) (?:(?:itself|himself|herself) and )?(?:each|every|all|the other)\b",
        re.IGNORECASE,
    )
