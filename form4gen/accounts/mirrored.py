"""Pairs of rows that give and receive the same securities on the same day, held in different ways."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Decimal
from heapq import heapify, heappop, heappush

from form4gen.accounts.pairing import Classes
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.texts import words

_CODES = frozenset("GJSP")

_Received = tuple[int, Transaction]
"""A row that receives securities, with its place among all of them."""


class _Left:
    """The rows of one class, day and amount that receive securities and have no partner yet, by how they are held."""

    def __init__(self, rows: list[_Received]) -> None:
        self._held: dict[Hashable, deque[_Received]] = {}
        for each in rows:
            self._held.setdefault(_how_held(each[1]), deque()).append(each)
        # the first row of each way of holding; no two have the same place, so that nothing else is compared
        self._firsts = [(rows[0][0], held) for held, rows in self._held.items()]
        heapify(self._firsts)

    def first_other_than(self, held: Hashable) -> _Received | None:
        """The first row that is not held in this way."""
        same = heappop(self._firsts) if self._firsts and self._firsts[0][1] == held else None
        found = self._held[self._firsts[0][1]][0] if self._firsts else None
        if same is not None:
            heappush(self._firsts, same)
        return found

    def take(self, row: Transaction) -> None:
        """Leave out a row that ``first_other_than`` gave."""
        held = _how_held(row)
        passed = []
        while self._firsts[0][1] != held:
            passed.append(heappop(self._firsts))
        heappop(self._firsts)
        self._held[held].popleft()
        if self._held[held]:
            passed.append((self._held[held][0][0], held))
        for each in passed:
            heappush(self._firsts, each)


def mirrored(filing: Filing) -> Iterator[tuple[Transaction, Transaction]]:
    """Each row of codes G, J, S or P that gives securities, with the first other that receives them; each row once."""
    received: dict[Hashable, list[tuple[str | None, _Received]]] = {}
    given: list[Transaction] = []
    for place, row in enumerate(filing.transactions):
        if row.code in _CODES and None not in _key(row):
            if row.is_acquired:
                received.setdefault(_key(row), []).append((row.security_title.value, (place, row)))
            elif row.is_disposed:
                given.append(row)
    left = {key: Classes(rows, _Left) for key, rows in received.items()}
    for row in given:
        classes = left[_key(row)].alike(row.security_title.value) if _key(row) in left else []
        found = [(*first, each) for each in classes if (first := each.first_other_than(_how_held(row))) is not None]
        if found:
            _, other, of_class = min(found, key=lambda each: each[0])
            of_class.take(other)
            yield row, other


def _key(row: Transaction) -> tuple[str, date | None, Decimal | None]:
    return row.table, row.transaction_date.value, row.transaction_shares.value


def _how_held(row: Transaction) -> tuple[str | None, str]:
    return row.direct_or_indirect_ownership.value, words(row.nature_of_ownership.value)
