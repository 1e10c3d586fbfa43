"""Filings without an error or a warning: the shipped ones, and real ones. Mutations break them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from case_files import BASES, EASTERN, filed_at
from corpus import index
from real_filings import real_filings

from form4gen.intake.structure import structure
from form4gen.resources import path_of
from form4gen.rules.catalogue import ADVISORY
from form4gen.rules.engine import Outcome, check

Found = Counter[tuple[str, str]]
# The facts of a real example do not include its time of filing; it is checked as of the evening on which it was signed.
_SIGNING_EVENINGS = {"tecogen-2017": "2017-11-14T20:00"}


class SoundFiling(NamedTuple):
    """A document, the time at which it is filed, and what the rules find in it: the advisories of any filing."""

    name: str
    document: dict[str, Any]
    filed_at: datetime
    found: Found


@cache
def shipped() -> tuple[SoundFiling, ...]:
    """The examples, and the filings that the cases of the rules are made of."""
    paths = [*Path(path_of("schemas", "examples")).glob("*.json"), *BASES.glob("*.json")]
    every = [_shipped(path) for path in sorted(paths, key=lambda each: each.stem)]
    return tuple(each for each in every if each)


@cache
def sound_real_filings() -> tuple[SoundFiling, ...]:
    """Real filings of the first set, each by itself; neighbors come from different owners and years.

    The second set is mostly of three issuers, whose habits would decide what a mutation draws.
    """
    first = [each for each in real_filings() if each.name in index()]
    every = [
        _sound(each.name, each.document, each.filed_at, check(each.filing, each.filed_at, is_planned=True))
        for each in sorted(first, key=lambda each: each.name[::-1])
    ]
    return tuple(each for each in every if each)


def found_in(document: dict[str, Any], filed_at: datetime) -> Found:
    """What the rules find, by rule and place."""
    outcome = check(structure(document), filed_at, is_planned=True)
    assert outcome.could_not_run == {}
    return _found(outcome)


def _found(outcome: Outcome) -> Found:
    return Counter((finding.rule, finding.at.pointer) for finding in outcome.findings)


def _shipped(path: Path) -> SoundFiling | None:
    document = json.loads(path.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    case = {"filedAt": _SIGNING_EVENINGS[path.stem]} if path.stem in _SIGNING_EVENINGS else {}
    moment = structure(document).context.filed_at
    time = moment.replace(tzinfo=EASTERN) if moment else filed_at(case)
    return _sound(path.stem, document, time, check(structure(document), time, is_planned=True))


def _sound(name: str, document: dict[str, Any], time: datetime, outcome: Outcome) -> SoundFiling | None:
    is_sound = all(finding.severity is ADVISORY for finding in outcome.findings)
    return SoundFiling(name, document, time, _found(outcome)) if is_sound else None
