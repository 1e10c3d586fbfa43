"""What the words of an amendment say that it adds or changes."""

from __future__ import annotations

from form4gen.prose.reading import read


def says_what_it_adds(text: str) -> bool:
    """Whether a text says that a transaction was left out before and is added."""
    return read(text).says("adds_transaction")


def says_what_it_changes(text: str) -> bool:
    """Whether a text says that a number, date, code or transaction was wrong and is corrected; a price alone is not."""
    reading = read(text)
    return reading.says("corrects_transaction") and (
        not reading.excuses("corrects_price") or reading.says("more_than_price")
    )
