"""RO: what EDGAR requires of each reporting person, other than the address."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import is_cik
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes


@rule(
    "RO201",
    name="no reporting person",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 1"), OWNERSHIP_XSD.at("reportingOwner")),
)
def no_reporting_person(filing: Filing) -> Iterator[Breach]:
    """A Form 4 must have at least one reporting person.

    A Form 4 is a person's statement of changes in beneficial ownership. EDGAR requires one to ten reporting persons.

    Remedy: Enter the reporting person (``reportingOwners``).
    """
    if not filing.reporting_owners:
        yield Breach(filing.at / "reportingOwners", "The form has no reporting person.")


@rule(
    "RO202",
    name="reporting person's CIK missing or malformed",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 1"), OWNERSHIP_XSD.at("rptOwnerCik"), OWNERSHIP_XML.at("4.3.2")),
)
def reporting_persons_cik_missing_or_malformed(owner: ReportingOwner) -> Iterator[Breach]:
    """Each reporting person must be identified by that person's own CIK, 1 to 10 digits.

    EDGAR identifies a person by this number alone, takes the name from its own records, and checks the person's CCC
    against it. A CIK of zeros belongs to no one. Leading zeros are optional.

    Remedy: Enter the CIK, digits only (``rptOwnerCik``). A person without a CIK must first apply on Form ID.
    """
    cik = owner.rpt_owner_cik or ""
    at = owner.at / "rptOwnerCik"
    if not cik:
        yield Breach(at, f"The CIK of {owner.name} is missing.")
    elif not is_cik(cik):
        message = f"The CIK of {owner.name} is entered as {cik}; a CIK is 1 to 10 digits, not all zeros."
        yield Breach(at, message, found=cik, expected="1 to 10 digits, not all zeros")


@rule(
    "RO211",
    name="reporting person's name missing",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 1"), FORM_4.at("Instruction 4(b)(v)"), OWNERSHIP_XML.at("4.3.2")),
)
def reporting_persons_name_missing(owner: ReportingOwner) -> Iterator[Breach]:
    """Item 1 must state the name of each reporting person.

    The printed form shows the name that is entered here, and the name lets a reader check that the CIK is right.
    Instruction 4(b)(v) requires the name of each reporting person in a joint filing. EDGAR does not check this: it
    takes the name from its own records.

    Remedy: Enter the name as registered with EDGAR, last name first (``rptOwnerName``).
    """
    if not visible(owner.rpt_owner_name):
        cik = f" (CIK {owner.rpt_owner_cik})" if owner.rpt_owner_cik else ""
        message = f"The name of reporting person {owner.number}{cik} is missing, so Item 1 of the printed form would be"
        message = f"{message} blank."
        yield Breach(owner.at / "rptOwnerName", message, expected="the name registered with EDGAR")


@rule(
    "RO203",
    name="reporting person entered twice",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("4.3.2"), OWNERSHIP_XML.at("5")),
)
def reporting_person_entered_twice(filing: Filing) -> Iterator[Breach]:
    """Each reporting person may appear only once in a filing.

    EDGAR suspends a filing that lists the same CIK twice, with or without leading zeros. A person with several
    relationships to the issuer checks several boxes in one entry.

    Remedy: Combine the two entries and check every relationship that applies, or correct the CIK that is wrong.
    """
    first: dict[str, ReportingOwner] = {}
    for owner in filing.reporting_owners:
        cik = (owner.rpt_owner_cik or "").lstrip("0")
        if not cik:
            continue
        earlier = first.setdefault(cik, owner)
        if earlier is not owner:
            message = f"Reporting person {owner.number} has the same CIK as reporting person {earlier.number}."
            yield Breach(owner.at / "rptOwnerCik", message, found=owner.rpt_owner_cik)


@rule(
    "RO204",
    name="officer title over 30 characters",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("officerTitle"), OWNERSHIP_XSD.at("otherText")),
)
def officer_title_over_30_characters(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """An officer's title, or the text for Other, must not exceed 30 characters.

    EDGAR suspends a filing with a longer title, although many officers have one.

    Remedy: Abbreviate, or enter "See Remarks" and state the full title there.
    """
    yield from longer_than_edgar_takes(owner, circumstances.filed_on, "officerTitle", "otherText")
