"""RO, FP: the address of a reporting owner."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.characters import ZIP_CODE, named
from form4gen.law.limits import TERRITORY_IN_SPECIFICATION, X0609_SINCE, text_limit
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
    MEDIUM,
    SUSPENDS,
    UNKNOWN,
    WARNING,
    Breach,
    rule,
)
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, over

_LAST_DAY_OF_ONE_LIST = X0609_SINCE.replace(day=X0609_SINCE.day - 1)


@rule(
    "RO205",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        OWNERSHIP_XSD.at("rptOwnerStreet1, rptOwnerStreet2, rptOwnerCity"),
        OWNERSHIP_XSD.at("rptOwnerNonUSStateTerritory"),
    ),
)
def address_line_too_long(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A street line has at most 40 characters, a city 30, a territory 40.

    EDGAR refuses the whole document for one letter too many.

    Remedy: use both street lines, abbreviate, or leave the address out: EDGAR then uses the one on record.
    """
    yield from longer_than_edgar_takes(
        owner,
        circumstances.filed_on,
        "rptOwnerStreet1",
        "rptOwnerStreet2",
        "rptOwnerCity",
        "rptOwnerNonUSStateTerritory",
    )


@rule(
    "RO206",
    on=ReportingOwner,
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(TERRITORY_IN_SPECIFICATION.source,),
    certainty=MEDIUM,
    since=TERRITORY_IN_SPECIFICATION.since,
)
def territory_longer_than_specified(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A territory outside the US keeps to 30 characters.

    The table of the specification says 30, the schema 40; which of them EDGAR holds to is not known.

    Remedy: abbreviate ``rptOwnerNonUSStateTerritory``.
    """
    territory = owner.rpt_owner_non_us_state_territory or ""
    schema = text_limit("rptOwnerNonUSStateTerritory", circumstances.filed_on)
    if schema is not None and len(territory) <= schema.most:
        yield from over(TERRITORY_IN_SPECIFICATION, territory, owner.at / "rptOwnerNonUSStateTerritory")


@rule("RO207", on=ReportingOwner, severity=ERROR, edgar=SUSPENDS, sources=(OWNERSHIP_XSD.at("rptOwnerZipCode"),))
def zip_code_in_a_wrong_form(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A zip or postal code has at most 10 characters: letters, digits, blanks, # and -.

    A period or a letter with an accent fails.

    Remedy: write the bare code; the country has its own field.
    """
    code = owner.rpt_owner_zip_code or ""
    at = owner.at / "rptOwnerZipCode"
    yield from longer_than_edgar_takes(owner, circumstances.filed_on, "rptOwnerZipCode")
    limit = text_limit("rptOwnerZipCode", circumstances.filed_on)
    strange = sorted(set(code) - ZIP_CODE)
    if strange and limit is not None and len(code) <= limit.most:
        signs = ", ".join(named(sign) for sign in strange)
        yield Breach(at, f"The zip code {code} holds {signs}.", code, "letters, digits, blanks, # and -")


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
    code = (owner.rpt_owner_state or "").strip()
    if code and code not in state_codes(circumstances.filed_on):
        yield Breach(owner.at / "rptOwnerState", f"{code} is not a code of EDGAR's list.{_hint(code)}", code)


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
    code = (owner.rpt_owner_country or "").strip()
    if code in obsolete_countries():
        message = f"{code} ({obsolete_countries()[code]}) is an obsolete country code."
        yield Breach(owner.at / "rptOwnerCountry", message, code)
    elif code and code not in countries():
        message = f"{code} is not a code of EDGAR's list of countries.{_hint(code)}"
        yield Breach(owner.at / "rptOwnerCountry", message, code)


@rule(
    "RO210",
    on=ReportingOwner,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 1"), OWNERSHIP_XML.at("4.3.2")),
)
def address_incomplete(owner: ReportingOwner) -> Iterator[Breach]:
    """An address is given whole or not at all.

    As soon as one line of it is there EDGAR prints what was sent and no longer fills in the address on record.

    Remedy: give street, city, state or country, and in the United States the zip code; or leave the address out.
    """
    state, country = (owner.rpt_owner_state or "").strip(), (owner.rpt_owner_country or "").strip()
    parts = {
        "rptOwnerStreet1": owner.rpt_owner_street1 or owner.rpt_owner_street2,
        "rptOwnerCity": owner.rpt_owner_city,
        "rptOwnerState": state,
        "rptOwnerZipCode": owner.rpt_owner_zip_code,
    }
    if not any(parts.values()):
        return
    if owner.rpt_owner_non_us_address_flag is not None or country:
        parts["rptOwnerState"] = "judged by FP104"
    if country or owner.rpt_owner_non_us_address_flag or state not in states():
        parts["rptOwnerZipCode"] = "not every country has one"
    for element, given in parts.items():
        if not given:
            yield Breach(owner.at / element, f"The address of {owner.name} is incomplete, and EDGAR prints it so.")


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

    EDGAR wants the flag beside every address; the country X1 (United States) or XX (unknown) with the flag on passes
    its schema and is probably wrong, and without the flag its page prints UNITED STATES: these are warnings.

    Remedy: set ``rptOwnerNonUSAddressFlag`` and give ``rptOwnerCountry`` or ``rptOwnerState``; a province goes into
    ``rptOwnerNonUSStateTerritory``. Leave the whole address out, the flag with it, to use the one on record.
    """
    flag = owner.rpt_owner_non_us_address_flag
    state, country = (owner.rpt_owner_state or "").strip(), (owner.rpt_owner_country or "").strip()
    at_country = owner.at / "rptOwnerCountry"
    if state and state not in states():
        yield Breach(owner.at / "rptOwnerState", f"{state} is not a code of a US state.{_hint(state)}", state)
    elif flag and not country:
        yield Breach(at_country, f"The address of {owner.name} is outside the US, but no country is given.")
    elif flag is False and not state:
        yield Breach(owner.at / "rptOwnerState", f"The address of {owner.name} is in the US, but no state is given.")
    if flag and country in {UNITED_STATES, UNKNOWN_COUNTRY}:
        message = f"The address is said to be outside the US, but the country is {country} ({name_of(country)})."
        yield Breach(at_country, message, country, severity=WARNING, edgar=UNKNOWN)
    abroad = country not in {"", UNITED_STATES} or owner.rpt_owner_non_us_state_territory
    if not flag and abroad:
        message = "A place outside the US is given, but the flag is not on: EDGAR's page prints UNITED STATES."
        yield Breach(owner.at / "rptOwnerNonUSAddressFlag", message, severity=WARNING, edgar=UNKNOWN)


def _hint(typed: str) -> str:
    """What the typed code or name means to EDGAR, as a sentence with a blank before it, or nothing."""
    if typed in states():
        return f" It is the US state {name_of(typed)} and belongs into rptOwnerState."
    if typed in countries():
        return f" It is the country {name_of(typed)} and belongs into rptOwnerCountry."
    code = code_named(typed)
    return f" EDGAR's code of {typed} is {code}." if code else ""
