"""HD and AD: the exit box, and what is reported after a person has left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.codes import CODES
from form4gen.law.short_swing import PERHAPS_NOT_EXEMPT, PURCHASES, SALES, can_match
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.plan import days_in
from form4gen.rules.status import recorded_end, still_serving
from form4gen.rules.told import mentions, sentences


def _has_exit_box(filing: Filing) -> bool:
    return filing.not_subject_to_section16


@rule(
    "HD103",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("owner_status",),
    in_part=True,
    concerns=_has_exit_box,
    sources=(FORM_4.at("Instruction 1(b)"), RULE_16A.at("16a-2(b)"), RULE_16A.at("16a-3(f)")),
)
def exit_box_against_text(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A person no longer subject to Section 16 checks the exit box, and the words of the form agree with it.

    The box is one for the whole form. It is asked for where every owner is called former, retired or the like and is
    neither director nor ten percent owner any more, and where the text of a form of one owner says that the person is
    no longer subject to Section 16. A form with the box and without a transaction is voluntary: an advisory. The box is
    also held to ``context.ownerStatus``: on while a person still serves on the day of filing, off where all have left
    before it. EDGAR reads no text.

    Remedy: check the box (``notSubjectToSection16``), or reword; say in a footnote when the status ended.
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


@rule(
    "AD106",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("owner_status", "prior"),
    in_part=True,
    concerns=_has_exit_box,
    sources=(RULE_16A.at("16a-2(a), (b)"), RULE_16A.at("16a-3(a), (b), (f)"), RULE_16A.at("16a-10")),
    certainty=MEDIUM,
)
def transaction_after_leaving(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction after the person has left office is reportable only if it can match one in office.

    That is, if it is not exempt, and less than six months after an opposite one of a director or officer (Rule
    16a-2(b)). The day of leaving is that of ``context.ownerStatus``, or else read from the text of a form with the exit
    box checked ("resigned effective" and the like). An exempt row is told of at once; a purchase or sale where prior
    filings are given and none of them, nor this form, has a row of the other way, in either table, that may not be
    exempt. Silent there for a ten percent owner. What no given form reports is not seen.

    Remedy: counsel decides whether the row stays; a voluntary report is allowed.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    code, left = CODES.get(row.code), recorded_end(filing)
    if left is None and filing.not_subject_to_section16:
        left = _day_of_leaving(filing)
    if left is None or traded is None or code is None or traded <= left:
        return
    after = f"{row.name} ({day(traded)}, code {row.code}, {code.name}) came after the person left office on {day(left)}"
    if code.rests_on_rule_16b_3:
        message = f"{after}; an exempt transaction is then probably not reportable."
        yield Breach(row.transaction_date.at, message, found=day(traded))
    elif row.code in PURCHASES | SALES and circumstances.prior and not _has_opposite(row, traded, left, circumstances):
        message = f"{after}, and no given form has an opposite one of the six months before; it may not be reportable."
        yield Breach(row.transaction_date.at, message, found=day(traded))


def _has_opposite(row: Transaction, traded: date, left: date, circumstances: Circumstances) -> bool:
    """Whether a transaction in office may match the row, or the person may be subject without an office."""
    forms = (*circumstances.prior, circumstances.filing)
    return any(owner.is_ten_percent_owner for form in forms for owner in form.reporting_owners) or any(
        other.code in PURCHASES | SALES | PERHAPS_NOT_EXEMPT
        and (other.is_acquired != row.is_acquired or isinstance(other, DerivativeTransaction))
        for form in forms
        for other in form.transactions
        if (when := other.transaction_date.value) is not None and when <= left and can_match(when, traded)
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
