"""The deadline of one row, and whether a filing time misses it."""

from __future__ import annotations

from datetime import datetime

from form4gen.law.deadline import Deadline, deadline, deadline_if_told_late
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.plans import names_a_plan

_PLAN_CODES = frozenset("PSGMXCOFJ")
"""What a Rule 10b5-1 plan can have done: not a grant, and nothing that happens without a contract."""


def may_be_deferred(row: Transaction, filing: Filing) -> bool:
    """Whether the day of execution may be later than the trade: code I, or a trade that may be under a plan."""
    if row.code not in _PLAN_CODES:
        return row.code == "I"
    return filing.aff10b5_one or names_a_plan(f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}")


def deadline_of(row: Transaction, filing: Filing) -> Deadline | None:
    """When a row had to be on file; None for an early (V) row, a row without a date, or beyond the calendar.

    A deemed execution date counts only where there may be a ground for it.
    """
    traded = row.transaction_date.value
    if traded is None or row.is_early:
        return None
    deemed = row.deemed_execution_date.value
    return deadline(traded, deemed if deemed is not None and may_be_deferred(row, filing) else None)


def missed_deadline(row: Transaction, filing: Filing, filed_at: datetime) -> Deadline | None:
    """The deadline that a row misses when the form is filed at ``filed_at``; None when it misses none.

    A row that may have a deemed execution date but gives none has the time that the latest notice would give it. An
    amendment is judged by its original, so no row of one misses a deadline here.
    """
    due = deadline_of(row, filing)
    if due is None or filing.is_amendment or not due.is_missed_at(filed_at):
        return None
    if row.deemed_execution_date.value is None and may_be_deferred(row, filing):
        due = deadline_if_told_late(due.traded) or due
    return due if due.is_missed_at(filed_at) else None
