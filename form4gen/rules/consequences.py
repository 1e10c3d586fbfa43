"""Which findings only follow from another, and which values are certain.

A rule derives a value from the rest of the form: the mark that fits a code, the balance that a sum gives. It is tried
out: the form is checked again with the values that one rule suggests. A finding that is then gone, or expects another
value, follows from that rule's finding, and what it suggests itself would be wrong. A suggestion with which a sum of
the form no longer comes out is not certain and is withdrawn. A value derived from a cell that another finding doubts,
without knowing better, follows from that finding as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import pairwise

from form4gen.accounts.ledger import ledger
from form4gen.location import Place
from form4gen.model.changed import changed
from form4gen.model.filing import Filing, Override
from form4gen.model.rows import Transaction
from form4gen.prose.texts import words
from form4gen.rules.catalogue import Rule, Severity
from form4gen.rules.engine import Finding, check

_INPUTS = ("transactionShares", "transactionTotalValue", "transactionAcquiredDisposedCode")
"""The cells of a row that a balance is made of."""

_OWNERSHIP = ("directOrIndirectOwnership", "natureOfOwnership")
"""The cells that tell the lines of a class apart."""

_DUPLICATE = "TC116"
"""The finding on a row that should not be there, so that it changes no balance."""

_LATE = ("DL101", "DL111")
"""The findings at a transaction date that do not doubt it."""

_SUMS = ("HB", "PA")
"""The families that add up rows."""

_Key = tuple[str, Place]


def traced(
    findings: Sequence[Finding],
    filing: Filing,
    filed_at: datetime,
    rules: Iterable[Rule],
    *,
    is_planned: bool = False,
    prior: Iterable[Filing] = (),
) -> tuple[Finding, ...]:
    """The findings of a check of ``filing`` by ``rules``, with what each follows from, and only certain suggestions.

    Work grows with the form: it is checked once more for each rule that suggests a value.
    """
    if all(each.suggested is None for each in findings):  # as on most forms: nothing can follow
        return tuple(findings)
    follows = dict(_doubted(findings, filing))
    findings = [_withdrawn(each) if _key(each) in follows else each for each in findings]
    leads: dict[str, list[Finding]] = {}
    for each in findings:
        if each.suggested is not None and each.fix is None and each.overridden is None:
            leads.setdefault(each.rule, []).append(each)
    fired = {each.rule for each in findings}
    again = [each for each in rules if (each.id in fired or each.family in _SUMS) and Override not in each.on]
    recheck = partial(check, filed_at=filed_at, rules=again, is_planned=is_planned, prior=tuple(prior))
    uncertain = _of_other_lines(findings, filing)
    for of_rule in leads.values():
        leading = [each for each in of_rule if _key(each) not in follows]
        values = {each.at: each.suggested for each in leading if each.suggested is not None}
        after = recheck(changed(filing, values)).findings
        nearest = _Nearest(leading)
        off = {nearest.to(each) for each in _new_breaks(findings, after)}
        uncertain |= off
        certain = [each for each in leading if _key(each) not in off]
        nearest = _Nearest(certain)
        for gone in _changed(findings, after, {_key(each) for each in leading}) if certain else ():
            follows.setdefault(_key(gone), nearest.to(gone))
    return tuple(_settled(each, follows, uncertain) for each in findings)


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.at


def _withdrawn(finding: Finding) -> Finding:
    return finding._replace(suggested=None)


def _settled(finding: Finding, follows: dict[_Key, _Key], uncertain: set[_Key]) -> Finding:
    lead = follows.get(_key(finding))
    if lead is not None and finding.overridden is None:
        return _withdrawn(finding)._replace(follows=_root(lead, follows))
    return _withdrawn(finding) if _key(finding) in uncertain else finding


def _root(lead: _Key, follows: dict[_Key, _Key]) -> _Key:
    """The finding at the beginning of a chain."""
    while lead in follows:
        lead = follows[lead]
    return lead


def _doubted(findings: Iterable[Finding], filing: Filing) -> Iterator[tuple[_Key, _Key]]:
    """The findings on a value that was derived from a doubtful one, each with the finding that doubts it."""
    doubts: dict[Place, _Key] = {}
    for each in findings:
        is_open = each.severity is not Severity.ADVISORY and each.overridden is None
        if is_open and each.suggested is None and each.rule not in _LATE:
            doubts.setdefault(each.at, _key(each))
    rows = {row.at: _doubt_of_sum(row, doubts) for row in filing.transactions}
    for account in ledger(filing):
        for step, following in pairwise(account.steps):
            found = doubts.get(step.row.owned_following.at)
            rows[following.row.at] = rows[following.row.at] or found
    days = {row.transaction_date.value: doubts.get(row.transaction_date.at) for row in filing.transactions}
    for each in findings:
        if each.suggested is None or each.fix is not None:
            continue
        found = days.get(each.suggested) if isinstance(each.suggested, date) else None
        if each.arithmetic and each.at.parent is not None:
            found = rows.get(each.at.parent)
        if found is not None:
            yield _key(each), found


def _doubt_of_sum(row: Transaction, doubts: Mapping[Place, _Key]) -> _Key | None:
    """The finding on what the balance of a row is made of, or on a row that should not be there."""
    at = (row.at / token for token in _INPUTS)
    duplicate = doubts.get(row.at)
    found = (duplicate if duplicate and duplicate[0] == _DUPLICATE else None, *map(doubts.get, at))
    return next((each for each in found if each), None)


def _of_other_lines(findings: Iterable[Finding], filing: Filing) -> set[_Key]:
    """The findings on sums of a class of which another row may belong to the same line: its ownership is in error."""
    wrong = {each.at.parent for each in findings if each.severity is Severity.ERROR and each.at.token in _OWNERSHIP}
    classes = {_class_of(row) for row in filing.transactions if row.at in wrong}
    rows = {row.at for row in filing.transactions if _class_of(row) in classes} if classes else set()
    return {_key(each) for each in findings if each.arithmetic and each.at.parent in rows}


def _class_of(row: Transaction) -> tuple[str, str]:
    return row.table, words(row.security_title.value)


def _changed(before: Iterable[Finding], after: Iterable[Finding], leads: set[_Key]) -> Iterator[Finding]:
    """The findings that are gone, or expect another value."""
    left = {(_key(each), each.expected) for each in after}
    for each in before:
        if _key(each) not in leads and (_key(each), each.expected) not in left:
            yield each


def _new_breaks(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """The sums that no longer come out."""
    known = {_key(each) for each in before}
    for each in after:
        if each.arithmetic and each.severity is not Severity.ADVISORY and _key(each) not in known:
            yield each


class _Nearest:
    """Finds the leading finding in the row of another; otherwise the last one above it in its table, or the first."""

    def __init__(self, leads: Iterable[Finding]) -> None:
        self._leads = sorted(((_row(each.at), _key(each)) for each in leads), key=lambda each: each[0])

    def to(self, finding: Finding) -> _Key:
        place = _row(finding.at)
        found = bisect_right(self._leads, place, key=lambda each: each[0]) - 1
        is_of_table = found >= 0 and self._leads[found][0][0] == place[0]
        return self._leads[found if is_of_table else 0][1]


def _row(place: Place) -> tuple[str, int]:
    """The table of a place and its row; other places have their first key, and no row."""
    steps = place.tokens
    number = steps[1] if len(steps) > 1 else None
    return str(steps[0]) if steps else "", number if isinstance(number, int) else -1
