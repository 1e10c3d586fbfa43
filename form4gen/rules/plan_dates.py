"""TP: the day on which a Rule 10b5-1 plan was adopted, against the days of the trades."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from form4gen.law.authorities import RULE_10B5_1, STAFF_CDI_2023
from form4gen.law.plan import AMENDED_RULE, COOLING_OFF, COOLING_OFF_AT_MOST, COOLING_OFF_OF_OTHERS
from form4gen.model.filing import Filing, Footnote
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.plan import adoption_dates, claims_a_plan, impossible_adoption_dates

_TRADES_OF_A_PLAN = frozenset("PSGMXCO")
"""Codes of what a plan does on its own: without withholding (F) and what needs a description (J)."""


@rule("TP103", on=Footnote, severity=ERROR, edgar=ACCEPTS, sources=(RULE_10B5_1.at("(c)(1)(i)"),))
def plan_adopted_after_the_trade(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """A plan was adopted before the trades that are said to be under it.

    The defense of the rule rests on a plan that was there before. Of several dates (a plan adopted and later modified)
    the earliest counts here. A date that is no day of the calendar is the same fault. Silent where the note says that
    there was no plan, or speaks of one to come. EDGAR reads no text.

    Remedy: correct the date of adoption, or that of the transaction.
    """
    rows = _trades_under(note, circumstances.filing)
    if not rows:
        return
    for written in impossible_adoption_dates(note.text):
        yield Breach(note.at, f"Footnote {note.id} dates the plan {written}, which is no day.", written)
    adopted = min(adoption_dates(note.text), default=None)
    first = min(traded for _, traded in rows)
    if adopted is not None and adopted > first:
        yield Breach(
            note.at,
            f"Footnote {note.id} dates the plan {day(adopted)}; the transaction was on {day(first)}.",
            found=day(adopted),
            expected=f"{day(first)} or earlier",
        )


@rule(
    "TP104",
    on=Footnote,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_10B5_1.at("(c)(1)(ii)(B)"), STAFF_CDI_2023.at("120.29")),
)
def trade_in_the_cooling_off_period(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """No trade under a plan happens before its cooling-off period has ended.

    Directors and officers wait 90 days; then until two business days after the report for the quarter of adoption, at
    most 120 days, so that between the 90th and the 120th day an advisory asks to look. Others wait 30 days. Plans
    adopted before 27 February 2023 know no such wait. Of several dates the earliest counts for the warning, since not
    every modification adopts a plan anew, and the latest for the advisory. EDGAR reads no text.

    Remedy: check the date of adoption; if it is right, ask counsel before claiming the defense.
    """
    filing = circumstances.filing
    rows = _trades_under(note, filing)
    adopted = adoption_dates(note.text) if rows else []
    if not adopted or min(adopted) < AMENDED_RULE:
        return
    row, first = min(rows, key=lambda each: each[1])
    is_officer_or_director = any(owner.is_officer or owner.is_director for owner in filing.reporting_owners)
    wait = COOLING_OFF if is_officer_or_director else COOLING_OFF_OF_OTHERS
    waited = [first - each for each in (min(adopted), max(adopted)) if each <= first]
    if not waited:
        return
    if waited[0] < wait:
        who = "Directors and officers" if is_officer_or_director else "Other persons than directors and officers"
        yield _too_soon(row, min(adopted), waited[0], f"{who} must wait at least {wait.days}.")
    elif is_officer_or_director and waited[-1] < COOLING_OFF_AT_MOST:
        rest = (
            f"The wait ends two business days after the report for the quarter of adoption, and never later than after "
            f"{COOLING_OFF_AT_MOST.days} days."
        )
        yield _too_soon(row, max(each for each in adopted if each <= first), waited[-1], rest)._replace(
            severity=ADVISORY
        )


def _too_soon(row: Transaction, adopted: date, waited: timedelta, rest: str) -> Breach:
    return Breach(
        row.transaction_date.at,
        f"The plan was adopted {day(adopted)}; {row.name} came after {waited.days} days. {rest}",
        found=f"{waited.days} days",
    )


def _trades_under(note: Footnote, filing: Filing) -> list[tuple[Transaction, date]]:
    """The transactions that cite a note which claims a plan, with their dates."""
    if not claims_a_plan(note.text):
        return []
    return [
        (row, traded)
        for row in filing.transactions
        if note.id in row.footnotes
        and row.code in _TRADES_OF_A_PLAN
        and (traded := row.transaction_date.value) is not None
    ]
