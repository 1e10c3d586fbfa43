"""How a measurement is compared with its goal, and the percentiles of many.

A line of a benchmark that has a goal ends in one of three verdicts, which ``run.py`` counts.
"""

from __future__ import annotations

from collections.abc import Sequence

PASSED, FAILED, NOT_MEASURED = "pass", "FAIL", "not measured"


def at_most(value: float, goal: float, unit: str, *, is_idle: bool = True) -> str:
    """The value with its goal, and whether it passes: smaller is better. On busy cores a time does not count."""
    return f"{value:.2f} {unit} (goal at most {goal:g}): {_judged(is_idle, value <= goal)}"


def at_least(value: float, goal: float, *, is_idle: bool = True) -> str:
    """The value with its goal, and whether it passes: larger is better. On busy cores a time does not count."""
    return f"{value:.3f} (goal at least {goal:g}): {_judged(is_idle, value >= goal)}"


def _judged(is_idle: bool, is_met: bool) -> str:  # noqa: FBT001  two questions with their answers
    return (PASSED if is_met else FAILED) if is_idle else f"{NOT_MEASURED}; the cores are busy"


def verdict(line: str) -> str | None:
    """The verdict of a line of a benchmark; None where the line only informs."""
    if f": {NOT_MEASURED}" in line:
        return NOT_MEASURED
    return next((each for each in (PASSED, FAILED) if f": {each}" in line), None)


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that ``share`` percent of the values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]
