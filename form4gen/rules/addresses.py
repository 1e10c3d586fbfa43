"""RO, FP: state and country in the address of a reporting owner, and whether the address is whole."""

from __future__ import annotations

from collections.abc import Container, Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import X0609_SINCE
from form4gen.law.places import (
    UNITED_STATES,
    UNKNOWN_COUNTRY,
    code_named,
    countries,
    name_of,
    obsolete_countries,
    state_codes,
    states,
)
from form4gen.model.filing import ReportingOwner
from form4gen.rules.catalogue import (
    ACCEPTS,
    ADVISORY,
    ERROR,
    SUSPENDS,
    UNKNOWN,
    WARNING,
    Breach,
    rule,
)
from form4gen.rules.engine import Circumstances

# The schemas take an empty element here, and one of one or two blanks.
_BLANK = ("", " ", "  ")
_CALLED = {
    "rptOwnerStreet1": "street",
    "rptOwnerCity": "city",
    "rptOwnerState": "state",
    "rptOwnerZipCode": "zip code",
}
_LAST_DAY_OF_ONE_LIST = X0609_SINCE.replace(day=X0609_SINCE.day - 1)


@rule(
    "RO208",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("rptOwnerState (the list of 309 codes of the schemas before X0609)"),),
    until=_LAST_DAY_OF_ONE_LIST,
)
def state_code_unknown(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """The state is one of EDGAR's 309 codes of states and countries.

    Until 17 March 2026 one list served both; since then FP104 and RO209 watch over two.

    Remedy: use EDGAR's own two characters, which are not those of ISO 3166.
    """
    code = owner.rpt_owner_state or ""
    if code not in _BLANK and code not in state_codes(circumstances.filed_on):
        message = f'"{code}" is not a code of EDGAR\'s list.{_hint(code)}'
        yield Breach(owner.at / "rptOwnerState", message, code, fix=_meant(code, state_codes(circumstances.filed_on)))


@rule(
    "RO209",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("rptOwnerCountry"), OWNERSHIP_XML.at("3.6")),
    since=X0609_SINCE,
)
def country_code_unknown_or_obsolete(owner: ReportingOwner) -> Iterator[Breach]:
    """The country is one of EDGAR's 252 codes.

    They are not those of ISO 3166, and Canada has one for each province. The schema lets 22 obsolete codes through
    that EDGAR suspends.

    Remedy: look the code up in EDGAR's table of state and country codes.
    """
    code = owner.rpt_owner_country or ""
    if code in obsolete_countries():
        message = f"{code} ({obsolete_countries()[code]}) is an obsolete country code."
        yield Breach(owner.at / "rptOwnerCountry", message, code)
    elif code not in _BLANK and code not in countries():
        message = f'"{code}" is not a code of EDGAR\'s list of countries.{_hint(code)}'
        yield Breach(owner.at / "rptOwnerCountry", message, code, fix=_meant(code, countries()))


@rule(
    "RO210",
    on=ReportingOwner,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 1"), OWNERSHIP_XML.at("4.3.2")),
)
def address_incomplete(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """An address is given whole or not at all.

    As soon as one line of it is there EDGAR prints what was sent and no longer fills in the address on record. (A
    missing state or country is the subject of FP104 since March 2026.)

    Remedy: give street, city, state or country, and in the United States the zip code; or leave the address out.
    """
    state = (owner.rpt_owner_state or "").strip()
    if not state and not _has_address(owner):
        return
    missing = [] if _said(owner.rpt_owner_street1, owner.rpt_owner_street2) else ["rptOwnerStreet1"]
    missing += [] if _said(owner.rpt_owner_city) else ["rptOwnerCity"]
    missing += [] if state or circumstances.filed_on >= X0609_SINCE else ["rptOwnerState"]
    missing += ["rptOwnerZipCode"] if state in states() and not _said(owner.rpt_owner_zip_code) else []
    for element in missing:
        message = f"The address of {owner.name} gives no {_CALLED[element]}, and EDGAR prints it so."
        yield Breach(owner.at / element, message)


@rule(
    "FP104",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.3 cm(9), cm(10)"), OWNERSHIP_XML.at("4.3.2"), OWNERSHIP_XSD.at("rptOwnerState")),
    since=X0609_SINCE,
)
def foreign_address_parts_disagree(owner: ReportingOwner) -> Iterator[Breach]:
    """An address outside the US has a country, one inside a state, and the state is one of the 57 US codes.

    An absent flag is read from the address: a country or a territory lies outside. Warnings are: the country X1 (United
    States) or XX (unknown) outside the US, which pass the schema, and a place outside the US with the flag set to
    false, for which EDGAR's page prints UNITED STATES.

    Remedy: set ``rptOwnerNonUSAddressFlag`` and give ``rptOwnerCountry`` or ``rptOwnerState``; a province goes into
    ``rptOwnerNonUSStateTerritory``. Leave the whole address out, the flag with it, to use the one on record.
    """
    state, country = owner.rpt_owner_state or "", (owner.rpt_owner_country or "").strip()
    territory = owner.rpt_owner_non_us_state_territory
    flag = owner.rpt_owner_non_us_address_flag
    outside = bool(country or territory) if flag is None else flag
    at_country = owner.at / "rptOwnerCountry"
    if state not in _BLANK and state not in states():
        yield Breach(owner.at / "rptOwnerState", f'"{state}" is not a code of a US state.{_hint(state)}', state)
    elif outside and not country:
        yield Breach(at_country, f"The address of {owner.name} is outside the US, but no country is given.")
    elif not outside and state in _BLANK and (flag is False or _has_address(owner)):
        yield Breach(owner.at / "rptOwnerState", f"The address of {owner.name} is in the US, but no state is given.")
    if outside and country in {UNITED_STATES, UNKNOWN_COUNTRY}:
        message = f"The address is said to be outside the US, but the country is {country} ({name_of(country)})."
        yield Breach(at_country, message, country, severity=WARNING, edgar=UNKNOWN)
    elif not outside and (territory or country not in {"", UNITED_STATES}):
        message = "A place outside the US is given, but the flag says false: EDGAR's page prints UNITED STATES."
        yield Breach(owner.at / "rptOwnerNonUSAddressFlag", message, "false", severity=WARNING, edgar=UNKNOWN)


def _has_address(owner: ReportingOwner) -> bool:
    lines = (owner.rpt_owner_street1, owner.rpt_owner_street2, owner.rpt_owner_city, owner.rpt_owner_zip_code)
    return any(lines)


def _said(*lines: str | None) -> bool:
    return any(line and line.strip() for line in lines)


def _meant(typed: str, codes: Container[str]) -> str | None:
    """The code of the list that was typed with blanks, or by its name."""
    return next((code for code in (typed.strip(), code_named(typed)) if code and code in codes), None)


def _hint(typed: str) -> str:
    """What the typed code or name means to EDGAR, as a sentence with a blank before it, or nothing."""
    if typed in countries():
        return f" It is the country {name_of(typed)} and belongs into rptOwnerCountry."
    if typed in states():
        return f" It is the US state {name_of(typed)} and belongs into rptOwnerState."
    bare, code = typed.strip(), code_named(typed)
    if name_of(bare):
        return f" Write {bare} without blanks."
    return f" EDGAR's code of {bare} is {code}." if code else ""
