"""RO: joint filings, and entities among the reporting persons."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.prose.names import are_one_family, is_entity, last_names, mentions_one
from form4gen.prose.reading import all_notes, notes_of, read
from form4gen.prose.texts import told
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "RO107",
    name="direct holder not identified",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(j)"), FORM_4.at("Instruction 4(b)(iii)"), FORM_4.at("Instruction 4(b)(v)")),
)
def direct_holder_not_identified(filing: Filing) -> Iterator[Breach]:
    """A joint filing must identify which reporting person directly holds securities marked D.

    A footnote on the row, or the Remarks, should name one of the reporting persons or a record holder. The finding is
    reported once, on the first row that lacks this. EDGAR does not check this.

    Remedy: Add a footnote that names the direct holder, and report the other reporting persons' interests as
    indirect (I).
    """
    if len(filing.reporting_owners) < 2:  # noqa: PLR2004  a joint form has two
        return
    names = last_names(owner.rpt_owner_name for owner in filing.reporting_owners)
    silent = [
        row
        for row in filing.rows
        if row.direct_or_indirect_ownership.value == "D"
        and not notes_of(row, filing).excuses("holder_mentioned")
        and not mentions_one(told(row, filing), names)
    ]
    if silent:
        more = f" (and {len(silent) - 1} more)" if len(silent) > 1 else ""
        yield Breach(
            silent[0].direct_or_indirect_ownership.at,
            f"{silent[0].name}{more} is reported as direct (D), but the form has {len(filing.reporting_owners)} "
            "reporting persons and does not identify the direct holder.",
        )


@rule(
    "RO108",
    name="joint filing without disclaimer",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(a)(1), (2), (4)"),),
    certainty=MEDIUM,
)
def joint_filing_without_disclaimer(filing: Filing) -> Iterator[Breach]:
    """Joint filers customarily disclaim beneficial ownership except to the extent of their pecuniary interest.

    The disclaimer is optional, so this is an advisory. It does not apply to persons with the same last name, or to a
    form that mentions a spouse, a group or a wholly owned company. EDGAR does not check this.

    Remedy: Consult counsel on adding the disclaimer of Rule 16a-1(a)(4).
    """
    owners = filing.reporting_owners
    is_one_family = are_one_family(owner.rpt_owner_name for owner in owners)
    if len(owners) > 1 and not is_one_family and not all_notes(filing).excuses("disclaimer", "closely_held"):
        yield Breach(
            filing.at / "reportingOwners",
            f"{len(owners)} reporting persons file jointly, but the form neither disclaims beneficial ownership "
            "(except to the extent of pecuniary interest) nor says that they are a group.",
        )


@rule(
    "RO109",
    name="entity checked as officer or director",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(f)"), FORM_4.at("Item 5")),
    certainty=MEDIUM,
)
def entity_checked_as_officer_or_director(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """An entity cannot be an officer, and can be a director only by deputization, which a footnote should explain.

    The name shows whether a reporting person is an entity; a trust company may be a director. By staff practice, a
    fund whose representative sits on the board may check Director as well. EDGAR does not check this.

    Remedy: Uncheck Officer. Uncheck Director too, unless the entity is a director by deputization; explain that in
    a footnote.
    """
    if not is_entity(owner.rpt_owner_name):
        return
    if owner.is_officer:
        message = f"{owner.name} is checked as an officer, but an entity cannot be an officer."
        yield Breach(owner.at / "isOfficer", message)
    may_direct = read(owner.rpt_owner_name).excuses("trust_company")
    if owner.is_director and not may_direct and not all_notes(circumstances.filing).excuses("board_mentioned"):
        message = f"{owner.name} is checked as a director, but no footnote explains a directorship by deputization."
        remedy = "Uncheck Director, unless the entity is a director by deputization; explain that in a footnote."
        yield Breach(owner.at / "isDirector", message, remedy=remedy)
