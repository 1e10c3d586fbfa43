"""FP104: the parts of an address outside the United States."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import X0609_SINCE
from form4gen.law.places import (
    UNITED_STATES,
    UNKNOWN_COUNTRY,
    name_of,
    states,
)
from form4gen.model.filing import ReportingOwner
from form4gen.rules.addresses import BLANK, has_address, hint
from form4gen.rules.catalogue import ERROR, SUSPENDS, UNKNOWN, WARNING, Breach, rule


@rule(
    "FP104",
    name="inconsistent address country or state",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.3 cm(9), cm(10)"), OWNERSHIP_XML.at("4.3.2"), OWNERSHIP_XSD.at("rptOwnerState")),
    since=X0609_SINCE,
)
def inconsistent_address_country_or_state(owner: ReportingOwner) -> Iterator[Breach]:
    """An address outside the US has a country, one inside a state, and the state is one of the 57 US codes.

    An absent flag is read from the address: a country or a territory lies outside. Warnings are: the country X1
    (United States) or XX (unknown) outside the US, which pass the schema, and a place outside the US with the flag
    set to false, for which EDGAR's page prints UNITED STATES.

    Remedy: Set ``rptOwnerNonUSAddressFlag``, and enter ``rptOwnerCountry`` or ``rptOwnerState`` (a province goes in
    ``rptOwnerNonUSStateTerritory``). To use the address that EDGAR has on record, leave out the whole address and
    the flag.
    """
    state, country = owner.rpt_owner_state or "", (owner.rpt_owner_country or "").strip()
    territory = owner.rpt_owner_non_us_state_territory
    flag = owner.rpt_owner_non_us_address_flag
    outside = bool(country or territory) if flag is None else flag
    at_country = owner.at / "rptOwnerCountry"
    if state not in BLANK and state not in states():
        yield Breach(owner.at / "rptOwnerState", f'"{state}" is not a code of a US state.{hint(state)}', state)
    elif outside and not country:
        yield Breach(at_country, f"The address of {owner.name} is outside the US, but no country is given.")
    elif not outside and state in BLANK and (flag is False or has_address(owner)):
        yield Breach(owner.at / "rptOwnerState", f"The address of {owner.name} is in the US, but no state is given.")
    if outside and country in {UNITED_STATES, UNKNOWN_COUNTRY}:
        message = f"The address is said to be outside the US, but the country is {country} ({name_of(country)})."
        yield Breach(at_country, message, country, severity=WARNING, edgar=UNKNOWN)
    elif not outside and (territory or country not in {"", UNITED_STATES}):
        message = "A place outside the US is given, but the flag says false: EDGAR's page prints UNITED STATES."
        yield Breach(owner.at / "rptOwnerNonUSAddressFlag", message, "false", severity=WARNING, edgar=UNKNOWN)
