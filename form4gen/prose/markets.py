"""Words about a trade outside the market."""

from __future__ import annotations

from form4gen.prose.reading import Readings


def is_off_market(notes: Readings) -> bool:
    """Whether texts mention a trade outside the market: a private one, an offering, a plan of employees."""
    return notes.excuses("off_market") or (notes.excuses("plan_mentioned") and not notes.says("rule_10b5_1_mentioned"))
