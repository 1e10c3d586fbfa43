"""FP104: the country, state and territory of an address."""

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
    """A foreign address must have a country; a US address must have a state, one of EDGAR's 57 state codes.

    Without the flag, an address that has a country or a territory is foreign. Two faults are warnings: a foreign
    address with the country X1 (United States) or XX (unknown), and a foreign place marked as a US address, for which
    EDGAR displays UNITED STATES.

    Remedy: Mark the address as foreign (``rptOwnerNonUSAddressFlag``), and enter its country (``rptOwnerCountry``) or
    state (``rptOwnerState``). A province is a territory (``rptOwnerNonUSStateTerritory``). To use the address that
    EDGAR has on record, leave out the whole address and the flag.
    """
    state, country = owner.rpt_owner_state or "", (owner.rpt_owner_country or "").strip()
    territory = owner.rpt_owner_non_us_state_territory
    flag = owner.rpt_owner_non_us_address_flag
    outside = bool(country or territory) if flag is None else flag
    at_country = owner.at / "rptOwnerCountry"
    if state not in BLANK and state not in states():
        yield Breach(owner.at / "rptOwnerState", f'"{state}" is not a US state code.{hint(state)}', state)
    elif outside and not country:
        message = f"The address of {owner.name} is outside the United States, but no country is given."
        yield Breach(at_country, message)
    elif not outside and state in BLANK and (flag is False or has_address(owner)):
        message = f"The address of {owner.name} is in the United States, but no state is given."
        yield Breach(owner.at / "rptOwnerState", message)
    if outside and country in {UNITED_STATES, UNKNOWN_COUNTRY}:
        message = (
            f"The address is marked as outside the United States, but its country is {country} ({name_of(country)})."
        )
        yield Breach(at_country, message, country, severity=WARNING, edgar=UNKNOWN)
    elif not outside and (territory or country not in {"", UNITED_STATES}):
        message = (
            "The address has a foreign country or territory, but is marked as a US address. EDGAR will display UNITED "
            "STATES."
        )
        yield Breach(owner.at / "rptOwnerNonUSAddressFlag", message, "false", severity=WARNING, edgar=UNKNOWN)
