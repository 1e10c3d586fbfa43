"""What a claim is, and all of them by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from form4gen.prose.vocabulary import TOPICS
from form4gen.records import NamedTuple


class Phrase(NamedTuple):
    """One way to say something.

    ``words`` is written as ``phrases`` explains. ``says`` are sentences that have it, and ``like`` sentences that only
    look as if they had it: the tests hold both, and demand that no part of the phrase can be dropped.
    """

    words: str
    says: tuple[str, ...]
    like: tuple[str, ...]


class Claim(NamedTuple):
    """Something that a text may state, with the ways to say it.

    A sentence states it when it holds one of ``phrases`` and none of ``unless``, in a text that holds none of
    ``never``. ``of`` names the texts that may state it: "note" for footnotes and remarks, "title" of a security,
    "nature" of ownership, "office", "signature". A "mention" is what a note speaks of, however it says it: too weak to
    print as a statement, enough to keep a rule silent.
    """

    name: str
    meaning: str
    phrases: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()
    of: str = "note"


def phrase(words: str, says: str | tuple[str, ...], like: str | tuple[str, ...] = ()) -> Phrase:
    """A phrase with one sentence or several that have it, and one or several that only look like it."""
    return Phrase(words, (says,) if isinstance(says, str) else says, (like,) if isinstance(like, str) else like)


def claim(
    name: str,
    meaning: str,
    *phrases: Phrase,
    unless: Iterable[Phrase] = (),
    never: Iterable[Phrase] = (),
    of: str = "note",
) -> Claim:
    """A claim; each module of ``vocabulary`` lists its own in ``CLAIMS``."""
    return Claim(name, meaning, phrases, tuple(unless), tuple(never), of)


@cache
def claim_named(name: str) -> Claim:
    """The claim of a name; reads only the module that holds it. Raises KeyError for a name that is no claim."""
    return _of_module(_modules()[name])[name]


@cache
def claims() -> dict[str, Claim]:
    """Every claim by name, in the order of the modules."""
    return {name: each for module in TOPICS for name, each in _of_module(module).items()}


@cache
def _modules() -> dict[str, str]:
    return {name: module for module, names in TOPICS.items() for name in names}


@cache
def _of_module(module: str) -> dict[str, Claim]:
    return {each.name: each for each in import_module(f"form4gen.prose.vocabulary.{module}").CLAIMS}
