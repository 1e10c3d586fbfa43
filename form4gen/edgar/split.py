"""A filing with more owners, rows or footnotes than EDGAR accepts, as the fewest filings that it does.

Owners and rows keep their order. Every part reports its rows for its owners, so owners beyond the limit repeat the
rows, and rows beyond the limit repeat the owners.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from form4gen.edgar.moved import moved
from form4gen.errors import UnusableInputError
from form4gen.law.limits import FOOTNOTES, REPORTING_OWNERS, ROWS_IN_A_TABLE, TEXTS
from form4gen.location import ROOT
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature, ReportingOwner
from form4gen.model.rows import Row, Transaction
from form4gen.records import NamedTuple

OWNERS, ROWS, NOTES = REPORTING_OWNERS.most, ROWS_IN_A_TABLE.most, FOOTNOTES.most
REMARKS = next(limit.most for limit in TEXTS if limit.element == "remarks")

Owners: TypeAlias = tuple[ReportingOwner, ...]


class Cut(NamedTuple):
    """The number of rows of Table I and of Table II before the end of a part."""

    table_i: int
    table_ii: int


START = Cut(0, 0)


def split(filing: Filing) -> tuple[Filing, ...]:
    """The filing as the fewest filings within EDGAR's limits; one that is within them is returned unchanged.

    Raises UnusableInputError if no division results in filings that EDGAR accepts.
    """
    whole = Cut(len(filing.non_derivative_table), len(filing.derivative_table))
    limits = _exceeded(filing)
    if not limits:
        return (filing,)
    stray = sorted(_cited(filing, START, whole) ^ filing.note_texts.keys())
    if stray:
        message = (
            f"Footnotes that are cited but missing, or present but not cited, belong to no part: {', '.join(stray)}."
        )
        raise UnusableInputError(message)
    owners = filing.reporting_owners
    groups = [owners[start : start + OWNERS] for start in range(0, max(1, len(owners)), OWNERS)]
    cuts = _cuts(filing, whole)
    parts = [(group, start, end) for group in groups for start, end in pairwise(cuts)]
    why = (
        f"EDGAR accepts at most {' and '.join(limits)} in one filing. This report, with {len(owners)} reporting "
        f"person(s), {whole.table_i} rows in Table I, {whole.table_ii} rows in Table II and {len(filing.footnotes)} "
        f"footnotes, is divided into {len(parts)} filings that must be read together."
    )
    return tuple(
        _part(filing, group, start, end, f"Part {number} of {len(parts)}. {why}")
        for number, (group, start, end) in enumerate(parts, 1)
    )


def _exceeded(filing: Filing) -> list[str]:
    sizes = {
        f"{OWNERS} reporting persons": len(filing.reporting_owners) > OWNERS,
        f"{ROWS} rows in a table": max(len(filing.non_derivative_table), len(filing.derivative_table)) > ROWS,
        f"{NOTES} footnotes": len(filing.footnotes) > NOTES,
    }
    return [limit for limit, is_exceeded in sizes.items() if is_exceeded]


def _cuts(filing: Filing, whole: Cut) -> list[Cut]:
    """Where the parts begin and end: the fewest parts, with the earlier ones as full as possible."""
    fewest = max(1, *(-(-rows // ROWS) for rows in whole), -(-len(filing.footnotes) // NOTES))
    most = len(filing.rows) if filing.not_subject_to_section16 else len(filing.transactions)
    for count in range(fewest, max(1, most) + 1):
        if found := _division(filing, START, whole, count, set()):
            return [START, *found]
    message = (
        f"{whole.table_i} rows in Table I and {whole.table_ii} in Table II cannot be divided, in their order, into "
        f"filings that EDGAR accepts: each needs a transaction, at most {ROWS} rows in a table and {NOTES} footnotes."
    )
    raise UnusableInputError(message)


def _division(filing: Filing, start: Cut, whole: Cut, count: int, dead: set[tuple[Cut, int]]) -> list[Cut]:
    """The ends of ``count`` parts from ``start`` on, or none if there is no such division."""
    room = ROWS * count
    if whole.table_i - start.table_i > room or whole.table_ii - start.table_ii > room or (start, count) in dead:
        return []
    if count == 1:
        return [whole] if _is_sound(filing, start, whole) else []
    for table_i in range(min(whole.table_i, start.table_i + ROWS), start.table_i - 1, -1):
        for table_ii in range(min(whole.table_ii, start.table_ii + ROWS), start.table_ii - 1, -1):
            end = Cut(table_i, table_ii)
            if _is_sound(filing, start, end) and (rest := _division(filing, end, whole, count - 1, dead)):
                return [end, *rest]
    dead.add((start, count))
    return []


def _rows(filing: Filing, start: Cut, end: Cut) -> tuple[Row, ...]:
    return (
        *filing.non_derivative_table[start.table_i : end.table_i],
        *filing.derivative_table[start.table_ii : end.table_ii],
    )


def _is_sound(filing: Filing, start: Cut, end: Cut) -> bool:
    rows = _rows(filing, start, end)
    has_what_it_needs = filing.not_subject_to_section16 or any(isinstance(row, Transaction) for row in rows)
    return has_what_it_needs and len(_cited(filing, start, end)) <= NOTES


def _cited(filing: Filing, start: Cut, end: Cut) -> set[str]:
    return {note for row in _rows(filing, start, end) for note in row.footnotes}


def _part(filing: Filing, owners: Owners, start: Cut, end: Cut, why: str) -> Filing:
    cited = _cited(filing, start, end)
    notes = tuple(note for note in filing.footnotes if note.id in cited)
    part = filing.replaced(
        reporting_owners=owners,
        non_derivative_table=filing.non_derivative_table[start.table_i : end.table_i],
        derivative_table=filing.derivative_table[start.table_ii : end.table_ii],
        footnotes=notes,
        owner_signatures=_signatures(filing, owners),
        powers_of_attorney=_powers(filing, owners),
        remarks=_remarks(filing, why),
        period_of_report=_period(filing, _rows(filing, start, end)),
        overrides=(),  # their places are those of the whole filing
    )
    return moved(part, ROOT, {note.id: f"F{number}" for number, note in enumerate(notes, 1)})


def _remarks(filing: Filing, why: str) -> str:
    remarks = f"{why}\n\n{filing.remarks}" if filing.remarks else why
    if len(remarks) > REMARKS:
        message = (
            f"The remarks leave no room for the note that the report is divided. Shorten them by "
            f"{len(remarks) - REMARKS} characters."
        )
        raise UnusableInputError(message)
    return remarks


def _period(filing: Filing, rows: tuple[Row, ...]) -> date | None:
    """The earliest date of the part, if the whole filing states that of its rows (Form 4, Item 3)."""
    if filing.period_of_report != _earliest(filing.rows):
        return filing.period_of_report
    return _earliest(rows) or filing.period_of_report


def _earliest(rows: Iterable[Row]) -> date | None:
    days = (row.transaction_date.value for row in rows if isinstance(row, Transaction) and not row.is_early)
    return min((day for day in days if day is not None), default=None)


def _signatures(filing: Filing, owners: Owners) -> tuple[OwnerSignature, ...]:
    """The signatures for these owners, as far as the filing shows whose they are."""
    signatures = filing.owner_signatures
    if any(signature.on_behalf_of for signature in signatures):
        others = _ciks(filing.reporting_owners) - _ciks(owners)
        return tuple(
            signature
            for signature in signatures
            if not signature.on_behalf_of or {_bare(cik) for cik in signature.on_behalf_of} - others
        )
    if len(signatures) == len(filing.reporting_owners):
        first = filing.reporting_owners.index(owners[0]) if owners else 0
        return signatures[first : first + len(owners)]
    return signatures


def _powers(filing: Filing, owners: Owners) -> tuple[PowerOfAttorney, ...]:
    others = _ciks(filing.reporting_owners) - _ciks(owners)
    return tuple(power for power in filing.powers_of_attorney if _bare(power.principal.cik) not in others)


def _ciks(owners: Owners) -> set[str]:
    return {_bare(owner.rpt_owner_cik) for owner in owners}


def _bare(cik: str | None) -> str:
    return (cik or "").lstrip("0")
