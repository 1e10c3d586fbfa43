"""RO: the boxes of Item 5 and the texts beside them."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, RULE_16A
from form4gen.law.limits import REPORTING_OWNERS
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.limits import too_many


@rule(
    "RO101",
    name="no relationship checked",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 5"), OWNERSHIP_XML.at("3.3 cm(1)")),
)
def no_relationship_checked(owner: ReportingOwner) -> Iterator[Breach]:
    """Item 5 must show at least one relationship of each reporting person to the issuer.

    The relationship is the reason why the person files. EDGAR suspends a filing unless each reporting person has at
    least one box checked, although its schema does not require one.

    Remedy: Check every Item 5 box that applied on the transaction date: Director, Officer, 10% Owner or Other.
    """
    if not (owner.is_director or owner.is_officer or owner.is_ten_percent_owner or owner.is_other):
        yield Breach(owner.at, f"No relationship to the issuer is checked in Item 5 for {owner.name}.")


_IF_LONG = 'If it exceeds 30 characters, enter "See Remarks" and state it in full there.'


@rule(
    "RO102",
    name="officer without a title",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 5"), FORM_4.at("Instruction 1(d)"), OWNERSHIP_XML.at("3.3 cm(2), cm(3)")),
)
def officer_without_a_title(owner: ReportingOwner) -> Iterator[Breach]:
    """An officer's title, or the reason for checking Other, must be stated in Item 5.

    Item 5 requires the text beside the box, and EDGAR suspends a filing without it. Instruction 1(d) still refers to
    Item 5 as Item 6.

    Remedy: Enter the title (``officerTitle``) or the reason (``otherText``). If it exceeds 30 characters, enter
    "See Remarks" and state it in full there.
    """
    if owner.is_officer and not visible(owner.officer_title):
        yield Breach(
            owner.at / "officerTitle",
            f"Officer is checked for {owner.name}, but no title is stated.",
            remedy=f"Enter the officer's title. {_IF_LONG}",
        )
    if owner.is_other and not visible(owner.other_text):
        yield Breach(
            owner.at / "otherText",
            f"Other is checked for {owner.name}, but no reason is specified.",
            remedy=f"Enter the reason for checking Other. {_IF_LONG}",
        )


@rule(
    "RO103",
    name="title without its box checked",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 5"),),
)
def title_without_its_box_checked(owner: ReportingOwner) -> Iterator[Breach]:
    """A title or description in Item 5 requires that the box beside it be checked.

    Readers and data services rely on the boxes, and show no officer if only a title is given. EDGAR does not check
    this.

    Remedy: Check the Officer box (``isOfficer``), or delete the title (``officerTitle``). A director's board title,
    such as Chairman, does not belong in Item 5 unless it is an executive office.
    """
    title, other = visible(owner.officer_title), visible(owner.other_text)
    if title and not owner.is_officer:
        yield Breach(
            owner.at / "officerTitle",
            f'{owner.name} has the title "{title}", but the Officer box is not checked, so data services will show no '
            "officer.",
            found=title,
        )
    if other and not owner.is_other:
        yield Breach(
            owner.at / "otherText",
            f'{owner.name} is described as "{other}", but the Other box is not checked.',
            found=other,
            remedy="Check the Other box (``isOther``), or delete the text (``otherText``).",
        )


@rule(
    "RO106",
    name="more than ten reporting persons",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.5 and 5"), RULE_16A.at("16a-3(j)")),
)
def more_than_ten_reporting_persons(filing: Filing) -> Iterator[Breach]:
    """A filing must have no more than ten reporting persons.

    Rule 16a-3(j) sets no limit on joint filers. EDGAR suspends a filing with more than ten reporting persons.

    Remedy: Divide the reporting persons between two filings with the same rows, and state in the Remarks of each
    that it is part of one report.
    """
    at = filing.at / "reportingOwners"
    yield from too_many(REPORTING_OWNERS, len(filing.reporting_owners), at, "reporting persons")
