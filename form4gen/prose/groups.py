"""Groups of words that phrases use by name: ``@shares`` stands for each word of the group."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "taxes": ("tax", "taxes"),
}
