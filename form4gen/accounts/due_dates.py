"""When each row of a filing is due, on which basis, and how the time of filing stands to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import Enum

from form4gen.accounts.basis import bases
from form4gen.accounts.basis_values import Basis, Decision
from form4gen.accounts.deadlines import Reading, Window, deemed_reading, window_from, window_of
from form4gen.accounts.lines import names_of
from form4gen.law.calendar import FIRST_YEAR, CalendarDay
from form4gen.law.deadline import deadline, form_5_due
from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.records import NamedTuple


class Standing(Enum):
    """How the time of filing stands to a deadline."""

    IN_TIME = "in time"
    LATE = "late"
    IN_DOUBT = "in doubt"
    NOT_DUE = "not due"
    UNKNOWN = "not known"


class DueDate(NamedTuple):
    """When the rows with these dates are due, on which basis, and how that was counted.

    ``due`` is the earliest day of any basis that is possible, and counts days of which it is not known whether EDGAR
    was open as business days. ``due_at_the_latest`` counts them as closed, and gives a row that may be deferred the
    time that a late notice could bring; it is the day of the basis that leaves the most time, and None where one of
    those that are possible leaves all of it, or a Form 5 that is not given may have reported the row in time: V says
    that none has. ``passed_over`` are the closed days other than weekends. Without ``due``,
    ``lacking`` says why there is none. ``measured_at`` is the time of filing, and None for an amendment, which is
    judged by the day of the original, if that is given. ``decisions`` has one entry for each of ``rows``; a bare date,
    of no document, has neither, and no basis.
    """

    rows: tuple[Transaction, ...]
    traded: date | None
    executed: date | None
    reading: Reading
    due: datetime | None
    due_at_the_latest: datetime | None
    passed_over: tuple[CalendarDay, ...]
    unknown: tuple[CalendarDay, ...]
    measured_at: datetime | None
    original: date | None = None
    lacking: str = ""
    basis: Basis | None = None
    others: tuple[Basis, ...] = ()
    due_on_form_5: datetime | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the rows are."""
        return tuple(row.at for row in self.rows)

    @property
    def names(self) -> str:
        """The rows as a person cites them: ``Table I, rows 1-3, 5; Table II, row 1``."""
        return names_of(self.rows)

    @property
    def left(self) -> timedelta | None:
        """The time to the deadline, negative when it has passed; None where one of the two is not known."""
        return None if self.due is None or self.measured_at is None else self.due - self.measured_at

    @property
    def is_sure(self) -> bool:
        """Whether only one basis is possible."""
        return self.basis is not Basis.UNKNOWN and not self.others

    @property
    def standing(self) -> Standing:
        """How the time of filing, or the day of the original, stands to the deadline."""
        at = self.measured_at if self.original is None else datetime.combine(self.original, time.min)
        return self.standing_at(at)

    def standing_at(self, at: datetime | None) -> Standing:
        """Late only on a sure basis past its last day; in time only before the earliest day of any that is possible."""
        if self.basis is not None and self.basis.is_never_due:
            return Standing.NOT_DUE
        if self.due is None or at is None:
            return Standing.UNKNOWN
        if at <= self.due:
            return Standing.IN_TIME
        is_past = self.due_at_the_latest is not None and at > self.due_at_the_latest
        return Standing.LATE if is_past and self.is_sure else Standing.IN_DOUBT


def due_dates(filing: Filing, filed_at: datetime, prior: tuple[Filing, ...] = ()) -> list[DueDate]:
    """The due dates of every transaction row, the earliest first; rows with the same dates and basis are one entry."""
    return together(each_due_date(filing, filed_at, prior))


def each_due_date(filing: Filing, filed_at: datetime, prior: tuple[Filing, ...] = ()) -> tuple[DueDate, ...]:
    """The due date of every transaction row, in the order of the form."""
    measured_at = None if filing.is_amendment else filed_at.replace(tzinfo=None)
    original = filing.date_of_original_submission if filing.is_amendment else None
    return tuple(
        _due_date(row, filing, decision)._replace(
            rows=(row,),
            measured_at=measured_at,
            original=original,
            basis=decision.basis,
            others=decision.others,
            decisions=(decision,),
        )
        for row, decision in bases(filing, prior).items()
    )


def together(dues: Iterable[DueDate]) -> list[DueDate]:
    """One entry for the rows with the same dates and basis, the earliest first."""
    groups: dict[DueDate, list[DueDate]] = {}
    for due in dues:
        groups.setdefault(due._replace(rows=(), decisions=()), []).append(due)
    found = [
        due._replace(
            rows=tuple(row for each in same for row in each.rows),
            decisions=tuple(decision for each in same for decision in each.decisions),
        )
        for due, same in groups.items()
    ]
    return sorted(found, key=lambda each: (each.due is None, each.due or datetime.min))  # noqa: DTZ901  no zone is meant


def due_date_of(traded: date, notified: date | None, filed_at: datetime) -> DueDate:
    """When a transaction of ``traded`` is due; ``notified`` is the day of the notice of a trade by plan."""
    found = deadline(traded, notified)
    measured_at = filed_at.replace(tzinfo=None)
    if found is None:
        return _without(traded, Reading.TRADE, _beyond_the_calendar(traded))._replace(measured_at=measured_at)
    window = Window(found, found.due_at_the_latest, deemed_reading(found, notified))
    return _counted(window)._replace(measured_at=measured_at)


def _due_date(row: Transaction, filing: Filing, decision: Decision) -> DueDate:
    traded = row.transaction_date.value
    if traded is None:
        return _without(None, Reading.TRADE, "the transaction date is missing")
    if decision.basis.is_never_due:
        return _without(traded, Reading.TRADE, decision.basis.words)
    found = [_on(basis, row, filing, decision) for basis in decision.possible if not basis.is_never_due]
    dated = [each for each in found if each.due is not None]
    if not dated:
        return found[0] if found else _without(traded, Reading.TRADE, "the form does not tell on which basis it is due")
    first = min(dated, key=lambda each: each.due or datetime.max)  # noqa: DTZ901  no zone is meant
    is_open = len(dated) < len(decision.possible) or (decision.basis is Basis.FORM_5 and not row.is_early)
    latest = max(each.due_at_the_latest for each in dated if each.due_at_the_latest is not None)
    on_form_5 = next((each.due for each in dated if each.reading is Reading.YEAR_END), None)
    return first._replace(
        traded=traded,
        due_at_the_latest=None if is_open else latest,
        due_on_form_5=None if first.reading is Reading.YEAR_END else on_form_5,
    )


def _on(basis: Basis, row: Transaction, filing: Filing, decision: Decision) -> DueDate:
    """When a dated row is due on one basis."""
    traded = row.transaction_date.value or date.min
    if basis is Basis.FORM_5:
        return _on_form_5(traded, filing.context.issuer_fiscal_year_end)
    window = _window(basis, row, filing, decision)
    if window is not None:
        return _counted(window)
    return _without(traded, Reading.TRADE, _beyond_the_calendar(traded))


def _window(basis: Basis, row: Transaction, filing: Filing, decision: Decision) -> Window | None:
    if basis is Basis.LOOK_BACK:
        window = window_of(*decision.trigger) if decision.trigger else None
        return window and window._replace(reading=Reading.FIRST_FORM_4)
    if basis is Basis.TRIGGERED:
        ended = decision.trigger[0].transaction_date.value if decision.trigger else row.deferral_ended_on
        return None if ended is None else window_from(ended, Reading.TRIGGER)
    return window_of(row, filing)


def _counted(window: Window) -> DueDate:
    found = window.found
    closed, unknown = found.passed_over, found.unknown
    return DueDate((), found.traded, found.executed, window.reading, found.due, window.latest, closed, unknown, None)


def _on_form_5(traded: date, ends: str | None) -> DueDate:
    if ends is None:
        return _without(traded, Reading.YEAR_END, "the issuer's fiscal year end is not given (issuerFiscalYearEnd)")
    if traded.year >= MAXYEAR - 1:
        return _without(traded, Reading.YEAR_END, _beyond_the_calendar(traded))
    due = form_5_due(traded, ends)
    return DueDate((), traded, traded, Reading.YEAR_END, due, due, (), (), None)


def _without(traded: date | None, reading: Reading, lacking: str) -> DueDate:
    return DueDate((), traded, traded, reading, None, None, (), (), None, None, lacking)


def _beyond_the_calendar(traded: date) -> str:
    return f"form4gen's calendar begins in {FIRST_YEAR} and does not reach {traded.year}"
