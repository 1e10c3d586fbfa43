"""The report for code scanning: SARIF 2.1.0 (OASIS Standard, 27 March 2020)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from form4gen import __version__
from form4gen.report.explanation import Explanation
from form4gen.report.record import Check, Report
from form4gen.report.sarif_parts import Part, part_of
from form4gen.report.sarif_rules import descriptor

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(report: Report, explanations: Iterable[Explanation], exit_code: int) -> str:
    """The report as SARIF text, ending in a line end; ``explanations`` are those of every id."""
    known = list(explanations)
    invocation, artifact, results = part_of(Check(report.file, exit_code, report), (each.id for each in known))
    return _log(
        known,
        {
            "invocations": [invocation],
            "artifacts": [{name: value for name, value in artifact.items() if name != "properties"}],
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": artifact["properties"],
        },
    )


def as_one_sarif(parts: Iterable[Part], explanations: Iterable[Explanation]) -> str:
    """The reports on several files as one run of a SARIF log: GitHub refuses two runs of one tool.

    Each file has an artifact and an invocation with the same index, because settings, exit code and other facts about
    the whole file may differ.
    """
    run: dict[str, Any] = {
        "invocations": [], "artifacts": [], "columnKind": "unicodeCodePoints", "results": [],
    }  # fmt: skip
    for place, part in enumerate(parts):
        run["invocations"].append(_placed(part.invocation, place))
        run["artifacts"].append(part.artifact)
        first = len(run["results"])
        run["results"] += [
            _placed(_numbered(result, first), place) | {"provenance": {"invocationIndex": place}}
            for result in part.results
        ]
    return _log(list(explanations), run)


def _numbered(result: dict[str, Any], first: int) -> dict[str, Any]:
    """The result of a file whose first result has this number."""
    properties = result["properties"]
    follows = properties["follows"]
    return result | {"properties": properties | {"follows": follows if follows is None else follows + first}}


def _placed(value: Any, place: int) -> Any:
    """The value with every reference to its file at that place among the artifacts."""
    if isinstance(value, list):
        return [_placed(each, place) for each in value]
    if not isinstance(value, dict):
        return value
    placed = {name: _placed(each, place) for name, each in value.items()}
    return placed | {"index": place} if {"uri", "index"} <= placed.keys() else placed


def _log(known: list[Explanation], run: dict[str, Any]) -> str:
    driver = {
        "name": "form4gen",
        "semanticVersion": __version__,
        "language": "en-US",
        "rules": [descriptor(each) for each in known],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}} | run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
