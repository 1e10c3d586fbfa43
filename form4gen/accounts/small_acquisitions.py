"""Rule 16a-6: acquisitions small enough to wait for Form 5, and what ends that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from form4gen.accounts.pairing import are_alike
from form4gen.law.short_swing import SALES
from form4gen.law.thresholds import SIX_MONTHS, SMALL_ACQUISITION
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import notes_of
from form4gen.records import NamedTuple

_COUNTED = frozenset("LP")


class Ended(NamedTuple):
    """What ended a deferral: the row, and the form that reports it. ``is_sure`` says that it surely came after."""

    row: Transaction
    form: Filing
    is_sure: bool


def costs(row: Transaction, filing: Filing) -> list[Decimal]:
    """What the row, and the small acquisitions of its class in the six months before it on the form, cost."""
    return [
        cost
        for other in filing.transactions
        if other is row or (_counts_with(other, row) and _is_earlier(other, row))
        if (cost := _cost(other)) is not None
    ]


def is_small(row: Transaction, filing: Filing) -> bool:
    """Whether the row, with what counts together with it, is known to cost no more than Rule 16a-6 allows."""
    return _cost(row) is not None and sum(costs(row, filing)) <= SMALL_ACQUISITION


def deferral_ended(row: Transaction, filing: Filing, prior: tuple[Filing, ...]) -> Ended | None:
    """The first event within six months after the row that ended its deferral, on this form or a prior one.

    A disposition that is not exempt, or an acquisition that takes the sum above the limit (Rule 16a-6(b)). What came
    before the row ends nothing; of what is dated on its day nobody can tell.
    """
    when = row.transaction_date.value
    found = [
        (each, Ended(other, form, is_sure=each > when))
        for form in (*prior, filing)
        for other in form.transactions
        if when is not None and other is not row
        if (each := other.transaction_date.value) is not None and each >= when and are_within_six_months(when, each)
        if _ends(other, row, form)
    ]
    return min(found, key=lambda each: each[0], default=(None, None))[1]


def is_from_issuer(row: Transaction, filing: Filing) -> bool:
    """Whether words beside the row say that the issuer or its plan was the seller, to which the rule is closed."""
    return notes_of(row, filing).says("from_issuer", "plan_purchase")


def are_within_six_months(one: date, other: date) -> bool:
    """Whether two days are less than six months apart, counted in months and days."""
    first, last = sorted((one, other))
    months = (last.year - first.year) * 12 + last.month - first.month
    return (months, last.day) < (SIX_MONTHS, first.day)


def _ends(other: Transaction, row: Transaction, form: Filing) -> bool:
    if other.is_disposed:
        return _is_non_exempt_disposition(other, form)
    return _counts_with(other, row) and sum(costs(other, form)) > SMALL_ACQUISITION


def _is_non_exempt_disposition(row: Transaction, form: Filing) -> bool:
    """Sales, tenders, shares delivered on a put, and what else was paid for; exempt codes and gifts do not count."""
    if row.code in SALES or row.code == "U":
        return True
    if row.code == "O":
        return not isinstance(row, DerivativeTransaction)
    paid = (row.transaction_price_per_share.value or 0) > 0
    return row.code in ("H", "J") and (paid or notes_of(row, form).says("not_exempt"))


def _counts_with(other: Transaction, row: Transaction) -> bool:
    """Whether two acquisitions are added up: of one class, by codes that the rule can cover."""
    return other.code in _COUNTED and not other.is_disposed and _is_of_the_class(other, row)


def _is_of_the_class(other: Transaction, row: Transaction) -> bool:
    return are_alike(_class(other), _class(row))


def _class(row: Transaction) -> str | None:
    """The class that the row counts, for a derivative the underlying one."""
    return (row.underlying_security_title if isinstance(row, DerivativeTransaction) else row.security_title).value


def _is_earlier(other: Transaction, row: Transaction) -> bool:
    """Whether another row is of the day of a row, or of the six months before it."""
    when, end = other.transaction_date.value, row.transaction_date.value
    return when is not None and end is not None and when <= end and are_within_six_months(when, end)


def _cost(row: Transaction) -> Decimal | None:
    shares, price = row.transaction_shares.value, row.transaction_price_per_share.value
    return None if shares is None or price is None else shares * price
