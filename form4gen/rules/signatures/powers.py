"""SG: whether a power of attorney fits the form that is signed under it, and is complete."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.history import bare_cik, owners
from form4gen.law.authorities import FORM_4
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.model.wording import listed
from form4gen.prose.names import name_words
from form4gen.prose.powers import ends_of, is_dated, is_empty, kind_of, words_of_power
from form4gen.prose.powers_on_form import powers_of
from form4gen.prose.reading import read
from form4gen.prose.signatures import Appointed, coverage
from form4gen.prose.signers import signed_text
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


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

    The record's ``principal`` and ``attorneys`` are compared with the reporting persons and with the signatures given
    under the power. Attorneys who may act only together must all sign. A power that permits substitution, or a record
    that names no attorney, is not checked: the text is not read for names. EDGAR does not check this.

    Remedy: Have a person named in the power of attorney sign, or file a new one.
    """
    filing = circumstances.filing
    signatures = _under(power, filing)
    if not signatures:
        return
    principal = power.principal
    ciks = owners(filing)
    if principal.cik and ciks:
        is_owner = bare_cik(principal.cik) in ciks
    else:
        named = name_words(principal.name)
        is_owner = not named or not named.isdisjoint(coverage(filing).names.words)
    if not is_owner:
        whose = principal.name or f"CIK {principal.cik}"
        message = f"The power of attorney is granted by {whose}, who is not a reporting person on this form."
        yield Breach(power.at / "principal", message, whose, remedy=_PRINCIPAL)
    appointed = Appointed([power], coverage(filing).names.words)
    others = [each for each in signatures if not appointed.may_be(each)]
    names = listed([each.name or each.office or each.employer or "no one" for each in power.attorneys])
    for signature in others:
        message = f"The power of attorney names {names}, but the form is signed by {signature.signature_name}."
        yield Breach(signature.at / "signatureName", message, signature.signature_name, names)
    yield from _missing_of_joint(power, signatures)


def _missing_of_joint(power: PowerOfAttorney, signatures: list[OwnerSignature]) -> Iterator[Breach]:
    """Of several attorneys who may act only together, those whose names none of the signatures has."""
    if power.acting != "together" or len(power.attorneys) == 1:
        return
    words = frozenset(word for each in signatures for word in name_words(signed_text(each)))
    missing = [each.name for each in power.attorneys if each.name and len(name_words(each.name) & words) < _NAMES]
    if missing:
        names = listed(missing)
        message = f"The attorneys-in-fact may act only together, but the form is not signed by {names}."
        yield Breach(power.at / "acting", message, expected=names, remedy=_TOGETHER)


def _under(power: PowerOfAttorney, filing: Filing) -> list[OwnerSignature]:
    return [each for each in powers_of(filing).signatures_under(power) if each.signature_name]


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

    ``scope.forms`` must list "4", or words such as "Section 16". If it is blank, a text that names any form must name
    Form 4 or Section 16. A different issuer name is only a warning, since names change, and so is a record that does
    not mention amendments. EDGAR does not check this.

    Remedy: File a power of attorney for this issuer that covers Forms 3, 4 and 5 and amendments to them. If only the
    record of it is wrong, correct that (``scope``).
    """
    filing = circumstances.filing
    if not _under(power, filing):
        return
    forms, text = power.scope.forms, read(words_of_power(power))
    at = power.at / "scope" / "forms"
    if forms and not any(read(form).says("covers_form_4", "lists_form_4") for form in forms):
        named = listed(forms)
        yield Breach(at, f"The power of attorney covers only {named}, not Form 4.", named, "4")
    elif forms and filing.is_amendment and not (power.scope.amendments or "4/A" in forms or power.text):
        message = "This is a Form 4/A, but the power of attorney does not state that it covers amendments."
        yield Breach(at, message, severity=WARNING)
    elif not forms and text.says("names_other_form") and not text.excuses("covers_form_4"):
        yield Breach(power.at / "text", "The power of attorney names other forms, but neither Form 4 nor Section 16.")
    yield from _other_issuer(power, filing)


def _other_issuer(power: PowerOfAttorney, filing: Filing) -> Iterator[Breach]:
    limited, issuer = power.scope.issuer, filing.issuer
    if limited is None:
        return
    whose = limited.name or f"CIK {limited.cik}"
    named = (issuer.issuer_name or f"CIK {issuer.issuer_cik}").removesuffix(".")
    message = f"The power of attorney is limited to {whose}, but the issuer is {named}."
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

    Instruction 7(a) requires a statement of the authority to file, of the person who has it, and of its duration. The
    record and the text are both checked; a conformed signature ("/s/") is enough. The instruction does not require a
    date, so an undated power is an advisory. A notary or witnesses are a matter of state law. EDGAR does not check
    this.

    Remedy: Supply what is missing. For the duration, state "until revoked", "until no longer required to file", or
    an end date.
    """
    if isinstance(power, Exhibit):
        if not (power.document_type or "").upper().startswith("EX-24"):
            return
        lacks = list(_lacks_of_text(ends_of(power.text or "")))
    elif power.is_attached:
        lacks = list(_lacks(power))
    else:
        return
    if lacks:
        *others, last = lacks
        yield Breach(power.at, f"The power of attorney {', '.join(others)}{' and ' if others else ''}{last}.")
    elif not is_dated(power):
        yield Breach(
            power.at,
            "The power of attorney is undated, so it does not show that it was in effect when the form was signed.",
            severity=ADVISORY,
            remedy="Confirm the date on which the power was signed, and enter it (``signedOn``).",
        )


def _lacks(power: PowerOfAttorney) -> Iterator[str]:
    lacks = (
        set(_lacks_of_text(words_of_power(power)))
        if power.text is not None
        else {_NO_WORDS, _NO_DURATION, _NO_SIGNATURE}
    )
    if _EMPTY in lacks:
        yield _EMPTY
        return
    if _NO_WORDS in lacks and not any(each.name or each.office or each.employer for each in power.attorneys):
        yield _NO_WORDS
    if _NO_DURATION in lacks and not _states_duration(power):
        yield _NO_DURATION
    if _NO_SIGNATURE in lacks and not power.signed_name:
        yield _NO_SIGNATURE
    if power.text is None:
        yield from _lacks_of_record(power)


def _states_duration(power: PowerOfAttorney) -> bool:
    """Whether the record has a duration that its wording can state."""
    duration, scope = power.duration, power.scope
    has_reports = any(form != "ID" for form in scope.forms)
    match duration.kind:
        case "until_date":
            return duration.date is not None
        case "while_in_office":
            return has_reports and scope.issuer is not None
        case "until_no_longer_required":
            return has_reports
    return bool(duration.kind or duration.date)


def _lacks_of_record(power: PowerOfAttorney) -> Iterator[str]:
    """What the wording that is drawn of the record would lack."""
    principal, notary = power.principal, power.notary
    if kind_of(principal) not in (None, "individual") and not any(each.name for each in principal.signatories):
        yield "does not name the individual who signs for the principal"
    if power.ends_on_departure and not any(each.employer for each in power.attorneys):
        yield "ends when an attorney leaves an employer that it does not name"
    if notary is not None and notary.date and power.signed_on and notary.date < power.signed_on:
        yield "was acknowledged before it was signed"


def _lacks_of_text(text: str) -> Iterator[str]:
    if is_empty(text):
        yield _EMPTY
        return
    reading = read(text)
    if not reading.excuses("authorizes"):
        yield _NO_WORDS
    if not reading.excuses("states_duration"):
        yield _NO_DURATION
    if not reading.excuses("is_signed"):
        yield _NO_SIGNATURE


_PRINCIPAL = (
    "File a power of attorney granted by the reporting person for whom the agent signs. If only the record is wrong, "
    "correct that (``principal``)."
)


_TOGETHER = (
    "Have every attorney-in-fact named in the power sign the form, or file a power under which each may act alone."
)

_NAMES = 2
"""A first and a last name that two names have in common."""


_EMPTY = "has no text"


_NO_WORDS = "does not authorize anyone to file"


_NO_DURATION = "does not state its duration"


_NO_SIGNATURE = "is not signed"
