"""Placeholders: what a starting document has where a value is to be filled in."""

from __future__ import annotations

FILL_IN = "FILL IN: "
"""How a placeholder begins; what to enter follows. No value of a filing begins so."""

NO_DAY = "1900-01-01"
"""A date of a year before Form 4 existed, which blank forms have in place of one of ``DAYS``."""

DAYS = frozenset(("periodOfReport", "dateOfOriginalSubmission", "signatureDate"))


def placeholder(words: str) -> str:
    """The placeholder for a value; ``words`` say what to enter: ``the trade date, YYYY-MM-DD``."""
    return FILL_IN + words


def may_have_placeholders(text: str) -> bool:
    """Whether a document may have one; most have none."""
    return FILL_IN in text or NO_DAY in text
