"""The replacement for one value or key of the document, if that corrects a finding."""

from __future__ import annotations

import json

from form4gen.records import NamedTuple
from form4gen.report.excerpt import literal_end
from form4gen.report.record import Report
from form4gen.rules.engine import Finding


class Change(NamedTuple):
    """A literal of the document, from ``column`` to before ``end_column`` of ``line``, and the JSON ``text`` for it.

    Lines and columns count from 1, columns in characters.
    """

    line: int
    column: int
    end_column: int
    text: str


def change_of(report: Report, finding: Finding) -> Change | None:
    """The change that corrects a finding; None if a person must decide, or the place is not in the text."""
    spot = None if finding.fix is None else report.spot_of(finding)
    if spot is None or finding.line is None or finding.column is None:
        return None
    end = literal_end(spot) - spot.begin + 1
    return Change(finding.line, finding.column, end, json.dumps(finding.fix, ensure_ascii=False))
