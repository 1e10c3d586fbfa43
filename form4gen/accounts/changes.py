"""What an amendment adds to its original, and what it changes there."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from form4gen.accounts.row_matching import additions
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.amendments import says_what_it_adds, says_what_it_changes
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_WHAT = {
    "transaction_date": "date",
    "transaction_code": "code",
    "transaction_shares": "number",
    "transaction_price_per_share": "price",
}


_ALIKE = 2
"""A row is the same transaction, corrected, if it agrees with one of the original in this many of the four values."""


class Change(NamedTuple):
    """A row of an amendment that differs from the original, with the values that differ; none if the row is new."""

    row: Transaction
    differs: tuple[str, ...]


class Amended(NamedTuple):
    """What an amendment adds and changes: compared row by row with its original, or by its own words without one."""

    added: tuple[Transaction, ...]
    changed: tuple[Change, ...]
    adds: bool
    changes: bool


def amended_rows(filing: Filing, original: Filing | None) -> Amended:
    """What an amendment adds and changes; nothing if the filing is not an amendment or reports no transaction."""
    if not filing.is_amendment or not filing.transactions:
        return Amended((), (), adds=False, changes=False)
    if original is None:
        text = filing.all_text
        return Amended((), (), adds=says_what_it_adds(text), changes=says_what_it_changes(text))
    compared = changes(filing, original)
    added = tuple(each.row for each in compared if not each.differs)
    changed = tuple(each for each in compared if each.differs)
    return Amended(added, changed, adds=bool(added), changes=bool(changed))


def changes(filing: Filing, original: Filing) -> list[Change]:
    """The transactions that an amendment adds, or reports with a different date, code, number or price.

    A row is the same as the first of its class in the original that agrees in all four values, or else a correction of
    the first that agrees in the most of them, two at least. Each row of the original counts once. A row that continues
    the balances of the original is new.
    """
    added = additions(original.transactions, filing.transactions)
    left = _Left(original.transactions)
    changed = [row for row in filing.transactions if left.take(row, (len(_WHAT),)) is None]
    found = []
    for row in changed:
        nearest = None if id(row) in added else left.take(row, range(len(_WHAT), _ALIKE - 1, -1))
        found.append(Change(row, () if nearest is None else _differs(row, nearest)))
    return found


class _Left:
    """Rows of the original that no row of the amendment has been found to be, by their class and values."""

    def __init__(self, rows: Iterable[Transaction]) -> None:
        self._rows = tuple(rows)
        self._taken: set[int] = set()
        self._places: dict[Hashable, deque[int]] = {}
        for place, row in enumerate(self._rows):
            for size in range(_ALIKE, len(_WHAT) + 1):
                for key in _keys(row, size):
                    self._places.setdefault(key, deque()).append(place)

    def take(self, row: Transaction, sizes: Iterable[int]) -> Transaction | None:
        """The first row left that agrees in as many values as the first of the sizes for which there is one."""
        for size in sizes:
            found = min((place for key in _keys(row, size) if (place := self._first(key)) is not None), default=None)
            if found is not None:
                self._taken.add(found)
                return self._rows[found]
        return None

    def _first(self, key: Hashable) -> int | None:
        places = self._places.get(key, deque())
        while places and places[0] in self._taken:
            places.popleft()
        return places[0] if places else None


def _keys(row: Transaction, size: int) -> Iterator[Hashable]:
    """The class of a row with each choice of so many of its values."""
    values = [(key, getattr(row, key).value) for key in _WHAT]
    for chosen in combinations(values, size):
        yield row.table, words(row.security_title.value), chosen


def _differs(row: Transaction, other: Transaction) -> tuple[str, ...]:
    return tuple(what for key, what in _WHAT.items() if getattr(row, key).value != getattr(other, key).value)
