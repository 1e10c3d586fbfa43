"""What to do about the findings of a report, as a numbered list: what is most severe comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from form4gen.location import Place
from form4gen.model.changed import Value
from form4gen.records import NamedTuple
from form4gen.report.causes import Cause
from form4gen.report.phrases import first_sentence, value_words, without_keys
from form4gen.report.places import folded
from form4gen.report.record import plain
from form4gen.rules.catalogue import Edgar, Severity


class Group(Enum):
    """What an action is for; the list has them in this order."""

    CORRECT = "Correct before filing"
    FILE = "Act today"
    REVIEW = "Review"
    HAVE = "Have in hand before you file"
    COUNSEL = "For counsel"

    def title(self, *, is_on_record: bool) -> str:
        """The heading of its actions; a form on file is corrected by another."""
        return _ON_RECORD.get(self, self.value) if is_on_record else self.value


_ON_RECORD = {Group.CORRECT: "Correct in a Form 4/A", Group.FILE: "Filed late", Group.HAVE: "Have in hand"}


class Action(NamedTuple):
    """One thing to do: its number, what it is for, an imperative, and the cause that calls for it."""

    number: int
    group: Group
    words: str
    cause: Cause

    @property
    def tag(self) -> str:
        """Severity, EDGAR's response if it suspends the filing, and how many cells there are."""
        parts = [self.cause.severity.value.capitalize()]
        if self.cause.edgar is Edgar.SUSPENDS:
            parts.append("EDGAR suspends")
        findings = self.cause.findings
        what = "rows" if all(", row " in each.cell for each in findings) else "places"
        return ", ".join((*parts, *([f"{len(findings)} {what}"] if len(findings) > 1 else ())))


_SHORT = 60
"""Characters of a value that an imperative names."""

_RANGES = 3
"""Ranges of rows that it names; of more, it says how many rows they are."""

_NAMES = {
    "sharesOwnedFollowingTransaction": "the balance of {row}",
    "valueOwnedFollowingTransaction": "the balance of {row}",
    "transactionAcquiredDisposedCode": "the (A) or (D) mark of {row}",
    "transactionDate": "the transaction date of {row}",
    "transactionCode": "the code of {row}",
    "transactionFormType": "the V mark of {row}",
    "transactionPricePerShare": "the price of {row}",
    "securityTitle": "the title of {row}",
    "periodOfReport": "Item 3",
}
"""What a person calls a cell; others have the name that the form gives them."""

_NO_V = {"transactionFormType": {"4": "Remove the V mark of {row}.", "5": "Mark {row} V."}}


def actions(found: Iterable[Cause]) -> list[Action]:
    """The actions that the causes call for."""
    ordered = sorted(found, key=_rank)
    return [Action(number, _group(cause), imperative(cause), cause) for number, cause in enumerate(ordered, 1)]


def by_group(listed: Iterable[Action]) -> Iterator[tuple[Group, list[Action]]]:
    """The actions of each group, in order."""
    groups: dict[Group, list[Action]] = {}
    for each in listed:
        groups.setdefault(each.group, []).append(each)
    yield from groups.items()


def imperative(cause: Cause) -> str:
    """What to do, in a sentence: the change, if the right value is certain, otherwise what the remedy says first."""
    values = {each.suggested for each in cause.findings}
    if len(values) == 1 and (value := values.pop()) is not None and len(str(value)) <= _SHORT:
        return _change(cause, value)
    return first_sentence(plain(without_keys(cause.lead.remedy or cause.lead.message)))


def _change(cause: Cause, value: Value) -> str:
    lead = cause.lead
    key = str(lead.at.token)
    row = folded((each.cell.partition(", column")[0] for each in cause.findings), _RANGES)
    if key in _NO_V and value in _NO_V[key]:
        return _NO_V[key][str(value)].format(row=row)
    name = _NAMES[key].format(row=row) if key in _NAMES else cause.cells
    if isinstance(value, bool):
        return f"{'Check' if value else 'Uncheck'} {name}."
    words = value_words(value)
    return f"Change {name} to {words}." if lead.found else f"Enter {words} in {name}."


def _group(cause: Cause) -> Group:
    if cause.is_late:
        return Group.FILE
    match cause.severity:
        case Severity.ERROR:
            return Group.CORRECT
        case Severity.WARNING:
            return Group.REVIEW
    return Group.HAVE if cause.is_about_a_document else Group.COUNSEL


_ORDER = {group: rank for rank, group in enumerate(Group)}

_FORM = (
    "documentType", "notSubjectToSection16", "aff10b5One", "reportingOwners", "issuer", "periodOfReport",
    "dateOfOriginalSubmission", "nonDerivativeTable", "derivativeTable", "footnotes", "remarks", "ownerSignatures",
)  # fmt: skip
"""The parts of the form in the order in which they are printed."""


def _rank(cause: Cause) -> tuple[int, bool, int, tuple[tuple[int, int], ...]]:
    is_accepted = cause.edgar not in (None, Edgar.SUSPENDS)  # None: the value is not one yet
    return _ORDER[_group(cause)], is_accepted, *form_order(cause.lead.at)


def form_order(at: Place) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Where the form prints a place: by its part, then by its row."""
    steps = at.tokens
    head = str(steps[0]) if steps else ""
    rows = tuple((step, 0) for step in steps[1:] if isinstance(step, int))
    return _FORM.index(head) if head in _FORM else len(_FORM), rows
