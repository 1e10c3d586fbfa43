"""RO: reporting owners and joint filing."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, RULE_16A
from form4gen.law.limits import REPORTING_OWNERS
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

    It is the reason why the person reports at all. EDGAR wants at least one box for each owner, although its schema
    lets all four be off.

    Remedy: Check every Item 5 box that applied on the transaction date: Director, Officer, 10% Owner or Other.
    """
    if not (owner.is_director or owner.is_officer or owner.is_ten_percent_owner or owner.is_other):
        yield Breach(owner.at, f"No relationship to the issuer is checked for {owner.name}.")


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

    The form asks for the words beside the box; without them nobody can tell which office the report is about.
    (Instruction 1(d) still calls the box Item 6.)

    Remedy: Enter the title (``officerTitle``) or the reason (``otherText``). If it exceeds 30 characters, enter
    "See Remarks" and state it in full there.
    """
    if owner.is_officer and not _said(owner.officer_title):
        yield Breach(owner.at / "officerTitle", f"Officer is checked for {owner.name} but no title is given.")
    if owner.is_other and not _said(owner.other_text):
        yield Breach(owner.at / "otherText", f"Other is checked for {owner.name} but nothing is specified.")


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

    Readers and data services go by the box: with a title and no box they show no officer. The title of a director
    (Chairman) belongs nowhere on the form, unless the chair is an executive office: then Officer is right too.
    EDGAR does not compare the words with the boxes.

    Remedy: Check the Officer or Other box (``isOfficer``, ``isOther``), or delete the text. A director's board
    title, such as Chairman, does not belong in Item 5 unless it is an executive office.
    """
    title, other = _said(owner.officer_title), _said(owner.other_text)
    if title and not owner.is_officer:
        message = f'{owner.name} has the title "{title}", but the Officer box is off: no reader will see an officer.'
        yield Breach(owner.at / "officerTitle", message, found=title)
    if other and not owner.is_other:
        message = f'{owner.name} is described as "{other}", but the Other box is off.'
        yield Breach(owner.at / "otherText", message, found=other)


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

    The law lets any number report jointly; EDGAR suspends a form with more than ten.

    Remedy: Divide the reporting persons between two filings with the same rows, and state in the Remarks of each
    that it is part of one report.
    """
    yield from too_many(REPORTING_OWNERS, len(filing.reporting_owners), filing.at / "reportingOwners", "owners")


def _said(text: str | None) -> str:
    return (text or "").strip()
