"""Marks of a draft in a text: placeholders, brackets where a value belongs, working notes.

Every repetition in the expression is bounded, so the work grows with the text and never faster.
"""

from __future__ import annotations

import re
from functools import cache

_SIGNS = (
    "$x", "$ x", "$..", "$ ..", "_", "[", "●", "tbd", "tbc", "t.b", "xxxx", "xx/", "xx-", "lorem", "placeholder",
    "confirm with", "insert ",
)  # fmt: skip
"""What a text must hold for the expression to be worth its time."""


def draft_mark(text: str) -> str:
    """The first mark of a draft in a text, as written; empty when there is none."""
    if not text:  # as most texts are
        return ""
    plain = text.casefold()
    found = _draft().search(text) if any(sign in plain for sign in _SIGNS) else None
    return found.group().strip() if found else ""


@cache
def _draft() -> re.Pattern[str]:
    value = r"date|name|number|amount|price|month|day|year|shares?|title|plan|trust|amendment|percent"
    return re.compile(
        r"\bT\.?B\.?[DC]\b|\bX{4,40}\b|\bXX[/-]XX|\$ ?X{1,40}\b|\$ ?[_.]{2,40}|_{3,40}|●"
        rf"|\[(?:[\s_.*?X-]{{0,40}}|(?:insert|enter|confirm|check|add|note to)\b[^\]]{{0,60}}|(?:{value})s?)\]"
        r"|\blorem\b|(?-i:\bplaceholder\b|\bPLACEHOLDER\b)|\bconfirm with\b"
        r"|\binsert (?:date|name|number|amount|price|here)\b",
        re.IGNORECASE,
    )
