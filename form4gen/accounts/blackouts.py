"""The blackout periods that a day falls within, found once for a filing."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date
from functools import lru_cache

from form4gen.model.context import Blackout
from form4gen.model.filing import Filing

MOST = 5
"""Periods of one day that are named."""


def blackouts_on(day: date, filing: Filing) -> tuple[Blackout, ...]:
    """The first periods of ``context.blackouts`` that a transaction date falls within, in their order.

    A period without a first or a last day is open on that side.
    """
    return _on_each_day(filing).get(day, ())


@lru_cache(maxsize=4)
def _on_each_day(filing: Filing) -> dict[date, tuple[Blackout, ...]]:
    periods = filing.context.blackouts
    days = {when for row in filing.transactions if (when := row.transaction_date.value) is not None}
    spans = [(each.first_day or date.min, each.last_day or date.max) for each in periods]
    begins = sorted((first, place) for place, (first, last) in enumerate(spans) if first <= last)
    ends = sorted((last, place) for place, (first, last) in enumerate(spans) if first <= last)
    found: dict[date, tuple[Blackout, ...]] = {}
    current: list[int] = []
    begun = ended = 0
    for day in sorted(days):
        while begun < len(begins) and begins[begun][0] <= day:
            insort(current, begins[begun][1])
            begun += 1
        while ended < len(ends) and ends[ended][0] < day:
            del current[bisect_left(current, ends[ended][1])]
            ended += 1
        found[day] = tuple(periods[place] for place in current[:MOST])
    return found
