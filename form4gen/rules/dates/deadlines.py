"""DL: deadlines and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.deadlines import Reading, window_of
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.law.authorities import CRIMINAL_CODE, FORM_4, REGULATION_ST, RULE_16A
from form4gen.model.fields import Cell
from form4gen.model.rows import Transaction
from form4gen.model.wording import clock, day, weekday
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "DL101",
    name="late filing",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(g)(1)"), FORM_4.at("Instruction 1(a)"), REGULATION_ST.at("13(a)(4)")),
)
def late_filing(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A Form 4 must be filed by 10:00 p.m. ET on the second business day after execution.

    A row is called late only where its reporting basis is clear and its last possible day has passed. A transaction
    that may wait for Form 5 is not late before its Form 5 is, and one that need not be reported never is. The two
    days run from the deemed execution date where Rule 16a-3(g) allows one; without it, from the latest notice that
    counts (DL107 covers the days before). A vesting that a footnote moves to the next business day is counted from
    that day, and a row under Rule 16a-2(a) from the transaction that calls for the form. A day on which EDGAR may
    have been closed counts in the filer's favor. An amendment is judged by its original. DL111 covers rows
    that may wait for Form 5. A late form must go out at once, so this is a warning. EDGAR accepts it.
    AD105 covers what the issuer must be told.

    Remedy: File the form now. Never change the transaction date or the signature date to make a form look timely.
    """
    due, filing = circumstances.dues[row], circumstances.filing
    if filing.is_amendment or due.standing is not Standing.LATE or due.basis is Basis.FORM_5:
        return
    assert due.traded is not None  # noqa: S101  a row without a date has no due date
    assert due.due_at_the_latest is not None  # noqa: S101  nor is it late
    by = f"10:00 p.m. ET on {weekday(due.due_at_the_latest.date())}"
    is_filed = filing.context.accession_number is not None
    if is_filed:
        end = f"The form was filed late, on {weekday(circumstances.filed_on)}."
    else:
        end = "The form is late: file it at once, and do not hold it back to perfect it."
    yield Breach(
        row.transaction_date.at,
        f"{row.name} ({day(due.traded)}{_counted_from(due)}) was due by {by}. {end}",
        found=f"{'filed' if is_filed else 'as of'} {weekday(circumstances.filed_on)}, {clock(circumstances.filed_at)}",
        expected=f"filed by {by}",
        remedy=_ON_RECORD if is_filed else None,
    )


_ON_RECORD = (
    "If a date is wrong, correct it in a Form 4/A. Never change the transaction date or the signature date to make a "
    "form look timely."
)


def _counted_from(due: DueDate) -> str:
    """From which day the time runs, where that is not the trade date."""
    if due.executed is None or due.executed == due.traded:
        return ""
    on = day(due.executed)
    match due.reading:
        case Reading.NEXT_BUSINESS_DAY:
            return f"; moved to {on} by a footnote"
        case Reading.TRIGGER:
            return f"; deferral ended {on}"
        case Reading.FIRST_FORM_4:
            return f"; due with the transaction of {on}"
    return f"; deemed executed no later than {on}"


@rule(
    "DL107",
    name="deemed execution date not reported",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(g)(2)-(4)"), FORM_4.at("Instruction 4(a)(ii)")),
)
def deemed_execution_date_not_reported(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """If the deadline runs from a later notification date, report that date as the deemed execution date.

    For a trade under a Rule 10b5-1 plan, or a discretionary transaction, whose date the reporting person did not
    select, the two business days run from the notice, at the latest from the third business day after the trade.
    Column 2A or 3A must show that date, or the row looks late. EDGAR compares no dates.

    Remedy: Enter the notification date in column 2A or 3A if the reporting person did not select the date of
    execution. Otherwise treat the row as late.
    """
    filing, due = circumstances.filing, circumstances.dues[row]
    if due.reading is not Reading.NOT_CLAIMED or not due.is_sure or filing.is_amendment:
        return
    window = window_of(row, filing)
    if window is not None and window.found.is_missed_at(circumstances.filed_at) and due.standing is not Standing.LATE:
        yield Breach(
            row.deemed_execution_date.at,
            f"{row.name} ({day(window.found.traded)}) was due {weekday(window.found.due_at_the_latest.date())}, and no "
            "deemed execution date is reported. If notice of the trade came later, report the notification date as "
            "the deemed execution date; otherwise the row is late.",
        )


@rule(
    "DL103",
    name="transaction dated after signature or filing",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(a), (g)"), CRIMINAL_CODE.at("1001")),
)
def transaction_dated_after_signature_or_filing(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A form may report only transactions executed on or before the day it is signed and filed.

    A row marked V is no exception: early means before the Form 5 is due, not before the transaction. EDGAR compares
    no dates.

    Remedy: Correct the transaction date (check the year) or the signature date. Do not sign or file before the
    trade.
    """
    signed = circumstances.filing.first_signed
    for cell, what in ((row.transaction_date, "dated"), (row.deemed_execution_date, "deemed executed on")):
        yield from _later(row, cell, what, signed, circumstances.filed_on)


def _later(row: Transaction, cell: Cell[date], what: str, signed: date | None, filed: date) -> Iterator[Breach]:
    if cell.value is None:
        return
    if signed is not None and cell.value > signed:
        end, name = signed, "signature date"
    elif cell.value > filed:
        end, name = filed, "filing date"
    else:
        return
    yield Breach(
        cell.at,
        f"{row.name} is {what} {day(cell.value)}, later than the {name} ({day(end)}). A transaction cannot be reported "
        "before it occurs.",
        found=day(cell.value),
        expected=f"{day(end)} or earlier",
    )
