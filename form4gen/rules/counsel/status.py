"""AD: a person who comes under Section 16, as far as the context tells since when, and what was due then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from form4gen.accounts.history import bare_cik, owners
from form4gen.accounts.status import _recorded_start, status_of
from form4gen.law.authorities import EXCHANGE_ACT, RULE_16A
from form4gen.law.deadline import add_business_days, is_business_day
from form4gen.law.short_swing import six_months_after
from form4gen.law.thresholds import DAYS_TO_FORM_3
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "AD107",
    name="no Form 3 on record",
    on=ReportingOwner,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("owner_status",),
    sources=(EXCHANGE_ACT.at("Section 16(a)(2)(A), (B)"), RULE_16A.at("16a-3(a)")),
)
def no_form_3_on_record(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A person who files the first Form 4 has filed a Form 3.

    It is due ten days after the person became a director, officer or ten percent owner, moved to the next business
    day; on the day itself, where that is the one on which the issuer registered its class. Asked where
    ``context.ownerStatus`` says since when and tells of no Form 3 by the day of this form, after its due day.
    Silent where a prior form of the person is given. EDGAR does not compare forms.

    Remedy: File the Form 3 now. If it was filed, enter its date in ``form3FiledOn``.
    """
    record, filed_on = status_of(owner, circumstances.filing), circumstances.filed_on
    if record is None or record.subject_since is None or (record.form3_filed_on or date.max) <= filed_on:
        return
    since = record.subject_since
    is_by_registration = since == circumstances.filing.context.issuer_class_registered_on
    wait = timedelta(0) if is_by_registration else DAYS_TO_FORM_3
    cik = bare_cik(owner.rpt_owner_cik)
    if filed_on - since <= wait or any(cik in owners(other) for other in circumstances.prior):
        return
    due = since + wait
    due = due if is_business_day(due, if_unknown=False) else add_business_days(due, 1, if_unknown=False)
    if filed_on > due:
        yield Breach(
            owner.at,
            f"{owner.name} is subject to Section 16 since {day(since)}, and no Form 3 is recorded; it was due on "
            f"{day(due)}.",
            expected="a Form 3",
        )


@rule(
    "AD108",
    name="transaction before Section 16 status",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("owner_status",),
    in_part=True,
    sources=(RULE_16A.at("16a-2(a)"),),
    certainty=MEDIUM,
)
def transaction_before_section_16_status(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction before the reporting person became subject to Section 16 is reportable only under Rule 16a-2(a).

    Since when is read from ``context.ownerStatus``, of the first of several persons, or else from
    ``context.issuerClassRegisteredOn``: nobody is under Section 16 before. Where a director or officer came under
    it by that registration, transactions within six months before the first one afterwards are reported (Rule
    16a-2(a)). EDGAR takes any day.

    Remedy: Have counsel decide whether to keep the row. A voluntary report is permitted.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    registered = filing.context.issuer_class_registered_on
    begin = _recorded_start(filing) or registered
    if begin is None or traded is None or traded >= begin:
        return
    first = _first_since(begin, (*circumstances.prior, filing))
    reaches_back = begin == registered and _has_officer_or_director(filing)
    if reaches_back and first is not None and first <= six_months_after(traded):
        return
    yield Breach(
        row.transaction_date.at,
        f"{row.name} ({day(traded)}) came before {day(begin)}, since when the person is subject to Section 16; it is "
        "probably not reportable.",
        found=day(traded),
        expected=f"{day(begin)} or later",
    )


@rule(
    "AD109",
    name="missing pre-registration transactions",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("issuer_class_registered_on",),
    sources=(RULE_16A.at("16a-2(a)"),),
    certainty=MEDIUM,
)
def missing_pre_registration_transactions(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The first Form 4 after the issuer registered its class also reports what was before.

    Directors and officers who come under Section 16 by the registration alone report their transactions of the six
    months before the one that calls for the form. Asked of a form without such a row, where the first transaction
    is within six months after ``context.issuerClassRegisteredOn``. Silent where a prior form reports one since
    then, and where ``context.ownerStatus`` says that the persons came under Section 16 later. EDGAR knows nothing
    of it.

    Remedy: Add any such transactions to this form. If there were none, no action is needed.
    """
    registered = filing.context.issuer_class_registered_on
    first = None if registered is None else _first_since(registered, (filing,))
    if (
        registered is None
        or first is None
        or first > six_months_after(registered)
        or not _has_officer_or_director(filing)
    ):
        return
    is_told = min(_days(filing)) < registered
    is_first = _first_since(registered, circumstances.prior) is None
    if is_first and not is_told and (_recorded_start(filing) or registered) <= registered:
        yield Breach(
            filing.at,
            f"The issuer's class was registered on {day(registered)}. What a director or officer traded before that, "
            f"within six months before {day(first)}, belongs on the first Form 4 too.",
        )


def _has_officer_or_director(filing: Filing) -> bool:
    return any(owner.is_director or owner.is_officer for owner in filing.reporting_owners)


def _days(filing: Filing) -> list[date]:
    return [row.transaction_date.value for row in filing.transactions if row.transaction_date.value is not None]


def _first_since(begin: date, forms: Iterable[Filing]) -> date | None:
    """The day of the first transaction of some forms that is not before a day."""
    return min((each for form in forms for each in _days(form) if each >= begin), default=None)
