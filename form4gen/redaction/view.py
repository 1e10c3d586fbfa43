"""A text with its escapes replaced by the characters that they mean, and the way back to the text as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

# Only these are replaced: any other character could change what is a key, a tag or a value.
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@#$*_-&")


class View:
    """The plain form of a text of JSON or XML, and the offsets in both."""

    def __init__(self, raw: bytes) -> None:
        self._plain_starts = [0]
        self._raw_starts = [0]
        pieces: list[bytes] = []
        done = length = 0
        for found in _escape().finditer(raw) if b"\\u00" in raw or b"&" in raw else ():
            code = _code(found)
            if code not in _PLAIN:
                continue
            pieces += raw[done : found.start()], bytes((code,))
            length += found.start() - done + 1
            done = found.end()
            # The character itself is a piece too, so that a place inside an escape never begins or ends in it.
            self._plain_starts += length - 1, length
            self._raw_starts += found.start(), done
        self.plain = b"".join((*pieces, raw[done:]))
        self.folded = self.plain.lower()

    def offset(self, plain: int) -> int:
        """The offset in the text as written of an offset in the plain form."""
        number = bisect_right(self._plain_starts, plain) - 1
        return self._raw_starts[number] + plain - self._plain_starts[number]


def _code(found: re.Match[bytes]) -> int:
    in_json, decimal, in_hex = found.groups()
    if decimal:
        return int(decimal)
    return int(in_json or in_hex, 16) if in_json or in_hex else ord("&")


@cache
def _escape() -> re.Pattern[bytes]:
    return re.compile(rb"\\u00([0-7][0-9a-fA-F])|&#0{0,6}([0-9]{1,3});|&#x0{0,6}([0-7]?[0-9a-fA-F]);|&amp;")
