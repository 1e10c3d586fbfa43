"""Words about a trade outside the market."""

from __future__ import annotations

import re
from functools import cache

from form4gen.prose.plans import names_a_plan


def is_off_market(text: str) -> bool:
    """Whether a text tells of a trade outside the market: a private one, an offering, a plan of employees."""
    if _off_market().search(_institutions().sub("", text)):
        return True
    return re.search(r"\bplan\b", text, re.IGNORECASE) is not None and not names_a_plan(text)


@cache
def _off_market() -> re.Pattern[str]:
    return re.compile(
        r"private|negotiated|off[- ](?:the[- ])?market|offering|underwrit|tender|merger|agreement|contribut"
        r"|exchange[ds]?\b|conver[ts]|direct(?:ly)? from|dividend|reinvest|redeem|redemption|repurchase"
        r"|block trade|401\(?k|(?:employee|savings|retirement|stock purchase)\b.{0,40}\bplan\b",
        re.IGNORECASE,
    )


@cache
def _institutions() -> re.Pattern[str]:
    """Names in which the word exchange tells of no trade off the market."""
    return re.compile(r"\b(?:stock|securities and) exchange\b|\bexchange act\b", re.IGNORECASE)
