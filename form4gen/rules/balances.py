"""HB102: the running balance of each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from form4gen.law.authorities import FORM_4, STAFF_FAQ_2003
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, WARNING, Breach, Severity, rule
from form4gen.rules.lines import amount_of, balance_of, lines, tells_of_other_change

_EXACT = Context(prec=64)
"""More digits than two numbers of the format (30 before and 30 behind the point) need for their sum."""

_ROUNDING = Decimal(1)
"""Differences below one share come from fractions that are paid in cash or rounded."""


class Step(NamedTuple):
    """One row of a line: what was held before it, its change, and what it says is held after it."""

    row: Transaction
    before: Decimal
    amount: Decimal
    after: Decimal

    @property
    def expected(self) -> Decimal:
        """What must be held afterwards."""
        return (_EXACT.add if self.row.is_acquired else _EXACT.subtract)(self.before, self.amount)

    @property
    def is_broken(self) -> bool:
        """The balance differs from the sum by a share or more."""
        return _EXACT.subtract(self.expected, self.after).copy_abs() >= _ROUNDING

    @property
    def arithmetic(self) -> str:
        """The sum, for example ``227,927 - 74,907 = 153,020``."""
        sign = "+" if self.row.is_acquired else "-"
        return f"{number(self.before)} {sign} {number(self.amount)} = {number(self.expected)}"


@rule(
    "HB102",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"), STAFF_FAQ_2003.at("question 1")),
)
def running_balance_broken(filing: Filing) -> Iterator[Breach]:
    """Each row of a line continues from the row before it: balance, plus or minus the amount.

    The staff asks for a running tally after each transaction. Rows out of order are tried in date order; fractions
    below one share, and rows with a footnote that tells of an exempt change (a plan, a dividend), are let pass. One
    closing balance on every row is a warning. In Table II filers lump or split grants in many ways (a quarter of the
    filings that could be compared), so a break there is an advisory only. EDGAR does not add up.

    Remedy: correct the amount, the balance or the order of the rows, or explain in a footnote what else changed.
    """
    rows = [row for row in filing.transactions if _is_countable(row)]
    broken_without_notes = {step.row.at for line in lines(rows, with_notes=False) for step in broken_steps(line)}
    for line in lines(rows):
        broken = [
            step
            for step in broken_steps(line)
            if step.row.at in broken_without_notes and not tells_of_other_change(step.row, filing)
        ]
        severity = ADVISORY if isinstance(line[0], DerivativeTransaction) else None
        if broken and len({balance_of(row) for row in line}) == 1:
            closing = f"All {len(line)} rows of this line show {number(broken[0].after)}"
            message = f"{closing}; each shows what was held after its own transaction: {{}}."
            yield _breach(broken[0], message, severity or WARNING)
        else:
            for step in broken:
                yield _breach(step, f"{{}}; the form says {number(step.after)}.", severity)


def broken_steps(line: Sequence[Transaction]) -> list[Step]:
    """The steps of a line that do not add up, in the order of the rows in which the fewest fail."""
    broken, backwards = _broken(line), line[::-1]
    if broken:
        others = (backwards, sorted(line, key=_traded_on), sorted(backwards, key=_traded_on))
        broken = min(broken, *map(_broken, others), key=len)
    return broken


def _broken(order: Iterable[Transaction]) -> list[Step]:
    return [step for step in _steps(order) if step.is_broken]


def _steps(rows: Iterable[Transaction]) -> Iterator[Step]:
    """Steps from row to row; after a wrong balance the next row may also continue from what it should have been."""
    before: list[Decimal] = []
    for row in rows:
        amount, after = amount_of(row) or Decimal(0), balance_of(row) or Decimal(0)
        steps = [Step(row, start, amount, after) for start in before]
        good = [step for step in steps if not step.is_broken]
        yield from (good or steps)[:1]
        before = [after] if good or not steps else [after, steps[0].expected]


def _is_countable(row: Transaction) -> bool:
    is_marked = row.is_acquired or row.is_disposed
    return is_marked and amount_of(row) is not None and balance_of(row) is not None


def _traded_on(row: Transaction) -> date:
    return row.transaction_date.value or date.max


def _breach(step: Step, message: str, severity: Severity | None) -> Breach:
    return Breach(
        step.row.owned_following.at,
        message.format(step.arithmetic),
        found=number(step.after),
        expected=number(step.expected),
        arithmetic=step.arithmetic,
        severity=severity,
    )
