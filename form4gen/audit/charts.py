"""A bar chart as values for SVG; the table beside it has the same numbers as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_STEP, _WIDE = 34, 360
_LONGEST = 44
_MOST = 12


def bars(title: str, values: Sequence[tuple[str, int]]) -> dict[str, Any] | None:
    """The bars of the first of some numbers, the longest as wide as the chart; None if there is nothing to show."""
    shown = [each for each in values if each[1]][:_MOST]
    if not shown:
        return None
    most = max(number for _, number in shown)
    found = [
        {
            "label": name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}\u2026",
            "number": f"{number:,}",
            "y": place * _STEP,
            "width": max(1, round(_WIDE * number / most)),
        }
        for place, (name, number) in enumerate(shown)
    ]
    words = "; ".join(f"{name}: {number:,}" for name, number in shown)
    rest = len(values) - len(shown)
    return {
        "title": f"{title}, the first {len(shown)} of {len(values):,}" if rest else title,
        "description": f"{words}.",
        "bars": found,
        "width": _WIDE,
        "height": len(shown) * _STEP,
    }
