"""RO: what a form of several owners says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.told import is_entity, told


@rule(
    "RO107",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(j)"), FORM_4.at("Instruction 4(b)(iii)"), FORM_4.at("Instruction 4(b)(v)")),
)
def direct_holding_of_whom(filing: Filing) -> Iterator[Breach]:
    """A form of several owners says who of them holds what is marked direct.

    A footnote on the row, or the remarks, name one of the owners or a record holder. Told once, on the first row
    without such words. EDGAR reads no text.

    Remedy: add a footnote that names the holder, and report the other owners' interest as indirect.
    """
    if len(filing.reporting_owners) < 2:  # noqa: PLR2004  a joint form has two
        return
    silent = [
        row
        for row in filing.rows
        if row.direct_or_indirect_ownership.value == "D" and not _names_an_owner(told(row, filing), filing)
    ]
    if silent:
        more = f" (and {len(silent) - 1} more)" if len(silent) > 1 else ""
        yield Breach(
            silent[0].direct_or_indirect_ownership.at,
            f"{silent[0].name}{more} is direct, but the form has {len(filing.reporting_owners)} owners. Say who holds "
            "directly, and how the others hold.",
        )


def _names_an_owner(text: str, filing: Filing) -> bool:
    if _holder().search(text):
        return True
    told_words = set(re.findall(r"[^\W_]+", text.casefold()))
    for owner in filing.reporting_owners:
        name = [word for word in re.findall(r"[^\W_]+", (owner.rpt_owner_name or "").casefold()) if len(word) > 1]
        if name and name[0] in told_words:
            return True
    return False


@rule(
    "RO108",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(a)(1), (2), (4)"),),
    certainty=MEDIUM,
)
def joint_form_without_disclaimer(filing: Filing) -> Iterator[Breach]:
    """Joint filers usually disclaim ownership beyond their pecuniary interest, or say that they are a group.

    Silent for persons of one family name, where the text speaks of a spouse, and where a company is said to be wholly
    owned. The words of Rule 16a-1(a) were not read again for this.

    Remedy: add the disclaimer if counsel wants it.
    """
    owners = filing.reporting_owners
    if len(owners) > 1 and not _are_a_couple(owners) and not _disclaimed().search(filing.all_text):
        message = f"{len(owners)} owners file together, but no disclaimer beyond a pecuniary interest is stated."
        yield Breach(filing.at / "reportingOwners", message)


def _are_a_couple(owners: tuple[ReportingOwner, ...]) -> bool:
    names = {
        "".join((owner.rpt_owner_name or "").casefold().split()[:1]).strip(",") or owner.number for owner in owners
    }
    return len(names) == 1 and not any(is_entity(owner.rpt_owner_name) for owner in owners)


@rule(
    "RO109",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(f)"), FORM_4.at("Item 5")),
    certainty=MEDIUM,
)
def entity_in_a_personal_role(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A fund or a company is no officer, and a director only by deputization, which a footnote tells.

    Whether an owner is an entity is read from the name. Trust companies are let pass as directors. That a fund with a
    person of its own on the board may be called director is the practice of the staff.

    Remedy: uncheck the box, or tell of the deputization in a footnote.
    """
    if not is_entity(owner.rpt_owner_name):
        return
    if owner.is_officer:
        message = f"{owner.name} is checked as an officer. An entity cannot be one."
        yield Breach(owner.at / "isOfficer", message)
    is_trust = _trust_company().search(owner.name)
    if owner.is_director and not is_trust and not _deputized().search(circumstances.filing.all_text):
        message = f"{owner.name} is checked as a director, but no footnote tells of a director by deputization."
        yield Breach(owner.at / "isDirector", message)


@cache
def _holder() -> re.Pattern[str]:
    return re.compile(
        r"\bdirect(?:ly)?\b|\b(?:record|registered) (?:holder|owner)|of record"
        r"|\b(?:held|owned) (?:solely |jointly )?by\b|shares? of (?:the )?reporting person",
        re.IGNORECASE,
    )


@cache
def _disclaimed() -> re.Pattern[str]:
    return re.compile(
        r"disclaim|pecuniary interest|16a-1\(a\)|members? of a (?:section 13\(d\) )?.?group|wholly[- ]owned"
        r"|sole (?:owner|member|shareholder|stockholder)|\bspouse\b|\bhusband\b|\bwife\b",
        re.IGNORECASE,
    )


@cache
def _trust_company() -> re.Pattern[str]:
    return re.compile(r"\btrust (?:company|co)\b", re.IGNORECASE)


@cache
def _deputized() -> re.Pattern[str]:
    return re.compile(
        r"deputi[sz]|representative|designat|designee|nominee|nominated|board of directors|\bthe board\b", re.IGNORECASE
    )
