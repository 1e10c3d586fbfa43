"""The report for code scanning: SARIF 2.1.0 (OASIS Standard, 27 March 2020)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from form4gen import __version__
from form4gen.location import Place
from form4gen.records import NamedTuple
from form4gen.report.as_json import held_back, more, settings, suggestion, verdict_object
from form4gen.report.causes import causes
from form4gen.report.change import change_of, in_words
from form4gen.report.explanation import Explanation
from form4gen.report.json_text import json_text
from form4gen.report.record import Check, Report, cited, plain
from form4gen.report.sarif_rules import LEVELS, Index, descriptor
from form4gen.rules.applying import EXCLUDED, NOT_SELECTED
from form4gen.rules.engine import Finding
from form4gen.typed import Any

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BUG = 70
_ADDRESS = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")
"""The bytes of a path that its address has unchanged."""

_LEFT_OUT = (EXCLUDED, NOT_SELECTED)
_EXITS = {
    0: "no errors",
    1: "findings of a severity that fails the run",
    _BUG: "internal error: a rule could not run",
}


class Part(NamedTuple):
    """What a log with several files has of one of them, as if it were the first."""

    invocation: dict[str, Any]
    artifact: dict[str, Any]
    results: list[dict[str, Any]]


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


def part_of(check: Check, ids: Iterable[str]) -> Part:
    """What a log has of one file; ``ids`` are those of every rule, in their order.

    A file that was not checked has no results, and the invocation has the reason.
    """
    if check.report is None:
        return Part(_failure(check), _artifact(check.file, None), [])
    index = {rule: number for number, rule in enumerate(ids)}
    return Part(
        _invocation(check.report, index, check.exit_code),
        _artifact(check.file, check.report.media_type) | {"properties": _properties(check.report)},
        _results(check.report, index),
    )


def driver(known: Iterable[Explanation]) -> dict[str, Any]:
    """The program and its rules."""
    return {
        "name": "form4gen",
        "semanticVersion": __version__,
        "language": "en-US",
        "rules": [descriptor(each) for each in known],
    }


def _log(known: list[Explanation], run: dict[str, Any]) -> str:
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver(known)}} | run]}
    return json_text(document) + "\n"


def _artifact(file: str, media_type: str | None) -> dict[str, Any]:
    """A file; without a media type if it could not be read."""
    known = {"mimeType": media_type} if media_type else {}
    return {"location": _location(file), **known, "roles": ["analysisTarget"]}


def _properties(report: Report) -> dict[str, Any]:
    """The facts about the whole file."""
    return {
        "filedAt": report.filed_at.isoformat(),
        "filedAtBasis": report.time_basis.value,
        "verdict": verdict_object(report, causes(report.open)),
        "settings": settings(report.settings),
        "heldBack": held_back(report),
        "notApplicable": dict(sorted(report.outcome.not_applicable.items())),
        "notRun": _left_out(report),
        "more": [more(each) for each in report.more],
    }


def _results(report: Report, index: Index) -> list[dict[str, Any]]:
    """The findings of a file, numbered as if it were the only one."""
    findings = report.findings
    numbers = {(each.rule, each.at): number for number, each in reversed(list(enumerate(findings)))}
    return [_result(each, report, index, numbers) for each in findings]


def _result(finding: Finding, report: Report, index: Index, numbers: Mapping[tuple[str, Place], int]) -> dict[str, Any]:
    accepted = finding.overridden
    physical: dict[str, Any] = {"artifactLocation": _reference(report.file)}
    if finding.line and finding.column:
        physical["region"] = {"startLine": finding.line, "startColumn": finding.column}
    return {
        **_rule(finding.rule, index, "rule"),
        "level": LEVELS[finding.severity],
        "message": {"text": _escaped(" ".join(_sentences(finding)))},
        "locations": [
            {
                "physicalLocation": physical,
                "logicalLocations": [_logical(finding)],
            }
        ],
        "suppressions": [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": f"{accepted.reason} (accepted by {accepted.by})",
                "location": {"logicalLocations": [{"fullyQualifiedName": accepted.at.pointer}]},
            }
        ]
        if accepted
        else [],
        "fixes": list(_fixes(finding, report)),
        "properties": {
            "edgar": finding.edgar.value if finding.edgar else None,
            "found": finding.found,
            "expected": finding.expected,
            "arithmetic": finding.arithmetic,
            "sources": cited(finding.sources),
            "remedy": plain(finding.remedy),
            "suggestion": suggestion(finding),
            "follows": None if finding.follows is None else numbers.get(finding.follows),
        },
    }


def _logical(finding: Finding) -> dict[str, Any]:
    """The place in the structure of the file: an element of XML, or a property of JSON."""
    name, kind = (finding.element, "element") if finding.element else (finding.at.pointer, "property")
    return {"name": finding.cell, "fullyQualifiedName": name, "kind": kind}


def _fixes(finding: Finding, report: Report) -> Iterator[dict[str, Any]]:
    change = change_of(report, finding)
    if change is not None:
        region = {
            "startLine": change.line,
            "startColumn": change.column,
            "endLine": change.line,
            "endColumn": change.end_column,
        }
        yield {
            "description": {"text": _escaped(f"{plain(in_words(change))}.")},
            "artifactChanges": [
                {
                    "artifactLocation": _reference(report.file),
                    "replacements": [{"deletedRegion": region, "insertedContent": {"text": change.text}}],
                }
            ],
        }


def _sentences(finding: Finding) -> Iterator[str]:
    """The message that a viewer shows; most show nothing else."""
    yield finding.message
    if finding.arithmetic is not None:
        yield f"{finding.arithmetic}."
    if finding.remedy:
        yield f"Remedy: {plain(finding.remedy)}"


def _escaped(text: str) -> str:
    """The text as a SARIF message: braces are placeholders there (3.11.5), and ``[a](b)`` is a link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _invocation(report: Report, index: Index, exit_code: int) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.outcome.could_not_run,
        "exitCode": exit_code,
        "exitCodeDescription": _EXITS[exit_code],
        "toolExecutionNotifications": [
            {
                "associatedRule": _rule(rule, index),
                "level": "error",
                "message": {"text": _escaped(_internal_error(rule, reason))},
            }
            for rule, reason in sorted(report.outcome.could_not_run.items())
        ],
        "ruleConfigurationOverrides": [
            {"descriptor": _rule(rule, index), "configuration": configuration}
            for rule in index
            if (configuration := _configuration(rule, report))
        ],
    }


def _internal_error(rule: str, reason: str) -> str:
    return f"Internal error in rule {rule} ({reason}). The filing was not checked for it."


def _failure(check: Check) -> dict[str, Any]:
    """The invocation of a file that was not checked."""
    artifact = {"artifactLocation": _reference(check.file)}
    return {
        "executionSuccessful": False,
        "exitCode": check.exit_code,
        "exitCodeDescription": "internal error" if check.exit_code == _BUG else "the file could not be read",
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": _escaped(fault)},
                "locations": [{"physicalLocation": artifact}],
            }
            for fault in check.faults
        ],
    }


def _configuration(rule: str, report: Report) -> dict[str, Any]:
    """How this run configured a rule differently from the catalogue."""
    severity = report.settings.severity_of(rule)
    unselected = report.outcome.not_run.get(rule) in _LEFT_OUT
    return ({"enabled": False} if unselected else {}) | ({"level": LEVELS[severity]} if severity else {})


def _rule(rule: str, index: Index, prefix: str = "") -> dict[str, Any]:
    """The reference to a rule: ``id`` and ``index``, or ``ruleId`` and ``ruleIndex``."""
    name, number = ("ruleId", "ruleIndex") if prefix else ("id", "index")
    return {name: rule, number: index[rule]} if rule in index else {name: rule}


def _left_out(report: Report) -> dict[str, str]:
    """The rules that were not run on this filing, with the reason; the invocation has those that are not selected."""
    reasons = report.outcome.not_run
    return {rule: reasons[rule] for rule in sorted(reasons) if reasons[rule] not in _LEFT_OUT}


def _reference(file: str) -> dict[str, Any]:
    """The reference to a file among the artifacts, of which it is the first."""
    return _location(file) | {"index": 0}


def _location(file: str) -> dict[str, Any]:
    if sys.platform == "win32":
        from pathlib import PureWindowsPath  # noqa: PLC0415  no other system needs it

        path = PureWindowsPath(file)
        return {"uri": path.as_uri() if path.is_absolute() else _address(path.as_posix())}
    parts = [part for part in file.split("/") if part not in ("", ".")]
    slashes = len(file) - len(file.lstrip("/"))
    root = "//" if slashes == 2 else "/" if slashes else ""  # noqa: PLR2004  POSIX lets two mean something of their own
    address = _address(root + "/".join(parts) or ".")
    return {"uri": f"file://{address}" if root else address}


def _address(path: str) -> str:
    """The bytes of a path, which need not be UTF-8, as an address spells them."""
    return "".join(
        chr(byte) if byte in _ADDRESS else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogateescape")
    )
