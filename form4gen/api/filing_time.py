"""The filing time that an input gives."""

from __future__ import annotations

from datetime import MAXYEAR, datetime

from form4gen.api.load import Loaded
from form4gen.law.calendar import FIRST_YEAR
from form4gen.law.deadline import LAST_HOUR
from form4gen.records import NamedTuple
from form4gen.report.filing_time import TimeBasis as TimeBasis


class FilingTime(NamedTuple):
    """When a filing was or will be filed, and where that comes from; without a zone, ``at`` is US Eastern."""

    at: datetime
    basis: TimeBasis


def filing_time_of(loaded: Loaded) -> FilingTime | None:
    """The filing time in an input; None if it gives none, or is not a filing.

    A filing on record that does not state it was filed no earlier than it was signed: its time is then the end of
    EDGAR's hours on the last day of signature. A draft is not dated by its signature, because it is filed later: to
    check it as of a past day would hide that it is late.
    """
    filing = loaded.filing
    if filing is None:
        return None
    context = filing.context
    if context.filed_at is not None:
        return FilingTime(context.filed_at, TimeBasis.CONTEXT)
    if context.accession_number is None:
        return None
    signed = [each.signature_date for each in filing.owner_signatures if each.signature_date]
    last = max(signed, default=None)
    if last is None or not FIRST_YEAR <= last.year < MAXYEAR:
        return None
    return FilingTime(datetime.combine(last, LAST_HOUR), TimeBasis.SIGNATURE)
