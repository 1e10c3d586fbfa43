"""A rule of the catalogue as SARIF describes rules (``reportingDescriptor``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.report.explanation import Explanation
from form4gen.report.record import reaction
from form4gen.rules.catalogue import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVISORY: "note"}

Index = dict[str, int]


def descriptor(each: Explanation) -> dict[str, Any]:
    """Everything that the catalogue says of a rule."""
    return {
        "id": each.id,
        "name": "".join(word[:1].upper() + word[1:] for word in each.name.split()),
        "shortDescription": {"text": each.title},
        "fullDescription": {"text": each.why},
        "help": {"text": "\n\n".join(_help(each, "")), "markdown": "\n\n".join(_help(each, "**"))},
        "defaultConfiguration": {"level": LEVELS[each.severity]},
        "properties": {
            "tags": [each.family],
            "edgar": each.edgar.value if each.edgar else None,
            "certainty": each.certainty,
            "precision": each.certainty,
            "sources": [source.citation for source in each.sources],
            "since": each.since,
            "until": each.until,
            "needs": list(each.needs),
        },
    }


def _help(each: Explanation, strong: str) -> Iterator[str]:
    yield f"{strong}{each.title}{strong}"
    yield each.why
    yield f"{reaction(each.edgar)}."
    if each.remedy:
        yield f"{strong}Remedy:{strong} {each.remedy}"
    if each.example:
        changes = "; ".join(each.example.changes)
        yield f"{strong}Example:{strong} {each.example.case}: {changes}. It draws: {each.example.message}"
    yield f"{strong}Sources:{strong} {'; '.join(source.citation for source in each.sources)}"
