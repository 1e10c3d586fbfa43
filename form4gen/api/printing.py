"""A filing as its page and its exhibits print it."""

from __future__ import annotations

from form4gen.edgar.in_words import in_words
from form4gen.model.filing import Filing
from form4gen.prose.powers import with_kinds


def as_printed(filing: Filing) -> Filing:
    """The filing with the text of each power of attorney that is HTML, and with the kind that a principal shows."""
    return with_kinds(in_words(filing))
