"""SG: signatures and powers of attorney."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature, ReportingOwner
from form4gen.model.wording import day
from form4gen.rules.agents import attaches_a_power, signed_text, signs_for_another, wants_a_power
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_EVERYBODY = "all"


@rule(
    "SG101",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(b)(v)"), FORM_4.at("Instruction 7"), RULE_16A.at("16a-3(i), (j)")),
)
def signature_missing(filing: Filing) -> Iterator[Breach]:
    """The form is signed with name and date, by each reporting person or on behalf of each.

    A signature covers the owners that it names, those of ``onBehalfOf`` (CIKs, or "all"), and everybody where its
    words say so ("on behalf of each reporting person"). One signer for all is common and right where the words say
    it; an agent or officer who names nobody may sign for all, so that is an advisory. EDGAR suspends a form without a
    signature, and a signature without name or date; it does not tie signatures to owners.

    Remedy: add the signature, or the words "on behalf of each reporting person", with the authority on file.
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
    on=OwnerSignature,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"), FORM_4.at("Instruction 6(c)")),
    needs=("powers_of_attorney",),
    in_part=True,
)
def agent_without_power_on_record(signature: OwnerSignature, circumstances: Circumstances) -> Iterator[Breach]:
    """Who signs for another person has the authority confirmed to the SEC in writing.

    The confirming statement is attached as Exhibit 24, follows by amendment as soon as practicable, or is on file and
    still in effect: ``powersOfAttorney`` says which. One filed with the Form 3 long ago is enough, so keep its
    reference. A filing on record, and a document that knows only the words of its signatures, as EDGAR's XML does,
    cannot tell: nine of ten real filings are signed under a power that was filed long before. EDGAR does not look for
    it.

    Remedy: attach the power (status "attached"), or record where it is on file ("on_file", with the accession number).
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


@rule("SG107", on=PowerOfAttorney, severity=ERROR, edgar=ACCEPTS, sources=(FORM_4.at("Instruction 7(a)"),))
def power_not_in_force(power: PowerOfAttorney, circumstances: Circumstances) -> Iterator[Breach]:
    """A power of attorney is in force on the day on which its agent signs.

    It must not have expired, been revoked, or begin later. A power signed after the form is a warning: the written
    confirmation may follow, but the authority must have been there, which ``effectiveFrom`` can say. Signed on the
    same day is fine, and a power that runs until revoked, or until no more reports are due, has no end date. Whether
    the owner has left the issuer is not looked up. State law of agency decides; EDGAR reads no power.

    Remedy: a new power, dated before the signature; or a confirmation that says since when the authority exists.
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


def covers(signature: OwnerSignature, owner: ReportingOwner) -> bool:
    """Whether a signature names an owner, or says that it is on behalf of that owner."""
    if owner.rpt_owner_cik and owner.rpt_owner_cik.lstrip("0") in (cik.lstrip("0") for cik in signature.on_behalf_of):
        return True
    wanted, there = name_words(owner.rpt_owner_name), name_words(signed_text(signature))
    if not wanted:
        return False
    of_a_person = 2 if len(wanted) > 2 and not entity().search(owner.name) else len(wanted)  # noqa: PLR2004  first and last name
    return len(wanted & there) >= of_a_person


def name_words(name: str | None) -> set[str]:
    """The words that tell a name: without initials, legal forms, and a state that EDGAR adds ("/MN")."""
    plain = re.sub(r"/\w{2}/?$", "", (name or "").casefold()).replace(".", "")
    found = re.findall(r"[^\W_]+", plain)
    return {word for word in found if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit())}


_LEGAL_FORMS = {
    "lp", "llp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "sa",
    "nv", "ag", "pte", "the", "and", "of", "jr", "sr", "by", "dr", "mr", "ms",
}  # fmt: skip


@cache
def entity() -> re.Pattern[str]:
    """A word that stands in the names of entities, not of persons."""
    return re.compile(
        r"\b(l\.?l?\.?p|l\.?l\.?c|inc|corp\w*|co|company|ltd|limited|plc|trust|funds?|partners\w*|capital|holdings?"
        r"|management|ventures?|group|associates|foundation|estate|gp)\b",
        re.IGNORECASE,
    )


@cache
def _for_all() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:each|every|all)\b(?: of)?(?: the)?(?: other)? (?:reporting|filing) (?:persons?|owners?)"
        r"|\b(?:for|behalf of) (?:(?:itself|himself|herself) and )?(?:each|every|all|the other)\b",
        re.IGNORECASE,
    )


@cache
def office() -> re.Pattern[str]:
    """A word for the office or capacity in which somebody signs."""
    return re.compile(
        r"president|manag|partner|secretary|officer|trustee|director|member|authori[sz]ed|counsel|general partner",
        re.IGNORECASE,
    )
