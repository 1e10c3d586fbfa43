"""Since when, and until when, each reporting person is subject to Section 16."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from form4gen.accounts.history import bare_cik
from form4gen.model.context import OwnerStatus
from form4gen.model.filing import Filing, ReportingOwner


def status_of(owner: ReportingOwner, filing: Filing) -> OwnerStatus | None:
    """What the context records of a reporting person; a record without a CIK is that of the only one."""
    records = _records(filing)
    own = records.get(bare_cik(owner.rpt_owner_cik))
    unnamed = records.get("") if len(filing.reporting_owners) == 1 else None
    found = [each for each in (own, unnamed) if each is not None]
    return min(found, key=lambda each: int(each.at.token), default=None)


@lru_cache(maxsize=4)
def _records(filing: Filing) -> dict[str, OwnerStatus]:
    """The first record of each CIK."""
    found: dict[str, OwnerStatus] = {}
    for each in filing.context.owner_status:
        found.setdefault(bare_cik(each.rpt_owner_cik), each)
    return found


@lru_cache(maxsize=4)
def recorded_end(filing: Filing) -> date | None:
    """The day on which the last of the reporting persons left, if it is recorded of all."""
    records = [status_of(owner, filing) for owner in filing.reporting_owners]
    ends = [each.subject_until for each in records if each is not None and each.subject_until is not None]
    return max(ends) if ends and len(ends) == len(records) else None


def still_serving(filing: Filing, on: date) -> tuple[ReportingOwner, date] | None:
    """The first reporting person who is recorded as subject to Section 16 on a day, and since when."""
    for owner in filing.reporting_owners:
        record = status_of(owner, filing)
        if record is not None and record.subject_since is not None and (record.subject_until or date.max) > on:
            return owner, record.subject_since
    return None


@lru_cache(maxsize=4)
def recorded_start(filing: Filing) -> date | None:
    """The day on which the first of the reporting persons became subject to Section 16, if it is recorded of all."""
    records = [status_of(owner, filing) for owner in filing.reporting_owners]
    starts = [each.subject_since for each in records if each is not None and each.subject_since is not None]
    return min(starts) if starts and len(starts) == len(records) else None


def has_exit_box(filing: Filing) -> bool:
    """Whether the box for a person no longer subject to Section 16 is checked."""
    return filing.not_subject_to_section16
