"""RO: how long the lines of an address may be, and the characters of its zip code."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import OWNERSHIP_XSD
from form4gen.law.characters import ZIP_CODE, named
from form4gen.law.limits import TERRITORY_IN_SPECIFICATION, text_limit
from form4gen.model.filing import ReportingOwner
from form4gen.rules.catalogue import ERROR, MEDIUM, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, over


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
