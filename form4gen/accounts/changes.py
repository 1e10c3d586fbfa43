"""What an amendment adds to its original, and what it changes there."""

from __future__ import annotations

from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.amendments import says_what_it_adds, says_what_it_changes
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_WHAT = {
    "transaction_date": "date",
    "transaction_code": "code",
    "transaction_shares": "number",
    "transaction_price_per_share": "price",
}


_ALIKE = 2
"""A row is the same transaction, corrected, if it agrees with one of the original in this many of the four values."""


class Change(NamedTuple):
    """A row of an amendment that differs from the original, with the values that differ; none if the row is new."""

    row: Transaction
    differs: tuple[str, ...]


class Amended(NamedTuple):
    """What an amendment adds and changes: compared row by row with its original, or by its own words without one."""

    added: tuple[Transaction, ...]
    changed: tuple[Change, ...]
    adds: bool
    changes: bool


def amended_rows(filing: Filing, original: Filing | None) -> Amended:
    """What an amendment adds and changes; nothing if the filing is not an amendment or reports no transaction."""
    if not filing.is_amendment or not filing.transactions:
        return Amended((), (), adds=False, changes=False)
    if original is None:
        text = filing.all_text
        return Amended((), (), adds=says_what_it_adds(text), changes=says_what_it_changes(text))
    compared = changes(filing, original)
    added = tuple(each.row for each in compared if not each.differs)
    changed = tuple(each for each in compared if each.differs)
    return Amended(added, changed, adds=bool(added), changes=bool(changed))


def changes(filing: Filing, original: Filing) -> list[Change]:
    """The transactions that an amendment adds, or reports with a different date, code, number or price."""
    left = list(original.transactions)
    changed = []
    for row in filing.transactions:
        same = next((other for other in left if _is_of_the_class(row, other) and not _differs(row, other)), None)
        if same is None:
            changed.append(row)
        else:
            left.remove(same)
    found = []
    for row in changed:
        near = [other for other in left if _is_of_the_class(row, other)]
        nearest, differs = min(((other, _differs(row, other)) for other in near), key=_how_much, default=(None, ()))
        if nearest is None or len(differs) > len(_WHAT) - _ALIKE:
            found.append(Change(row, ()))
        else:
            left.remove(nearest)
            found.append(Change(row, differs))
    return found


def _is_of_the_class(row: Transaction, other: Transaction) -> bool:
    return row.table == other.table and words(row.security_title.value) == words(other.security_title.value)


def _how_much(compared: tuple[Transaction, tuple[str, ...]]) -> int:
    return len(compared[1])


def _differs(row: Transaction, other: Transaction) -> tuple[str, ...]:
    return tuple(what for key, what in _WHAT.items() if getattr(row, key).value != getattr(other, key).value)
