"""The powers that a power of attorney grants, one part of a sentence each, from the record alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.render.poa_words import defined, listed

EXCHANGE_ACT = "the Securities Exchange Act of 1934"
SECTION_16, SECTION_13, RULE_144 = ("3", "4", "5"), ("13D", "13G"), ("144",)


def forms(power: PowerOfAttorney) -> str:
    """The forms that may be signed, each kind with its law: ``Forms 3, 4 and 5 under Section 16 of ...``."""
    named = power.scope.forms
    ownership = [form for form in named if form in SECTION_16]
    schedules = [form for form in named if form in SECTION_13]
    others = [form for form in named if form not in (*SECTION_16, *SECTION_13, *RULE_144)]
    parts = []
    if ownership:
        parts.append(f"{_numbered('Form', ownership)} under Section 16 of {EXCHANGE_ACT} and its rules")
    if schedules:
        act = "that Act" if ownership else EXCHANGE_ACT
        parts.append(f"{_numbered('Schedule', schedules)} under Section 13 of {act}")
    if "144" in named:
        parts.append("Form 144 under Rule 144 of the Securities Act of 1933")
    if others:
        parts.append(_numbered("Form", others))
    return ", and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def duties(power: PowerOfAttorney) -> str:
    """The laws whose duties remain the principal's: Section 16, and those of the other forms in scope."""
    laws = [f"Section 16 of {EXCHANGE_ACT}"]
    if set(SECTION_13) & set(power.scope.forms):
        laws.append("Section 13 of that Act")
    if "144" in power.scope.forms:
        laws.append("Rule 144 of the Securities Act of 1933")
    return listed(laws)


def reach(power: PowerOfAttorney) -> str:
    """In which capacity and for whose securities the power is given; the issuer is defined here as the Company."""
    capacity, issuer = power.scope.capacity, power.scope.issuer
    if issuer is None or not (issuer.name or issuer.cik):
        place = "in all matters that concern securities of any issuer"
        return f"in the Principal's capacity as {capacity} and {place}" if capacity else place
    named = defined(issuer.name or "the issuer", issuer.cik, "Company")
    if capacity:
        return f"in the Principal's capacity as {capacity} of {named}"
    return f"in all matters that concern securities of {named}"


def company(power: PowerOfAttorney) -> str:
    """The issuer as ``reach`` has defined it."""
    issuer = power.scope.issuer
    return "the Company" if issuer is not None and (issuer.name or issuer.cik) else "any issuer"


def powers(power: PowerOfAttorney, attorney: str) -> Iterator[str]:
    """What the attorney may do, from the verb on."""
    scope = power.scope
    named = forms(power)
    if named:
        amendments = ", and amendments to any of them" if scope.amendments else ""
        amend = ", amend" if scope.amendments else ""
        yield f"execute for the Principal {named}{amendments}"
        yield (
            f"do all that is needed to complete{amend} and file them in time with the Securities and Exchange "
            "Commission and with any exchange on which the securities are listed"
        )
    if scope.edgar_access:
        yield (
            "apply for, renew and keep up the Principal's access to EDGAR with its codes and tokens, serve as account "
            "administrator, technical administrator or user of the Principal's EDGAR account, appoint others to these "
            "roles, and delegate filing to another EDGAR account"
        )
    if scope.joint_filing_agreements:
        yield "agree in the Principal's name with other persons to make filings jointly"
    if scope.broker_information:
        yield (
            "ask brokers, plan administrators and others for particulars of the Principal's transactions in the "
            "securities, which they are hereby permitted to give"
        )
    if scope.other_actions:
        yield (
            f"take any other action that, in the opinion of {attorney}, is to the Principal's benefit or is required "
            "of the Principal by law"
        )


def _numbered(word: str, names: Sequence[str]) -> str:
    return f"{word}{'s' if len(names) > 1 else ''} {listed(names)}"
