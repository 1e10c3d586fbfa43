"""How far a JSON text goes: it is measured before it is read, so that no text costs more than a filing could need."""

from __future__ import annotations

import re
from functools import cache

from form4gen.bounds import DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from form4gen.records import NamedTuple

_QUICK = 100_000  # characters; dividing a longer text would cost more memory than measuring it
_LEVELS = {"[": 1, "{": 1, "]": -1, "}": -1, ",": 0}
_MARKS_OF_A_VALUE = 5  # two quotation marks begin a key and a text, an object or a list has two brackets, and one comma
_TOO_LARGE = "No Form 4 is this large. Check that this is the right file."


class Excess(NamedTuple):
    """Where a text exceeds a bound: the offset, what it exceeds, and the remedy."""

    offset: int
    message: str
    remedy: str


def excess_in(text: str) -> Excess | None:
    """The first place at which a JSON text goes further than form4gen reads; a text that is not JSON is measured too.

    Most texts have too few brackets, commas and letters to go too far, and are not measured piece by piece.
    """
    opens = text.count("[") + text.count("{")
    if opens <= DEPTH and opens + text.count(",") < VALUES and _has_short_texts(text):
        return None
    depth, values, at = 0, 1, 0
    for _ in range(_MARKS_OF_A_VALUE * VALUES):
        mark = _mark().search(text, at)
        if mark is None or depth < 0:  # a closing bracket too many: the decoder explains it
            return None
        sign, at = mark.group(), mark.end()
        if sign == '"':
            string = _string().match(text, mark.start())
            if string is None:  # it is not closed
                return None
            if found := _too_long(string):
                return found
            at = string.end()
        else:
            depth += _LEVELS[sign]
            if depth > DEPTH:
                return Excess(at - 1, f"The document is nested more than {DEPTH} levels deep.", _TOO_LARGE)
            values += sign == "," or (_LEVELS[sign] > 0 and not _closing().match(text, at))
            if values > VALUES:
                break
    return Excess(at - 1, f"The document contains more than {VALUES:,} values.", _TOO_LARGE)


def _has_short_texts(text: str) -> bool:
    """Whether no key or text is longer than the shortest bound, as far as a quick look shows."""
    return len(text) <= _QUICK and '\\"' not in text and max(map(len, text.split('"'))) <= KEY_CHARACTERS


def _too_long(string: re.Match[str]) -> Excess | None:
    is_key = string.end() > string.end(1)
    what, most = ("key", KEY_CHARACTERS) if is_key else ("text", TEXT_CHARACTERS)
    length = string.end(1) - string.start() - 2
    if length <= most:
        return None
    message = f"This {what} has {length:,} characters; form4gen reads at most {most:,}."
    return Excess(string.start(), message, f"Shorten the {what}, and check that this is the right file.")


@cache
def _mark() -> re.Pattern[str]:
    """What begins a key or a text, opens or closes an object or a list, or parts two of its members."""
    return re.compile(r'["\[\]{},]')


@cache
def _string() -> re.Pattern[str]:
    """A key or a text, and the colon after a key."""
    return re.compile(r'("[^"\\]*+(?:\\.[^"\\]*+)*+")(?:[ \t\r\n]*+:)?', re.DOTALL)


@cache
def _closing() -> re.Pattern[str]:
    """The end of an object or a list that holds nothing."""
    return re.compile(r"[ \t\r\n]*+[\]}]")
