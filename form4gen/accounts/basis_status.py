"""The reporting basis of a row that its day, or the issuer, puts outside the ordinary case, whatever its code.

Before the person came under Section 16 (Rule 16a-2(a) and (c)), after the person left (Rule 16a-2(b)), and the
transactions of foreign private issuers' directors and officers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache, cached_property, lru_cache

from form4gen.accounts.basis_values import HIGH, LOW, MEDIUM, Basis, Decision, Ground, unclear
from form4gen.accounts.status import recorded_end, recorded_start
from form4gen.law.authorities import RULE_16A, STAFF_FAQ_2026, Source
from form4gen.law.codes import CODES
from form4gen.law.foreign import REPORTS_SINCE, qualifying
from form4gen.law.short_swing import PERHAPS_NOT_EXEMPT, PURCHASES, SALES, can_match, six_months_after
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day
from form4gen.prose.leaving import day_of_leaving
from form4gen.prose.reading import all_notes, notes_of
from form4gen.records import NamedTuple

_LOOK_BACK = RULE_16A.at("16a-2(a)")
_TEN_PERCENT = RULE_16A.at("16a-2(c)")
_LEFT = RULE_16A.at("16a-2(b)")
_FIRST_REPORTS = STAFF_FAQ_2026.at("on the first reports")
_EXEMPT_FROM_16B = frozenset("GWZCX")
_NON_EXEMPT = PURCHASES | SALES | PERHAPS_NOT_EXEMPT
_MAYBE_NOT = (Basis.NOT_REPORTABLE,)

Own = Callable[[Transaction, Filing], Decision]
"""The basis of a row by itself, whatever the status of the person."""


Trigger = tuple[Transaction, Filing]
"""A row on which others depend, and its form."""


class Latest(NamedTuple):
    """The last days in office with a transaction that may not be exempt: by mark, and of derivative securities."""

    acquired: date | None
    other: date | None
    derivative: date | None


class Status:
    """What is known of the persons of a form: since when, until when, and what they are.

    What concerns all rows is found when the first row needs it, and once.
    """

    def __init__(self, filing: Filing, prior: tuple[Filing, ...], own: Own) -> None:
        persons = filing.reporting_owners
        self.filing = filing
        self.prior = prior
        self.own = own
        self.since = recorded_start(filing)
        self.registered = filing.context.issuer_class_registered_on
        self.until = last_day(filing)
        self.has_office = filing.has_officer_or_director
        self.has_ten_percent = any(owner.is_ten_percent_owner for owner in persons)
        self.cites_look_back = all_notes(filing).says("lookback")
        self.first_on_form_4 = cache(self._first_on_form_4)

    @property
    def is_ten_percent_only(self) -> bool:
        """Ten percent holders of whom none is a director or officer."""
        return self.has_ten_percent and not self.has_office

    @cached_property
    def on_form_4(self) -> list[Transaction]:
        """The rows of the form that call for a Form 4, or may, and do not rely on Rule 16a-2(a); the earliest first."""
        found = [
            row
            for row in self.filing.transactions
            if row.transaction_date.value is not None and Basis.FORM_4 in self.own(row, self.filing).possible
            if not notes_of(row, self.filing).says("lookback")
        ]
        return sorted(found, key=_day)

    @cached_property
    def latest(self) -> Latest:
        """The last transactions in office that may not be exempt, on this form or a prior one."""
        days: dict[str, date] = {}
        for row in (row for form in (*self.prior, self.filing) for row in form.transactions):
            traded = row.transaction_date.value
            if traded is not None and row.code in _NON_EXEMPT and (self.until is None or traded <= self.until):
                is_derivative = isinstance(row, DerivativeTransaction)
                kind = "derivative" if is_derivative else "acquired" if row.is_acquired else "other"
                days[kind] = max(traded, days.get(kind, traded))
        return Latest(days.get("acquired"), days.get("other"), days.get("derivative"))

    def _first_on_form_4(self, begin: date) -> Trigger | None:
        """The first row since a day that itself calls for a Form 4, or may, on this form or a prior one."""
        found = [
            (other, form)
            for form in (*self.prior, self.filing)
            for other in form.transactions
            if other.transaction_date.value is not None and other.transaction_date.value >= begin
            if Basis.FORM_4 in self.own(other, form).possible
        ]
        return min(found, key=lambda each: _day(each[0]), default=None)


@lru_cache(maxsize=4)
def last_day(filing: Filing) -> date | None:
    """The last day of the last of the persons, as recorded, or as a form with the exit box checked tells it."""
    end = recorded_end(filing)
    return day_of_leaving(filing) if end is None and filing.not_subject_to_section16 else end


def by_status(row: Transaction, status: Status) -> Decision | None:
    """The basis of a dated row that its day, or the issuer, decides; None where the row itself does."""
    when = _day(row)
    if status.filing.context.issuer_is_foreign_private:
        return _foreign(row, when, status) or _before(row, when, status)
    return _before(row, when, status) or _after(row, when, status)


def _not_reportable(ground: Ground, certainty: str, reason: str, source: Source, *others: Basis) -> Decision:
    return Decision(Basis.NOT_REPORTABLE, ground, certainty, reason, source, others)


def _foreign(row: Transaction, when: date, status: Status) -> Decision | None:
    if status.is_ten_percent_only:
        why = "A 10% owner of a foreign private issuer who is not a director or officer does not report."
        return _not_reportable(Ground.FOREIGN, HIGH, why, RULE_16A.at("16a-2"))
    if when < REPORTS_SINCE:
        return _foreign_before(row, when, status)
    jurisdiction = qualifying(status.filing.context.issuer_jurisdiction or "", when)
    if jurisdiction is not None:
        why = (
            f"No report is due from a person who reports under the rule of {jurisdiction.name} on the SEC's conditions."
        )
        possible = status.own(row, status.filing).possible
        return unclear(Ground.FOREIGN, why, jurisdiction.source, *possible, Basis.NOT_REPORTABLE)
    if status.until is not None and when > status.until:
        why = "After leaving, nothing that Section 16(b) reaches is left to report of a foreign private issuer."
        return _not_reportable(Ground.FOREIGN, MEDIUM, why, _LEFT)
    return None


def _foreign_before(row: Transaction, when: date, status: Status) -> Decision:
    """A row from before directors and officers of foreign private issuers reported."""
    registered, since = status.registered, day(REPORTS_SINCE)
    is_look_back = notes_of(row, status.filing).excuses("lookback")
    if registered is None or registered < REPORTS_SINCE:
        if registered is None and is_look_back:
            why = f"The words rely on Rule 16a-2(a); before {since} it can reach only from a later registration."
            return unclear(Ground.FOREIGN, why, _LOOK_BACK, Basis.LOOK_BACK, Basis.NOT_REPORTABLE)
        why = f"Directors and officers of foreign private issuers report transactions from {since} on."
        return _not_reportable(Ground.FOREIGN, HIGH, why, _FIRST_REPORTS)
    trigger = status.first_on_form_4(registered)
    if trigger is None or _day(trigger[0]) <= six_months_after(when):
        why = f"How far behind {since} Rule 16a-2(a) reaches for a foreign private issuer is not established."
        found = unclear(Ground.FOREIGN, why, _LOOK_BACK, Basis.LOOK_BACK, Basis.NOT_REPORTABLE)
        return found._replace(trigger=trigger)
    why = "The transaction is more than six months before the first one that calls for a Form 4."
    return _not_reportable(Ground.FOREIGN, HIGH, why, _LOOK_BACK)


def _before(row: Transaction, when: date, status: Status) -> Decision | None:
    begin = status.since or status.registered
    if begin is None:
        return _by_words(row, when, status)
    if status.is_ten_percent_only:
        return _before_ten_percent(row, when, begin)
    if when >= begin:
        return None
    if status.registered is None:
        why = "Whether the row is reported depends on when the issuer registered its class, which is not given."
        found = unclear(Ground.BEFORE, why, _LOOK_BACK, Basis.LOOK_BACK, Basis.NOT_REPORTABLE)
        return found._replace(trigger=status.first_on_form_4(begin))
    if begin != status.registered or not status.has_office:
        why = "The person came under Section 16 later, and not solely because the issuer registered its class."
        return _not_reportable(Ground.BEFORE, HIGH, why, _LOOK_BACK)
    return _look_back(row, when, begin, status)


def _before_ten_percent(row: Transaction, when: date, begin: date) -> Decision | None:
    if when < begin:
        why = "What came before the person was a 10% owner is not reported, nor is the transaction that makes one."
        return _not_reportable(Ground.BEFORE, HIGH, why, _TEN_PERCENT)
    if when == begin and row.is_acquired:
        why = "The acquisition that makes a person a 10% owner is not reported; a later one of the same day is."
        return unclear(Ground.BEFORE, why, _TEN_PERCENT, Basis.FORM_4, Basis.NOT_REPORTABLE)
    return None


def _look_back(row: Transaction, when: date, begin: date, status: Status) -> Decision:
    """A director's or officer's transaction before the issuer registered its class."""
    trigger = status.first_on_form_4(begin)
    if trigger is None:
        why = "No given form has a transaction since the registration that calls for a Form 4."
        return _not_reportable(Ground.BEFORE, MEDIUM, why, _LOOK_BACK, Basis.LOOK_BACK)
    first = _day(trigger[0])
    if first > six_months_after(when):
        why = f"It is more than six months before the first transaction that calls for a Form 4 ({day(first)})."
        return _not_reportable(Ground.BEFORE, HIGH, why, _LOOK_BACK)
    why = (
        f"It is within six months before the first transaction that calls for a Form 4 ({day(first)}), and due with it."
    )
    if row.code not in _NON_EXEMPT:
        doubt = f"{why} Whether Rule 16a-2(a) reaches an exempt transaction is not established."
        return Decision(Basis.LOOK_BACK, Ground.BEFORE, LOW, doubt, _LOOK_BACK, _MAYBE_NOT, trigger)
    others = () if status.own(*trigger).basis is Basis.FORM_4 else _MAYBE_NOT
    return Decision(Basis.LOOK_BACK, Ground.BEFORE, HIGH, why, _LOOK_BACK, others, trigger)


def _by_words(row: Transaction, when: date, status: Status) -> Decision | None:
    """A row whose words rely on Rule 16a-2(a), where the context gives no day."""
    if not status.cites_look_back or not notes_of(row, status.filing).excuses("lookback"):
        return None
    after = bisect_right(status.on_form_4, when, key=_day)
    first = next(iter(status.on_form_4[after : after + 1]), None)
    if first is None:
        why = "The words rely on Rule 16a-2(a), and the form has no transaction after registration."
        return unclear(Ground.BEFORE, why, _LOOK_BACK, Basis.LOOK_BACK, Basis.NOT_REPORTABLE)
    why = f"The words rely on Rule 16a-2(a): the row is due with the transaction of {day(_day(first))}."
    return Decision(Basis.LOOK_BACK, Ground.BEFORE, MEDIUM, why, _LOOK_BACK, _MAYBE_NOT, (first, status.filing))


def _after(row: Transaction, when: date, status: Status) -> Decision | None:
    end = status.until
    if end is None or when <= end or row.code not in CODES:
        return None
    if not status.has_office and status.has_ten_percent:
        why = "A person who is no longer a 10% owner does not report (Rule 16a-2(c))."
        return _not_reportable(Ground.AFTER, HIGH, why, _TEN_PERCENT)
    own = status.own(row, status.filing).basis
    if own is Basis.NOT_REPORTABLE:
        return None
    is_deferred = own is Basis.FORM_5 and row.code not in PURCHASES
    if CODES[row.code].rests_on_rule_16b_3 or row.code in _EXEMPT_FROM_16B or is_deferred:
        why = "A transaction exempt from Section 16(b) is not reportable after the person left office (Rule 16a-2(b))."
        return _not_reportable(Ground.AFTER, HIGH, why, _LEFT)
    latest = status.latest
    opposite = (latest.derivative, latest.other if row.is_acquired else latest.acquired)
    if any(traded is not None and can_match(traded, when) for traded in opposite):
        why = "It is less than six months after an opposite transaction in office that may not be exempt."
        return Decision(Basis.AFTER_LEAVING, Ground.AFTER, HIGH, why, _LEFT)
    if not status.prior or status.has_ten_percent or row.code not in PURCHASES | SALES:
        why = "It is reported only if it can match an opposite transaction in office of the six months before."
        return unclear(Ground.AFTER, why, _LEFT, Basis.AFTER_LEAVING, Basis.NOT_REPORTABLE)
    why = "No form supplied shows an opposite transaction in office less than six months earlier (Rule 16a-2(b))."
    return _not_reportable(Ground.AFTER, MEDIUM, why, _LEFT)


def _day(row: Transaction) -> date:
    return row.transaction_date.value or date.max
