"""What the words of an amendment say that it adds or changes."""

from __future__ import annotations

import re
from functools import cache


def says_what_it_adds(text: str) -> bool:
    """Whether a text says that a transaction was left out before and is added."""
    return _added().search(text) is not None


def says_what_it_changes(text: str) -> bool:
    """Whether a text says that a price, number, date or code was wrong and is corrected."""
    return _changed().search(text) is not None


@cache
def _added() -> re.Pattern[str]:
    return re.compile(
        r"omitted|omission|failed to (?:report|include|disclose)|(?:not|never) (?:previously |been |timely )*"
        r"(?:reported|included|disclosed)|to (?:add|include|report) (?:an? |the |additional )"
        r"(?![^.]{0,40}(?:exhibit|power of attorney))",
        re.IGNORECASE,
    )


@cache
def _changed() -> re.Pattern[str]:
    what = r"(?:price|number|amount|shares|date|code|quantity|transaction|sale|purchase)"
    fixed = r"(?:correct|incorrect|erroneous|mis(?:stated|reported)|restat|revis|amend\w* to)"
    return re.compile(rf"{fixed}[^.]{{0,100}}\b{what}|\b{what}[^.]{{0,100}}{fixed}", re.IGNORECASE)
