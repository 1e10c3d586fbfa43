"""A rule of the catalogue as SARIF describes rules (``reportingDescriptor``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from form4gen.report.explanation import Explanation
from form4gen.report.record import reaction
from form4gen.rules.catalogue import Severity
from form4gen.typed import Any

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVISORY: "note"}

Index = dict[str, int]


def descriptor(each: Explanation) -> dict[str, Any]:
    """Everything that the catalogue has on a rule."""
    return {
        "id": each.id,
        "name": _pascal_case(each.name),
        "shortDescription": {"text": each.name},
        "fullDescription": {"text": "\n\n".join(part for part in (each.title, each.why) if part)},
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


def _pascal_case(name: str) -> str:
    """The name as one word of letters and digits: ``exercise outside Rule 16b-3`` is ``ExerciseOutsideRule16b3``."""
    words = re.findall("[A-Za-z0-9]+", name.replace("'", ""))
    return "".join(word[:1].upper() + word[1:] for word in words)


def _help(each: Explanation, strong: str) -> Iterator[str]:
    yield f"{strong}{each.title}{strong}"
    yield each.why
    yield f"{reaction(each.edgar)}."
    if each.remedy:
        yield f"{strong}Remedy:{strong} {each.remedy}"
    if each.example:
        changes = "; ".join(each.example.changes)
        yield f"{strong}Example:{strong} {each.example.case}: {changes}. Finding: {each.example.message}"
    yield f"{strong}Sources:{strong} {'; '.join(source.citation for source in each.sources)}"
