"""Names of persons and entities: their words, what they are, and which of them a text mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from form4gen.law.unseen import as_seen
from form4gen.prose.reading import read

_LEGAL_FORMS = {
    "lp", "llp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "sa",
    "nv", "ag", "pte", "the", "and", "of", "jr", "sr", "by", "dr", "mr", "ms",
}  # fmt: skip

_OF_A_PERSON = 2
"""Words that tell a person's name: the first and the last name, when there are more."""

_MOST_OF_A_PERSON = 10
"""Words of a person's name; a name of more is taken as an entity's."""

Way = frozenset[str]
"""Words that mention a name when a text has all of them."""


def is_entity(name: str | None) -> bool:
    """Whether a name has a legal form or a word that no person's name has."""
    return read(name).says("entity")


def may_be_entity(name: str | None) -> bool:
    """Whether a name has a word that is usual in names of entities, though a person might be called by it."""
    return read(name).says("entity", "entity_word")


@lru_cache(maxsize=512)
def name_words(name: str | None) -> frozenset[str]:
    """The words that tell a name: without accents, initials, legal forms, and a state that EDGAR adds ("/MN")."""
    plain = re.sub(r"/\w{2}/?$", "", as_seen(name or "").casefold()).replace(".", "")
    if not plain.isascii():
        from unicodedata import combining, normalize  # noqa: PLC0415  few names have accents

        plain = "".join(sign for sign in normalize("NFKD", plain) if not combining(sign))
    found = _bare_words(plain)
    return frozenset(word for word in found if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit()))


def last_names(names: Iterable[str | None]) -> frozenset[str]:
    """The first word of each name, without initials: the last name as EDGAR writes it, or an entity's first word."""
    found = ([word for word in _bare_words(as_seen(name or "")) if len(word) > 1] for name in names)
    return frozenset(each[0] for each in found if each)


def mentions_one(text: str, names: frozenset[str]) -> bool:
    """Whether a text has one of these words."""
    return not names.isdisjoint(_words_in(text))


def are_one_family(names: Iterable[str | None]) -> bool:
    """Whether persons, all of them named, have the same last name."""
    given = tuple(names)
    found = {"".join(as_seen(name or "").casefold().split()[:1]).strip(",") for name in given}
    return len(found) == 1 and "" not in found and not any(is_entity(name) for name in given)


class Names:
    """Names that texts may mention: an entity by all its words, a person by two of them.

    ``each`` holds the ways to mention each of the names given: sets of words that a text must have all of. ``words``
    are the words of all names. A way is kept under its rarest word, so that a text is compared with few of them.
    """

    def __init__(self, names: Iterable[str | None]) -> None:
        self.each = tuple(map(_ways, names))
        ways = {way: None for each in self.each for way in sorted(each, key=sorted)}
        how_often = Counter(word for way in ways for word in way)
        self.words = frozenset(how_often)
        self._under: dict[str, list[Way]] = {}
        for way in ways:
            self._under.setdefault(min(way, key=lambda word: (how_often[word], word)), []).append(way)

    def mentioned(self, words: frozenset[str]) -> frozenset[Way]:
        """The ways in which a text with these words mentions a name."""
        return frozenset(way for word in words for way in self._under.get(word, ()) if is_mentioned(way, words))


def is_mentioned(way: Way, words: frozenset[str]) -> bool:
    """Whether a text with these words mentions a name in this way."""
    return way <= words


def _ways(name: str | None) -> frozenset[Way]:
    words = name_words(name)
    if _OF_A_PERSON < len(words) <= _MOST_OF_A_PERSON and not may_be_entity(name):
        return frozenset(map(frozenset, combinations(words, _OF_A_PERSON)))
    return frozenset({words} if words else ())


@lru_cache(maxsize=256)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_bare_words(as_seen(text)))


def _bare_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]++", text.casefold())
