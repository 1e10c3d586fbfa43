"""Words about a trade outside the market."""

from __future__ import annotations

from form4gen.prose.plans import names_a_plan
from form4gen.prose.reading import read


def is_off_market(text: str) -> bool:
    """Whether a text mentions a trade outside the market: a private one, an offering, a plan of employees."""
    found = read(text)
    return found.says("off_market") or (found.says("plan_mentioned") and not names_a_plan(text))
