"""HD and AD: the exit box, and what is reported after a person has left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.codes import CODES
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.plan import days_in
from form4gen.rules.told import mentions, sentences


@rule(
    "HD103",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 1(b)"), RULE_16A.at("16a-2(b)"), RULE_16A.at("16a-3(f)")),
)
def exit_box_against_text(filing: Filing) -> Iterator[Breach]:
    """A person no longer subject to Section 16 checks the exit box, and the words of the form agree with it.

    The box is one for the whole form. It is asked for where every owner is called former, retired or the like and is
    neither director nor ten percent owner any more, and where the text of a form of one owner says that the person is
    no longer subject to Section 16. A form with the box and without a transaction is voluntary: an advisory. Whether a
    person with the box checked still serves is not seen here. EDGAR reads no text.

    Remedy: check the box (``notSubjectToSection16``), or reword; say in a footnote when the status ended.
    """
    at = filing.at / "notSubjectToSection16"
    if filing.not_subject_to_section16:
        if not filing.transactions:
            yield Breach(at, "An exit form without a transaction is voluntary.", severity=ADVISORY)
        return
    owners = filing.reporting_owners
    if owners and all(_title_of_one_who_left(owner) for owner in owners):
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


@rule(
    "AD106",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-2(a), (b)"), RULE_16A.at("16a-3(a), (b), (f)"), RULE_16A.at("16a-10")),
    certainty=MEDIUM,
)
def exempt_transaction_after_leaving(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An exempt transaction after the person has left office is probably not reportable.

    After the end of the status a transaction is reportable only if it is not exempt and falls within six months of an
    opposite one in office. The day of leaving is read from the text of a form with the exit box checked ("resigned
    effective" and the like). First reports without a Form 3, a class registered within six months, and the search for
    the opposite transaction need earlier filings and are left out.

    Remedy: counsel decides whether the row stays; a voluntary report is allowed.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    code = CODES.get(row.code)
    if not filing.not_subject_to_section16 or traded is None or code is None or not code.rests_on_rule_16b_3:
        return
    left = _day_of_leaving(filing)
    if left is not None and traded > left:
        yield Breach(
            row.transaction_date.at,
            f"{row.name} ({day(traded)}, code {row.code}, {code.name}) came after the person left office on "
            f"{day(left)}; an exempt transaction is then probably not reportable.",
            found=day(traded),
        )


def _day_of_leaving(filing: Filing) -> date | None:
    days = [each for part in sentences(filing.all_text) if _leaves().search(part) for each in days_in(part)]
    return max(days, default=None)


@cache
def _left() -> re.Pattern[str]:
    return re.compile(r"\bformer(?:ly)?\b|resigned|retired|ceased to be|no longer", re.IGNORECASE)


@cache
def _leaves() -> re.Pattern[str]:
    return re.compile(
        r"\bresign(?:ed|ation)\b|\bretire[d]?\b|\bretirement from\b|ceased to (?:be|serve)|\bstepped down\b"
        r"|no longer (?:an? )?(?:director|officer|executive)",
        re.IGNORECASE,
    )


@cache
def _no_longer_subject() -> re.Pattern[str]:
    return re.compile(
        r"(?:no longer|ceased to be) subject to (?:the )?(?:reporting )?(?:requirements? )?"
        r"(?:of |under )?section 16\b(?! (?:reporting )?pursuant| by virtue)",
        re.IGNORECASE,
    )
