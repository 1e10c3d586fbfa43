"""What a CCC looks like, and which values are searched for everywhere else in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SIGNS = frozenset(b"@#$*")
_SHORTEST, _LONGEST = 6, 64
_NEAR = 64  # bytes between the word CCC and the code that is meant


def is_blank(value: bytes) -> bool:
    """Whether a value is empty, or masked: by form4gen, or with the letter X as EDGAR does."""
    return not value.strip(b"*xX \t\r\n\"'")


def is_telling(value: bytes) -> bool:
    """Whether a value is so long and so mixed that it is nothing else wherever it appears.

    A CCC has eight characters, including a letter, a digit and a sign. A code that was mistyped may lack one of the
    three, but a word, a date or a number is not searched for: it would mask what has nothing to do with a CCC.
    """
    if not _SHORTEST <= len(value) <= _LONGEST or any(each <= ord(" ") for each in value) or is_number(value):
        return False
    has_letter, has_digit = any(map(_is_letter, value)), any(each in b"0123456789" for each in value)
    return has_letter + has_digit + (not _SIGNS.isdisjoint(value)) > 1


def codes_in(text: bytes) -> Iterator[tuple[int, int]]:
    """Where a text has a code of the form of a CCC."""
    for found in _code().finditer(text):
        if is_code(found.group()):
            yield found.span()


def announced_in(folded: bytes) -> Iterator[tuple[int, int]]:
    """Where such a code is near the word, as in ``CCC: abc1@xyz``."""
    for start, end in codes_in(folded):
        if b"ccc" in folded[max(0, start - _NEAR) : start] or b"ccc" in folded[end : end + _NEAR]:
            yield start, end


def is_code(value: bytes) -> bool:
    """Whether a value has the form of a CCC."""
    return (
        _code().fullmatch(value) is not None
        and any(map(_is_letter, value))
        and any(each in b"0123456789" for each in value)
    )


def is_number(value: bytes) -> bool:
    """Whether a value is a number as JSON writes it."""
    return _number().fullmatch(value) is not None


def _is_letter(code: int) -> bool:
    return bytes((code,)).isalpha()


@cache
def _code() -> re.Pattern[bytes]:
    """Eight characters with a sign among them; the beginning of an email address is none."""
    return re.compile(
        rb"(?<![A-Za-z0-9@#$*])(?=[A-Za-z0-9]{0,7}[@#$*])[A-Za-z0-9@#$*]{8}(?![A-Za-z0-9@#$*]|\.[A-Za-z0-9])"
    )


@cache
def _number() -> re.Pattern[bytes]:
    return re.compile(rb"-?[0-9][0-9.eE+-]*+")
