"""The report for a machine: one JSON object, described by ``schemas/report.schema.json``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from form4gen import __version__
from form4gen.accounts.due_dates import Standing
from form4gen.location import Place
from form4gen.report.actions import Action, actions
from form4gen.report.causes import Cause, causes
from form4gen.report.change import change_of
from form4gen.report.json_proof import balance, deadline, working
from form4gen.report.json_text import json_text
from form4gen.report.record import Report, cited, plain
from form4gen.report.verdict import line, verdict
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More
from form4gen.rules.settings import Settings
from form4gen.typed import Any

_Key = tuple[str, Place]


def as_json(report: Report, *, on_one_line: bool = False) -> str:
    """The report as JSON text, ending in a line end; on one line for JSON Lines.

    Accepted findings are listed with the others and have ``overridden``; ``counts`` leaves them out. ``more`` has the
    number of findings that are not listed.
    """
    outcome, found = report.outcome, causes(report.open)
    findings = report.findings
    index = {(each.rule, each.at): number for number, each in reversed(list(enumerate(findings)))}
    document = {
        "form4gen": __version__,
        "file": report.file,
        "filedAt": report.filed_at.isoformat(),
        "filedAtBasis": report.time_basis.value,
        "settings": settings(report.settings),
        "heldBack": held_back(report),
        "verdict": verdict_object(report, found),
        "actions": [_action(each, index) for each in actions(found)],
        "findings": [_finding(each, report, index) for each in findings],
        "more": [more(each) for each in report.more],
        "deadlines": [deadline(each, report.filed_at.tzinfo) for each in report.deadlines],
        "balances": [balance(each) for each in report.balances],
        "workings": [working(each) for each in report.workings],
        "rules": {
            "applied": sorted(outcome.applied),
            "notApplicable": _reasons(outcome.not_applicable),
            "notRun": _reasons(outcome.not_run),
            "couldNotRun": _reasons(outcome.could_not_run),
        },
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "fixed": report.fixed,
    }
    if on_one_line:
        import json  # noqa: PLC0415  the other form needs none of it

        return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    return json_text(document) + "\n"


def verdict_object(report: Report, found: Sequence[Cause]) -> dict[str, Any]:
    """The verdict and what it rests on; numbers of causes, except for rows and rules."""
    result = verdict(report, found)
    due = next((each.due for each in report.deadlines if each.due and each.standing is not Standing.NOT_DUE), None)
    return {
        "case": result.case.value,
        "words": line(result),
        "errors": result.errors,
        "suspending": result.suspended,
        "warnings": result.warnings,
        "advisories": result.advisories,
        "lateRows": result.late,
        "rows": result.rows,
        "accepted": result.accepted,
        "couldNotRun": result.broken,
        "due": None if due is None else due.replace(tzinfo=report.filed_at.tzinfo).isoformat(),
    }


def suggestion(finding: Finding) -> dict[str, Any] | None:
    """The place and the value that corrects it, if that is certain: numbers and days as text."""
    value = finding.suggested
    if value is None:
        return None
    if isinstance(value, Decimal):
        value = f"{value:f}"
    return {"pointer": finding.at.pointer, "value": value.isoformat() if isinstance(value, date) else value}


def _action(action: Action, index: Mapping[_Key, int]) -> dict[str, Any]:
    cause = action.cause
    return {
        "group": action.group.value,
        "words": action.words,
        "cells": cause.cells,
        "severity": cause.severity.value,
        "edgar": cause.edgar.value if cause.edgar else None,
        "findings": sorted(index[each.rule, each.at] for each in cause.all),
    }


def _finding(finding: Finding, report: Report, index: Mapping[_Key, int]) -> dict[str, Any]:
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
        "suggestion": suggestion(finding),
        "follows": None if finding.follows is None else index.get(finding.follows),
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


def _reasons(rules: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"rule": rule, "reason": rules[rule]} for rule in sorted(rules)]
