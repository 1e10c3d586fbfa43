"""What the words of an amendment say that it adds or changes."""

from __future__ import annotations

from form4gen.prose.reading import read


def says_what_it_adds(text: str) -> bool:
    """Whether a text says that a transaction was left out before and is added."""
    return read(text).says("adds_transaction")


def says_what_it_changes(text: str) -> bool:
    """Whether a text says that a price, number, date or code was wrong and is corrected."""
    return read(text).says("corrects_transaction")
