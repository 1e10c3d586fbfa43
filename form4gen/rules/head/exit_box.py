"""HD103: the exit box."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.status import has_exit_box, recorded_end, still_serving
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing
from form4gen.model.wording import day
from form4gen.prose.offices import title_of_one_who_left
from form4gen.prose.reading import all_notes
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_UNCHECK = (
    "If the person is still subject to Section 16, uncheck the exit box (``notSubjectToSection16``). Otherwise enter "
    "the day on which that status ended (``subjectUntil`` in ``context.ownerStatus``)."
)
_CHECK = (
    "If the person is no longer subject to Section 16, check the exit box (``notSubjectToSection16``) and state in a "
    "footnote when that status ended."
)
_VOLUNTARY = (
    "If a transaction is missing, add it. Otherwise no change is needed: an exit form may be filed voluntarily."
)


@rule(
    "HD103",
    name="exit box inconsistent with status",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("owner_status",),
    in_part=True,
    concerns=has_exit_box,
    sources=(FORM_4.at("Instruction 1(b)"), RULE_16A.at("16a-2(b)"), RULE_16A.at("16a-3(f)")),
)
def exit_box_inconsistent_with_status(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The exit box must be checked if, and only if, no reporting person is subject to Section 16 any longer.

    One box covers the whole form, so it is checked only when it is true of every reporting person. The check uses
    ``context.ownerStatus``, the titles in Item 5, and, on a form of one reporting person, its footnotes and Remarks.
    An exit form that reports no transaction is voluntary, which is an advisory. EDGAR does not check this.

    Remedy: If the person is no longer subject to Section 16, check the exit box (``notSubjectToSection16``) and state
    in a footnote when that status ended. Otherwise correct the title, the text or the recorded status
    (``context.ownerStatus``).
    """
    at = filing.at / "notSubjectToSection16"
    if filing.not_subject_to_section16:
        serving = still_serving(filing, circumstances.filed_on)
        if serving is not None:
            owner, since = serving
            yield Breach(
                at,
                f"The exit box is checked, but the status record shows that {owner.name} has been subject to Section "
                f"16 since {day(since)}.",
                "box checked",
                "box not checked",
                remedy=_UNCHECK,
            )
        if not filing.transactions:
            message = "The exit box is checked and the form reports no transaction, so the filing is voluntary."
            yield Breach(at, message, severity=ADVISORY, remedy=_VOLUNTARY)
        return
    owners, ended = filing.reporting_owners, recorded_end(filing)
    if ended is not None and ended < circumstances.filed_on:
        why = f"the status record shows that Section 16 status ended on {day(ended)}"
        otherwise = "Otherwise correct the recorded status (``subjectUntil`` in ``context.ownerStatus``)."
    elif owners and all(map(title_of_one_who_left, owners)):
        why = f'{owners[0].name} is described as "{title_of_one_who_left(owners[0])}"'
        otherwise = "If the person still serves or is still a 10% owner, correct the title or check that box in Item 5."
    elif len(owners) == 1 and all_notes(filing).says("left_section_16"):
        why = "the form states that the reporting person is no longer subject to Section 16"
        otherwise = "Otherwise correct the footnote or the Remarks."
    else:
        return
    message = f"The exit box is not checked, but {why}."
    yield Breach(at, message, "box not checked", "box checked", remedy=f"{_CHECK} {otherwise}")
