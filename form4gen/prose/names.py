"""Names of persons and entities: their words, what they are, and which of them a text mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from form4gen.prose.reading import read

_LEGAL_FORMS = {
    "lp", "llp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "sa",
    "nv", "ag", "pte", "the", "and", "of", "jr", "sr", "by", "dr", "mr", "ms",
}  # fmt: skip

_OF_A_PERSON = 2
"""Words that tell a person's name: the first and the last name, when there are more."""


def is_entity(name: str | None) -> bool:
    """Whether a name has a legal form or a word that no person's name has."""
    return read(name).says("entity")


def may_be_entity(name: str | None) -> bool:
    """Whether a name has a word that is usual in names of entities, though a person might be called by it."""
    return read(name).says("entity", "entity_word")


@lru_cache(maxsize=512)
def name_words(name: str | None) -> frozenset[str]:
    """The words that tell a name: without accents, initials, legal forms, and a state that EDGAR adds ("/MN")."""
    plain = re.sub(r"/\w{2}/?$", "", (name or "").casefold()).replace(".", "")
    if not plain.isascii():
        plain = "".join(sign for sign in normalize("NFKD", plain) if not combining(sign))
    found = _bare_words(plain)
    return frozenset(word for word in found if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit()))


def last_names(names: Iterable[str | None]) -> frozenset[str]:
    """The first word of each name, without initials: the last name as EDGAR writes it, or an entity's first word."""
    found = ([word for word in _bare_words(name or "") if len(word) > 1] for name in names)
    return frozenset(each[0] for each in found if each)


def mentions_one(text: str, names: frozenset[str]) -> bool:
    """Whether a text has one of these words."""
    return not names.isdisjoint(_bare_words(text))


def are_one_family(names: Iterable[str | None]) -> bool:
    """Whether persons, all of them named, have the same last name."""
    given = tuple(names)
    found = {"".join((name or "").casefold().split()[:1]).strip(",") for name in given}
    return len(found) == 1 and "" not in found and not any(is_entity(name) for name in given)


class Name(NamedTuple):
    """The words of a name, and how many of them a text that mentions it must have."""

    words: frozenset[str]
    least: int


class Names:
    """Names that texts may mention: an entity by all its words, a person by two of them.

    Each name is kept under its rarest words, of which a text that mentions it has at least one, so that a text is
    compared with few names. ``each`` has one entry for each name given, None where there is no name; ``words`` are the
    words of all.
    """

    def __init__(self, names: Iterable[str | None]) -> None:
        self.each = tuple(map(_name, names))
        how_often = Counter(word for name in self.each if name for word in name.words)
        self.words = frozenset(how_often)
        self._under: dict[str, list[Name]] = {}
        for name in dict.fromkeys(filter(None, self.each)):
            rarest = sorted(name.words, key=lambda word: (how_often[word], word))
            for word in rarest[: len(rarest) - name.least + 1]:
                self._under.setdefault(word, []).append(name)

    def mentioned(self, words: frozenset[str]) -> frozenset[Name]:
        """The names that a text with these words mentions."""
        return frozenset(name for word in words for name in self._under.get(word, ()) if is_mentioned(name, words))


def is_mentioned(name: Name, words: frozenset[str]) -> bool:
    """Whether a text with these words mentions the name."""
    return len(name.words & words) >= name.least


def _name(typed: str | None) -> Name | None:
    words = name_words(typed)
    is_person = len(words) > _OF_A_PERSON and not may_be_entity(typed)
    return Name(words, _OF_A_PERSON if is_person else len(words)) if words else None


def _bare_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]++", text.casefold())
