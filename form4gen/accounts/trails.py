"""An order of rows in which their balances follow one another, if there is one.

Filers list a day's sales by price, while the balances follow the order of execution. A row leads from the balance
before it to the balance after it, so an order that works is a trail that uses each row once. Work grows with the
number of rows (and its logarithm, for sorting).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from itertools import groupby

from form4gen.records import NamedTuple
from form4gen.typed import TypeVar

T = TypeVar("T")

_ONE = Decimal(1)
"""Balances less than one share apart are taken for the same balance: the difference is a fraction paid in cash."""


class Leg(NamedTuple):
    """What a row leads from and to: the balances before and after it."""

    before: Decimal
    after: Decimal


def by_balance(rows: Sequence[T], leg: Callable[[T], Leg], day: Callable[[T], Hashable]) -> list[T]:
    """The rows, day by day, each day in as few trails of balances as possible; ``rows`` are in order of their days.

    The first trail of a day begins at the balance with which the day before ended, where one does; that of the first
    day at the balance before the first row.
    """
    legs = [leg(row) for row in rows]
    same = _same_balances([balance for each in legs for balance in each])
    found: list[T] = []
    last = same[legs[0].before] if legs else None
    for _, places in groupby(range(len(rows)), key=lambda place: day(rows[place])):
        of_day = list(places)
        edges = [(same[legs[place].before], same[legs[place].after]) for place in of_day]
        for trail in trails(edges, last):
            found += [rows[of_day[edge]] for edge in trail]
            last = edges[trail[-1]][1]
    return found


def trails(edges: Sequence[tuple[int, int]], first: int | None = None) -> list[list[int]]:
    """The edges of a graph, by their places, in as few trails as possible; one that begins at ``first`` comes first."""
    leaving: dict[int, list[tuple[int, int]]] = {}
    links: dict[int, list[tuple[int, int]]] = {}
    excess: Counter[int] = Counter()
    for place in range(len(edges) - 1, -1, -1):
        begin, end = edges[place]
        leaving.setdefault(begin, []).append((place, end))
        excess[begin] += 1
        excess[end] -= 1
    begins = [node for node, count in excess.items() for _ in range(count)]
    ends = [node for node, count in excess.items() for _ in range(-count)]
    # a link from the end of each trail to the beginning of another makes closed walks of them
    for end, begin in zip(ends, begins, strict=True):
        links.setdefault(end, []).append((_LINK, begin))
    nodes = [*begins, *([] if first is None else [first]), *(begin for begin, _ in edges)]
    found = [trail for node in nodes for trail in _cut(_closed_walk(leaving, links, node))]
    return sorted(found, key=lambda trail: (edges[trail[0]][0] != first, min(trail)))


_LINK = -1


def _closed_walk(
    leaving: dict[int, list[tuple[int, int]]], links: dict[int, list[tuple[int, int]]], begin: int
) -> list[int]:
    """The edges of a closed walk from a node that uses up every edge and link it can reach (Hierholzer)."""
    walk: list[int] = []
    path: list[tuple[int | None, int]] = [(None, begin)]
    while path:
        edge, node = path[-1]
        left = leaving.get(node) or links.get(node)
        if left:
            path.append(left.pop())
        else:
            path.pop()
            if edge is not None:
                walk.append(edge)
    return walk[::-1]


def _cut(walk: list[int]) -> list[list[int]]:
    """A closed walk without its links: the trails between them."""
    if _LINK in walk:
        link = walk.index(_LINK)
        walk = walk[link + 1 :] + walk[:link]
    return [list(part) for is_link, part in groupby(walk, key=lambda edge: edge == _LINK) if not is_link]


def _same_balances(balances: Sequence[Decimal]) -> dict[Decimal, int]:
    """A number for each balance; those less than a share apart have one number."""
    found: dict[Decimal, int] = {}
    number, last = 0, None
    for balance in sorted(set(balances)):
        if last is not None and balance - last >= _ONE:
            number += 1
        found[balance] = number
        last = balance
    return found
