"""Sound filings, broken in named ways: each breach draws its rule at its place, and nothing that is not expected."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import NamedTuple

import pytest
from mutations.mutation import Draft, Mutation, all_mutations
from sound_filings import SoundFiling, found_in, shipped, sound_real_filings

from form4gen.rules.catalogue import catalogue

MUTATIONS = all_mutations()
ENOUGH = 12  # filings that a mutation breaks, at most


class Drawn(NamedTuple):
    """What a mutation of a filing drew: whether its rule fired at its place, and which other rules spoke up."""

    filing: str
    is_hit: bool
    beside: frozenset[str]


def _drawn(mutation: Mutation, sound: SoundFiling) -> Drawn | None:
    draft = Draft(sound.document, sound.filed_at)
    place = mutation.apply(draft)
    if place is None:
        return None
    found = found_in(draft.document, draft.filed_at)
    new = found - sound.found
    before, after = (Counter(rule for rule, _ in each.elements()) for each in (sound.found, found))
    beside = {rule for rule, _ in new if after[rule] > before[rule]} - {mutation.rule}
    return Drawn(sound.name, new[mutation.rule, place] > 0, frozenset(beside))


def _drawn_from(mutation: Mutation, filings: tuple[SoundFiling, ...]) -> list[Drawn]:
    return list(islice((found for each in filings if (found := _drawn(mutation, each))), ENOUGH))


def _each_mutation() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)


def _judge(mutation: Mutation, drawn: list[Drawn]) -> None:
    assert [each.filing for each in drawn if not each.is_hit] == [], f"{mutation.rule} did not fire"
    unexpected = [(each.filing, sorted(each.beside - mutation.companions.keys())) for each in drawn]
    assert [each for each in unexpected if each[1]] == []


def test_there_are_more_than_160_ways_to_break_more_than_130_rules() -> None:
    assert len({each.name for each in MUTATIONS}) == len(MUTATIONS) > 160
    assert len({each.rule for each in MUTATIONS}) > 130
    assert {each.rule for each in MUTATIONS} <= catalogue().keys()


def test_the_filings_that_are_broken_are_sound() -> None:
    assert len(shipped()) >= 12


@_each_mutation()
def test_breaking_a_shipped_filing_makes_the_rule_fire_and_no_unexpected_one(mutation: Mutation) -> None:
    drawn = _drawn_from(mutation, shipped())
    assert drawn, "no shipped filing has anything of the kind"
    _judge(mutation, drawn)


@_each_mutation()
def test_breaking_a_real_filing_makes_the_rule_fire_and_no_unexpected_one(mutation: Mutation) -> None:
    drawn = _drawn_from(mutation, sound_real_filings())
    assert drawn, "no real filing has anything of the kind"
    _judge(mutation, drawn)
    beside = {rule for each in (*drawn, *_drawn_from(mutation, shipped())) for rule in each.beside}
    assert mutation.companions.keys() - beside == set(), "a companion that is expected never came along"
