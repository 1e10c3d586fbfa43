"""When a Form 4 for a trade is due."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from form4gen.accounts.due_dates import DueDate, due_date_of
from form4gen.report.wrapping import WIDTH


def due_date(traded: date, notified: date | None, filed_at: datetime) -> DueDate:
    """When a transaction of ``traded`` is due; ``notified`` is the day of the notice of execution, if that counts."""
    return due_date_of(traded, notified, filed_at)


def deadline_text(due: DueDate, *, color: bool = False, width: int = WIDTH) -> str:
    """A due date for a person."""
    from form4gen.report.ink import Ink  # noqa: PLC0415  a run needs only one format
    from form4gen.report.proof import deadline_lines  # noqa: PLC0415  the same

    return "".join(f"{line}\n" for line in deadline_lines((due,), Ink(color), width))


def deadline_json(due: DueDate, zone: tzinfo | None) -> str:
    """A due date for a machine, times in ``zone`` (US Eastern)."""
    from form4gen.report.json_proof import deadline_as_json  # noqa: PLC0415  a run needs only one format

    return deadline_as_json(due, zone)
