"""References in a text to footnotes, exhibits and the remarks: "See Footnote 3".

Every repetition in the expression is bounded, so the work grows with the text and never faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from form4gen.records import NamedTuple


class Reference(NamedTuple):
    """A reference: its words, its kind ("footnote", "exhibit" or "remarks"), and the numbers that it gives."""

    words: str
    kind: str
    numbers: tuple[str, ...]


def references(text: str) -> Iterator[Reference]:
    """Every reference in a text, in its order. References to parts of another document are left out."""
    for found in _see().finditer(text) if "see" in text.casefold() else ():
        kind = "remarks" if found.group("remarks") else "exhibit" if found.group("exhibit") else "footnote"
        yield Reference(found.group().strip(), kind, tuple(_number().findall(found.group("numbers") or "")))


def renumbered(text: str, numbers: Mapping[str, str]) -> str:
    """A text whose references to footnotes have new numbers, by the old ones; other numbers stay."""

    def written(found: re.Match[str]) -> str:
        if not found.group("numbers") or found.group("remarks") or found.group("exhibit"):
            return found.group()
        start = found.start("numbers") - found.start()
        end = found.end("numbers") - found.start()
        new = _number().sub(lambda each: numbers.get(each.group(), each.group()), found.group("numbers"))
        return f"{found.group()[:start]}{new}{found.group()[end:]}"

    return _see().sub(written, text) if "see" in text.casefold() else text


@cache
def _see() -> re.Pattern[str]:
    return re.compile(
        r"\bsee (?:also )?(?:the )?(?:(?P<remarks>remarks)|(?:(?P<exhibit>exhibits?)|(?:foot)?notes?)"
        r"(?P<numbers>(?:(?:,? and|,| &)? ?\(?\d{1,3}\)?(?!\d|/)){0,99}))(?:\.\d{1,3})?(?!\w)"
        r"(?! ?\(?\d| ?(?:to|of|in|filed|attached to|included) )",
        re.IGNORECASE,
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}")
