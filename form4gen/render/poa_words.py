"""Names, days and lists as a power of attorney writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from form4gen.model.exhibits import Attorney, PowerOfAttorney, Principal

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``, ``21st``."""
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def day_of_month(day: date) -> str:
    """``17th day of November, 2014``."""
    return f"{ordinal(day.day)} day of {_MONTHS[day.month - 1]}, {day.year}"


def long_day(day: date) -> str:
    """``November 17, 2014``."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def described(principal: Principal) -> str:
    """The principal by name, title and CIK, as far as given, and the name that the document uses afterwards."""
    name = principal.name or "the person who signs below"
    return defined(", ".join(part for part in (name, principal.title) if part), principal.cik, "Principal")


def defined(name: str, cik: str | None, term: str) -> str:
    """``Tecogen Inc. (EDGAR CIK 0001537435, the "Company")``."""
    return f'{name} (EDGAR CIK {cik}, the "{term}")' if cik else f'{name} (the "{term}")'


def appointed(power: PowerOfAttorney) -> tuple[str, ...]:
    """The attorneys whom the record names or describes by office."""
    return tuple(words for words in map(_attorney, power.attorneys) if words)


def _attorney(attorney: Attorney) -> str:
    office = " of ".join(part for part in (attorney.office, attorney.employer) if part)
    if not attorney.name:
        return f"each person who holds the office of {office} when acting" if attorney.office else ""
    if attorney.office:
        return f"{attorney.name} ({office})"
    return f"{attorney.name} of {attorney.employer}" if attorney.employer else attorney.name
