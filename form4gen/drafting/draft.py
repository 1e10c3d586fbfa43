"""What a draft is made of: the document, where each value comes from, what is left out, and what a person confirms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from form4gen.accounts.filing_history import Given
from form4gen.prose.private import private_information
from form4gen.records import NamedTuple

Document: TypeAlias = dict[str, Any]


class Taken(NamedTuple):
    """A value of the draft, and its source: the file and the place in it, or the option that gave it."""

    what: str
    source: str


class Left(NamedTuple):
    """Something of an earlier form that is not in the draft, and why."""

    what: str
    why: str


class Draft(NamedTuple):
    """A document in the JSON of a filing; ``base`` says what it continues or amends."""

    document: Document
    base: str
    taken: tuple[Taken, ...]
    left: tuple[Left, ...]
    checks: tuple[str, ...]


class Account:
    """What a draft says of itself, collected while it is made: each thing once, in order."""

    def __init__(self) -> None:
        self._taken: dict[Taken, None] = {}
        self._left: dict[Left, None] = {}
        self._checks: dict[str, None] = {}

    def take(self, what: str, source: str) -> None:
        """Note a value of the draft with its source."""
        self._taken[Taken(what, source)] = None

    def leave(self, what: str, why: str) -> None:
        """Note what is not in the draft, and why."""
        self._left[Left(what, why)] = None

    def check(self, sentence: str) -> None:
        """Note what a person has to confirm."""
        self._checks[sentence] = None

    def draft(self, document: Document, base: str) -> Draft:
        """The draft, with everything that was noted."""
        return Draft(document, base, tuple(self._taken), tuple(self._left), tuple(self._checks))


def private_in(texts: Iterable[str | None]) -> str:
    """The first serious kind of private information in some texts, such as an account number; empty if there is none.

    A Social Security number, an account number or a date of birth: none of them enters a draft.
    """
    return next(
        (found.what for text in texts if text for found in private_information(text) if found.is_serious),
        "",
    )


def place(given: Given, where: str = "") -> str:
    """A source as the output names it: ``form4.xml, Table I, row 2``."""
    return f"{given.source}, {where}" if where else given.source
