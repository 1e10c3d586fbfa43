"""Which characters EDGAR accepts, and how the others are spelled with those.

The text of a ``.txt`` document is held to the list of the EDGAR Filer Manual II, 5.2.1.1. What EDGAR does with
characters beyond ASCII in the ownership XML itself is said nowhere; the specification speaks of ASCII XML files.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice

from form4gen.law.unseen import as_seen

# EDGAR Filer Manual II, 5.2.1.1. The caret is not among them: EDGAR puts it for what it cannot read.
TEXT_DOCUMENT = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 `~!@#$%&*().-+{}[]|\\:;\"'<>,_?/=\t\n\r\f"
)
# The pattern of rptOwnerZipCode in the schemas X0306 and X0609.
ZIP_CODE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 #-")
# EDGAR Ownership XML specification 5.5, 4.2.6.
FILE_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-.")

# The signs that the Filer Manual, 5.2.1.2, names as slipping in from word processors, and their like.
_SPELLINGS = {
    "^": "(caret)",
    "\u00a0": " ",
    "\u00a2": "cents",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
    "\u00a7": "Section",
    "\u00a9": "(C)",
    "\u00ae": "(R)",
    "\u00b0": "degrees",
    "\u00b1": "+/-",
    "\u00b6": "Paragraph",
    "\u00b7": "*",
    "\u00bc": "1/4",
    "\u00bd": "1/2",
    "\u00be": "3/4",
    "\u00c6": "AE",
    "\u00d7": "x",
    "\u00d8": "O",
    "\u00df": "ss",
    "\u00e6": "ae",
    "\u00f7": "/",
    "\u00f8": "o",
    "\u0141": "L",
    "\u0142": "l",
    "\u0152": "OE",
    "\u0153": "oe",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "--",
    "\u2015": "--",
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2020": "*",
    "\u2021": "**",
    "\u2022": "*",
    "\u2026": "...",
    "\u2032": "'",
    "\u2033": '"',
    "\u2044": "/",
    "\u20ac": "EUR",
    "\u2122": "(TM)",
    "\u2212": "-",
    "\u2264": "<=",
    "\u2265": ">=",
}


def beyond_ascii(text: str) -> tuple[str, ...]:
    """The characters of a text that are not ASCII, each once, in the order of their first use."""
    return () if text.isascii() else tuple(dict.fromkeys(sign for sign in text if not sign.isascii()))


def beyond_text_document(text: str) -> tuple[str, ...]:
    """The characters of a text that a ``.txt`` document may not contain, each once, in order."""
    strange = set(text) - TEXT_DOCUMENT
    return tuple(dict.fromkeys(sign for sign in text if sign in strange)) if strange else ()


@cache
def spelled(sign: str) -> str | None:
    """The character spelled with those that EDGAR accepts, or None if there is no such spelling.

    A letter with an accent loses it. A character that nobody sees is omitted.
    """
    if sign in TEXT_DOCUMENT:
        return sign
    known = _SPELLINGS.get(sign)
    if known is not None:
        return known
    seen = as_seen(sign)
    if seen != sign:
        return seen
    import unicodedata  # noqa: PLC0415  needed only for a letter that is not in the list

    if unicodedata.category(sign) == "No":  # a raised digit would join its neighbors
        return None
    bare = "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
    return bare if bare and set(bare) <= TEXT_DOCUMENT else None


def spelled_out(text: str) -> str | None:
    """The whole text spelled with the characters that EDGAR accepts, or None when one has no spelling.

    A word or a fraction in place of a character is separated from its neighbors: ``8\u00bd`` becomes ``8 1/2``.
    """
    written, follows_word = "", False
    for sign in text:
        spelling = spelled(sign)
        if spelling is None:
            return None
        if not spelling:
            continue
        is_word = spelling != sign and not sign.isalpha() and spelling[-1].isalnum()
        if written and written[-1].isalnum() and spelling[0].isalnum() and (is_word or follows_word):
            written += " "
        written += spelling
        follows_word = is_word
    return written


_SHOWN = 10


def all_named(signs: Iterable[str]) -> str:
    """Several characters as a message shows them; of many the first."""
    found = list(signs)
    more = f" and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
    return ", ".join(map(named, found[:_SHOWN])) + more


def all_spelled(signs: Iterable[str]) -> str:
    """How characters that have a spelling are spelled, as a message shows it; of many the first."""
    pairs = ((sign, spelled(sign)) for sign in signs)
    known = ((named(sign), plain) for sign, plain in pairs if plain is not None)
    return ", ".join(f"{sign} as {plain!r}" if plain else f"no {sign}" for sign, plain in islice(known, _SHOWN))


def named(sign: str) -> str:
    """A character as a message shows it: the sign where one can be seen, and its number."""
    number = f"U+{ord(sign):04X}"
    return f"{sign} ({number})" if sign.isprintable() and as_seen(sign) == sign else number
