"""The parts of the form under which the memorandum groups its findings, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding

_WHOLE = "The form as a whole"

# Captions of SEC 1474 (03-26), by the first words of a cell's name.
_TITLES = {
    _WHOLE: _WHOLE,
    "Item 1": "Item 1. Name and Address of Reporting Person",
    "Items 1 and 5": "Items 1 and 5. Reporting Person and Relationship to Issuer",
    "Item 2": "Item 2. Issuer Name and Ticker or Trading Symbol",
    "Item 2a": "Item 2a. Foreign Trading Symbol",
    "Item 3": "Item 3. Date of Earliest Transaction Required to be Reported",
    "Item 4": "Item 4. If Amendment, Date Original Filed",
    "Item 5": "Item 5. Relationship of Reporting Person(s) to Issuer",
    "Table I": "Table I. Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    "Table II": "Table II. Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    "Explanation of Responses": "Explanation of Responses",
    "Remarks": "Remarks",
    "Signature": "Signatures",
    "Power of attorney": "Powers of Attorney",
    "Exhibit": "Exhibits",
    "Override": "Overrides",
}


def title_of(cell: str) -> str:
    """The title of the part of the form to which a cell belongs."""
    head = cell.partition(",")[0].rstrip("0123456789").rstrip()
    return _TITLES.get(cell.partition(",")[0]) or _TITLES.get(head, _WHOLE)


def by_item(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings by the title of their part, the most severe of each part first, otherwise in the order given."""
    groups: dict[str, list[Finding]] = {title: [] for title in _TITLES.values()}
    for finding in findings:
        groups[title_of(finding.cell)].append(finding)
    return {title: sorted(group, key=_rank) for title, group in groups.items() if group}


def _rank(finding: Finding) -> int:
    return _ranks()[finding.severity]


@cache
def _ranks() -> dict[Severity, int]:
    return {severity: rank for rank, severity in enumerate(Severity)}
