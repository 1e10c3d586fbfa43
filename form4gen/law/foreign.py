"""Foreign private issuers: since when their directors and officers report, and which of them may be exempt."""

from __future__ import annotations

from datetime import date

from form4gen.law.authorities import ORDER_MARCH_2026, ORDER_MAY_2026, Source
from form4gen.law.jurisdictions import country_called
from form4gen.records import NamedTuple

REPORTS_SINCE = date(2026, 3, 18)
"""From this day on directors and officers of foreign private issuers report under Section 16(a)."""


class Jurisdiction(NamedTuple):
    """A place whose own rule on such reports the SEC accepts instead, on conditions."""

    name: str
    since: date
    source: Source


_MARCH = ORDER_MARCH_2026.at("on qualifying jurisdictions")
_MAY = ORDER_MAY_2026.at("on qualifying jurisdictions")
_FIRST, _SECOND = date(2026, 3, 5), date(2026, 5, 20)
_EUROPEAN_ECONOMIC_AREA = (
    "Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Denmark", "Estonia", "Finland", "France", "Germany",
    "Greece", "Hungary", "Iceland", "Ireland", "Italy", "Latvia", "Liechtenstein", "Lithuania", "Luxembourg", "Malta",
    "Norway", "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Spain", "Sweden",
)  # fmt: skip

QUALIFYING: tuple[Jurisdiction, ...] = (
    Jurisdiction("Canada", _FIRST, _MARCH),
    Jurisdiction("Chile", _FIRST, _MARCH),
    *(Jurisdiction(name, _FIRST, _MARCH) for name in _EUROPEAN_ECONOMIC_AREA),
    Jurisdiction("Czech Republic", _FIRST, _MARCH),
    Jurisdiction("Netherlands", _FIRST, _MARCH),
    Jurisdiction("Republic of Korea", _FIRST, _MARCH),
    Jurisdiction("Switzerland", _FIRST, _MARCH),
    Jurisdiction("United Kingdom", _FIRST, _MARCH),
    Jurisdiction("Australia", _SECOND, _MAY),
    Jurisdiction("India", _SECOND, _MAY),
    Jurisdiction("Singapore", _SECOND, _MAY),
)
"""The qualifying jurisdictions; the list may have grown after May 2026."""


def qualifying(name: str, on: date) -> Jurisdiction | None:
    """The jurisdiction that goes by a name, if it qualifies on that day."""
    country = country_called(name)
    return next((each for each in QUALIFYING if each.name == country and each.since <= on), None)
