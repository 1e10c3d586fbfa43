"""AM: amendments (Form 4/A)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XSD, REGULATION_SK, RULE_16A
from form4gen.law.calendar import State, calendar_day
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.changes import changes
from form4gen.rules.engine import Circumstances
from form4gen.rules.lines import names_of


@rule(
    "AM101",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 4"), OWNERSHIP_XSD.at("dateOfOriginalSubmission")),
)
def box_4_against_form_type(filing: Filing) -> Iterator[Breach]:
    """A Form 4/A gives the date on which the original was filed; a Form 4 gives none.

    Item 4 is how a reader finds the form that is amended: ownership XML has no other link to it. EDGAR suspends
    either fault.

    Remedy: fill in ``dateOfOriginalSubmission``, or delete it.
    """
    original = filing.date_of_original_submission
    at = filing.at / "dateOfOriginalSubmission"
    if filing.is_amendment and original is None:
        yield Breach(at, "This is an amendment: give the date the original was filed.")
    elif not filing.is_amendment and original is not None:
        yield Breach(
            at, f"This is a Form 4, no amendment, but it gives {day(original)} as the original's date.", day(original)
        )


@rule(
    "AM102",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 4"), FILER_MANUAL.at("8.1.4.2")),
)
def original_date_impossible(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The original was filed on a business day, not before the period it reports and not after the amendment.

    EDGAR dates no filing on a day on which it is closed; that part is a warning, and silent where it is not known
    whether EDGAR was open. A warning too, where every prior filing tells when it was filed and none was on that day.
    EDGAR checks none of it.

    Remedy: give the filing date that EDGAR gave to the form being amended; one sent after 10 p.m. carries the next
    business day.
    """
    original, period = filing.date_of_original_submission, filing.period_of_report
    if not filing.is_amendment or original is None:
        return
    signed = min((each.signature_date for each in filing.owner_signatures if each.signature_date), default=None)
    at = filing.at / "dateOfOriginalSubmission"
    closed = calendar_day(original)
    if signed is not None and original > signed:
        yield Breach(
            at, f"The original of {day(original)} is later than the signature of {day(signed)}.", day(original)
        )
    elif original > circumstances.filed_on:
        filed = day(circumstances.filed_on)
        yield Breach(at, f"The original of {day(original)} is later than this amendment of {filed}.", day(original))
    elif period is not None and original < period:
        yield Breach(
            at, f"The original of {day(original)} is earlier than the period of report ({day(period)}).", day(original)
        )
    elif closed.state is State.CLOSED:
        yield Breach(
            at,
            f"The original cannot have been filed on {weekday(original)}: EDGAR was closed ({closed.name}).",
            weekday(original),
            severity=WARNING,
        )
    elif circumstances.prior and all(_is_of_another_day(other, original) for other in circumstances.prior):
        yield Breach(
            at,
            f"None of the prior filings was filed on {weekday(original)}. Which form is amended?",
            weekday(original),
            severity=WARNING,
        )


def _is_of_another_day(other: Filing, original: date) -> bool:
    """Whether a filing tells when it was filed, and that was not the day of the original."""
    filed = other.context.filed_at
    return filed is not None and filed.date() != original


@rule(
    "AM103",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 9(a)"), FORM_4.at("Instruction 9(b)"), FORM_4.at("Instruction 9(c)")),
)
def amendment_not_explained(filing: Filing) -> Iterator[Breach]:
    """An amendment says in a footnote or in the remarks what it changes.

    Whoever reads both forms must learn which is right and why. Any word of amending, correcting, omitting, restating,
    adjusting or adding will do. EDGAR reads no text.

    Remedy: add a footnote to the changed or added line: what was wrong, what it says now.
    """
    if filing.is_amendment and not _explanation().search(filing.all_text):
        yield Breach(filing.at / "footnotes", "Say in a footnote what this amendment changes and why.")


@rule(
    "AM104",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 9"), RULE_16A.at("16a-3(a), (g)")),
)
def new_event_in_an_amendment(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An amendment reports nothing that happened after the original was filed.

    It speaks as of the original. A later transaction has its own due date, which an amendment would hide. EDGAR
    compares no dates.

    Remedy: report the later transaction on a Form 4 of its own.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    original = filing.date_of_original_submission
    if filing.is_amendment and traded is not None and original is not None and traded > original:
        yield Breach(
            row.transaction_date.at,
            f"{row.name} ({day(traded)}) happened after the form being amended was filed ({day(original)}). It needs "
            "its own Form 4.",
            found=day(traded),
            expected=f"{day(original)} or earlier",
        )


@rule(
    "AM106",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("original",),
    in_part=True,
    sources=(REGULATION_SK.at("405(a)"), RULE_16A.at("16a-3(g)"), FORM_4.at("Instruction 9")),
)
def amendment_that_triggers_more(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """An amendment that adds a transaction, or changes one, is thought through to its consequences.

    An added transaction is late when its own due date has passed, which the issuer tells under Item 405. A changed
    amount stands wrong in the balances of later forms too. Where the original is among the prior filings, its rows are
    compared: date, code, number and price. Else it is read from the explanation ("omitted", "not reported", a word of
    correcting beside price, number, date or code); without such words, and for mere typing fixes, nothing is said.
    EDGAR accepts it.

    Remedy: record the late count; correct the balances in the next form.
    """
    if not filing.is_amendment or not filing.transactions:
        return
    original = circumstances.original
    compared = changes(filing, original) if original else []
    added = [each.row for each in compared if not each.differs]
    changed = [f"{each.row.name} ({', '.join(each.differs)})" for each in compared if each.differs]
    found = [f"added {names_of(added)}"] if added else []
    found += [f"changed {'; '.join(changed)}"] if changed else []
    if added or (original is None and _added().search(filing.all_text)):
        what = "An added transaction is late if its own due date has passed: tell the issuer (Item 405)"
    elif changed or (original is None and _changed().search(filing.all_text)):
        what = "A corrected date or code can make a transaction late: tell the issuer then (Item 405)"
    else:
        return
    yield Breach(
        filing.at / "dateOfOriginalSubmission",
        f"{what}. Later forms may carry the old balance: correct it in the next one.",
        found="; ".join(found) or None,
    )


@cache
def _added() -> re.Pattern[str]:
    return re.compile(
        r"omitted|omission|failed to (?:report|include|disclose)|(?:not|never) (?:previously |been |timely )*"
        r"(?:reported|included|disclosed)|to (?:add|include|report) (?:an? |the |additional )"
        r"(?![^.]{0,40}(?:exhibit|power of attorney))",
        re.IGNORECASE,
    )


@cache
def _changed() -> re.Pattern[str]:
    what = r"(?:price|number|amount|shares|date|code|quantity|transaction|sale|purchase)"
    fixed = r"(?:correct|incorrect|erroneous|mis(?:stated|reported)|restat|revis|amend\w* to)"
    return re.compile(rf"{fixed}[^.]{{0,100}}\b{what}|\b{what}[^.]{{0,100}}{fixed}", re.IGNORECASE)


@cache
def _explanation() -> re.Pattern[str]:
    return re.compile(
        r"amend|correct|inadvertent|error|omitted|restat|supplement|previously (?:reported|filed)|\bPOA\b"
        r"|power of attorney|adjust|revis",
        re.IGNORECASE,
    )
