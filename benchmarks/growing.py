"""How the work on an input grows when the input is ten times as long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import NamedTuple

RATIO = 12.0  # at most, for an input that is ten times as long: in proportion, or with a logarithm beside it
ROUNDS = int(os.environ.get("BENCH_GROWTH_ROUNDS", "5"))
TRIES = 3
TOO_SHORT = 0.0005  # seconds on the long input, below which the ratio is noise


class Growth(NamedTuple):
    """How much longer a work takes on the long input of a kind than on the short one."""

    ratio: float
    seconds: float
    name: str
    kind: str


def growth(name: str, kind: str, short: Callable[[], object], long: Callable[[], object]) -> Growth:
    """The least of some interleaved rounds; measured again where it is more than allowed, for it may be noise."""
    best = Growth(0.0, 0.0, name, kind)
    for _ in range(TRIES):
        rounds = [(_seconds(short), _seconds(long)) for _ in range(ROUNDS)]
        little, much = (min(found) for found in zip(*rounds, strict=True))
        found = Growth(much / little if much > TOO_SHORT else 0.0, much, name, kind)
        best = found if not best.seconds else min(best, found)
        if best.ratio <= RATIO:
            break
    return best


def _seconds(work: Callable[[], object]) -> float:
    """Processor time: a machine that is busy with other work does not look like growth."""
    start = time.process_time()
    work()
    return time.process_time() - start
