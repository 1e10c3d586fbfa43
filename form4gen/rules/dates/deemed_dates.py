"""DL: the deemed execution date, column 2A of Table I and 3A of Table II."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.deadline import DAYS_OF_NOTICE, add_business_days, deadline
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.prose.plans import names_a_plan
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "DL105",
    name="deemed execution date without basis",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"), RULE_16A.at("16a-3(g)(2), (3)")),
)
def deemed_execution_date_without_basis(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Report a deemed execution date only if the execution date is calculated under Rule 16a-3(g)(2) or (3).

    That is a trade under a Rule 10b5-1 plan, or a discretionary transaction of an employee plan (code I, or a
    footnote that tells of such a plan). The box, or a footnote or the remarks naming Rule 10b5-1, is taken as the
    ground; whether the box should be on is for TP102. Many filers repeat the trade date here, against the
    instruction but harmlessly: that is a warning. EDGAR takes any date.

    Remedy: Clear the deemed execution date. If the trade was made under a Rule 10b5-1 plan, check the box and add
    the plan footnote; if it was a discretionary transaction, use code I.
    """
    traded, deemed = row.transaction_date.value, row.deemed_execution_date
    if deemed.value is None or row.code == "I" or circumstances.filing.aff10b5_one:
        return
    told = f"{circumstances.filing.notes_of(row.footnotes)}\n{circumstances.filing.remarks or ''}"
    if names_a_plan(told) or _employee_plan().search(told):
        return
    repeats = deemed.value == traded
    what = f"repeats the date of {row.name}" if repeats else f"is filled on {row.name}"
    yield Breach(
        deemed.at,
        f"The deemed execution date {what}, but the Rule 10b5-1 box is off and the code is not I. The column is only "
        "for trades whose date the reporting person did not pick.",
        found=day(deemed.value),
        expected="no date",
        severity=WARNING if repeats else None,
    )


@rule(
    "DL106",
    name="deemed execution date out of range",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(g)(2)-(4)"),),
)
def deemed_execution_date_out_of_range(row: Transaction) -> Iterator[Breach]:
    """A deemed execution date lies between the trade and the third business day after it.

    It is the day on which the broker or administrator told of the trade; where the notice came later, the rule caps
    it at the third business day. A day on which it is not known whether EDGAR was open counts in the filer's
    favour. EDGAR compares no dates.

    Remedy: Enter the date the broker or plan administrator gave notice of the trade. If notice came later than the
    third business day after the trade date, enter that third business day.
    """
    traded, deemed = row.transaction_date.value, row.deemed_execution_date
    if traded is None or deemed.value is None:
        return
    if deemed.value < traded:
        yield Breach(
            deemed.at,
            f"The deemed execution date {day(deemed.value)} is earlier than the trade of {day(traded)}.",
            found=day(deemed.value),
            expected=f"{day(traded)} or later",
        )
    elif deadline(traded) is not None:
        last = add_business_days(traded, DAYS_OF_NOTICE, if_unknown=False)
        if deemed.value > last:
            yield Breach(
                deemed.at,
                f"The deemed execution date {day(deemed.value)} is after the third business day following the trade "
                f"of {day(traded)} ({weekday(last)}). The rule caps it there.",
                found=day(deemed.value),
                expected=f"{day(last)} or earlier",
            )


@cache
def _employee_plan() -> re.Pattern[str]:
    return re.compile(r"401\(?k|discretionary|(?:savings|retirement|employee|deferred)\b.{0,40}\bplan", re.IGNORECASE)
