"""Where the filing time of a check comes from, and how a report says so."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from form4gen.model.wording import day, moment

YEARS = range(1934, 9999)
"""The years that a filing time may be in: the Exchange Act dates from 1934, and the end leaves room for arithmetic."""


class TimeBasis(Enum):
    """Where a filing time comes from; the values are those of the report for machines."""

    OPTION = "option"
    HEADER = "header"
    HEADER_DATE = "headerDate"
    CONTEXT = "context"
    SIGNATURE = "signature"
    CLOCK = "clock"

    @property
    def is_a_time(self) -> bool:
        """Whether the hour is known too, and is not just the hour at which the check runs."""
        return self in (TimeBasis.OPTION, TimeBasis.HEADER, TimeBasis.CONTEXT)

    @property
    def is_a_day(self) -> bool:
        """Whether the day alone is known."""
        return self in (TimeBasis.SIGNATURE, TimeBasis.HEADER_DATE)


def filing_time_words(at: datetime, basis: TimeBasis, *, is_on_record: bool) -> tuple[str, str]:
    """``filed`` or ``checked as of``, and the time; with the reason if the filing does not state it."""
    match basis:
        case TimeBasis.SIGNATURE:
            return "checked as of", f"the signature date, {day(at)}, because the file gives no filing time"
        case TimeBasis.HEADER_DATE:
            return "filed", f"{day(at)} (the header gives the date but no time)"
        case TimeBasis.CLOCK:
            return "checked as of", f"now, {moment(at)}"
        case TimeBasis.OPTION:
            return "checked as of", moment(at)
    return "filed" if is_on_record else "checked as of", moment(at)
