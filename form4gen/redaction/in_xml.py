"""The values under a tag or an attribute with "ccc" in XML and in the SGML of a submission, well-formed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.redaction.places import LOOSE, Masked

_BEFORE = 256  # bytes before a closing tag in which the value may be whose opening tag is damaged


def in_xml(plain: bytes) -> Iterator[Masked]:
    """The text inside such tags, and the values of their attributes and of such attributes of other tags."""
    opened: dict[bytes, list[re.Match[bytes]]] = {}
    for found in _tag().finditer(plain):
        is_closing, name, rest = found.group(1), found.group(2).lower(), found.group(3)
        if is_closing and opened.get(name):
            yield Masked(opened[name].pop().end(), found.start())
        elif is_closing:
            yield Masked(_begin(plain, found.start()), found.start())
        else:
            yield from _attributes(found)
            if not rest.endswith(b"/"):
                opened.setdefault(name, []).append(found)
    for unclosed in opened.values():
        for found in unclosed:
            value = _line().match(plain, found.end())
            if value is not None:
                yield Masked(*value.span(1), LOOSE)
    for found in _attribute().finditer(plain):
        yield Masked(*found.span(found.lastindex or 0))


def _attributes(tag: re.Match[bytes]) -> Iterator[Masked]:
    """The values of a tag's attributes; all that is written there if it is something else."""
    start = tag.start(3)
    if _attribute_list().fullmatch(tag.group(3)) is None:
        yield Masked(start, tag.end(3) - tag.group(3).endswith(b"/"), LOOSE)
    else:
        for found in _quoted().finditer(tag.group(3)):
            yield Masked(start + found.start() + 1, start + found.end() - 1)


def _begin(plain: bytes, end: int) -> int:
    """Where the text before a closing tag begins."""
    least = max(0, end - _BEFORE)
    return max(plain.rfind(each, least, end) + 1 for each in (b">", b"<")) or least


@cache
def _tag() -> re.Pattern[bytes]:
    """A tag with "ccc" in its name: whether it closes an element, its name, and what follows in it."""
    return re.compile(
        rb"<(/?)(?![!?])((?>[^\s<>/=\"']*?ccc)[^\s<>/=\"']*+)([^<>]*+)>?",
        re.IGNORECASE,
    )


@cache
def _line() -> re.Pattern[bytes]:
    """The first line with text, up to a tag."""
    return re.compile(rb"[ \t\r\n]*+([^<\r\n]*+)")


@cache
def _attribute() -> re.Pattern[bytes]:
    """An attribute with "ccc" in its name, and its value, closed or not."""
    return re.compile(
        rb"(?<![^\s\"'<])(?>[^\s<>/=\"']*?ccc)[^\s<>/=\"']*+\s*+=\s*+(?:\"([^\"<>]*+)|'([^'<>]*+))", re.IGNORECASE
    )


@cache
def _attribute_list() -> re.Pattern[bytes]:
    return re.compile(rb"(?:\s++[^\s<>/=\"']++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))*+\s*+/?")


@cache
def _quoted() -> re.Pattern[bytes]:
    return re.compile(rb"\"[^\"]*+\"|'[^']*+'")
