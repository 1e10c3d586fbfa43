"""The deadlines and the balances of the memorandum."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.accounts import ledger
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.model.wording import number
from form4gen.records import NamedTuple
from form4gen.report.proof import alone, basis_of, columns_of, counted, due_and_standing, order_of


class Deadline(NamedTuple):
    """When some rows are due."""

    rows: str
    due: str
    standing: str
    counted: str
    basis: str
    is_late: bool


class Line(NamedTuple):
    """A row of an account: its name, day, code, change, balance, and a note where the sum does not come out."""

    cells: tuple[str, ...]
    note: str = ""
    is_broken: bool = False


class Account(NamedTuple):
    """A line of the form: what was held before, its rows, and those that are not summed, told in words."""

    name: str
    before: str
    lines: tuple[Line, ...]
    uncounted: tuple[tuple[str, str], ...]


def deadlines(dues: Iterable[DueDate]) -> tuple[Deadline, ...]:
    """When each row is due, the earliest first."""
    found = []
    for due in dues:
        when, how = due_and_standing(due)
        is_late = due.standing is Standing.LATE
        found.append(Deadline(due.names, when.removeprefix("due "), how, counted(due), basis_of(due), is_late))
    return tuple(found)


def accounts(balances: Iterable[ledger.Account]) -> tuple[Account, ...]:
    """What each line comes to."""
    return tuple(
        Account(
            f"{account.name}{order_of(account)}",
            "" if account.before is None else number(account.before),
            tuple(Line(columns_of(step), _note(step), step.is_broken) for step in account.steps),
            tuple((f"row {row.number}", alone(row)) for row in account.uncounted),
        )
        for account in balances
    )


def _note(step: ledger.Step) -> str:
    parts = (step.arithmetic, step.excuse) if step.is_off else ()
    return "; ".join(part for part in parts if part)
