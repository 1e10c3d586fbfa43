"""The order of the forms of one day, as far as their balances show it."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from form4gen.accounts.continuity import single_lines
from form4gen.accounts.ledger import ledger
from form4gen.model.filing import Filing

_MOST = 200
"""A person files a few forms on one day; of more, the order is left as it is."""


def continued(filings: Sequence[Filing]) -> list[int]:
    """The places of the filings in the order in which their balances continue each other.

    A filing follows another if a holding line of it begins with the balance with which that line ends there. What the
    balances do not show stays in the order given, and so does what they show in a circle.
    """
    places = range(len(filings))
    if not 1 < len(filings) <= _MOST:
        return list(places)
    ends: dict[Hashable, set[int]] = defaultdict(set)
    for place in places:
        for key, _, after in _moved(filings[place]):
            if after:
                ends[key, after].add(place)
    waits: list[set[int]] = [
        {other for key, before, _ in _moved(filings[place]) for other in ends.get((key, before), ()) if other != place}
        for place in places
    ]
    for place in places:
        waits[place] = {other for other in waits[place] if place not in waits[other] or other < place}
    return _sequence(waits)


def _moved(filing: Filing) -> Iterator[tuple[Hashable, object, object]]:
    """The holding lines that a filing changes: what tells each from others, and its balance before and after."""
    for key, line in single_lines(ledger(filing)).items():
        if line.steps and line.before != line.after:
            yield key, line.before, line.after


def _sequence(waits: Sequence[set[int]]) -> list[int]:
    """The places, each after those that it waits for; of those in a circle, the first place goes first."""
    left = set(range(len(waits)))
    found: list[int] = []
    ready = [place for place in left if not waits[place]]
    heapq.heapify(ready)
    while left:
        place = heapq.heappop(ready) if ready else min(left)
        left.discard(place)
        found.append(place)
        for other in left:
            if place in waits[other]:
                waits[other].discard(place)
                if not waits[other]:
                    heapq.heappush(ready, other)
    return found
