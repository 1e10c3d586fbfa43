"""HD103: the exit box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.accounts.status import has_exit_box, recorded_end, still_serving
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.wording import day
from form4gen.prose.texts import mentions
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


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
    """A person no longer subject to Section 16 checks the exit box, and the words of the form agree with it.

    The box is one for the whole form. It is asked for where every owner is called former, retired or the like and
    is neither director nor ten percent owner any more, and where the text of a form of one owner says that the
    person is no longer subject to Section 16. A form with the box and without a transaction is voluntary: an
    advisory. The box is also held to ``context.ownerStatus``: on while a person still serves on the day of filing,
    off where all have left before it. EDGAR reads no text.

    Remedy: Make the exit box (``notSubjectToSection16``), the text and ``context.ownerStatus`` agree. State in a
    footnote when the person's Section 16 status ended.
    """
    at = filing.at / "notSubjectToSection16"
    if filing.not_subject_to_section16:
        serving = still_serving(filing, circumstances.filed_on)
        if serving is not None:
            owner, since = serving
            message = f"The exit box is on, but by the record {owner.name} is subject to Section 16 since {day(since)}."
            yield Breach(at, message, "box on", "box off")
        if not filing.transactions:
            yield Breach(at, "An exit form without a transaction is voluntary.", severity=ADVISORY)
        return
    owners, ended = filing.reporting_owners, recorded_end(filing)
    if ended is not None and ended < circumstances.filed_on:
        message = f"By the record the person left on {day(ended)}, but the exit box is off."
        yield Breach(at, message, "box off", "box checked")
    elif owners and all(_title_of_one_who_left(owner) for owner in owners):
        title = _title_of_one_who_left(owners[0])
        message = f'{owners[0].name} is called "{title}", but the exit box is off.'
        yield Breach(at, message, "box off", "box checked")
    elif len(owners) == 1 and mentions(filing.all_text, "subject") and _no_longer_subject().search(filing.all_text):
        message = "The text says that the person is no longer subject to Section 16, but the exit box is off."
        yield Breach(at, message, "box off", "box checked")


def _title_of_one_who_left(owner: ReportingOwner) -> str:
    if owner.is_director or owner.is_ten_percent_owner:
        return ""
    return next((text for text in (owner.officer_title, owner.other_text) if text and _left().search(text)), "")


@cache
def _left() -> re.Pattern[str]:
    return re.compile(r"\bformer(?:ly)?\b|resigned|retired|ceased to be|no longer", re.IGNORECASE)


@cache
def _no_longer_subject() -> re.Pattern[str]:
    return re.compile(
        r"(?:no longer|ceased to be) subject to (?:the )?(?:reporting )?(?:requirements? )?"
        r"(?:of |under )?section 16\b(?! (?:reporting )?pursuant| by virtue)",
        re.IGNORECASE,
    )
