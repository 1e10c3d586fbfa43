"""The filing time that an input gives."""

from __future__ import annotations

from datetime import datetime

from form4gen.api.load import Loaded
from form4gen.intake.document import Document
from form4gen.law.deadline import LAST_HOUR
from form4gen.records import NamedTuple
from form4gen.report.filing_time import YEARS
from form4gen.report.filing_time import TimeBasis as TimeBasis
from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.edgar.file import EdgarFile


class FilingTime(NamedTuple):
    """When a filing was or will be filed, and where that comes from; without a zone, ``at`` is US Eastern."""

    at: datetime
    basis: TimeBasis


def filing_time_of(loaded: Loaded) -> FilingTime | None:
    """The filing time in an input; None if it gives none, or is not a filing.

    If a filing made elsewhere does not state it (EDGAR's XML, or JSON with an accession number), its time is the end of
    EDGAR's hours on the last day of signature. A draft in JSON is not dated by its signature, because it is filed
    later: to check it as of a past day would hide that it is late.
    """
    filing = loaded.filing
    if filing is None:
        return None
    context, document = filing.context, loaded.document
    if context.filed_at is not None:
        return FilingTime(context.filed_at, _stated_in(document))
    if isinstance(document, Document) and context.accession_number is None:
        return None
    signed = [each.signature_date for each in filing.owner_signatures if each.signature_date]
    last = max(signed, default=None)
    if last is None or last.year not in YEARS:
        return None
    return FilingTime(datetime.combine(last, LAST_HOUR), TimeBasis.SIGNATURE)


def _stated_in(document: Document | EdgarFile) -> TimeBasis:
    """Where a document states its filing time."""
    if isinstance(document, Document):
        return TimeBasis.CONTEXT
    return TimeBasis.HEADER_DATE if document.is_dated_only else TimeBasis.HEADER
