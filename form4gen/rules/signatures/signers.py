"""SG: in what capacity the form is signed, and what is kept of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, REGULATION_ST, RULE_16A
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.prose.signatures import covers, entity, name_words, office
from form4gen.prose.signers import signed_text
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

    Silent where the signature shares a name with any owner, in any order (nicknames, initials and EDGAR's order of
    names are common), and where its words, its title or ``capacity`` tell: attorney-in-fact, by, for, trustee,
    guardian, executor, or an office, since some entities have names like persons. EDGAR does not compare names.

    Remedy: State the capacity, for example "Alex Poe, attorney-in-fact for Dana Roe".
    """
    owners = circumstances.filing.reporting_owners
    persons = [owner.name for owner in owners if _plain(owner.rpt_owner_name or "") and not entity().search(owner.name)]
    words = _plain(signed_text(signature))
    if not persons or not words or any(words & _plain(owner.name) for owner in owners):
        return
    is_told = signature.capacity not in (None, "self") or signature.title or signature.on_behalf_of
    text = signed_text(signature)
    if not is_told and not _capacity().search(text) and not office().search(text):
        yield Breach(
            signature.at / "signatureName",
            f"The form for {persons[0]} is signed {signature.signature_name}. In what capacity?",
            found=signature.signature_name,
        )


def _plain(name: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", name)
    return name_words("".join(sign for sign in letters if not unicodedata.combining(sign))) - {"s"}


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
    """A company signs through a person, who gives name, title and on whose behalf.

    Looked at are signatures that name an entity among the owners; what is left beside the names of the owners must
    be a person or an office. A chain of general partners that does not fit is split over several signatures. EDGAR
    reads no title.

    Remedy: Enter, for example, "Jay Palmer, President, on behalf of X LLC".
    """
    owners = circumstances.filing.reporting_owners
    entities = [owner for owner in owners if entity().search(owner.name) and covers(signature, owner)]
    text = signed_text(signature)
    if not entities or signature.title or office().search(text):
        return
    person = name_words(text).difference(*(name_words(owner.name) for owner in owners))
    if len(person) < 2:  # noqa: PLR2004  first and last name
        yield Breach(
            signature.at / "signatureName",
            f"{entities[0].name} signs without a person: give name, title and on whose behalf.",
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
    """The signer has signed a page of authentication before or at the time of filing, and the page is kept.

    It is signed in ink, or electronically where the signer has attested by hand that an electronic signature binds.
    The page is kept 5 years, the attestation 7 years after its last use. No filing shows whether that was done, so
    this is said once of every form that is about to be filed (its context gives a time of filing, and it is not on
    record); an override says that the page is in the file.

    Remedy: Collect the signed document now. Once it is in the file, accept this advisory with an override.
    """
    context = filing.context
    if filing.owner_signatures and context.filed_at is not None and context.accession_number is None:
        yield Breach(
            filing.at / "ownerSignatures",
            "Have the signed page in hand before you file, and keep it 5 years; keep the attestation behind an "
            "electronic signature 7 years after its last use.",
        )


@cache
def _capacity() -> re.Pattern[str]:
    return re.compile(
        r"attorney|\batty\b|\bPOA\b|\bby\b|\bfor\b|on behalf|trustee|guardian|execut|custodian"
        r"|conservator|administrator|treasurer|\bC[EFO]O\b",
        re.IGNORECASE,
    )
