"""AM: amendments (Form 4/A)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.accounts.changes import amended_rows
from form4gen.accounts.due_dates import Standing
from form4gen.accounts.lateness import late_additions, late_corrections
from form4gen.accounts.lines import names_of
from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XSD, REGULATION_SK, RULE_16A
from form4gen.law.calendar import State, calendar_day
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.prose.reading import all_notes
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_ENTER = "Enter the date the original was filed (``dateOfOriginalSubmission``)."
_DELETE = (
    "Delete the date in Item 4 (``dateOfOriginalSubmission``). If this form is an amendment, change the form type to "
    "4/A."
)


@rule(
    "AM101",
    name="Item 4 inconsistent with form type",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 4"), OWNERSHIP_XSD.at("dateOfOriginalSubmission")),
)
def item_4_inconsistent_with_form_type(filing: Filing) -> Iterator[Breach]:
    """A Form 4/A must give the date the original was filed (Item 4); a Form 4 must leave Item 4 blank.

    Item 4 is the only link from an amendment to the form that it amends. EDGAR suspends a filing with either fault.

    Remedy: For a Form 4/A, enter the date the original was filed (``dateOfOriginalSubmission``). For a Form 4, delete
    it, or change the form type if this is an amendment.
    """
    original = filing.date_of_original_submission
    at = filing.at / "dateOfOriginalSubmission"
    if filing.is_amendment and original is None:
        message = "This is a Form 4/A, but Item 4 does not give the date the original was filed."
        yield Breach(at, message, remedy=_ENTER)
    elif not filing.is_amendment and original is not None:
        message = f"This is a Form 4, not a Form 4/A, but Item 4 gives a date the original was filed ({day(original)})."
        yield Breach(at, message, day(original), remedy=_DELETE)


@rule(
    "AM102",
    name="impossible original filing date",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 4"), FILER_MANUAL.at("8.1.4.2")),
)
def impossible_original_filing_date(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Item 4 gives the original's EDGAR filing date: a business day between the period of report and the amendment.

    EDGAR dates no filing on a day on which it is closed, so such a date is a warning, unless it is uncertain whether
    EDGAR was closed. A date on which no prior filing supplied was filed is a warning too. EDGAR does not check this.

    Remedy: Enter the filing date that EDGAR gave the original. A form sent after 10:00 p.m. ET carries the next
    business day's date.
    """
    original, period = filing.date_of_original_submission, filing.period_of_report
    if not filing.is_amendment or original is None:
        return
    signed = filing.first_signed
    at = filing.at / "dateOfOriginalSubmission"
    closed = calendar_day(original)
    says = f"Item 4 says the original was filed on {day(original)}"
    if signed is not None and original > signed:
        yield Breach(at, f"{says}, after this amendment was signed ({day(signed)}).", day(original))
    elif original > circumstances.filed_on:
        filed = day(circumstances.filed_on)
        yield Breach(at, f"{says}, after this amendment's own filing date ({filed}).", day(original))
    elif period is not None and original < period:
        message = f"{says}, before the date of earliest transaction in Item 3 ({day(period)})."
        yield Breach(at, message, day(original))
    elif closed.state is State.CLOSED:
        message = f"Item 4 says the original was filed on {weekday(original)}, when EDGAR was closed ({closed.name})."
        yield Breach(at, message, weekday(original), severity=WARNING)
    elif circumstances.prior and all(_is_of_another_day(other, original) for other in circumstances.prior):
        yield Breach(
            at,
            f"Item 4 says the original was filed on {weekday(original)}, but none of the prior filings supplied was "
            "filed that day. Confirm which form this amends.",
            weekday(original),
            severity=WARNING,
        )


def _is_of_another_day(other: Filing, original: date) -> bool:
    """Whether a filing records when it was filed, and that was not the day of the original."""
    filed = other.context.filed_at
    return filed is not None and filed.date() != original


@rule(
    "AM103",
    name="unexplained amendment",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 9(a)"), FORM_4.at("Instruction 9(b)"), FORM_4.at("Instruction 9(c)")),
)
def unexplained_amendment(filing: Filing) -> Iterator[Breach]:
    """A Form 4/A must explain the amendment in one or more footnotes (Instruction 9).

    A reader of both forms must be able to see which is right and why. The instruction requires footnotes "as
    necessary", so this is a warning. Any mention of an amendment, a correction, an omission, a restatement or an
    adjustment is enough; a plan "as amended" or "amended and restated" is none. EDGAR does not check this.

    Remedy: Add a footnote to each line that you add or change: what the original said, and what is correct.
    """
    if filing.is_amendment and not all_notes(filing).excuses("correction", "change_mentioned"):
        message = "No footnote or remark explains this amendment. State what it changes and why (Instruction 9)."
        yield Breach(filing.at / "footnotes", message)


@rule(
    "AM104",
    name="transaction dated after the original filing",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 9"), RULE_16A.at("16a-3(a), (g)")),
)
def transaction_dated_after_the_original_filing(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction that occurs after the original is filed belongs on its own Form 4, not on an amendment.

    An amendment speaks as of the date of the original. A later transaction has its own due date, which an amendment
    would obscure. EDGAR does not check this.

    Remedy: Move the transaction to a new Form 4. If the date is a typing error, correct it.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    original = filing.date_of_original_submission
    if filing.is_amendment and traded is not None and original is not None and traded > original:
        yield Breach(
            row.transaction_date.at,
            f"{row.name} ({day(traded)}) is dated after the original was filed ({day(original)}). It needs its own "
            "Form 4, with its own due date.",
            found=day(traded),
            expected=f"{day(original)} or earlier",
        )


@rule(
    "AM106",
    name="consequences of an amendment",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("original",),
    in_part=True,
    sources=(REGULATION_SK.at("405(a)"), RULE_16A.at("16a-3(g)"), FORM_4.at("Instruction 9")),
)
def consequences_of_an_amendment(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """An added or corrected transaction may be late (Item 405) and may leave wrong balances in later forms.

    An added transaction is late if its own due date has passed, and a corrected one if its new date or code makes it
    late by the day of the original. A changed date, code or number leaves the old balance in later forms; a changed
    price has neither effect. If the original was supplied, its rows are compared; otherwise the explanation shows what
    was added or corrected, and one that names a price and no other value is silent. EDGAR does not check this.

    Remedy: Check whether any added or corrected transaction is late, and tell the issuer if it is. Check later
    forms for the old balance, and correct it in the next form.
    """
    original, dues = circumstances.original, circumstances.dues
    amended = amended_rows(filing, original)
    changed = [each for each in amended.changed if each.differs != ("price",)]
    found = [f"added {names_of(amended.added)}"] if amended.added else []
    words = [f"{each.row.name} ({', '.join(each.differs)})" for each in changed]
    found += [f"changed {'; '.join(words)}"] if words else []
    if amended.adds:
        late = late_additions(filing, original, dues, circumstances.filed_at.replace(tzinfo=None))
        what = f"This amendment adds a transaction{_lateness(late, circumstances)}"
    elif changed or (original is None and amended.changes):
        late = late_corrections(filing, original, dues)
        what = f"This amendment corrects a transaction{_lateness(late, circumstances)}"
    else:
        return
    yield Breach(
        filing.at / "dateOfOriginalSubmission",
        f"{what}. Later forms may carry the old balance; correct it in the next form.",
        found="; ".join(found) or None,
        remedy=None if late or (original is None and _may_be_late(circumstances)) else _BALANCE,
    )


_BALANCE = "If a later form carries the old balance, correct it in the next form."


def _may_be_late(circumstances: Circumstances) -> bool:
    """Whether a row is late by now, or by the day of the original: without that, any row may be the one amended."""
    now = circumstances.filed_at.replace(tzinfo=None)
    return any(Standing.LATE in (due.standing, due.standing_at(now)) for due in circumstances.dues.values())


def _lateness(late: list[Transaction], circumstances: Circumstances) -> str:
    """The words on lateness, with the day of the earliest due date that has passed."""
    days = [at for row in late if (at := circumstances.dues[row].due_at_the_latest) is not None]
    if not days:
        return ""
    is_foreign = circumstances.filing.context.issuer_is_foreign_private
    tell = "" if is_foreign else "; tell the issuer (Item 405)"
    return f", which is late: it was due {weekday(min(days).date())}{tell}"
