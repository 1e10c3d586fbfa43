"""DL: the day and the hour of signing and filing."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.due_dates import Standing
from form4gen.law.authorities import FILER_MANUAL, FORM_4, REGULATION_ST, RULE_16A
from form4gen.law.calendar import LAST_CONFIRMED_YEAR, CalendarDay, State
from form4gen.law.deadline import (
    FIRST_HOUR,
    LAST_HOUR,
    add_business_days,
    is_business_day,
)
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.model.rows import Transaction
from form4gen.model.wording import clock, day, weekday
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

    A form cannot be filed before it is signed. Silent where the filing time already shows that the form is late
    (DL101), on an amendment, which is judged by its original, and for rows that may wait for Form 5 or whose
    reporting basis is not clear. A row that may be deferred but gives no deemed execution date has the longest time
    that a late notice could bring. EDGAR compares no dates.

    Remedy: Check the transaction date and the signature date. If both are right, the form is late; file it at once
    and tell the issuer.
    """
    filing, signed = circumstances.filing, signature.signature_date
    if signed is None or filing.is_amendment:
        return
    late = [
        (due.due_at_the_latest, due)
        for due in circumstances.dues.values()
        if due.basis is not None and due.basis.needs_form_4 and due.is_sure and due.due_at_the_latest is not None
        if signed > due.due_at_the_latest.date()
    ]
    last, first = min(late, key=lambda each: each[0], default=(None, None))
    if last is None or first is None or first.traded is None or first.standing is Standing.LATE:
        return
    yield Breach(
        signature.at / "signatureDate",
        f"The form is signed {day(signed)}, but a transaction ({day(first.traded)}) was due {weekday(last.date())}.",
        found=day(signed),
        expected=f"{day(last.date())} or earlier",
    )


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

    EDGAR dates a transmission that begins after 10:00 p.m., or on a day on which it is closed, as of the next
    business day. Silent where no filing time is planned, where the filing is on record already, and on a day on which
    it is not known whether EDGAR is open (DL110).

    Remedy: File between 6:00 a.m. and 10:00 p.m. ET on a business day. Otherwise measure the deadline against the
    next business day.
    """
    at = circumstances.filed_at
    if filing.context.accession_number is not None:
        return
    is_open_day = is_business_day(at.date())
    if is_open_day and FIRST_HOUR <= at.time() <= LAST_HOUR:
        return
    if is_open_day and at.time() < FIRST_HOUR:
        then = "EDGAR opens at 6:00 a.m. ET that day."
    else:
        then = f"The filing would be dated {weekday(add_business_days(at.date(), 1))}."
    planned = f"{weekday(at.date())}, {clock(at)}"
    yield Breach(
        filing.context.at / "filedAt",
        f"The planned filing time ({planned}) is outside EDGAR's hours, 6:00 a.m. to 10:00 p.m. ET on business days. "
        f"{then}",
        found=planned,
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

    An executive order that closes federal offices does not say whether EDGAR is closed; the SEC's notice for the day
    does. Days that such a notice confirms draw nothing. Nor do government shutdowns, during which EDGAR stayed open.
    For years whose closing days the SEC has not yet published, only the statute is known.

    Remedy: Check the SEC's notice for the day, or its list of closing days for the year. Do not treat the filing as
    late or timely until then.
    """
    seen: set[CalendarDay] = set()
    for row, due in circumstances.dues.items():
        for closing in (*due.unknown, *(each for each in due.passed_over if each.certainty != _SURE)):
            if due.executed is not None and closing.day > due.executed and closing not in seen:
                seen.add(closing)
                how = "not known" if closing.state is State.UNKNOWN else f"not certain ({closing.evidence})"
                yield Breach(
                    row.transaction_date.at,
                    f"{weekday(closing.day)} ({closing.name}) falls between {row.name} and its due date, and whether "
                    f"EDGAR was closed that day is {how}. Check the SEC's notice before you treat the filing as late "
                    "or timely.",
                )
    if circumstances.filed_on.year > LAST_CONFIRMED_YEAR:
        year = circumstances.filed_on.year
        yield Breach(
            filing.at / "periodOfReport",
            f"EDGAR's closing days for {year} are taken from the federal holiday statute alone; the SEC's published "
            f"list is included only through {LAST_CONFIRMED_YEAR}. Check the SEC's list for {year}.",
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
    """A transaction that may wait for Form 5 must be on file no later than the due date of its Form 5.

    The Form 5 is due on the 45th day after the end of the fiscal year in which the transaction falls, or on the next
    business day. After that V is untrue, and a row without V is late unless a Form 5 has reported it. DL101 and TC109
    cover rows that may not wait. An amendment is judged by its original. EDGAR compares no dates.

    Remedy: Check the transaction date. If it is right, report the transaction on a late Form 5 and tell the issuer
    (Item 405).
    """
    found = circumstances.dues[row]
    due = found.due_on_form_5 if found.basis is not Basis.FORM_5 else found.due
    if due is None or circumstances.filing.is_amendment or circumstances.filed_at.replace(tzinfo=None) <= due:
        return
    was_due = f"the Form 5 for its fiscal year was due {weekday(due.date())}"
    if row.is_early:
        message = f"{row.name} is reported early (V), but {was_due}. It can no longer be reported early."
    elif found.basis is Basis.FORM_5:
        message = f"{row.name} could wait for Form 5, but {was_due}. Unless that reported it, it is late."
    else:
        return
    is_filed = circumstances.filing.context.accession_number is not None
    yield Breach(
        row.transaction_date.at,
        message,
        found=f"{'filed' if is_filed else 'as of'} {day(circumstances.filed_on)}",
        expected=f"filed by {day(due.date())}",
        remedy=_NO_ITEM_405 if circumstances.filing.context.issuer_is_foreign_private else None,
    )


_NO_ITEM_405 = "Check the transaction date. If it is right, report the transaction on a late Form 5."
"""A foreign private issuer makes no Item 405 disclosure."""
