"""How a measurement is compared with its goal, and the percentiles of many."""

from __future__ import annotations

from collections.abc import Sequence


def at_most(value: float, goal: float, unit: str) -> str:
    """The value with its goal, and whether it passes: smaller is better."""
    return f"{value:.2f} {unit} (goal at most {goal:g}): {'pass' if value <= goal else 'FAIL'}"


def at_least(value: float, goal: float) -> str:
    """The value with its goal, and whether it passes: larger is better."""
    return f"{value:.3f} (goal at least {goal:g}): {'pass' if value >= goal else 'FAIL'}"


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that ``share`` percent of the values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]
