"""The CCCs that this process knows, so that nothing it says shows one."""

from __future__ import annotations

import os

from form4gen.redaction.sealed import CCC_VARIABLE

_typed: list[str] = []


def known_cccs() -> list[str]:
    """The CCCs in the environment, and those that were typed."""
    named = [name for name in os.environ if name.startswith(CCC_VARIABLE)]  # reading every value takes much longer
    return [*filter(None, map(os.environ.get, named)), *_typed]


def remember(typed: str) -> None:
    """Add a CCC that was typed."""
    _typed.append(typed)
