"""The time of filing. This is the only place that reads the clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo

from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.api.filing_time import FilingTime

_EASTERN = "America/New_York"
_FOLDERS, _FOLDER = "PYTHONTZPATH", "/usr/share/zoneinfo"

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


@contextmanager
def _known_folders() -> Iterator[None]:
    """Name the folder of time zones while ``zoneinfo`` is imported, if it is where nearly every system has it.

    Otherwise the whole configuration of Python is read to find it, which takes a thirtieth of a check.
    """
    is_known = _FOLDERS not in os.environ and os.path.exists(os.path.join(_FOLDER, _EASTERN))
    if is_known:
        os.environ[_FOLDERS] = _FOLDER
    try:
        yield
    finally:
        if is_known:
            del os.environ[_FOLDERS]


def _zone() -> tzinfo:
    with _known_folders():
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  it slows every start

    try:
        return ZoneInfo(_EASTERN)
    except (ZoneInfoNotFoundError, ValueError):  # there is none, or it is damaged
        raise MissingLibraryError("The data of US Eastern time are missing. Run: pip install tzdata") from None
