"""TP: the adoption and the end of a Rule 10b5-1 plan compared with the trades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

from form4gen.accounts.history import bare_cik, owners
from form4gen.law.authorities import FORM_4, RULE_10B5_1, STAFF_CDI_2023
from form4gen.law.deadline import add_business_days
from form4gen.law.plan import (
    AMENDED_RULE,
    COOLING_OFF,
    COOLING_OFF_AFTER_REPORT,
    COOLING_OFF_AT_MOST,
    COOLING_OFF_OF_OTHERS,
)
from form4gen.model.filing import Filing, Footnote
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.prose.plans import adoption_dates, impossible_adoption_dates
from form4gen.prose.reading import read
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_TRADES_OF_A_PLAN = frozenset("PSGMXCO")
"""Codes of transactions that a plan can make, without withholding (F) and transactions described in words (J)."""


@rule(
    "TP103",
    name="plan adopted after the trade",
    on=Footnote,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(RULE_10B5_1.at("(c)(1)(i)"),),
)
def plan_adopted_after_the_trade(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """A plan must have been adopted before the trades reported as made under it.

    The affirmative defense requires a plan that existed before the trade. If a footnote gives several dates (a plan
    adopted and later modified), the earliest counts here. A date that does not exist is also a fault. A footnote
    that says there was no plan, or describes a future plan, is not counted. EDGAR does not check this.

    Remedy: Correct the adoption date or the transaction date.
    """
    rows = _trades_under(note, circumstances.filing)
    if not rows:
        return
    for written in impossible_adoption_dates(note.text):
        message = f"Footnote {note.id} gives the plan's adoption date as {written}, which is not a calendar date."
        yield Breach(note.at, message, written, remedy="Correct the adoption date.")
    adopted = min(adoption_dates(note.text), default=None)
    first = min(traded for _, traded in rows)
    if adopted is not None and adopted > first:
        yield Breach(
            note.at,
            f"Footnote {note.id} states that the plan was adopted on {day(adopted)}, after the transaction of "
            f"{day(first)}.",
            found=day(adopted),
            expected=f"{day(first)} or earlier",
        )


@rule(
    "TP104",
    name="trade during the cooling-off period",
    on=Footnote,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_10B5_1.at("(c)(1)(ii)(B)"), STAFF_CDI_2023.at("question 120.29")),
)
def trade_during_the_cooling_off_period(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """No trade under a plan may occur before its cooling-off period ends.

    Directors and officers wait 90 days, or until two business days after the report for the quarter of adoption is
    filed if that is later, but at most 120 days; the report is a Form 10-Q or 10-K, or the Form 20-F or 6-K of a
    foreign private issuer that discloses the results. Other persons wait 30 days. If the report is filed on a Monday,
    trading may begin on Thursday: the staff counts from the filing date and skips federal holidays. The filing date
    comes from ``context.plans``; without it, a trade between the 90th and the 120th day is an advisory. No period
    applies to plans adopted before Feb 27, 2023. If a footnote gives several dates, the earliest counts for the 90
    and 30 days, since not every modification is a new plan, and the latest for the rest. EDGAR does not check this.

    Remedy: Check the adoption date, and the recorded filing date of the report for the quarter of adoption
    (``reportFiledOn`` in ``context.plans``). If both are right, consult counsel before claiming the affirmative
    defense.
    """
    filing = circumstances.filing
    rows = _trades_under(note, filing)
    adopted = adoption_dates(note.text) if rows else []
    if not adopted or min(adopted) < AMENDED_RULE:
        return
    row, first = min(rows, key=lambda each: each[1])
    is_officer_or_director = filing.has_officer_or_director
    wait = COOLING_OFF if is_officer_or_director else COOLING_OFF_OF_OTHERS
    waited = [first - each for each in (min(adopted), max(adopted)) if each <= first]
    if not waited:
        return
    if waited[0] < wait:
        who = "Directors and officers" if is_officer_or_director else "Persons other than directors and officers"
        remedy = "Check the adoption date. If it is right, consult counsel before claiming the affirmative defense."
        breach = _too_soon(row, min(adopted), waited[0], f"{who} must wait at least {wait.days}.")
        yield breach._replace(remedy=remedy)
    elif is_officer_or_director and waited[-1] < COOLING_OFF_AT_MOST:
        yield from _before_the_report(row, first - waited[-1], first, filing)


def _before_the_report(row: Transaction, adopted: date, first: date, filing: Filing) -> Iterator[Breach]:
    """A trade within the 120 days, compared with the report for the quarter of adoption if its filing date is given."""
    filed = _recorded(filing).reported.get(adopted)
    if filed is None:
        is_foreign = filing.context.issuer_is_foreign_private
        report = "20-F or 6-K with the results" if is_foreign else "10-Q or 10-K"
        rest = (
            f"The cooling-off period ends two business days after the Form {report} for the quarter of adoption is "
            f"filed, and no later than {COOLING_OFF_AT_MOST.days} days after adoption. That filing date is not given."
        )
        remedy = "Record that filing date, with the plan's adoption date (``reportFiledOn`` in ``context.plans``)."
        yield _too_soon(row, adopted, first - adopted, rest)._replace(severity=ADVISORY, remedy=remedy)
        return
    second = add_business_days(filed, COOLING_OFF_AFTER_REPORT)
    after_report = second + timedelta(days=1)
    free = min(max(adopted + COOLING_OFF, after_report), adopted + COOLING_OFF_AT_MOST)
    if first < free:
        rest = (
            f"The report for the quarter of adoption was filed on {day(filed)}, so trading could begin on {day(free)}."
        )
        yield _too_soon(row, adopted, first - adopted, rest)._replace(
            expected=f"{day(free)} or later",
            arithmetic=f"{weekday(filed)} + {COOLING_OFF_AFTER_REPORT} business days = {weekday(second)}",
        )


def _too_soon(row: Transaction, adopted: date, waited: timedelta, rest: str) -> Breach:
    return Breach(
        row.transaction_date.at,
        f"{row.name} occurred {waited.days} days after the plan was adopted ({day(adopted)}). {rest}",
        found=f"{waited.days} days",
    )


def _trades_under(note: Footnote, filing: Filing) -> list[tuple[Transaction, date]]:
    """The transactions that cite a footnote stating that they were made under a plan, with their dates."""
    rows = _citing(filing).get(note.id, [])
    return rows if rows and read(note.text).says("plan_10b5_1") else []


@lru_cache(maxsize=4)
def _citing(filing: Filing) -> dict[str, list[tuple[Transaction, date]]]:
    """The dated transactions of kinds that a plan has, by the footnotes that they cite."""
    found: dict[str, list[tuple[Transaction, date]]] = {}
    for row in filing.transactions:
        traded = row.transaction_date.value
        if row.code in _TRADES_OF_A_PLAN and traded is not None:
            for note in row.footnotes:
                found.setdefault(note, []).append((row, traded))
    return found


class _Recorded(NamedTuple):
    """The plans in ``context.plans`` that may be those of the reporting persons.

    ``ends`` has the last end date of the plans of each adoption date, and of those without one under None; ``last`` is
    the last of all. ``reported`` has the first filing date of the report for the quarter of each adoption. ``adopted``
    are the adoption dates, ``whose`` the CIKs of the owners; ``is_whole`` says that every plan has an adoption date.
    """

    ends: dict[date | None, date]
    last: date
    reported: dict[date, date]
    adopted: tuple[date, ...]
    whose: frozenset[str]
    is_whole: bool


@lru_cache(maxsize=4)
def _recorded(filing: Filing) -> _Recorded:
    ours = {"", *owners(filing)}
    plans = [plan for plan in filing.context.plans if bare_cik(plan.rpt_owner_cik) in ours]
    ends: dict[date | None, date] = {}
    reported: dict[date, date] = {}
    for plan in plans:
        adopted, filed, end = plan.plan_adoption_date, plan.report_filed_on, plan.plan_end_date or date.max
        ends[adopted] = max(end, ends.get(adopted, end))
        if adopted is not None and filed is not None and adopted < filed and filed.year < MAXYEAR:
            reported[adopted] = min(filed, reported.get(adopted, filed))
    adoptions = {plan.plan_adoption_date for plan in plans}
    return _Recorded(
        ends,
        max(ends.values(), default=date.max),
        reported,
        tuple(sorted(each for each in adoptions if each is not None)),
        frozenset(bare_cik(plan.rpt_owner_cik) for plan in plans),
        bool(plans) and None not in adoptions,
    )


def _has_plan_trades(filing: Filing) -> bool:
    return any(_trades_under(note, filing) for note in filing.footnotes)


@rule(
    "TP107",
    name="trade after the plan ended",
    on=Footnote,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("plans",),
    concerns=_has_plan_trades,
    sources=(RULE_10B5_1.at("(c)(1)(i)(C)"),),
)
def trade_after_the_plan_ended(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """A trade reported as made under a plan must have occurred before the plan ended.

    The affirmative defense covers only trades made under the plan. The end date is that of the plan in
    ``context.plans`` with the adoption date in the footnote, or of all plans there if the footnote gives no date. If
    several match, the latest end date counts. EDGAR does not check this.

    Remedy: Remove the plan footnote from the later trade, and uncheck the box if no other trade was under the plan. If
    the recorded end date is wrong, correct it (``planEndDate``).
    """
    filing = circumstances.filing
    trades = _trades_under(note, filing)
    adopted = adoption_dates(note.text) if trades else []
    plans = _recorded(filing)
    matching = [plans.ends[each] for each in {None, *adopted} if each in plans.ends]
    last = max(matching, default=date.max) if adopted else plans.last
    for row, traded in trades:
        if traded > last:
            yield Breach(
                row.transaction_date.at,
                f"{row.name} ({day(traded)}) is reported as made under a plan that ended on {day(last)}.",
                found=day(traded),
                expected=f"{day(last)} or earlier",
            )


@rule(
    "TP108",
    name="adoption date differs from plan record",
    on=Footnote,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("plans",),
    concerns=_has_plan_trades,
    sources=(FORM_4.at("Instruction 10"), RULE_10B5_1.at("(c)(1)")),
)
def adoption_date_differs_from_plan_record(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """The adoption date stated in the form must match a plan on record.

    One of the dates in the footnote must be an adoption date in ``context.plans``. Not compared if a plan there has
    no adoption date, or if the plans name their owners and a reporting person has none. EDGAR does not check this.

    Remedy: Correct the date in the footnote, or record the plan (``context.plans``).
    """
    filing = circumstances.filing
    adopted = adoption_dates(note.text) if _trades_under(note, filing) else []
    plans = _recorded(filing)
    is_whole = plans.is_whole and ("" in plans.whose or plans.whose == owners(filing))
    if adopted and is_whole and {*adopted}.isdisjoint(plans.adopted):
        stated, recorded = (_dates(days) for days in (sorted({*adopted}), plans.adopted))
        yield Breach(
            note.at,
            f"Footnote {note.id} gives the adoption date as {stated}; the plan record shows {recorded}.",
            found=stated,
            expected=recorded,
        )


def _dates(days: Sequence[date]) -> str:
    more = f" and {len(days) - _DATES_SHOWN:,} others" if len(days) > _DATES_SHOWN else ""
    return " and ".join(map(day, days[:_DATES_SHOWN])) + more


_DATES_SHOWN = 6
