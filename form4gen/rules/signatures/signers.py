"""SG: the capacity in which the form is signed, and the authentication document to retain."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, REGULATION_ST, RULE_16A
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.prose.names import name_words
from form4gen.prose.signatures import coverage
from form4gen.prose.signers import signed, signed_text
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "SG102",
    name="signer's capacity not stated",
    on=OwnerSignature,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
)
def signers_capacity_not_stated(signature: OwnerSignature, circumstances: Circumstances) -> Iterator[Breach]:
    """A person who signs for an individual must state the capacity in which that person signs.

    A signature that shares a name with a reporting person is taken for that person's own, since nicknames and initials
    are common. Otherwise its text, title or ``capacity`` must state the capacity: attorney-in-fact, for, trustee,
    guardian, executor, or an office. EDGAR does not check this.

    Remedy: State the capacity, for example "Alex Poe, attorney-in-fact for Dana Roe".
    """
    known = coverage(circumstances.filing)
    person, words = known.first_person(), name_words(signed_text(signature))
    if person is None or not words or not words.isdisjoint(known.names.words):
        return
    is_stated = signature.capacity not in (None, "self") or signature.title or signature.on_behalf_of
    if not is_stated and not signed(signature).excuses("signing_capacity", "signing_office"):
        yield Breach(
            signature.at / "signatureName",
            f"The form of {person.name} is signed by {signature.signature_name}, whose capacity is not stated.",
            found=signature.signature_name,
        )


@rule(
    "SG103",
    name="entity signature without individual signer",
    on=OwnerSignature,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(b)"),),
)
def entity_signature_without_individual_signer(
    signature: OwnerSignature, circumstances: Circumstances
) -> Iterator[Breach]:
    """A form filed for an entity must state the individual who signed, and in what capacity.

    A signature that names an entity must also name an individual or an office. A chain of general partners that does
    not fit may be divided among several signatures. EDGAR does not check this.

    Remedy: Enter, for example, "Jay Palmer, President, on behalf of X LLC".
    """
    known = coverage(circumstances.filing)
    entity = known.entity_of(signature)
    if entity is None or signature.title or signed(signature).excuses("signing_office"):
        return
    person = name_words(signed_text(signature)) - known.names.words
    if len(person) < 2:  # noqa: PLR2004  first and last name
        yield Breach(
            signature.at / "signatureName",
            f"The signature of {entity.name} names no individual. State the individual's name, the capacity and "
            "on whose behalf the individual signs.",
            found=signature.signature_name,
        )


@rule(
    "SG109",
    name="signature authentication document to retain",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(REGULATION_ST.at("302(b)(1), (2)"), RULE_16A.at("16a-3(i)")),
    needs=("filed_at",),
)
def signature_authentication_document_to_retain(filing: Filing) -> Iterator[Breach]:
    """Each signer must sign an authentication document before or at the time of filing; keep it for five years.

    It is signed by hand, or electronically if the signer has attested by hand that an electronic signature is
    binding; the attestation is retained for 7 years after its last use. No filing shows whether this was done, so the
    advisory appears once on every form that records its planned filing time. Silent where only a caller gives the time,
    since filings on record are checked so too. EDGAR does not check this.

    Remedy: Collect the signed document now. Once it is in the file, accept this advisory with an override.
    """
    context = filing.context
    if filing.owner_signatures and context.filed_at is not None and context.accession_number is None:
        yield Breach(
            filing.at / "ownerSignatures",
            "Obtain the signed authentication document before you file, and retain it for 5 years. If it is signed "
            "electronically, retain the signer's attestation for 7 years after its last use.",
        )
