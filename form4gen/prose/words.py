"""A text as words: the form in which phrases are matched, so that a phrase never matches inside a word."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache

STEM = 4
"""Letters by which a word is found when only its beginning is asked for."""

_NO_SENTENCE_ENDS_AFTER = frozenset(
    {"inc", "corp", "co", "ltd", "no", "nos", "st", "mr", "ms", "mrs", "dr", "jr", "sr", "vs", "approx", "dated"}
    | {"jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec"}
)


class Words:
    """The words of a text in small letters, and where each of them is.

    Possessives lose their ``'s``, initials their periods (``L.P.`` is ``lp``), hyphens divide (``sell-to-cover`` is
    three words). A number, ``$`` and ``%`` are words; so are ``10b5-1``, ``401k`` and the number of a rule (``16b-3``).
    Positions are bits of an integer: bit 0 is the first word. ``starts`` has a bit for each first word of a sentence,
    and ``firsts`` lists these places.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self._places: dict[str, list[int]] = {}
        self._masks: dict[str, int] = {}
        starts, fresh, last = [], True, ""
        for at in _word().finditer(text):
            word = at.group().casefold()
            if at.lastgroup == "mark":
                fresh = fresh or word in ";\n" or last not in _NO_SENTENCE_ENDS_AFTER
                continue
            last = _plain(word, at.lastgroup)
            if fresh:
                starts.append(len(self.spans))
                fresh = False
            self._places.setdefault(last, []).append(len(self.spans))
            self.spans.append(at.span())
        self.count = len(self.spans)
        self.everywhere = (1 << self.count) - 1
        self.firsts = starts
        self.starts = bits(starts, self.count)
        self.inside = self.everywhere & ~self.starts
        self.keys = {*self._places, *(f"{word[:STEM]}*" for word in self._places)}
        if any(word[0].isdigit() for word in self._places):
            self.keys.add("#")
        self._by_stem: dict[str, list[str]] | None = None

    def where(self, word: str) -> int:
        """The positions of a word, of every word with a beginning (``withh*``), or of every number (``#``)."""
        mask = self._masks.get(word)
        if mask is None:
            mask = self._masks[word] = self._where(word)
        return mask

    def _where(self, word: str) -> int:
        if word == "#":
            return bits([at for each, places in self._places.items() if each[0].isdigit() for at in places], self.count)
        if not word.endswith("*"):
            return bits(self._places.get(word, ()), self.count)
        if self._by_stem is None:
            self._by_stem = {}
            for each in self._places:
                self._by_stem.setdefault(each[:STEM], []).append(each)
        beginning = word[:-1]
        found = [each for each in self._by_stem.get(word[:STEM], ()) if each.startswith(beginning)]
        return bits([at for each in found for at in self._places[each]], self.count)

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.spans[first][0] : self.spans[last][1]]

    def sentence(self, at: int) -> tuple[int, int]:
        """The first and the last word of the sentence that holds a word."""
        number = bisect(self.firsts, at)
        return self.firsts[number - 1], (self.firsts[number] if number < len(self.firsts) else self.count) - 1


def bits(places: Sequence[int], count: int) -> int:
    """An integer with these bits, of so many; one pass, however many there are."""
    if not places:
        return 0
    if len(places) == 1:
        return 1 << places[0]
    held = bytearray(count // 8 + 1)
    for at in places:
        held[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(held, "little")


def positions(mask: int) -> Iterator[int]:
    """The bits of an integer, the lowest first; one pass."""
    written = bin(mask)[:1:-1]
    at = written.find("1")
    while at >= 0:
        yield at
        at = written.find("1", at + 1)


def _plain(word: str, kind: str | None) -> str:
    if kind == "rule":
        return "10b5-1" if word.startswith("10b") else word
    if kind == "plan":
        return "401k"
    if kind == "initials":
        return word.replace(".", "")
    return word.replace("\u2019", "'").removesuffix("'s").replace("'", "")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"(?P<rule>\b10b-?5\W{0,3}1\b|\b\d{2}[a-z]\d?-\d{1,2}\b)|(?P<plan>\b401\s?\(?k\b\)?)"
        r"|(?P<initials>\b[a-z]\.(?:[a-z]\.)+)|(?P<number>\d+(?:,\d+)*(?:\.\d+)?(?:[a-z]{1,4}\b)?|\.\d+)"
        r"|(?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*\d*)|(?P<sign>[$%])|(?P<mark>[.!?](?=\s|[\"'\u201d)]|\Z)|[;\n])",
        re.IGNORECASE,
    )
