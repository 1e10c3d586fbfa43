"""DL: deadlines and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.accounts.deadlines import deadline_of, may_be_deferred, missed_deadline
from form4gen.law.authorities import CRIMINAL_CODE, FORM_4, REGULATION_ST, RULE_16A
from form4gen.law.deadline import deadline_if_told_late
from form4gen.model.fields import Cell
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
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

    Execution is the trade, or the deemed date of a trade under a Rule 10b5-1 plan or of a discretionary
    transaction. Where such a row gives no deemed date, only a filing after the last day that a late notice could
    bring is called late (DL107 speaks of the days before). Days on which it is not known whether EDGAR was open
    count in the filer's favour. Early (V) rows have the date of their Form 5, and an amendment is judged by its
    original. A warning, never more: a late form must go out at once. EDGAR accepts it and dates it.

    Remedy: File the form now, and tell the issuer, which must disclose the late report (Item 405). Never change the
    transaction date or the signature date to make a form look timely.
    """
    due = missed_deadline(row, circumstances.filing, circumstances.filed_at)
    if due is None:
        return
    traded = f"{row.name} ({day(due.traded)})"
    deemed = "" if due.executed == due.traded else f", executed at the latest on {weekday(due.executed)},"
    by = f"{weekday(due.due_at_the_latest.date())} 10:00 p.m. Eastern"
    yield Breach(
        row.transaction_date.at,
        f"{traded}{deemed} was due {by}. You are filing after that. File at once; do not hold the form back "
        "to perfect it.",
        found=f"filed {weekday(circumstances.filed_on)} {circumstances.filed_at:%H:%M} Eastern",
        expected=f"filed by {by}",
    )


@rule(
    "DL107",
    name="deemed execution date not reported",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(g)(2)-(4)"), FORM_4.at("Instruction 4(a)(ii)")),
)
def deemed_execution_date_not_reported(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Who files later because the notice came later gives the day of notice as the deemed execution date.

    For a trade under a Rule 10b5-1 plan, and for a discretionary transaction, the two days may run from the day of
    notice, at the latest from the third business day after the trade; but column 2A or 3A must say so, or the row
    looks late. EDGAR compares no dates.

    Remedy: Enter the notification date in column 2A or 3A if the reporting person did not select the date of
    execution. Otherwise treat the row as late.
    """
    filing = circumstances.filing
    due = deadline_of(row, filing)
    if due is None or filing.is_amendment or row.deemed_execution_date.value is not None:
        return
    if not due.is_missed_at(circumstances.filed_at) or not may_be_deferred(row, filing):
        return
    outer = deadline_if_told_late(due.traded) or due
    if not outer.is_missed_at(circumstances.filed_at):
        yield Breach(
            row.deemed_execution_date.at,
            f"{row.name} ({day(due.traded)}) was due {weekday(due.due_at_the_latest.date())}, unless the broker or "
            "administrator told of it later. Report that day as the deemed execution date, or the row looks late.",
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

    Nobody can report a trade that has not happened. Rows marked V are no exception: early means before the Form 5,
    not before the event. EDGAR compares no dates.

    Remedy: Correct the transaction date (check the year) or the signature date. Do not sign or file before the
    trade.
    """
    signed = [each.signature_date for each in circumstances.filing.owner_signatures if each.signature_date]
    for cell, what in ((row.transaction_date, "dated"), (row.deemed_execution_date, "deemed executed on")):
        yield from _later(row, cell, what, min(signed, default=None), circumstances.filed_on)


def _later(row: Transaction, cell: Cell[date], what: str, signed: date | None, filed: date) -> Iterator[Breach]:
    if cell.value is None:
        return
    if signed is not None and cell.value > signed:
        end, message = signed, f"the form is signed {day(signed)}"
    elif cell.value > filed:
        end, message = filed, f"the form is filed {day(filed)}"
    else:
        return
    yield Breach(
        cell.at,
        f"{row.name} is {what} {day(cell.value)}, but {message}. Nobody can report a trade that has not happened.",
        found=day(cell.value),
        expected=f"{day(end)} or earlier",
    )
