"""Section 16(b): which purchases and sales match, and within which time."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from form4gen.law.authorities import COLONIAL_REALTY, EXCHANGE_ACT, RULE_16B

PURCHASES = frozenset("PLO")
"""Acquisitions that are not exempt: purchases, small acquisitions, exercises out of the money."""

SALES = frozenset("S")
"""Dispositions that are not exempt."""

PERHAPS_NOT_EXEMPT = frozenset("JUHE")
"""Codes that may be either; they are left to counsel."""

SOURCES = (
    EXCHANGE_ACT.at("16(b)"),
    RULE_16B.at("16b-3, 16b-5, 16b-6, 16b-7"),
    COLONIAL_REALTY.at("on less than six months"),
)

_MONTHS = 6
_DAYS_BEFORE = timedelta(days=2)


def six_months_after(first: date) -> date:
    """The day of the same number six months later, or the last of that month; the last day of all in the last year."""
    if first.year == MAXYEAR:
        return date.max
    months = first.year * 12 + first.month - 1 + _MONTHS
    start, end = (date(each // 12, each % 12 + 1, 1) for each in (months, months + 1))
    last = end - timedelta(days=1)
    return start.replace(day=min(first.day, last.day))


def last_match(first: date) -> date:
    """The last day that is less than six months after ``first``: from 20 December it is 18 June.

    Six months end at midnight before the day of the same number; less than that, a day earlier.
    """
    return six_months_after(first) - _DAYS_BEFORE


def can_match(one: date, other: date) -> bool:
    """Whether two trades are less than six months apart, in whatever order."""
    return max(one, other) <= last_match(min(one, other))
