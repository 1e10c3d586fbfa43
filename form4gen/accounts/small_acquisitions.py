"""Rule 16a-6: acquisitions small enough to wait for Form 5, and what ends that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, islice
from operator import itemgetter

from form4gen.accounts.pairing import Classes
from form4gen.law.short_swing import SALES
from form4gen.law.thresholds import SIX_MONTHS, SMALL_ACQUISITION
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import notes_of
from form4gen.records import NamedTuple

_COUNTED = frozenset("LP")

MOST_TERMS = 6
"""Terms of a sum that are kept to be shown."""


class Ended(NamedTuple):
    """What ended a deferral: the row, and the form that reports it. ``is_sure`` says that it surely came after."""

    row: Transaction
    form: Filing
    is_sure: bool


class Spent(NamedTuple):
    """What small acquisitions cost together: the sum, how many there are, and what the first of them cost."""

    total: Decimal
    number: int
    terms: tuple[Decimal, ...]


def spent(row: Transaction, filing: Filing) -> Spent:
    """What the row, and the small acquisitions of its class in the six months before it on the form, cost."""
    end, own = row.transaction_date.value, _cost(row)
    found = [] if end is None else [each.until(end) for each in _acquisitions(filing).alike(_class(row))]
    if own is not None and (end is None or not _counts(row)):
        found.append(Spent(own, 1, (own,)))
    total = Decimal(0)
    for each in found:
        total = EXACT.add(total, each.total)
    terms = tuple(islice((term for each in found for term in each.terms), MOST_TERMS))
    return Spent(total, sum(each.number for each in found), terms)


def is_small(row: Transaction, filing: Filing) -> bool:
    """Whether the row, with what counts together with it, is known to cost no more than Rule 16a-6 allows."""
    return _cost(row) is not None and spent(row, filing).total <= SMALL_ACQUISITION


class _Running:
    """The small acquisitions of a class in the order of their days, with running sums."""

    def __init__(self, bought: list[tuple[date, Decimal]]) -> None:
        in_order = sorted(bought, key=itemgetter(0))
        self._days = [day for day, _ in in_order]
        self._costs = [cost for _, cost in in_order]
        self._sums = [Decimal(0), *accumulate(self._costs, EXACT.add)]

    def until(self, end: date) -> Spent:
        """Those of a day and of the six months before it."""
        first = bisect_left(self._days, True, key=lambda day: day > end or are_within_six_months(day, end))  # noqa: FBT003
        last = bisect_right(self._days, end)
        total = EXACT.subtract(self._sums[last], self._sums[first])
        return Spent(total, last - first, tuple(self._costs[first : min(last, first + MOST_TERMS)]))


@lru_cache(maxsize=4)
def _acquisitions(filing: Filing) -> Classes[tuple[date, Decimal], _Running]:
    rows = ((row, row.transaction_date.value, _cost(row)) for row in filing.transactions if _counts(row))
    return Classes(
        ((_class(row), (day, cost)) for row, day, cost in rows if day is not None and cost is not None), _Running
    )


def deferral_ended(row: Transaction, filing: Filing, prior: tuple[Filing, ...]) -> Ended | None:
    """The first event within six months after the row that ended its deferral, on this form or a prior one.

    A disposition that is not exempt, or an acquisition that takes the sum above the limit (Rule 16a-6(b)). What came
    before the row ends nothing; of what is dated on its day nobody can tell.
    """
    when = row.transaction_date.value
    if when is None:
        return None
    dispositions, acquisitions = _endings(filing, prior)
    firsts = [_first_since(when, row, each) for each in (dispositions, *acquisitions.alike(_class(row)))]
    found = min((each for each in firsts if each is not None), key=lambda each: (each.day, each.place), default=None)
    if found is None or not are_within_six_months(when, found.day):
        return None
    return Ended(found.row, found.form, is_sure=found.day > when)


class _Ending(NamedTuple):
    """A row that may end a deferral, its day, its place among all rows, and its form."""

    day: date
    place: int
    row: Transaction
    form: Filing


@lru_cache(maxsize=4)
def _endings(filing: Filing, prior: tuple[Filing, ...]) -> tuple[list[_Ending], Classes[_Ending, list[_Ending]]]:
    """The dispositions, and by class the acquisitions, that end a deferral, in the order of their days."""
    dispositions: list[_Ending] = []
    acquisitions: list[tuple[str | None, _Ending]] = []
    rows = [(row, form) for form in (*prior, filing) for row in form.transactions]
    for place, (row, form) in enumerate(rows):
        day = row.transaction_date.value
        if day is None:
            continue
        if row.is_disposed and _is_non_exempt_disposition(row, form):
            dispositions.append(_Ending(day, place, row, form))
        elif _counts(row) and spent(row, form).total > SMALL_ACQUISITION:
            acquisitions.append((_class(row), _Ending(day, place, row, form)))
    return _in_order(dispositions), Classes(acquisitions, _in_order)


def _in_order(endings: list[_Ending]) -> list[_Ending]:
    return sorted(endings, key=lambda each: each.day)


def _first_since(when: date, row: Transaction, endings: list[_Ending]) -> _Ending | None:
    """The first ending on a day or later that is not the row itself."""
    at = bisect_left(endings, when, key=lambda each: each.day)
    return next((each for each in endings[at : at + 2] if each.row is not row), None)


def is_from_issuer(row: Transaction, filing: Filing) -> bool:
    """Whether words beside the row say that the issuer or its plan was the seller, to which the rule is closed."""
    return notes_of(row, filing).says("from_issuer", "plan_purchase")


def are_within_six_months(one: date, other: date) -> bool:
    """Whether two days are less than six months apart, counted in months and days."""
    first, last = sorted((one, other))
    months = (last.year - first.year) * 12 + last.month - first.month
    return (months, last.day) < (SIX_MONTHS, first.day)


def _is_non_exempt_disposition(row: Transaction, form: Filing) -> bool:
    """Sales, tenders, shares delivered on a put, and what else was paid for; exempt codes and gifts do not count."""
    if row.code in SALES or row.code == "U":
        return True
    if row.code == "O":
        return not isinstance(row, DerivativeTransaction)
    paid = (row.transaction_price_per_share.value or 0) > 0
    return row.code in ("H", "J") and (paid or notes_of(row, form).says("not_exempt"))


def _counts(row: Transaction) -> bool:
    """Whether an acquisition is added up with others of its class: one with a code that the rule can cover."""
    return row.code in _COUNTED and not row.is_disposed


def _class(row: Transaction) -> str | None:
    """The class that the row counts, for a derivative the underlying one."""
    return (row.underlying_security_title if isinstance(row, DerivativeTransaction) else row.security_title).value


def _cost(row: Transaction) -> Decimal | None:
    shares, price = row.transaction_shares.value, row.transaction_price_per_share.value
    return None if shares is None or price is None else shares * price
