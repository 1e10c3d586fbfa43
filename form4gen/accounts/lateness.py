"""Which rows of a form are reported late, also where an amendment adds or corrects them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from form4gen.accounts.changes import amended_rows
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction

_TIMING = ("date", "code")
"""What of a changed row can make it late; a price or a number cannot."""


def late_rows(
    filing: Filing, original: Filing | None, dues: Mapping[Transaction, DueDate], filed_at: datetime
) -> list[Transaction]:
    """The rows that are late: at the filing time, or of an amendment those that it adds or corrects, each at its own.

    Without the original, what an amendment says that it adds may be any of its rows, so all of them must be late.
    """
    if not filing.is_amendment:
        return [row for row, due in dues.items() if due.standing is Standing.LATE]
    now = filed_at.replace(tzinfo=None)
    return [*late_additions(filing, original, dues, now), *late_corrections(filing, original, dues)]


def late_additions(
    filing: Filing, original: Filing | None, dues: Mapping[Transaction, DueDate], now: datetime
) -> list[Transaction]:
    """The rows that an amendment adds, and that were due before it is filed."""
    amended = amended_rows(filing, original)
    if original is not None:
        return [row for row in amended.added if dues[row].standing_at(now) is Standing.LATE]
    are_all_late = all(due.standing_at(now) is Standing.LATE for due in dues.values())
    return list(filing.transactions) if amended.adds and are_all_late else []


def late_corrections(filing: Filing, original: Filing | None, dues: Mapping[Transaction, DueDate]) -> list[Transaction]:
    """The rows of which an amendment corrects the date or the code, and that were late in the original."""
    changed = amended_rows(filing, original).changed
    return [
        each.row
        for each in changed
        if not set(_TIMING).isdisjoint(each.differs) and dues[each.row].standing is Standing.LATE
    ]
