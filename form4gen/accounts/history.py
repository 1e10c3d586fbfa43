"""The prior filings of the same reporting persons on the same issuer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby

from form4gen.accounts.same_day import continued
from form4gen.model.fields import Cell, Record
from form4gen.model.filing import Filing
from form4gen.model.kept import kept
from form4gen.model.rows import NOT_ON_THE_FORM, Row
from form4gen.typed import TypeVar

T = TypeVar("T")


def earlier(others: Iterable[Filing], filing: Filing, by: date) -> tuple[Filing, ...]:
    """The filings among ``others`` made by that day, with the same issuer and an owner in common; oldest first.

    A copy of the filing itself is left out, whatever its file name.
    """
    issuer, persons = bare_cik(filing.issuer.issuer_cik), owners(filing)
    found = [
        other
        for other in others
        if (made := made_on(other)) is not None and made <= by
        if issuer and issuer == bare_cik(other.issuer.issuer_cik) and not persons.isdisjoint(owners(other))
    ]
    return tuple(in_order((each for each in found if not _is_itself(filing, each)), lambda each: each))


def in_order(filings: Iterable[T], filing_of: Callable[[T], Filing]) -> list[T]:
    """Oldest first: by the day of filing and the last trade.

    Of those that are equal in both, amendments are last. The forms of the same persons follow the time of filing where
    each has one, otherwise the balances that they continue. The rest is in the order of what it says, so that the order
    in which filings are given changes nothing.
    """

    def days(given: T) -> tuple[date, date]:
        filing = filing_of(given)
        return made_on(filing) or date.min, _last_trade(filing)

    found: list[T] = []
    for _, group in groupby(sorted(filings, key=days), key=days):
        same = list(group)
        if len(same) > 1:
            same = _of_one_day(sorted(same, key=lambda each: _content(filing_of(each))), filing_of)
        found += same
    return found


def _of_one_day(filings: list[T], filing_of: Callable[[T], Filing]) -> list[T]:
    """The filings, those of the same persons and issuer that are not timed in the order of their balances."""
    places: dict[Hashable, list[int]] = {}
    for place, each in enumerate(filings):
        filing = filing_of(each)
        if not filing.is_amendment:
            places.setdefault((bare_cik(filing.issuer.issuer_cik), owners(filing)), []).append(place)
    found = list(filings)
    for own in places.values():
        forms = [filing_of(filings[place]) for place in own]
        if any(form.context.filed_at is None for form in forms):
            for place, new in zip(own, continued(forms), strict=True):
                found[place] = filings[own[new]]
    return found


def original_of(filing: Filing, prior: Iterable[Filing]) -> Filing | None:
    """The form that an amendment amends, if it is among the prior filings: filed on the day that the amendment gives.

    A document without a filing date is accepted if it has the same period and was signed no later than that day. One of
    another period is accepted if it is the only one that was filed on that day: an amendment that adds an earlier
    transaction has an earlier period.
    """
    day = filing.date_of_original_submission
    if not filing.is_amendment or day is None:
        return None
    of_form = [other for other in prior if other.document_type == filing.form]
    forms = [other for other in of_form if other.period_of_report == filing.period_of_report]
    dated = [other for other in forms if other.context.filed_at is not None and made_on(other) == day]
    undated = [other for other in forms if other.context.filed_at is None and (made_on(other) or day) <= day]
    if found := dated or undated:
        return found[-1]
    of_day = [other for other in of_form if other.context.filed_at is not None and made_on(other) == day]
    return of_day[0] if len(of_day) == 1 else None


def made_on(filing: Filing) -> date | None:
    """The day of filing if the context gives it, else the day of the last signature, else the period of report."""
    if filing.context.filed_at is not None:
        return filing.context.filed_at.date()
    signed = [each.signature_date for each in filing.owner_signatures if each.signature_date]
    return max(signed, default=filing.period_of_report)


def owners(filing: Filing) -> frozenset[str]:
    """The CIKs of the reporting persons."""
    return _bare_ciks(tuple(owner.rpt_owner_cik for owner in filing.reporting_owners))


@lru_cache(maxsize=64)
def _bare_ciks(ciks: tuple[str | None, ...]) -> frozenset[str]:
    """Kept by the CIKs, not by the filing: a filing that is edited is another one after each change."""
    return frozenset(bare for cik in ciks if (bare := bare_cik(cik)))


def contents(row: Row) -> Hashable:
    """Everything that a row says on the form, without its footnotes."""
    values = []
    for field in row.fields.values():
        if field.key in NOT_ON_THE_FORM:
            continue
        value = getattr(row, field.attribute)
        if field.key == "transactionFormType":  # a JSON document may leave out what XML must state
            value = value or "4"
        values.append(value.value if field.is_cell else value)
    return (row.table, row.kind, *values)


def _is_itself(filing: Filing, other: Filing) -> bool:
    same_form = filing.document_type == other.document_type and filing.period_of_report == other.period_of_report
    return same_form and len(filing.rows) == len(other.rows) and _written(filing) == _written(other)


@lru_cache(maxsize=2)
def _written(filing: Filing) -> tuple[Hashable, ...]:
    return tuple(map(contents, filing.rows))


def bare_cik(cik: str | None) -> str:
    """A CIK without leading zeros and blanks; empty if there is none."""
    return (cik or "").strip().lstrip("0")


@kept
def _content(filing: Filing) -> tuple[bool, str, str, str]:
    filed_at = filing.context.filed_at
    return filing.is_amendment, filed_at.isoformat() if filed_at else "", filing.document_type, _written_out(filing)


def _written_out(value: object) -> str:
    """Everything that a part of a filing says, without its place."""
    if isinstance(value, Record):
        parts = (_written_out(getattr(value, field.attribute)) for field in value.fields.values())
        return f"{type(value).__name__}({','.join(parts)})"
    if isinstance(value, Cell):
        return f"{value.value!r}{value.footnotes}"
    return f"[{','.join(map(_written_out, value))}]" if isinstance(value, tuple) else repr(value)


def _last_trade(filing: Filing) -> date:
    return max(
        (row.transaction_date.value for row in filing.transactions if row.transaction_date.value), default=date.min
    )
