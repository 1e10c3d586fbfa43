"""The parts of the form under which the memorandum groups its findings."""

from __future__ import annotations

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


TITLES = tuple(dict.fromkeys(_TITLES.values()))
"""Every title, in the order of the form."""
