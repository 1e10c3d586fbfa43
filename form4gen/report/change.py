"""The change of the document that corrects a finding."""

from __future__ import annotations

from form4gen.location import Change
from form4gen.report.excerpt import literal_end
from form4gen.report.json_text import json_text
from form4gen.report.record import Report
from form4gen.rules.engine import Finding


def change_of(report: Report, finding: Finding) -> Change | None:
    """The change that corrects a finding; None if a person must decide, or the place is not in a JSON text."""
    if isinstance(finding.fix, Change):
        return finding.fix
    spot = None if finding.fix is None or finding.element else report.spot_of(finding)
    if spot is None or finding.line is None or finding.column is None:
        return None
    end = literal_end(spot) - spot.begin + 1
    return Change(finding.line, finding.column, end, _escaped(json_text(finding.fix)))


def _escaped(text: str) -> str:
    """JSON text with escapes for the control characters that JSON lets stand."""
    return "".join(f"\\u{ord(each):04x}" if "\x7f" <= each <= "\x9f" else each for each in text)


def in_words(change: Change) -> str:
    """A change as the report shows it."""
    if not change.text.strip():
        return "write a space" if change.text else "delete it"
    return f"insert {change.text}" if change.column == change.end_column else f"replace with {change.text}"
