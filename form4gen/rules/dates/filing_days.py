"""DL: the day and the hour of signing and filing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR

from form4gen.accounts.deadlines import deadline_of, may_be_deferred
from form4gen.law.authorities import FILER_MANUAL, FORM_4, REGULATION_ST, RULE_16A
from form4gen.law.calendar import LAST_CONFIRMED_YEAR, CalendarDay, State
from form4gen.law.deadline import (
    FIRST_HOUR,
    LAST_HOUR,
    Deadline,
    add_business_days,
    deadline_if_told_late,
    form_5_due,
    is_business_day,
)
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_SURE = "high"


@rule(
    "DL102",
    name="signature dated after the deadline",
    on=OwnerSignature,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(g)(1)"), FORM_4.at("Instruction 1(a)")),
)
def signature_dated_after_the_deadline(signature: OwnerSignature, circumstances: Circumstances) -> Iterator[Breach]:
    """A form must be signed in time to be filed by 10:00 p.m. ET on the second business day after execution.

    A form cannot be filed before it is signed. Where the time of filing already tells that the form is late, DL101
    says so and this rule is silent. Amendments are left out, since the original's date governs; a row that may be
    deferred but has no deemed date has the longest time that a late notice could bring. EDGAR compares no dates.

    Remedy: Check the transaction date and the signature date. If both are right, the form is late; file it at once
    and tell the issuer.
    """
    filing, signed = circumstances.filing, signature.signature_date
    if signed is None or filing.is_amendment:
        return
    due = [(found, row) for row in filing.transactions if (found := deadline_of(row, filing)) is not None]
    late = [_longest(found, row, filing) for found, row in due if signed > found.due_at_the_latest.date()]
    first = min(late, key=lambda each: each.due_at_the_latest, default=None)
    if first is None or first.is_missed_at(circumstances.filed_at) or signed <= first.due_at_the_latest.date():
        return
    yield Breach(
        signature.at / "signatureDate",
        f"The form is signed {day(signed)}, but its transaction of {day(first.traded)} was due "
        f"{weekday(first.due_at_the_latest.date())}.",
        found=day(signed),
        expected=f"{day(first.due_at_the_latest.date())} or earlier",
    )


def _longest(due: Deadline, row: Transaction, filing: Filing) -> Deadline:
    if row.deemed_execution_date.value is None and may_be_deferred(row, filing):
        return deadline_if_told_late(due.traded) or due
    return due


@rule(
    "DL109",
    name="filing outside EDGAR hours",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(REGULATION_ST.at("12(c)"), REGULATION_ST.at("13(a)(4)"), FILER_MANUAL.at("2.3.1, 3.2")),
    needs=("filed_at",),
)
def filing_outside_edgar_hours(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """EDGAR accepts Form 4 from 6:00 a.m. to 10:00 p.m. ET on business days.

    EDGAR dates what is begun after 10 p.m., or on a day on which it is closed, as of the next business day. What
    counts is when the transmission begins. Silent where no time is planned, where the filing is on record already,
    and on a day on which it is not known whether EDGAR is open (DL110).

    Remedy: File between 6:00 a.m. and 10:00 p.m. ET on a business day. Otherwise measure the deadline against the
    next business day.
    """
    at = circumstances.filed_at
    if filing.context.accession_number is not None:
        return
    is_open_day = is_business_day(at.date())
    if is_open_day and FIRST_HOUR <= at.time() <= LAST_HOUR:
        return
    dated = at.date() if is_open_day and at.time() < FIRST_HOUR else add_business_days(at.date(), 1)
    yield Breach(
        filing.context.at / "filedAt",
        "EDGAR takes Form 4 from 6 a.m. until 10 p.m. Eastern on business days. This submission would be dated "
        f"{weekday(dated)}.",
        found=f"{weekday(at.date())} {at:%H:%M}",
    )


@rule(
    "DL110",
    name="uncertain EDGAR closing",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(REGULATION_ST.at("12(c)"), REGULATION_ST.at("13(a)(4)")),
)
def uncertain_edgar_closing(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Verify any deadline that spans a day on which EDGAR may have been closed.

    An order that sends federal offices home does not say whether EDGAR is closed; the SEC's notice for the day
    does. Days that such a notice confirms are counted, and draw nothing; government shutdowns neither, since EDGAR
    stayed open. Of years whose closed days the SEC has not yet published only the statute is known.

    Remedy: Check the SEC's notice for the day, or its list of closing days for the year. Do not treat the filing as
    late or timely until then.
    """
    seen: set[CalendarDay] = set()
    for row in filing.transactions:
        due = deadline_of(row, filing)
        unsure = () if due is None else (*due.unknown, *(each for each in due.passed_over if each.certainty != _SURE))
        for closing in unsure:
            if due is not None and closing.day > due.executed and closing not in seen:
                seen.add(closing)
                how = "not known" if closing.state is State.UNKNOWN else f"not sure ({closing.evidence})"
                yield Breach(
                    row.transaction_date.at,
                    f"{weekday(closing.day)} ({closing.name}) falls between {row.name} and its due day; whether EDGAR "
                    f"was closed is {how}. Check the SEC's notice before you call this late or timely.",
                )
    if circumstances.filed_on.year > LAST_CONFIRMED_YEAR:
        year = circumstances.filed_on.year
        yield Breach(
            filing.at / "periodOfReport",
            f"The closed days of {year} are counted by the statute alone: the SEC's list is known up to "
            f"{LAST_CONFIRMED_YEAR}.",
        )


@rule(
    "DL111",
    name="early report after Form 5 due date",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(f)(1)"), RULE_16A.at("16a-3(g)(5)"), FORM_4.at("Instruction 4(a)")),
    needs=("issuer_fiscal_year_end",),
)
def early_report_after_form_5_due_date(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction reported early (V) is on file before its Form 5 was due.

    The Form 5 is due on the 45th day after the end of the fiscal year in which the transaction falls, or on the
    next business day. After that V is untrue. An amendment is judged by its original. EDGAR compares no dates.

    Remedy: Check the transaction date. If it is right, report the transaction on a late Form 5 and tell the issuer
    (Item 405).
    """
    traded, ends = row.transaction_date.value, circumstances.filing.context.issuer_fiscal_year_end
    if not row.is_early or traded is None or ends is None or traded.year >= MAXYEAR - 1:
        return
    due = form_5_due(traded, ends)
    if not circumstances.filing.is_amendment and circumstances.filed_at.replace(tzinfo=None) > due:
        yield Breach(
            row.transaction_date.at,
            f"{row.name} is marked V (early), but the Form 5 for its fiscal year was due {weekday(due.date())}.",
            found=f"filed {day(circumstances.filed_on)}",
            expected=f"filed by {day(due.date())}",
        )
