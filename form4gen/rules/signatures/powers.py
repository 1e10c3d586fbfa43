"""SG: what a power of attorney says, against the form that is signed under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4
from form4gen.model.exhibits import Attorney, Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.prose.days import days_in
from form4gen.prose.signatures import name_words
from form4gen.prose.signers import signed_text
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.signatures.signatures import relies_on


@rule(
    "SG105",
    name="power of attorney for other persons",
    on=PowerOfAttorney,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
)
def power_of_attorney_for_other_persons(power: PowerOfAttorney, circumstances: Circumstances) -> Iterator[Breach]:
    """A power of attorney must be granted by a reporting person on the form and must name the person who signs.

    Compared are the record's ``principal`` and ``attorneys`` with the owners and with the signatures given under
    the power. Silent where the power allows substitution, where an attorney is described by office alone and the
    signature tells no office, and where the record names nobody: who a text names is not read. EDGAR reads no
    power.

    Remedy: Have a person named in the power of attorney sign, or file a new one.
    """
    filing = circumstances.filing
    signatures = _under(power, filing)
    if not signatures:
        return
    principal = power.principal
    ciks = {owner.rpt_owner_cik.lstrip("0") for owner in filing.reporting_owners if owner.rpt_owner_cik}
    if principal.cik and ciks:
        is_owner = principal.cik.lstrip("0") in ciks
    else:
        named = name_words(principal.name)
        is_owner = not named or any(named & name_words(owner.name) for owner in filing.reporting_owners)
    if not is_owner:
        whose = principal.name or f"CIK {principal.cik}"
        yield Breach(power.at / "principal", f"The power is granted by {whose}, who is no owner of this form.", whose)
    if not power.attorneys or power.substitution:
        return
    names = ", ".join(attorney.name or attorney.office or "nobody" for attorney in power.attorneys)
    owned = set[str]().union(*(name_words(owner.name) for owner in filing.reporting_owners))
    for signature in signatures:
        if not any(_may_be(attorney, signature, owned) for attorney in power.attorneys):
            message = f"The power names {names}; the form is signed {signature.signature_name}."
            yield Breach(signature.at / "signatureName", message, signature.signature_name, names)


def _under(power: PowerOfAttorney, filing: Filing) -> list[OwnerSignature]:
    return [each for each in filing.owner_signatures if each.signature_name and relies_on(each, power, filing)]


def _may_be(attorney: Attorney, signature: OwnerSignature, owned: set[str]) -> bool:
    """Whether a signature may be the attorney's: two names agree, or one that no owner has, or the office."""
    there, named = name_words(signed_text(signature)), name_words(attorney.name)
    common = named & there
    if attorney.office and not named:
        return signature.title is None or bool(name_words(attorney.office) & there)
    return not named or len(common) > 1 or bool(common - owned)


@rule(
    "SG106",
    name="power of attorney not covering this filing",
    on=PowerOfAttorney,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
)
def power_of_attorney_not_covering_this_filing(
    power: PowerOfAttorney, circumstances: Circumstances
) -> Iterator[Breach]:
    """A power of attorney must cover Form 4 filings for this issuer.

    ``scope.forms`` lists "4", or words such as "Section 16"; without it the power's text must name Form 4 or
    Section 16 when it names any form. A power for another issuer, told by CIK, does not help; another name is a
    warning, since names change. Whether a power covers amendments is a warning too. EDGAR reads no power.

    Remedy: File a power of attorney for this issuer that covers Forms 3, 4 and 5 and amendments to them. If only
    the record of it is wrong, correct ``scope``.
    """
    filing = circumstances.filing
    if not _under(power, filing):
        return
    forms, text = power.scope.forms, _words(power)
    at = power.at / "scope" / "forms"
    if forms and not any(_form_4().search(form.strip()) for form in forms):
        yield Breach(at, f"The power covers {', '.join(forms)} only.", ", ".join(forms), "4")
    elif forms and filing.is_amendment and not (power.scope.amendments or "4/A" in forms or text):
        yield Breach(at, "The power does not say that it covers amendments.", severity=WARNING)
    elif not forms and _other_form().search(text) and not _form_4_in_text().search(text):
        yield Breach(power.at / "text", "The power names other forms, but neither Form 4 nor Section 16.")
    yield from _other_issuer(power, filing)


def _other_issuer(power: PowerOfAttorney, filing: Filing) -> Iterator[Breach]:
    limited, issuer = power.scope.issuer, filing.issuer
    if limited is None:
        return
    whose = limited.name or f"CIK {limited.cik}"
    message = f"The power is limited to {whose}; the issuer is {issuer.issuer_name or issuer.issuer_cik}."
    if limited.cik and issuer.issuer_cik:
        if limited.cik.lstrip("0") != issuer.issuer_cik.lstrip("0"):
            yield Breach(limited.at, message, whose)
    elif (ours := name_words(limited.name)) and (theirs := name_words(issuer.issuer_name)) and not ours & theirs:
        yield Breach(limited.at, message, whose, severity=WARNING)


@rule(
    "SG108",
    name="power of attorney incomplete",
    on=(PowerOfAttorney, Exhibit),
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
)
def power_of_attorney_incomplete(power: PowerOfAttorney | Exhibit) -> Iterator[Breach]:
    """A power of attorney must authorize a named person, state how long the authority lasts, and be signed.

    The instruction asks for the authority to file, the name of who has it, and its duration. Looked at are the
    record and the text; a conformed signature ("/s/") is one, a picture without text is none of it. A power without
    a date is an advisory: the instruction asks for none, but without it nobody can tell whether it was in force
    (SG107). Notary and witnesses are a matter of state law. EDGAR reads no power.

    Remedy: Supply what is missing. For the duration, state "until revoked", "until no longer required to file", or
    an end date.
    """
    if isinstance(power, Exhibit):
        if not (power.document_type or "").upper().startswith("EX-24"):
            return
        lacks = list(_lacks_of_text(power.text or ""))
    elif power.is_attached:
        lacks = list(_lacks(power))
    else:
        return
    if lacks:
        yield Breach(power.at, f"The power of attorney {', '.join(lacks)}.")
    elif not _is_dated(power):
        yield Breach(power.at, "The power of attorney has no date.", severity=ADVISORY)


def _lacks(power: PowerOfAttorney) -> Iterator[str]:
    lacks = set(_lacks_of_text(_words(power))) if power.text is not None else {_NO_WORDS, _NO_DURATION, _NO_SIGNATURE}
    if _EMPTY in lacks:
        yield _EMPTY
        return
    if _NO_WORDS in lacks and not any(each.name or each.office for each in power.attorneys):
        yield _NO_WORDS
    if _NO_DURATION in lacks and not (power.duration.kind or power.duration.date):
        yield _NO_DURATION
    if _NO_SIGNATURE in lacks and not power.signed_name:
        yield _NO_SIGNATURE


def _lacks_of_text(text: str) -> Iterator[str]:
    if not re.search(r"\w{3}", text):
        yield _EMPTY
        return
    if not _authorizes().search(text):
        yield _NO_WORDS
    if not _lasts().search(text):
        yield _NO_DURATION
    if not _is_signed().search(text):
        yield _NO_SIGNATURE


def _is_dated(power: PowerOfAttorney | Exhibit) -> bool:
    if isinstance(power, PowerOfAttorney) and (power.signed_on or power.effective_from):
        return True
    return bool(days_in(power.text or "")) or _a_year().search(power.text or "") is not None


def _words(power: PowerOfAttorney) -> str:
    """The text of a power, without the tags of HTML."""
    return re.sub(r"<[^<>]*>", " ", power.text or "")


_EMPTY = "has no text"


_NO_WORDS = "authorizes nobody"


_NO_DURATION = "does not say how long it lasts"


_NO_SIGNATURE = "is not signed"


@cache
def _form_4() -> re.Pattern[str]:
    return re.compile(r"\A(?:form )?4(?:/A)?\Z|section\s{0,4}16|16\(a\)", re.IGNORECASE)


@cache
def _form_4_in_text() -> re.Pattern[str]:
    return re.compile(
        r"section\s{0,4}16|\b16\(a\)|\bforms?\b[^.]{0,80}\b4\b|changes in beneficial ownership", re.IGNORECASE
    )


@cache
def _other_form() -> re.Pattern[str]:
    return re.compile(r"\bforms?\s+(?:144|ID|\d)|schedules?\s+13", re.IGNORECASE)


@cache
def _authorizes() -> re.Pattern[str]:
    return re.compile(r"authori[sz]|designat|appoint|constitut|grant|empower", re.IGNORECASE)


@cache
def _lasts() -> re.Pattern[str]:
    return re.compile(
        r"revo[kc]|until|force and effect|in effect|expir|terminat|no longer|continue|duration", re.IGNORECASE
    )


@cache
def _is_signed() -> re.Pattern[str]:
    return re.compile(r"/s/|signature|sign(?:ed)?\b|witness|executed", re.IGNORECASE)


@cache
def _a_year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b")
