"""RO: what EDGAR requires of an address."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.bounds import length_of
from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.characters import ZIP_CODE, named
from form4gen.law.limits import TERRITORY_IN_SPECIFICATION, X0609_SINCE, text_limit
from form4gen.law.places import (
    countries,
    obsolete_countries,
    state_codes,
    states,
)
from form4gen.law.unseen import visible
from form4gen.model.filing import ReportingOwner
from form4gen.rules.addresses import BLANK, has_address, hint, meant
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import caption, longer_than_edgar_takes, over


@rule(
    "RO205",
    name="address line over EDGAR's limit",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        OWNERSHIP_XSD.at("rptOwnerStreet1, rptOwnerStreet2, rptOwnerCity"),
        OWNERSHIP_XSD.at("rptOwnerNonUSStateTerritory"),
    ),
)
def address_line_over_edgars_limit(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A street line must not exceed 40 characters, a city 30, and a territory 40.

    EDGAR counts every character, spaces included, and suspends the filing if a line is longer.

    Remedy: Use both street lines, or abbreviate. You may also omit the whole address; EDGAR then uses the one on
    record.
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
    name="territory over 30 characters",
    on=ReportingOwner,
    severity=WARNING,
    edgar=UNKNOWN,
    sources=(TERRITORY_IN_SPECIFICATION.source,),
    certainty=MEDIUM,
    since=TERRITORY_IN_SPECIFICATION.since,
)
def territory_over_30_characters(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A state or territory outside the United States should not exceed 30 characters.

    The specification's table says 30 characters and the schema 40. Which of the two EDGAR applies is not known.

    Remedy: Abbreviate the territory (``rptOwnerNonUSStateTerritory``).
    """
    territory = owner.rpt_owner_non_us_state_territory or ""
    schema = text_limit("rptOwnerNonUSStateTerritory", circumstances.filed_on)
    if schema is not None and length_of(territory) <= schema.most:
        for breach in over(TERRITORY_IN_SPECIFICATION, territory, owner.at / "rptOwnerNonUSStateTerritory"):
            yield breach._replace(
                message=f"{caption('rptOwnerNonUSStateTerritory')}: {length_of(territory):,} characters; EDGAR's "
                f"specification allows {TERRITORY_IN_SPECIFICATION.most}, although its schema allows {schema.most}."
            )


@rule(
    "RO207",
    name="ZIP or postal code malformed",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("rptOwnerZipCode"),),
)
def zip_or_postal_code_malformed(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A ZIP or postal code may have at most 10 characters: letters, digits, spaces, # and -.

    EDGAR suspends a filing whose code contains anything else, such as a period or a letter with an accent.

    Remedy: Enter the code alone, without the country or other punctuation.
    """
    code = owner.rpt_owner_zip_code or ""
    at = owner.at / "rptOwnerZipCode"
    yield from longer_than_edgar_takes(owner, circumstances.filed_on, "rptOwnerZipCode")
    limit = text_limit("rptOwnerZipCode", circumstances.filed_on)
    strange = sorted(set(code) - ZIP_CODE)
    if strange and limit is not None and length_of(code) <= limit.most:
        signs = ", ".join(named(sign) for sign in strange)
        message = f"The ZIP or postal code {code} contains {signs}, which EDGAR does not accept."
        yield Breach(at, message, code, "letters, digits, spaces, # and -")


_CALLED = {
    "rptOwnerStreet1": "street",
    "rptOwnerCity": "city",
    "rptOwnerState": "state",
    "rptOwnerZipCode": "ZIP code",
}


_LAST_DAY_OF_ONE_LIST = X0609_SINCE.replace(day=X0609_SINCE.day - 1)


@rule(
    "RO208",
    name="state code not on EDGAR's list",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("rptOwnerState (the list of 309 codes of the schemas before X0609)"),),
    until=_LAST_DAY_OF_ONE_LIST,
)
def state_code_not_on_edgars_list(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """The state must be one of EDGAR's 309 codes of states and countries.

    Through March 17, 2026, EDGAR used one list for both states and countries. Since then there are two lists, and
    FP104 and RO209 check them.

    Remedy: Enter EDGAR's own two-character code, which often differs from the ISO 3166 code.
    """
    code = owner.rpt_owner_state or ""
    if code not in BLANK and code not in state_codes(circumstances.filed_on):
        message = f'"{code}" is not on EDGAR\'s list of state and country codes.{hint(code)}'
        yield Breach(owner.at / "rptOwnerState", message, code, fix=meant(code, state_codes(circumstances.filed_on)))


@rule(
    "RO209",
    name="country code unknown or obsolete",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("rptOwnerCountry"), OWNERSHIP_XML.at("3.6")),
    since=X0609_SINCE,
)
def country_code_unknown_or_obsolete(owner: ReportingOwner) -> Iterator[Breach]:
    """The country must be one of EDGAR's current country codes.

    EDGAR's codes are not those of ISO 3166, and Canada has one for each province. The schema accepts 22 obsolete
    codes, but EDGAR suspends a filing that has one.

    Remedy: Look up the code in EDGAR's table of state and country codes. EDGAR does not use ISO 3166 codes.
    """
    code = owner.rpt_owner_country or ""
    if code in obsolete_countries():
        message = f"{code} ({obsolete_countries()[code]}) is an obsolete country code."
        yield Breach(owner.at / "rptOwnerCountry", message, code)
    elif code not in BLANK and code not in countries():
        message = f'"{code}" is not one of EDGAR\'s country codes.{hint(code)}'
        yield Breach(owner.at / "rptOwnerCountry", message, code, fix=meant(code, countries()))


@rule(
    "RO210",
    name="address incomplete",
    on=ReportingOwner,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 1"), OWNERSHIP_XML.at("4.3.2")),
)
def address_incomplete(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """An address must be complete or omitted entirely.

    If any line of an address is given, EDGAR shows the address as entered and does not fill in the rest from its
    records. Since March 2026, FP104 checks for a missing state or country.

    Remedy: Enter street, city, state or country, and in the United States the ZIP code. Or delete the whole
    address, so that EDGAR uses the one on record.
    """
    state = (owner.rpt_owner_state or "").strip()
    if not state and not has_address(owner):
        return
    missing = [] if _is_given(owner.rpt_owner_street1, owner.rpt_owner_street2) else ["rptOwnerStreet1"]
    missing += [] if _is_given(owner.rpt_owner_city) else ["rptOwnerCity"]
    missing += [] if state or circumstances.filed_on >= X0609_SINCE else ["rptOwnerState"]
    missing += ["rptOwnerZipCode"] if state in states() and not _is_given(owner.rpt_owner_zip_code) else []
    for element in missing:
        yield Breach(
            owner.at / element,
            f"The address of {owner.name} has no {_CALLED[element]}. EDGAR shows it as entered and does not complete "
            "it from its records.",
        )


def _is_given(*lines: str | None) -> bool:
    return any(map(visible, lines))
