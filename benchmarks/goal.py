"""How a measurement is compared with its goal, and the percentiles of many.

A line of a benchmark that has a goal ends in one of three verdicts, which ``run.py`` counts.
"""

from __future__ import annotations

from collections.abc import Sequence

PASSED, FAILED, NOT_MEASURED = "pass", "FAIL", "not measured"


def at_most(value: float, goal: float, unit: str) -> str:
    """The value with its goal, and whether it passes: smaller is better."""
    return f"{value:.2f} {unit} (goal at most {goal:g}): {PASSED if value <= goal else FAILED}"


def at_least(value: float, goal: float) -> str:
    """The value with its goal, and whether it passes: larger is better."""
    return f"{value:.3f} (goal at least {goal:g}): {PASSED if value >= goal else FAILED}"


def verdict(line: str) -> str | None:
    """The verdict of a line of a benchmark; None where the line only informs."""
    if f": {NOT_MEASURED}" in line:
        return NOT_MEASURED
    return next((each for each in (PASSED, FAILED) if f": {each}" in line), None)


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that ``share`` percent of the values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]
