"""The powers that a power of attorney grants, one part of a sentence each, from the record alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.render.poa_parties import Agents
from form4gen.render.poa_words import Terms, listed, with_article

SECTION_16, SECTION_13_D_G, SECTION_13 = ("3", "4", "5"), ("13D", "13G"), ("13F", "13H")
RULE_144, FORM_ID = "144", "ID"
_OWN_LAW = (*SECTION_16, *SECTION_13_D_G, *SECTION_13, RULE_144, FORM_ID)

_ROLES = {
    "access": (
        "enroll and maintain the undersigned's EDGAR account, and obtain, renew and use its access codes and filer API "
        "tokens"
    ),
    "roles": (
        "serve, and authorize or remove others to serve, as account administrator, technical administrator or user for "
        "that account"
    ),
    "delegation": "delegate authority to file to a delegated entity, and end that delegation",
    "confirmation": "make the annual confirmation of that account and keep its information current",
}
_NUMERALS = ("(i)", "(ii)", "(iii)", "(iv)")


def covers_reports(power: PowerOfAttorney) -> bool:
    """Whether any form but Form ID may be signed; only then does the document speak of reports and of a company."""
    return any(form != FORM_ID for form in power.scope.forms)


def company(power: PowerOfAttorney) -> str:
    """The issuer as the first power defines it."""
    return "the Company" if _issuer(power) else "any Company"


def _issuer(power: PowerOfAttorney) -> str:
    issuer = power.scope.issuer
    if issuer is None or not (issuer.name or issuer.cik):
        return ""
    return issuer.name or f"the issuer with CIK {issuer.cik}"


def powers(power: PowerOfAttorney, agents: Agents, terms: Terms) -> Iterator[str]:
    """What the attorneys may do, each from its verb on."""
    scope, has_reports = power.scope, covers_reports(power)
    if has_reports:
        amended = " and any amendment" if scope.amendments else ""
        yield (
            f"prepare, execute and deliver, for and on behalf of the undersigned, {_reach(power)}, "
            f'{_forms(power, terms)}, in each case including any successor form{amended} (each, a "Report")'
        )
    if FORM_ID in scope.forms:
        amended = ", any amendment thereto," if scope.amendments else ""
        yield (
            f"prepare, execute and submit to {terms.commission()}, for and on behalf of the undersigned, an "
            f"application for access to EDGAR on Form ID{amended} and any authentication that it requires"
        )
    if scope.edgar_access:
        yield _edgar_access(scope.edgar_roles, terms)
    if has_reports:
        yield from _for_reports(power, agents, terms)
    if scope.other_actions:
        yield (
            f"take any other action in connection with the foregoing that, in the opinion of {agents.attorney}, may be "
            "of benefit to, in the best interest of, or legally required by, the undersigned"
        )


def _for_reports(power: PowerOfAttorney, agents: Agents, terms: Terms) -> Iterator[str]:
    """The powers that go with the signing of reports."""
    scope = power.scope
    yield (
        "do and perform, for and on behalf of the undersigned, any and all acts that are necessary or desirable to "
        f"complete and execute any Report and to file it timely with {terms.commission()} and with any securities "
        "exchange or similar authority"
    )
    if scope.joint_filing_agreements:
        joint = set(SECTION_13_D_G) & set(scope.forms)
        rule = f", including an agreement under Rule 13d-1(k) under {terms.exchange_act()}" if joint else ""
        yield (
            "execute, for and on behalf of the undersigned, and file any agreement or statement that a Report is made "
            f"jointly with, or on behalf of, one or more other persons{rule}"
        )
    if scope.broker_information:
        yield (
            "request and receive, as the representative of the undersigned, from any broker, transfer agent, plan "
            "administrator or other person, information about the undersigned's holdings of and transactions in "
            f"securities of {company(power)}, the release of which to {agents.attorney} the undersigned hereby "
            "authorizes"
        )


def _reach(power: PowerOfAttorney) -> str:
    """In which capacity and for whose securities; the issuer is defined here as the Company."""
    issuer, capacity = _issuer(power), power.scope.capacity
    if not issuer:
        securities = 'with respect to securities of any issuer (each, a "Company")'
        return f"in the undersigned's capacity as {with_article(capacity)}, {securities}" if capacity else securities
    limited = power.scope.issuer
    successors = "including any successor issuer of its securities, " if limited and limited.successors else ""
    named = f'{issuer} ({successors}the "Company")'
    if capacity:
        return f"in the undersigned's capacity as {with_article(capacity)} of {named}"
    return f"with respect to securities of {named}"


def _forms(power: PowerOfAttorney, terms: Terms) -> str:
    """The forms that may be signed, each kind with its law."""
    named = power.scope.forms
    parts = []
    if ownership := _of(named, SECTION_16):
        parts.append(_under(_numbered("Form", ownership), "Section 16(a)", terms))
    if schedules := _of(named, SECTION_13_D_G):
        sections = _numbered("Section", [f"13({each[-1].lower()})" for each in schedules])
        parts.append(_under(_numbered("Schedule", schedules), sections, terms))
    if others := _of(named, SECTION_13):
        parts.append(_under(_numbered("Form", others), "Section 13", terms))
    if RULE_144 in named:
        parts.append(f"Form 144 in accordance with Rule 144 under {terms.securities_act()}")
    if unknown := [form for form in dict.fromkeys(named) if form not in _OWN_LAW]:
        parts.append(_numbered("Form", unknown))
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _under(forms: str, sections: str, terms: Terms) -> str:
    return f"{forms} in accordance with {sections} of {terms.exchange_act(goes_on=True)} and the rules thereunder"


def _of(named: Sequence[str], known: Sequence[str]) -> list[str]:
    return [form for form in known if form in named]


def _edgar_access(roles: Sequence[str], terms: Terms) -> str:
    limbs = [words for role, words in _ROLES.items() if role in roles or not roles]
    if len(limbs) > 1:
        limbs = [f"{numeral} {words}" for numeral, words in zip(_NUMERALS, limbs, strict=False)]
        limbs[-1] = f"and {limbs[-1]}"
    return (
        f"manage the undersigned's access to the EDGAR system of {terms.commission()}, and "
        f"for that purpose {'; '.join(limbs)}; it being understood that individual account credentials and user API "
        "tokens belong to the individual to whom they are issued and that nothing herein permits their use by another"
    )


def duties(power: PowerOfAttorney, terms: Terms) -> str:
    """The laws whose duties remain the principal's: those of the forms in scope."""
    named = power.scope.forms
    sections = []
    unknown = [form for form in named if form not in _OWN_LAW]
    if _of(named, SECTION_16) or unknown:
        sections.append("Section 16")
    if _of(named, (*SECTION_13_D_G, *SECTION_13)):
        sections.append("Section 13")
    laws = [f"{' or '.join(sections)} of {terms.exchange_act()}"] if sections else []
    if RULE_144 in named:
        laws.append(f"Rule 144 under {terms.securities_act()}")
    return " or ".join(laws) or f"the rules of {terms.commission()} on access to EDGAR"


def _numbered(word: str, names: Sequence[str]) -> str:
    return f"{word}{'s' if len(names) > 1 else ''} {listed(names)}"
