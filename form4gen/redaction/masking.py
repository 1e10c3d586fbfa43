"""Finds the values to mask in a text, and masks them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from form4gen.redaction.in_json import in_broken_json, in_json
from form4gen.redaction.in_xml import in_xml
from form4gen.redaction.places import MOST_PLACES, TEXT, Masked, stars
from form4gen.redaction.values import announced_in, codes_in, is_blank, is_telling
from form4gen.redaction.view import View

_MOST_VALUES = 32  # that are searched for elsewhere; a form has ten reporting persons at most
_MARKUP = (b"<", b"-----BEGIN")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def masking(raw: bytes, known: list[bytes]) -> tuple[bytes, bool, bool]:
    """The text with asterisks, whether a CCC was there, and whether it was there or was masked before."""
    view = View(raw)
    names = view.folded.count(b"ccc")
    found = (place for place in _places(raw, view) if place.start < place.end)
    places = list(islice(found, MOST_PLACES + 1)) if 0 < names <= MOST_PLACES else []
    if max(names, len(places)) > MOST_PLACES:
        return stars(raw, TEXT), True, True
    values = [value for place in places for value in _values(view.folded[place.start : place.end])]
    repeated = list(_repeated(view, (*known, *values)))
    has_ccc = bool(repeated) or not all(map(is_blank, values))
    return _masked(raw, view, [*places, *repeated]), has_ccc, bool(places or repeated)


def without(raw: bytes, values: Iterable[bytes]) -> bytes:
    """The text with asterisks in the place of these values alone."""
    view = View(raw)
    return _masked(raw, view, _repeated(view, values))


def _repeated(view: View, values: Iterable[bytes]) -> Iterator[Masked]:
    """Every place of these values, if they are telling."""
    searched = dict.fromkeys(value.lower() for value in values if is_telling(value))
    for value in list(searched)[:_MOST_VALUES]:
        start = view.folded.find(value)
        while start >= 0:
            yield Masked(start, start + len(value))
            start = view.folded.find(value, start + len(value))


def _places(raw: bytes, view: View) -> Iterator[Masked]:
    yield from (Masked(*span) for span in announced_in(view.folded))
    begin = raw.removeprefix(_BYTE_ORDER_MARK).lstrip()
    if begin.startswith(_MARKUP):
        yield from in_xml(view.plain)
    elif _is_json(raw):
        yield from in_json(view.plain)
        # An element in a text; what goes beyond the text would take quotation marks and commas of JSON with it.
        for each in in_xml(view.plain):
            if each.kind == TEXT and b'"' not in view.plain[each.start : each.end]:
                yield each
    else:
        yield from in_broken_json(view.plain)
        yield from in_xml(view.plain)


def _is_json(raw: bytes) -> bool:
    try:
        json.loads(raw.decode().removeprefix("\ufeff"), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


def _values(written: bytes) -> Iterator[bytes]:
    """The values in a masked part, without the tags and quotation marks around them."""
    for part in _frame().split(written):
        value = part.strip(b" \t\r\n\"'")
        if value:
            yield value
        yield from (value[slice(*span)] for span in codes_in(value))


def _masked(raw: bytes, view: View, places: Iterable[Masked]) -> bytes:
    pieces: list[bytes] = []
    done = 0
    for place in sorted(places, key=lambda each: (each.start, -each.end)):
        start, end = max(done, view.offset(place.start)), view.offset(place.end)
        if start < end:
            pieces += raw[done:start], stars(raw[start:end], place.kind)
            done = end
    return b"".join((*pieces, raw[done:]))


@cache
def _frame() -> re.Pattern[bytes]:
    return re.compile(rb"<!\[cdata\[|\]\]>|<[^<>]*+>")
