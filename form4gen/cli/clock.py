"""The time of filing. This is the only place that reads the clock."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from form4gen.errors import MissingLibraryError, UnusableInputError

if TYPE_CHECKING:
    from form4gen.api.filing_time import FilingTime

EXAMPLE = "2026-11-09T16:05 (ET) or 2026-11-09T16:05-05:00"


def time_of(text: str) -> datetime:
    """The time that an option gives; without an offset it is US Eastern. Raises UnusableInputError."""
    try:
        if len(text) < len("2026-11-09T16:05") or text[10] != "T":
            raise ValueError  # noqa: TRY301  a day alone is no time
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UnusableInputError(f"{text!r} is not a time. Write {EXAMPLE}.") from None
    return eastern(moment)


def filing_time(requested: datetime | None, written: FilingTime | None = None) -> FilingTime:
    """The filing time, US Eastern: the one requested, otherwise the one that the input gives, otherwise now."""
    from form4gen.api.filing_time import FilingTime, TimeBasis  # noqa: PLC0415  a page of help needs no filing

    if requested is not None:
        return FilingTime(requested, TimeBasis.OPTION)
    if written is not None:
        return written._replace(at=eastern(written.at))
    return FilingTime(now(), TimeBasis.CLOCK)


def not_before_now(moment: datetime) -> datetime:
    """The moment, or now if that is later: nothing can be filed in the past."""
    return max(moment, now())


def eastern(moment: datetime) -> datetime:
    """The moment in US Eastern time. Raises UnusableInputError for a time skipped or repeated, or a year too early."""
    from form4gen.report.filing_time import YEARS  # noqa: PLC0415  a page of help needs no time

    zone = _zone()
    if moment.year not in YEARS:
        message = f"The filing time {moment.isoformat()} is outside the years {YEARS[0]} to {YEARS[-1]}."
        raise UnusableInputError(message)
    if moment.tzinfo is not None:
        return moment.astimezone(zone)
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        message = (
            f"The filing time {moment.isoformat()} is skipped or happens twice when the clocks change in US Eastern "
            f"time. Add the offset: -04:00 (summer) or -05:00 (winter)."
        )
        raise UnusableInputError(message)
    return first


def now() -> datetime:
    """The time of the clock, US Eastern."""
    return datetime.now(_zone()).replace(microsecond=0)


def _zone() -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  it slows every start; few commands need it

    try:
        return ZoneInfo("America/New_York")
    except (ZoneInfoNotFoundError, ValueError):  # there is none, or it is damaged
        raise MissingLibraryError("The data of US Eastern time are missing. Run: pip install tzdata") from None
