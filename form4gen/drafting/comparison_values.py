"""What a comparison of two filings consists of, and when two values are the same."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from form4gen.accounts.history import bare_cik
from form4gen.location import Place
from form4gen.model.fields import Cell, Kind, Node
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.records import NamedTuple


class Sort(Enum):
    """What happened to a part of the filing."""

    CHANGED = "changed"
    CITED = "footnotes"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Meaning(Enum):
    """What a difference is: one between any two filings, or one between an amendment and its original."""

    DIFFERENCE = "difference"
    CORRECTION = "correction"
    ADDITION = "addition"
    EXPLANATION = "explanation"
    NOT_REPEATED = "notRepeated"
    FORMALITY = "formality"


Value: TypeAlias = str | bool | Decimal | date | datetime | tuple[str, ...] | Node | None
"""A value of a filing; an added or removed part is a node."""


class Difference(NamedTuple):
    """A part that differs: its place and its value in the first filing and in the second.

    What was added has no place in the first filing, and what was removed none in the second. The values of ``CITED``
    are the ids of footnotes.
    """

    sort: Sort
    old_at: Place | None
    new_at: Place | None
    old: Value = None
    new: Value = None
    meaning: Meaning = Meaning.DIFFERENCE
    explained_at: Place | None = None

    @property
    def at(self) -> Place:
        """The place in the second filing, or for what was removed in the first."""
        at = self.new_at or self.old_at
        assert at is not None  # noqa: S101  a difference has a place in one filing at least
        return at


class Aligned(NamedTuple):
    """An element of a list of both filings: its position in each, from 0; None where it is missing.

    ``is_moved`` if its order among those that both have is another.
    """

    old: int | None
    new: int | None
    is_moved: bool = False


class Comparison(NamedTuple):
    """Two filings, how they differ, and which elements of their lists are the same, by the key of the list.

    ``is_amendment`` if the second amends the first. ``unused`` has the keys that were not compared.
    """

    old: Filing
    new: Filing
    differences: tuple[Difference, ...]
    lists: dict[str, tuple[Aligned, ...]]
    is_amendment: bool = False
    unused: tuple[str, ...] = ()


def comparable(key: str, value: Any) -> Hashable:
    """What two values of a key have in common if they say the same.

    Spacing does not count, nor do the leading zeros of a CIK; an empty text is none; 11.8 and 11.80 are equal numbers.
    """
    match value:
        case str():
            words = " ".join(value.split())
            return (bare_cik(words) if key.lower().endswith("cik") else words) or None
        case tuple():
            return tuple(comparable(key, each) for each in value)
        case Cell():
            return comparable(key, value.value)
        case Node():
            return contents_of(value)
        case bool() | Decimal() | date():
            return value
    return None


def contents_of(node: Node) -> Hashable:
    """Everything that a node says, without footnotes."""
    return (type(node), *(comparable(key, value_of(node, key)) for key in node.fields))


def value_of(node: Node, key: str) -> Any:
    """The value of a field as EDGAR reads it: some that a JSON document may leave out follow from others."""
    value = getattr(node, node.fields[key].attribute)
    if key == "transactionFormType" and isinstance(node, Transaction):
        return value or "4"
    if key == "rptOwnerNonUSAddressFlag" and isinstance(node, ReportingOwner) and value is None:
        return bool(node.rpt_owner_country or node.rpt_owner_non_us_state_territory)
    return value


LISTS = (Kind.MANY, Kind.NAMED, Kind.ROWS, Kind.NOTES)
"""The kinds of fields that are lists of nodes."""
