"""The report for a machine: one JSON object, described by ``schemas/report.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from form4gen import __version__
from form4gen.report.change import change_of
from form4gen.report.json_proof import balance, deadline, working
from form4gen.report.record import Report, cited, plain
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More
from form4gen.rules.settings import Settings


def as_json(report: Report, *, on_one_line: bool = False) -> str:
    """The report as JSON text, ending in a line end; on one line for JSON Lines.

    Accepted findings are listed with the others and have ``overridden``; ``counts`` leaves them out. ``more`` has the
    number of findings that are not listed.
    """
    outcome = report.outcome
    document = {
        "form4gen": __version__,
        "file": report.file,
        "filedAt": report.filed_at.isoformat(),
        "filedAtBasis": report.time_basis.value,
        "settings": settings(report.settings),
        "heldBack": held_back(report),
        "findings": [_finding(each, report) for each in report.findings],
        "more": [more(each) for each in report.more],
        "deadlines": [deadline(each, report.filed_at.tzinfo) for each in report.deadlines],
        "balances": [balance(each) for each in report.balances],
        "workings": [working(each) for each in report.workings],
        "rules": {
            "applied": sorted(outcome.applied),
            "notApplicable": _reasons(outcome.not_applicable),
            "couldNotRun": _reasons(outcome.could_not_run),
        },
        "counts": {severity.value: report.count(severity) for severity in Severity},
    }
    if on_one_line:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    accepted, change = finding.overridden, change_of(report, finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "edgar": finding.edgar.value if finding.edgar else None,
        "cell": finding.cell,
        "pointer": finding.at.pointer,
        "element": finding.element,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "found": finding.found,
        "expected": finding.expected,
        "arithmetic": finding.arithmetic,
        "sources": cited(finding.sources),
        "remedy": plain(finding.remedy),
        "fix": change
        and {"line": change.line, "column": change.column, "endColumn": change.end_column, "text": change.text},
        "overridden": {"reason": accepted.reason, "by": accepted.by} if accepted else None,
    }


def more(each: More) -> dict[str, Any]:
    """How many findings of one kind are not listed."""
    return {
        "rule": each.rule,
        "severity": each.severity.value,
        "edgar": each.edgar.value if each.edgar else None,
        "accepted": each.is_accepted,
        "count": each.number,
    }


def settings(given: Settings) -> dict[str, Any]:
    """The settings as JSON; ``file`` is null without a settings file."""
    return {
        "file": given.file,
        "options": list(given.options),
        "select": list(given.select),
        "ignore": list(given.ignore),
        "severities": {name: severity.value for name, severity in sorted(given.severities.items())},
        "strict": given.strict,
        "isLook": given.is_look,
    }


def held_back(report: Report) -> list[dict[str, str]]:
    """The errors that only settings hold back, and how."""
    return [
        {"rule": finding.rule, "pointer": finding.at.pointer, "how": how}
        for how, held in (("excluded", report.outcome.excluded), ("lowered", report.outcome.lowered))
        for finding in held.errors
    ]


def _reasons(rules: dict[str, str]) -> list[dict[str, str]]:
    return [{"rule": rule, "reason": rules[rule]} for rule in sorted(rules)]
