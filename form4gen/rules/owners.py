"""RO: reporting owners and joint filing."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML
from form4gen.model.filing import ReportingOwner
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule


@rule(
    "RO102",
    on=ReportingOwner,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 5"), FORM_4.at("Instruction 1(d)"), OWNERSHIP_XML.at("3.3 cm(2), cm(3)")),
)
def officer_without_title(owner: ReportingOwner) -> Iterator[Breach]:
    """An officer states the title, and an "other" person the reason for reporting.

    The form asks for the words beside the box; without them nobody can tell which office the report is about.
    (Instruction 1(d) still calls the box Item 6.)

    Remedy: give ``officerTitle`` or ``otherText``; write "See Remarks" and put a longer title into the remarks.
    """
    if owner.is_officer and not owner.officer_title:
        yield Breach(owner.at / "officerTitle", f"Officer is checked for {owner.name} but no title is given.")
    if owner.is_other and not owner.other_text:
        yield Breach(owner.at / "otherText", f"Other is checked for {owner.name} but nothing is specified.")
