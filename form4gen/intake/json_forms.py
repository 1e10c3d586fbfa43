"""The forms of JSON text that ``syntax`` looks for."""

from __future__ import annotations

import re
from functools import cache

_SHOWN = 30


def short(text: str) -> str:
    """A text as a message shows it: cut when it is long."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def quoted(text: str) -> str:
    """A short text in quotation marks, escaped where it cannot be printed."""
    return repr(short(text))


@cache
def no_blank() -> re.Pattern[str]:
    """What is not a blank between the parts of a document."""
    return re.compile(r"[^ \t\r\n]")


@cache
def text_stop() -> re.Pattern[str]:
    """What ends the plain part of a text."""
    return re.compile(r'["\\\x00-\x1f]')


@cache
def escape_form() -> re.Pattern[str]:
    """What may follow a backslash."""
    return re.compile(r'["\\/bfnrt]|u[0-9a-fA-F]{4}')


@cache
def number_form() -> re.Pattern[str]:
    """A number as JSON writes it."""
    return re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")


@cache
def typed_number() -> re.Pattern[str]:
    """A number as a person may type it, with commas."""
    return re.compile(r"-?[0-9]*+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]*+)?")


@cache
def constant() -> re.Pattern[str]:
    """A constant that the decoder reads as a number."""
    return re.compile(r"-Infinity")


@cache
def literal_form() -> re.Pattern[str]:
    """The words that are values."""
    return re.compile(r"true|false|null|NaN|Infinity")


@cache
def word_form() -> re.Pattern[str]:
    """A word as a key or text without quotation marks begins."""
    return re.compile(r"[^\W\d][\w.-]*+")


@cache
def rest_form() -> re.Pattern[str]:
    """What follows up to the next blank or bracket."""
    return re.compile(r"[^\s,\]}]*+")
