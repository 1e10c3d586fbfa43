"""A balance that does not continue the one before it, and what would explain that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from form4gen.accounts.continuity import split_between
from form4gen.model.exact import EXACT
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row
from form4gen.model.wording import day
from form4gen.records import NamedTuple


class Gap(NamedTuple):
    """The balance that was reported last, the one that the row begins with, and what would explain the difference."""

    held: Decimal
    before: Decimal
    reasons: tuple[str, ...]

    @property
    def difference(self) -> Decimal:
        """What the two reports leave unexplained; negative if the later one begins with less."""
        return EXACT.subtract(self.before, self.held)


def gap_between(row: Row, before: Decimal, held: Decimal, since: date, until: date, *, is_other_form: bool) -> Gap:
    """The gap before a row; ``since`` and ``until`` are the days of the two entries."""
    if not is_other_form:
        return Gap(held, before, ("The rows of this form do not add up.",))
    reasons = []
    is_derivative = isinstance(row, DerivativeTransaction | DerivativeHolding)
    split = split_between(held, before)
    if split and (before > held or not is_derivative):  # a grant that vests in halves is no reverse split
        reasons.append(f"A {split[0]}-for-{split[1]} split.")
    days = f"between {day(since)} and {day(until)}" if since < until else f"on {day(until)}"
    reasons.append(f"A transaction {days} on a form that is not among these files.")
    if before > held:
        reasons.append("An acquisition exempt from reporting, such as under an employee stock purchase plan.")
    else:
        reasons.append("A disposition exempt from reporting, such as under a domestic relations order.")
    if is_derivative:
        reasons.append("Several grants combined in one line.")
    return Gap(held, before, tuple(reasons))
