"""The parties to a power of attorney: who grants it, who may act under it, and how each is named afterwards."""

from __future__ import annotations

from form4gen.model.exhibits import Attorney, PowerOfAttorney, Principal, Signatory
from form4gen.records import NamedTuple
from form4gen.render.poa_words import BLANK, listed, with_article


class Agents(NamedTuple):
    """The attorneys as the opening names them, and the words for them and their verbs in the rest of the document."""

    named: str
    noun: str
    each: str
    to_all: str
    is_plural: bool

    @property
    def attorney(self) -> str:
        """``the Attorney-in-Fact``, ``such Attorney-in-Fact`` or ``the Attorneys-in-Fact``."""
        return "such Attorney-in-Fact" if self.each.startswith("each") else self.each

    @property
    def possessive(self) -> str:
        """``the Attorney-in-Fact's``."""
        return f"{self.attorney}'" if self.is_plural else f"{self.attorney}'s"

    def verb(self, one: str, several: str) -> str:
        """The verb in the number of the attorneys."""
        return several if self.is_plural else one


def agents(power: PowerOfAttorney) -> Agents:
    """The attorneys of the power; one to be filled in if the record names none."""
    names = [words for words in map(_attorney, power.attorneys) if words]
    designated = _designated(power)
    if power.attorneys_in_schedule and names:
        if power.acting == "together":
            return _jointly("the persons named in Schedule A", "acting jointly and not singly")
        return _each_of(f"the persons named in Schedule A{designated}")
    if len(names) < 2 and not designated:  # noqa: PLR2004  a single attorney
        named = f'{names[0] if names else BLANK} (the "Attorney-in-Fact")'
        return Agents(named, "attorney-in-fact", "the Attorney-in-Fact", "the Attorney-in-Fact", is_plural=False)
    if power.acting == "alone" or designated:
        return _each_of(f"{listed(names) or BLANK}{designated}")
    return _jointly(listed(names), "acting jointly and not singly" if power.acting == "together" else "")


def _each_of(names: str) -> Agents:
    named = f'each of {names} (each, an "Attorney-in-Fact"), any one of whom may act alone,'
    return Agents(named, "attorney-in-fact", "each Attorney-in-Fact", "the Attorneys-in-Fact", is_plural=False)


def _jointly(names: str, manner: str) -> Agents:
    named = f'{names} (together, the "Attorneys-in-Fact"){f", {manner}," if manner else ""}'
    return Agents(named, "attorneys-in-fact", "the Attorneys-in-Fact", "the Attorneys-in-Fact", is_plural=True)


def _designated(power: PowerOfAttorney) -> str:
    office, issuer = power.attorneys_designated_by, power.scope.issuer
    if not office:
        return ""
    company = f" of {issuer.name}" if issuer is not None and issuer.name else ""
    return f", and each other person whom the {office}{company} designates in writing for that purpose"


def attorney_names(power: PowerOfAttorney) -> tuple[str, ...]:
    """The attorneys one by one, as Schedule A lists them."""
    return tuple(words for words in map(_attorney, power.attorneys) if words)


def _attorney(attorney: Attorney) -> str:
    name, office, employer = attorney.name, attorney.office, attorney.employer
    if attorney.is_firm:
        firm = employer or name or ""
        return f"{firm}, acting through any of its partners, counsel or employees whom it designates for that purpose"
    if attorney.kind == "office" or not name:
        if not office:
            return ""
        whose = f" of {employer}" if employer else ""
        if attorney.any_of:
            return f"any officer{whose} from time to time serving as {office}"
        return f"each person who, when acting, holds the office of {office}{whose}"
    if office:
        return f"{name}, {office}{f' of {employer}' if employer else ''}"
    return f"{name} of {employer}" if employer else name


def principal_in_words(principal: Principal) -> str:
    """The principal as the opening names it: with its kind, or with the person who acts for it."""
    name = principal.name or BLANK
    signers = [each.name or BLANK for each in principal.signatories]
    match principal.kind:
        case "trust" if signers:
            return f"{name}, by {listed(signers)}, its {'trustee' if len(signers) == 1 else 'trustees'}"
        case "fiduciary" if signers:
            return f"{listed(signers)}, as {principal.signatories[0].title or 'fiduciary'} of {name}"
        case _ if not principal.is_individual and principal.description:
            return f"{name}, {with_article(principal.description)}"
    return name


def capacity_in_words(principal: Principal, signatory: Signatory) -> str:
    """``Managing Member of Sample Growth GP LLC, the general partner of Sample Growth Fund I LP``."""
    found = principal.name or BLANK
    for link in signatory.through:
        found = f"{link.name or BLANK}, the {link.capacity or 'representative'} of {found}"
    return f"{signatory.title or 'authorized representative'} of {found}"
