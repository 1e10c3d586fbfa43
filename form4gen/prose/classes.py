"""The words of a class of securities, however its title is written."""

from __future__ import annotations

import re


def terms_of(title: str | None) -> frozenset[str]:
    """The words that tell a class from others: ``Shares of Common Stock`` and ``Common Stock`` have the same."""
    found = re.findall(r"[a-z0-9]+", (title or "").casefold())
    return frozenset(_SAME.get(term, term) for term in found) - {"the", "of"}


_SAME = {"shares": "stock", "share": "stock", "stocks": "stock", "ordinary": "common"}
