"""What a browser shows of a filing: the page, the verdict, the findings, and what each row comes to."""

from __future__ import annotations

from typing import Any

from form4gen.api.editing import column_widths, decimal_of, page_to_edit, shown
from form4gen.api.reports import Report
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
    left, is_urgent = time_left(checked.report, due)
    filing = checked.loaded.filing
    return {
        "words": verdict["words"],
        "errors": verdict["errors"],
        "warnings": verdict["warnings"],
        "is_filing": filing is not None,
        "suspending": verdict["suspending"],
        "due": due_words(due) or ("No deadline; file promptly" if filing and filing.is_amendment else ""),
        "left": left,
        "is_urgent": is_urgent,
        "minutes": minutes_left(checked.report, due),
    }


def withheld(checked: Checked) -> dict[str, dict[str, Any]]:
    """The files that are not made now, by their kind, each with the first finding that stands against it."""
    errors = [each for each in checked.facts["findings"] if each["severity"] == "error" and not each["overridden"]]
    suspended = [each for each in errors if each["edgar"] == "suspends"]
    barred = {"xml": suspended, "test": errors} if checked.loaded.filing is not None else dict.fromkeys(_FILES, errors)
    return {kind: found[0] for kind, found in barred.items() if found}


def _counts(facts: dict[str, Any]) -> str:
    """The counts as a screen reader hears them: ``2 errors, 1 warning``."""
    verdict = facts["verdict"]
    parts = [(verdict["errors"], "error"), (verdict["warnings"], "warning")]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts)


def groups_of(report: Report, facts: dict[str, Any]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """The findings by severity, those that counsel accepted last; a consequence follows its cause."""
    found = []
    for number, (finding, each) in enumerate(zip(report.findings, facts["findings"], strict=True)):
        group = "accepted" if finding.overridden else each["severity"]
        may_accept = not finding.overridden and each["edgar"] not in (None, "suspends")
        shown_of = {"id": f"finding-{number}", "group": group, "applied": _applied(each), "may_accept": may_accept}
        said = {"message": without_keys(each["message"]), "remedy": without_keys(each["remedy"] or "")}
        found.append(each | said | shown_of)
    listed = [(kind, title, [each for each in found if each["group"] == kind]) for kind, title in _GROUPS]
    return [(kind, _heading(kind, title, len(each), facts), each) for kind, title, each in listed if each]


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
