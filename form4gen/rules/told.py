"""What a form tells in words: beside a row, in the remarks, in a name."""

from __future__ import annotations

import re
from functools import cache

from form4gen.model.filing import Filing
from form4gen.model.rows import Row


def told(row: Row, filing: Filing) -> str:
    """The footnotes that a row cites, and the remarks."""
    return f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}"


def sentences(text: str) -> list[str]:
    """A text in sentences, roughly: a period within an abbreviation ends one too."""
    return re.split(r"(?<=[.;])\s+|\n", text)


def mentions(text: str, *words: str) -> bool:
    """Whether a text holds one of some words, in small letters: a quick look before a costly expression."""
    lower = text.casefold()
    return any(word in lower for word in words)


def is_entity(name: str | None) -> bool:
    """Whether a name holds a legal form or a word that no person is called by."""
    return _entity().search(name or "") is not None


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:l\.?l?\.?p|l\.?l\.?c|inc|incorporated|corp|corporation|ltd|limited|plc|trust|funds?|partners|partnership"
        r"|holdings?|foundation|gmbh|n\.v|b\.v)\b",
        re.IGNORECASE,
    )
