"""AD: a person who comes under Section 16, and what was due then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from form4gen.accounts.basis_values import Basis, Ground
from form4gen.accounts.history import bare_cik
from form4gen.accounts.status import recorded_start, status_of
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
    """A person must file Form 3 within 10 days after becoming subject to Section 16.

    The due date moves to the next business day if EDGAR is closed. If the person became subject on the day on which the
    issuer registered its class, the Form 3 is due that day. Checked where ``context.ownerStatus`` gives the day and
    records no Form 3 by the filing date. Silent where a prior form of the person is given, and after the first six
    months, unless the date recorded for the Form 3 is still to come. EDGAR does not compare forms.

    Remedy: File the Form 3 now. If it was filed, enter its date (``form3FiledOn``).
    """
    record, filed_on = status_of(owner, circumstances.filing), circumstances.filed_on
    if record is None or record.subject_since is None or (record.form3_filed_on or date.max) <= filed_on:
        return
    since = record.subject_since
    is_by_registration = since == circumstances.filing.context.issuer_class_registered_on
    wait = timedelta(0) if is_by_registration else DAYS_TO_FORM_3
    cik = bare_cik(owner.rpt_owner_cik)
    if filed_on - since <= wait or cik in circumstances.persons_of_prior:
        return
    if record.form3_filed_on is None and filed_on > six_months_after(since):
        return
    due = since + wait
    due = due if is_business_day(due, if_unknown=False) else add_business_days(due, 1, if_unknown=False)
    if filed_on > due:
        yield Breach(
            owner.at,
            f"{owner.name} has been subject to Section 16 since {day(since)}, and no Form 3 is on record. It was due "
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

    The day is that of ``context.ownerStatus``, of the first of several persons, or else of
    ``context.issuerClassRegisteredOn``, because nobody is under Section 16 before it. A director or officer who came
    under it by that registration also reports the transactions of the six months before the first one that calls for a
    Form 4 (Rule 16a-2(a)). The transaction that makes a person a 10% owner is not reported (Rule 16a-2(c)). EDGAR takes
    any date.

    Remedy: Have counsel decide whether to keep the row. A voluntary report is permitted.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    begin = recorded_start(filing) or filing.context.issuer_class_registered_on
    decision = circumstances.dues[row].decisions[0]
    if decision.ground is not Ground.BEFORE or decision.basis is Basis.LOOK_BACK or begin is None or traded is None:
        return
    on = day(begin)
    if traded == begin:
        message = f"{row.name} is dated {on}, when the reporting person became a 10% owner."
    else:
        message = f"{row.name} ({day(traded)}) predates {on}, when the reporting person became subject to Section 16."
    yield Breach(
        row.transaction_date.at,
        f"{message} {decision.reason}",
        found=day(traded),
        expected=None if traded == begin else f"{on} or later",
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
    """The first Form 4 after registration also reports transactions of the six months before (Rule 16a-2(a)).

    A director or officer who comes under Section 16 solely because the issuer registers its class reports the
    transactions of the six months before the first one that calls for a Form 4. Checked on a form without such a row
    whose first transaction that is due on Form 4 is within six months after ``context.issuerClassRegisteredOn``. Silent
    where a prior form reports a transaction since then, and where ``context.ownerStatus`` says that the persons came
    under Section 16 later. EDGAR does not check this.

    Remedy: Add any such transactions to this form. If there were none, no action is needed.
    """
    registered = filing.context.issuer_class_registered_on
    called = [row for row, due in circumstances.dues.items() if Basis.FORM_4 in due.decisions[0].possible]
    first = None if registered is None else min((each for each in _days(called) if each >= registered), default=None)
    if (
        registered is None
        or first is None
        or first > six_months_after(registered)
        or not filing.has_officer_or_director
    ):
        return
    is_reported = min(_days(filing.transactions)) < registered
    is_first = all(each < registered for other in circumstances.prior for each in _days(other.transactions))
    if is_first and not is_reported and (recorded_start(filing) or registered) <= registered:
        yield Breach(
            filing.at,
            f"The issuer registered its class on {day(registered)}, and this form reports no earlier transaction. A "
            "director or officer who became subject to Section 16 solely because of that registration must also report "
            f"transactions in the six months before {day(first)} (Rule 16a-2(a)).",
        )


def _days(rows: Iterable[Transaction]) -> list[date]:
    return [row.transaction_date.value for row in rows if row.transaction_date.value is not None]
