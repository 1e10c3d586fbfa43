"""Phrases: what a claim is recognized by, written in words and matched word by word.

A phrase is a line of elements with blanks between them:

===============  ======================================================================================================
``word``         that word
``a|b|c``        one of these words
``withh*``       a word that begins so (at least four letters)
``@shares``      one of a group of words, from ``groups``
``(a b|c)``      one of these sequences
``x?``           the element before the mark, or nothing
``..``           up to 3 other words of the same sentence; ``...`` up to 8, ``....`` up to 20
``...!a|b``      up to 8 other words, none of which is one of these
``^``, ``.``     the beginning of a sentence; its end
``#``, ``$``     a number; a dollar sign; ``&`` is a word too
``!x``           the word that follows is not this one
``~x``           the word before is not this one
===============  ======================================================================================================

A match lies within one sentence. All places of a text are matched at once: a set of positions is an integer, and each
element moves it on with a few operations on whole integers, so the work grows with the text and never with its form.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from form4gen.prose.groups import GROUPS
from form4gen.prose.words import STEM, Words
from form4gen.records import NamedTuple

GAPS = {"..": 3, "...": 8, "....": 20}
"""How many other words may lie in a gap."""

LOOKS = frozenset({"not next", "not before", "start", "end"})
"""Kinds of elements that look at a place and take no word."""


_SPELLED = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-*#$%& .")
"""What words are spelled with; numbers may have a decimal point, words of a group blanks between them."""


_COMMON = (
    frozenset(
        ("a", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was", "were", "with")
    )
    | frozenset(
        (
            "common",
            "company",
            "date",
            "issuer",
            "per",
            "person",
            "pursuant",
            "reporting",
            "securities",
            "share",
            "shares",
        )
    )
    | frozenset(("stock", "units", "#", "$"))
)
"""Words that nearly every footnote holds: a text is better recognized by another word of the phrase."""

_SHARED: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Lists of words that several phrases have in common: a text looks each of them up once."""


class Element(NamedTuple):
    """A part of a phrase.

    ``kind`` is "word" (one of ``words``), "any" (one of ``branches``, each a line of elements), "gap" (up to ``most``
    other words, none of them one of ``words``), "start" or "end" (of a sentence), "not next" or "not before" (one of
    ``words``). ``is_group`` says that a group stands in it by name.
    """

    kind: str
    words: tuple[str, ...] = ()
    branches: tuple[tuple[Element, ...], ...] = ()
    most: int = 0
    is_optional: bool = False
    is_group: bool = False

    @property
    def may_be_absent(self) -> bool:
        """Whether the element matches no word at all, too."""
        return self.is_optional or self.kind == "gap"


class Pattern(NamedTuple):
    """A phrase, taken apart. A text must hold a word of each of ``anchors``, or the phrase cannot match."""

    elements: tuple[Element, ...]
    anchors: tuple[frozenset[str], ...]


@cache
def pattern(phrase: str) -> Pattern:
    """Take a phrase apart; raises ValueError when it is not written as above."""
    anchors = sorted((frozenset(map(_key, each)) for each in must_hold(phrase)), key=_how_common)
    return Pattern(_elements(phrase), tuple(anchors))


def _how_common(anchor: frozenset[str]) -> tuple[bool, int]:
    return not anchor.isdisjoint(_COMMON), len(anchor)


@cache
def must_hold(phrase: str) -> tuple[tuple[str, ...], ...]:
    """For each element that must be there, the words of which a text must hold one to have the phrase.

    Raises ValueError as ``pattern``, which takes longer.
    """
    needed = tuple(words for each in _elements(phrase) if (words := _needed(each)))
    if not needed:
        raise ValueError(f"{phrase!r} holds no word that must be there")
    return needed


def ends(words: Words, found: Pattern, begin: int | None = None) -> int:
    """The positions of the last words of all matches; ``begin`` limits where a match may begin."""
    keys = words.keys
    for anchor in found.anchors:
        if anchor.isdisjoint(keys):
            return 0
    return _run(words, found.elements, words.everywhere if begin is None else begin, is_first=True) >> 1


def _run(words: Words, elements: tuple[Element, ...], state: int, *, is_first: bool) -> int:
    """The positions after a line of elements, of matches that are at ``state``.

    A match that has begun does not go on into the next sentence.
    """
    for at, each in enumerate(elements):
        if not state:
            return 0
        moved = _after(words, each, state, is_first=is_first)
        if is_first and each.may_be_absent:
            rest = elements[at + 1 :]
            return _run(words, rest, state, is_first=True) | _run(words, rest, moved, is_first=False)
        state = moved | state if each.may_be_absent else moved
        is_first = is_first and each.kind in LOOKS
    return state


def _after(words: Words, each: Element, state: int, *, is_first: bool) -> int:
    """The positions after an element that takes a word, or that a look allows."""
    where = words.any_of(each.words) if each.words else 0
    here = state if is_first else state & words.inside
    if each.kind == "word":
        return (here & where) << 1
    match each.kind:
        case "gap":
            moved = 0
            for _ in range(each.most):
                here = (here & ~where) << 1
                moved |= here
                here &= words.inside
            return moved
        case "any":
            moved = 0
            for branch in each.branches:
                moved |= _run(words, branch, state, is_first=is_first)
            return moved
        case "start":
            return state & words.starts
        case "end":
            return state & (words.starts | (1 << words.count))
        case "not next":
            return state & ~(where if is_first else where & words.inside)
        case _:  # not before
            return state & ~((where << 1) & words.inside)


@cache
def _elements(phrase: str) -> tuple[Element, ...]:
    return tuple(_element(part) for part in _parts(phrase, " "))


@cache
def _element(part: str) -> Element:
    if part.islower() and part.isalpha() and part.isascii():
        return Element("word", _SHARED.setdefault((part,), (part,)))
    if part == "^":
        return Element("start")
    if part == ".":
        return Element("end")
    dots, _, barred = part.partition("!")
    if dots in GAPS:
        return Element("gap", _words(barred) if barred else (), most=GAPS[dots], is_group="@" in barred)
    if part[0] in "!~":
        return Element("not next" if part[0] == "!" else "not before", _words(part[1:]))
    is_optional = part.endswith("?")
    plain = part.removesuffix("?")
    is_group = "@" in plain
    options = [sequence for option in _parts(plain, "|") for sequence in _sequences(option)]
    if any(" " in option or option[0] in "!~^." for option in options):
        branches = tuple(_elements(option) for option in options)
        return Element("any", branches=branches, is_optional=is_optional, is_group=is_group)
    words = _SHARED.setdefault(tuple(options), tuple(options))
    return Element("word", words, is_optional=is_optional, is_group=is_group)


def _sequences(option: str) -> list[str]:
    """What one alternative comes to: the sequences within its parentheses, or the words of its group, or itself."""
    if option.startswith("(") and option.endswith(")"):
        return [sequence for inner in _parts(option[1:-1], "|") for sequence in _sequences(inner)]
    return [option] if " " in option else list(_words(option))


def _words(typed: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in typed.split("|"):
        found += GROUPS[word[1:]] if word.startswith("@") else [word]
    for word in found:
        if not word or (word.endswith("*") and len(word) <= STEM):
            raise ValueError(f"{word!r} in {typed!r} is too short")
        if not _SPELLED.issuperset(word):
            raise ValueError(f"{word!r} in {typed!r} is not a word")
    return _SHARED.setdefault(tuple(found), tuple(found))


def _parts(text: str, mark: str) -> list[str]:
    """A text cut at a mark, but not within parentheses."""
    if "(" not in text and ")" not in text:
        return _checked(text, text.split(mark))
    found, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return _checked(text, [""] if depth else found)


def _checked(text: str, parts: list[str]) -> list[str]:
    if not all(map(str.strip, parts)):
        raise ValueError(f"{text!r} is not a phrase")
    return parts


def _needed(each: Element) -> tuple[str, ...]:
    """Words of which one must be there for the element to match; none, where it can match without."""
    if each.may_be_absent or each.kind in LOOKS:
        return ()
    if each.kind == "word":
        return each.words
    found: list[str] = []
    for branch in each.branches:
        options: Iterable[tuple[str, ...]] = [words for part in branch if (words := _needed(part))]
        shortest = min(options, key=len, default=())
        if not shortest:
            return ()
        found += shortest
    return tuple(found)


def _key(word: str) -> str:
    return f"{word[:STEM]}*" if word.endswith("*") else word
