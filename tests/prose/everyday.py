"""Everyday sentences of filings, each with exactly the claims that it makes. One line a sentence: text, tab, claims."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def sentences() -> list[tuple[str, frozenset[str]]]:
    """The sentences of every ``everyday*.tsv`` with their claims."""
    found = []
    for path in sorted(FOLDER.glob("everyday*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            text, _, claims = line.partition("\t")
            found.append((text, frozenset(filter(None, claims.split(",")))))
    return found
