"""What a browser shows of a filing: the page, the verdict, the findings, and what each row comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.api.check import Finding
from form4gen.api.editing import TABLES, column_widths, decimal_of, page_to_edit, shown
from form4gen.api.reports import Report
from form4gen.api.sending import is_on_placeholder, is_suspended
from form4gen.workbench.checked import Checked
from form4gen.workbench.words import due_words, first_due, minutes_left, row_words, time_left, without_keys

_GROUPS = (("error", "Errors"), ("warning", "Warnings"), ("advisory", "Advisories"), ("accepted", "Accepted"))
_FILES = ("pdf", "html", "memo", "closing", "xml", "test")


def view(checked: Checked, undoable: dict[str, str]) -> dict[str, Any]:
    """The whole state of the Form screen, as JSON values; markup in it is escaped."""
    filing = checked.loaded.filing
    return verdict_and_findings(checked) | {
        "digest": checked.content.digest,
        "page": page_to_edit(filing) if filing else "",
        "columns": f".page {{{column_widths(filing)}}}" if filing else "",
        "rows": row_words(checked.facts),
        "counts": _counts(checked.facts),
        "undo": undoable.get("undo", ""),
        "redo": undoable.get("redo", ""),
        "text": checked.loaded.document.text,
    }


def verdict_and_findings(checked: Checked) -> dict[str, Any]:
    """The part of the screen that changes with each key."""
    groups, applied = groups_of(checked.report, checked.facts), len(checked.facts["rules"]["applied"])
    return {
        "verdict": shown("workbench.verdict.html.jinja", **verdict_of(checked)),
        "findings": shown("workbench.findings.html.jinja", groups=groups, applied=applied),
    }


def verdict_of(checked: Checked) -> dict[str, Any]:
    """The line under the menu."""
    verdict = checked.facts["verdict"]
    due = None if checked.report.is_on_record else first_due(checked.facts)
    left, is_urgent, as_of = time_left(checked.report, due)
    filing = checked.loaded.filing
    return {
        "words": verdict["words"],
        "errors": verdict["errors"],
        "warnings": verdict["warnings"],
        "is_filing": filing is not None,
        "suspending": any(map(is_suspended, checked.report.open)),
        "due": due_words(due) or ("No deadline; file promptly" if filing and filing.is_amendment else ""),
        "left": f"{left} {as_of}".strip(),
        "is_urgent": is_urgent,
        "minutes": minutes_left(checked.report, due),
    }


def withheld(checked: Checked) -> dict[str, dict[str, Any]]:
    """The files that are not made now, by their kind, each with the first finding that stands against it."""
    found = [(each, _said(each, facts)) for each, facts in _with_facts(checked.report, checked.facts)]
    errors = [said for _, said in found if said["severity"] == "error" and not said["overridden"]]
    suspended = [said for each, said in found if is_suspended(each)]
    barred = {"xml": suspended, "test": errors} if checked.loaded.filing is not None else dict.fromkeys(_FILES, errors)
    return {kind: against[0] for kind, against in barred.items() if against}


def _counts(facts: dict[str, Any]) -> str:
    """The counts as a screen reader hears them: ``2 errors, 1 warning``."""
    verdict = facts["verdict"]
    parts = [(verdict["errors"], "error"), (verdict["warnings"], "warning")]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts)


def groups_of(report: Report, facts: dict[str, Any]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """The findings by severity, those that counsel accepted last; a consequence follows its cause."""
    found = []
    for number, (finding, each) in enumerate(_with_facts(report, facts)):
        group = "accepted" if finding.overridden else each["severity"]
        may_accept = not finding.overridden and each["edgar"] not in (None, "suspends")
        shown_of = {"id": f"finding-{number}", "group": group, "applied": _applied(each), "may_accept": may_accept}
        found.append(_said(finding, each) | shown_of)
    listed = [(kind, title, [each for each in found if each["group"] == kind]) for kind, title in _GROUPS]
    return [(kind, _heading(kind, title, len(each), facts), each) for kind, title, each in listed if each]


def _with_facts(report: Report, facts: dict[str, Any]) -> Iterator[tuple[Finding, dict[str, Any]]]:
    """Each finding with its JSON values."""
    return zip(report.findings, facts["findings"], strict=True)


def _said(finding: Finding, facts: dict[str, Any]) -> dict[str, Any]:
    """A finding in the words of the page, which has no keys. What is still to be filled in is an empty cell there."""
    message, remedy = without_keys(facts["message"]), without_keys(facts["remedy"] or "")
    if not is_on_placeholder(finding):
        return facts | {"message": message, "remedy": remedy}
    remedy = remedy.partition(" To leave the box blank")[0].replace(", YYYY-MM-DD", ", such as 11/6/26")
    if finding.at.tokens[0] in TABLES:
        remedy += " To leave the cell blank, press Delete in it."
    return facts | {"message": "Not filled in.", "remedy": remedy, "found": None}


def _heading(kind: str, title: str, number: int, facts: dict[str, Any]) -> str:
    """The title of a group with its count: of errors that of the verdict, which counts each cause once."""
    causes = facts["verdict"]["errors"] if kind == "error" else number
    return f"{title} ({number})" if causes in (0, number) else f"{title} ({causes}, in {number} places)"


def _applied(finding: dict[str, Any]) -> str:
    """The value that a suggestion enters, as a person reads it; empty without one."""
    if not finding["suggestion"]:
        return ""
    value = finding["suggestion"]["value"]
    if isinstance(value, bool):
        return "X" if value else "no X"
    number = decimal_of(str(value))
    return f"{number:,f}" if number is not None and finding["expected"] else str(value)
