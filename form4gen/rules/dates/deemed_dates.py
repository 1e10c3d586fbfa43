"""DL: the deemed execution date, column 2A of Table I and 3A of Table II."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.deadline import DAYS_OF_NOTICE, add_business_days, deadline
from form4gen.model.rows import Transaction
from form4gen.model.wording import day, weekday
from form4gen.prose.reading import notes_of
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

    It applies to a trade under a Rule 10b5-1 plan and to a discretionary transaction of an employee benefit plan (code
    I, or a footnote that describes one). The box, or a footnote or remark that names Rule 10b5-1, is enough; TP102
    asks whether the box should be checked. Many filers repeat the trade date here, contrary to the instruction but
    harmlessly, so that is a warning. EDGAR takes any date.

    Remedy: Clear the deemed execution date. If the trade was made under a Rule 10b5-1 plan, check the box and add
    the plan footnote; if it was a discretionary transaction, use code I.
    """
    traded, deemed = row.transaction_date.value, row.deemed_execution_date
    if deemed.value is None or row.code == "I" or circumstances.filing.aff10b5_one:
        return
    filing = circumstances.filing
    if notes_of(row, filing).excuses("rule_10b5_1_mentioned", "employee_plan", "discretionary"):
        return
    repeats = deemed.value == traded
    what = f"repeats the transaction date of {row.name}" if repeats else f"is filled in on {row.name}"
    yield Breach(
        deemed.at,
        f"The deemed execution date {what}, but the Rule 10b5-1 box is not checked, no footnote or remark names a "
        "plan, and the code is not I. Report one only for a trade whose date of execution the reporting person did not "
        "select.",
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
    """The deemed execution date is the notification date, at the latest the third business day after the trade.

    The reporting person is notified by the broker, dealer, or plan administrator (Rule 16a-3(g)(2)-(4)). A day on which
    EDGAR may have been closed counts in the filer's favor. EDGAR compares no dates.

    Remedy: Enter the date the broker or plan administrator gave notice of the trade. If notice came later than the
    third business day after the trade date, enter that third business day.
    """
    traded, deemed = row.transaction_date.value, row.deemed_execution_date
    if traded is None or deemed.value is None:
        return
    if deemed.value < traded:
        yield Breach(
            deemed.at,
            f"The deemed execution date ({day(deemed.value)}) is earlier than the trade date ({day(traded)}).",
            found=day(deemed.value),
            expected=f"{day(traded)} or later",
        )
    elif deadline(traded) is not None:
        last = add_business_days(traded, DAYS_OF_NOTICE, if_unknown=False)
        if deemed.value > last:
            yield Breach(
                deemed.at,
                f"The deemed execution date ({day(deemed.value)}) is later than the third business day after the "
                f"trade date ({weekday(last)}), the latest that Rule 16a-3(g)(4) allows.",
                found=day(deemed.value),
                expected=f"{day(last)} or earlier",
            )
