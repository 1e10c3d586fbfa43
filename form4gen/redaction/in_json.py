"""The values under a key with "ccc" in JSON, and in a text that was meant to be JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.redaction.places import LOOSE, MOST_PLACES, NUMBER, Masked
from form4gen.redaction.values import is_code, is_number

_WORDS = (b"true", b"false", b"null")


def in_json(plain: bytes) -> Iterator[Masked]:
    """The values under such a key of a text that is JSON."""
    end = 0
    for found in _text().finditer(plain):
        text, colon = found.groups()
        if colon and found.start() >= end and b"ccc" in text.lower():
            value, end = _value(plain, found.end())
            yield from value


def in_broken_json(plain: bytes) -> Iterator[Masked]:
    """What follows such a name, whatever is wrong with the quotation marks, colons, commas and brackets there."""
    end = 0
    while found := _name().search(plain, end):
        value, end = _value(plain, found.end())
        yield from value
        rest = _rest().match(plain, end)
        if rest is not None and rest.group().strip(b"\"' \t"):
            yield Masked(*rest.span(), LOOSE)
            end = rest.end()


def _value(plain: bytes, start: int) -> tuple[list[Masked], int]:
    """The parts of the value at an offset, and where it ends."""
    parts: list[Masked] = []
    depth = 0
    first = _blanks().match(plain, start)
    begin = first.end() if first else start
    for found in _token().finditer(plain, begin):
        token, colon = found.groups()
        if not depth and found.start() > begin:
            return parts, start
        if token in (b"{", b"["):
            depth += 1
        elif token in (b"}", b"]"):
            depth -= 1
        else:
            parts += _scalar(plain, found.start(1), token, is_key=bool(depth and colon))
        if depth <= 0 or len(parts) > MOST_PLACES:
            return parts, found.end(1)
    return parts, len(plain)


def _scalar(plain: bytes, start: int, token: bytes, *, is_key: bool) -> Iterator[Masked]:
    if token[:1] != b'"':
        if token not in _WORDS:
            yield Masked(start, start + len(token), NUMBER if is_number(token) else LOOSE)
        return
    end = start + len(token) - (len(token) > 1 and token.endswith(b'"'))
    if not is_key or is_code(plain[start + 1 : end]):  # the keys below are names, such as CIKs, unless one is a CCC
        yield Masked(start + 1, end)


@cache
def _text() -> re.Pattern[bytes]:
    """A text of JSON, and the colon behind a key."""
    return re.compile(rb'"((?:[^"\\]|\\.)*+)"([ \t\r\n]*+:)?')


@cache
def _blanks() -> re.Pattern[bytes]:
    """Blanks, and the comments that JSON does not have."""
    return re.compile(rb"(?:[ \t\r\n]|//[^\r\n]*+|/\*[^*\r\n]*+\*/)*+")


@cache
def _token() -> re.Pattern[bytes]:
    """A text, whether or not it is closed, a bracket or a word; and the colon behind it."""
    return re.compile(rb'("(?:[^"\\\r\n]|\\[^\r\n])*+"?|[{}\[\]]|[^\s{}\[\],:"]++)([ \t\r\n]*+:)?')


@cache
def _name() -> re.Pattern[bytes]:
    """A name with "ccc" up to the value behind it."""
    mark = rb"(?:[\"']|\xe2\x80[\x98-\x9f])"
    return re.compile(
        rb"(?<![\w$.-])(?>[\w$.-]*?ccc)[\w$.-]*+"
        rb"(?:" + mark + rb"?+[ \t\r\n]*+(?:=>|[:=])|" + mark + rb"[ \t]*+(?=" + mark + rb"))",
        re.IGNORECASE,
    )


@cache
def _rest() -> re.Pattern[bytes]:
    """What follows a value up to the next comma, closing bracket or line end: the value may not have ended."""
    return re.compile(rb"[^,}\]\r\n]*+")
