"""What the command line gives the workbench: settings and the clock, which only it reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime
from form4gen.records import NamedTuple


class Host(NamedTuple):
    """The settings of the folder, as its file has them; the filing time, from what a filing gives; and now."""

    settings: Callable[[], Settings]
    filing_time: Callable[[FilingTime | None], FilingTime]
    now: Callable[[], datetime]
