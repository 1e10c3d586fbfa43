"""Plain text tools that readers of prose share."""

from __future__ import annotations

import re
from functools import lru_cache

from form4gen.law.unseen import as_seen
from form4gen.model.filing import Filing
from form4gen.model.rows import Row


@lru_cache(maxsize=1024)
def words(text: str | None) -> str:
    """A text without differences of case, spacing, closing punctuation, and characters that nobody sees."""
    return " ".join(as_seen(text or "").casefold().split()).rstrip(".,;:")


def told(row: Row, filing: Filing) -> str:
    """The footnotes that a row cites, and the remarks."""
    return f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}"


def sentences(text: str) -> list[str]:
    """A text in sentences, roughly: a period within an abbreviation ends one too."""
    return re.split(r"(?<=[.;])\s+|\n", text)
