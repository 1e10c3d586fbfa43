"""Memoranda on shipped examples with a few values changed, as the command makes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from page_reader import filing
from report_samples import FILED_AT

from form4gen.api.check import validate
from form4gen.api.load import Loaded
from form4gen.api.reports import report_html, report_of
from form4gen.api.rules import explanations
from form4gen.intake.document import Document
from form4gen.law.exchange import closed_day
from form4gen.model.filing import Filing
from form4gen.report.memo import Memo, memo
from form4gen.report.record import Report

NO_PLAN = {"/aff10b5One": False}
SATURDAY = 6


def checked(one: Filing, filed_at: datetime = FILED_AT, prior: Iterable[Filing] = (), **options: Any) -> Report:
    """The report on a filing."""
    loaded = Loaded(Document("{}", {}, ()), one, ())
    return report_of("form4.json", filed_at, loaded, validate(loaded, filed_at, prior=prior, **options))


def sample(remove: tuple[str, ...] = (), base: str = "exercise-and-sale", **changes: Any) -> Filing:
    """The example with values changed, each by its pointer."""
    return filing(base=base, remove=remove, **changes)


def memo_on(one: Filing, filed_at: datetime = FILED_AT, prior: Iterable[Filing] = (), **options: Any) -> Memo:
    """The memorandum on a filing."""
    return memo(checked(one, filed_at, prior, **options), one, explanations())


def page_on(one: Filing, filed_at: datetime = FILED_AT, prior: Iterable[Filing] = (), **options: Any) -> str:
    """Its page."""
    return report_html(checked(one, filed_at, prior, **options), one)


def purchases(number: int, grants: int = 0, since: date = date(2026, 1, 9), **changes: Any) -> Filing:
    """A Form 4 with so many purchases of one class, one on every second trading day, and grants of phantom stock."""
    tables = {
        "/nonDerivativeTable": [_row(day, "P", each, _SHARES) for each, day in _days(number, since)],
        "/derivativeTable": [_row(day, "A", each, _UNITS) for each, day in _days(grants, since)],
        "/footnotes": {"F1": "Each unit is the economic equivalent of one share."} if grants else {},
    }
    other = {"/periodOfReport": since.isoformat(), "/aff10b5One": False}
    return sample(("/context",), **(tables | other | changes))


_SHARES = {"securityTitle": "Common Stock", "transactionPricePerShare": "12.34"}
_UNITS = {
    "securityTitle": "Phantom Stock Units", "transactionPricePerShare": 0, "underlyingSecurityTitle": "Common Stock",
    "underlyingSecurityShares": 1000, "conversionOrExercisePrice": {"footnotes": ["F1"]},
    "exerciseDate": {"footnotes": ["F1"]}, "expirationDate": {"footnotes": ["F1"]},
}  # fmt: skip


def _days(number: int, since: date) -> Iterable[tuple[int, date]]:
    days = (since + timedelta(days=each) for each in range(4 * number + 9))
    open_days = [day for day in days if closed_day(day) is None and day.isoweekday() < SATURDAY]
    return list(enumerate(open_days[::2][:number], 1))


def _row(day: date, code: str, number: int, of: dict[str, Any]) -> dict[str, Any]:
    return of | {
        "kind": "transaction", "transactionDate": day.isoformat(), "transactionCode": code, "transactionShares": 1000,
        "transactionAcquiredDisposedCode": "A", "sharesOwnedFollowingTransaction": 10_000 + 1000 * number,
        "directOrIndirectOwnership": "D",
    }  # fmt: skip
