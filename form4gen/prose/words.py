"""A text as words: the form in which phrases are matched, so that a phrase never matches inside a word."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

STEM = 4
"""Letters by which a word is found when a phrase gives only its beginning."""

_NO_SENTENCE_ENDS_AFTER = frozenset(
    {"inc", "corp", "co", "ltd", "no", "nos", "st", "mr", "ms", "mrs", "dr", "jr", "sr", "vs", "approx", "dated"}
    | {"jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec", "rev", "irrev", "fam"}
)


class Words:
    """The words of a text in small letters, and where each of them is.

    Possessives lose their ``'s``, initials their periods (``L.P.`` is ``lp``), hyphens divide (``sell-to-cover`` is
    three words). A number, ``$``, ``%`` and ``&`` are words; so are ``10b5-1``, ``401k`` and the number of a rule
    (``16b-3``). Positions are bits of an integer: bit 0 is the first word. ``starts`` has a bit for each first word of
    a sentence, and ``firsts`` lists these places.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._masks: dict[str, int] = {}
        self._unions: dict[int, int] = {}
        self._by_stem: dict[str, list[str]] | None = None
        tokens = _tokens(text)
        words: list[str] = []
        starts: list[int] = []
        marks = [at for at, token in enumerate(tokens) if token in _MARKS]
        begin, is_fresh = 0, True
        for mark in (*marks, len(tokens)):
            if mark > begin:
                starts += [len(words)] if is_fresh else []
                words += tokens[begin:mark]
                is_fresh = False
            if mark < len(tokens):
                is_fresh = is_fresh or tokens[mark] in ";\n" or words[-1] not in _NO_SENTENCE_ENDS_AFTER
            begin = mark + 1
        self._words = [word if word.isalpha() else _plain(word) for word in words]
        self.count = len(words)
        self.everywhere = (1 << self.count) - 1
        self.firsts = starts
        self.starts = bits(starts, self.count)
        self.inside = self.everywhere & ~self.starts

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            if word in places:
                places[word].append(at)
            else:
                places[word] = [at]
        return places

    @cached_property
    def keys(self) -> set[str]:
        """The words, their first letters with a star, and ``#`` where there is a number: what an anchor may be."""
        words = set(self._words)
        keys = words | {word[:STEM] + "*" for word in words}
        return keys | {"#"} if any(map(_is_number, words)) else keys

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word is in the text; only a quotation needs it."""
        return [at.span() for at in _word().finditer(self.text) if at.group() not in _MARKS]

    def any_of(self, words: tuple[str, ...]) -> int:
        """The positions of all of some words. The same tuple is looked up once."""
        union = self._unions.get(id(words))
        if union is None:
            union = 0
            for word in words:
                union |= self.where(word)
            self._unions[id(words)] = union
        return union

    def where(self, word: str) -> int:
        """The positions of a word, of every word with a beginning (``withh*``), or of every number (``#``)."""
        mask = self._masks.get(word)
        if mask is None:
            mask = self._masks[word] = self._where(word)
        return mask

    def _where(self, word: str) -> int:
        if word == "#":
            return bits([at for each, places in self._places.items() if _is_number(each) for at in places], self.count)
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


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word[0] == "."


def _tokens(text: str) -> list[str]:
    if text.isascii():
        found: list[str] = _word().findall(text.lower())
        return found
    return [token.casefold() for token in _word().findall(text)]


def _plain(word: str) -> str:
    """A word that is not of letters alone, in the form in which phrases spell it."""
    if word[0].isdigit():
        if "k" in word and word.startswith("401"):
            return "401k"
        return "10b5-1" if word.startswith("10b") and "5" in word and word.endswith("1") else word
    if "." in word[1:]:
        return word.replace(".", "")
    return word.replace("\u2019", "'").removesuffix("'s").replace("'", "")


_MARKS = frozenset(".!?;\n")


@cache
def _word() -> re.Pattern[str]:
    """A rule, a plan, initials, a number, a word, a sign, or a mark that may end a sentence."""
    return re.compile(
        r"\b[a-zA-Z]\.(?:[a-zA-Z]\.)+|[^\W\d_]+(?:['\u2019][^\W\d_]+)*\d*"
        r"|\b10[bB]-?5\W{0,3}1\b|\b\d{2}[a-zA-Z]\d?-\d{1,2}\b|\b401\s?\(?[kK]\b\)?"
        r"|\d+(?:,\d+)*(?:\.\d+)?(?:[a-zA-Z]{1,4}\b)?|\.\d+|[$%&]|[.!?](?=\s|[\"'\u201d)]|\Z)|[;\n]"
    )
