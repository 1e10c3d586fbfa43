"""The new rows of both tables, one after the other: each balance continues the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.base import Award, Base, award_lines, is_blank
from form4gen.drafting.fills.events import OPTION
from form4gen.drafting.fills.footnotes import Notes
from form4gen.drafting.fills.groups import Group
from form4gen.drafting.fills.rows import table_i_row, table_ii_row
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, dollars, number
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

TABLE_I, TABLE_II = "nonDerivativeTable", "derivativeTable"

_GRANTED = (
    "A grant has a line of its own in Table II: enter its terms. If your forms add grants together, correct the number "
    "owned after it."
)


class Made(NamedTuple):
    """Transactions, the places of their rows among the new ones of each table, and what is owned after them."""

    group: Group
    place: int | None
    place_ii: int | None
    balance: Decimal | None


class Build:
    """The rows as they are made, one after the other: each balance continues the one before."""

    def __init__(
        self, filing: Filing, data: Mapping[str, Any], notes: Iterable[str], bases: Mapping[str, Base]
    ) -> None:
        self._filing, self._data, self._bases = filing, data, bases
        self._held = {words(base.title): base.held for base in bases.values()}
        self._awards: dict[Decimal | None, tuple[Award | None, Decimal | None]] = {}
        self._blank_ii = [row for row in filing.derivative_table if is_blank(row) and _code(row) in ("A", "M", "")]
        self.notes = Notes(notes)
        self.made: list[Made] = []
        self.rows: list[dict[str, Any]] = []
        self.rows_ii: list[dict[str, Any]] = []
        self.slots_ii: list[int] = []
        self.taken: tuple[tuple[str, str], ...] = tuple(dict.fromkeys(each for b in bases.values() for each in b.taken))
        self.remarks: list[str] = []

    def add(self, group: Group) -> None:
        """Make the row of Table I, that of Table II, or both."""
        base, first = self._bases[group.first.title], group.first
        if first.is_award:
            self.rows_ii.append(table_ii_row(group, base, self._blank("A"), group.shares, self.notes))
            self.made.append(Made(group, None, len(self.rows_ii) - 1, group.shares))
            self.remarks.append(_GRANTED)
            return
        balance = self._after(group, base)
        place_ii = self._row_ii(group, base) if first.code == "M" else None
        self.rows.append(table_i_row(group, base, balance, self.notes))
        self.made.append(Made(group, len(self.rows) - 1, place_ii, balance))

    def _after(self, group: Group, base: Base) -> Decimal | None:
        line = words(base.title)
        before = self._held[line]
        if before is None:
            return None
        after = (EXACT.add if group.first.is_acquired else EXACT.subtract)(before, group.shares)
        if after < 0:
            raise UnusableInputError(
                f"On {day(group.first.day)} {number(group.shares)} {base.title} go (code {group.first.code}), but only "
                f"{number(before)} are held. Correct the number held before the first row (--held), or look for a "
                "row that is missing."
            )
        self._held[line] = after
        return after

    def _row_ii(self, group: Group, base: Base) -> int:
        price = group.first.exercise_price if group.first.award == OPTION else None
        award, held = self._award(price, group)
        if held is not None:
            held = EXACT.subtract(held, group.shares)
            if held < 0:
                raise UnusableInputError(
                    f"On {day(group.first.day)} {number(group.shares)} of the awards in Table II vest or are "
                    f"exercised, but only {number(EXACT.add(held, group.shares))} are held. Correct the balance in the "
                    "draft."
                )
            self._awards[price] = award, held
        blank = self._blank("M")
        known = blank if award is None else self._data[TABLE_II][award.row.number - 1]
        self.rows_ii.append(table_ii_row(group, base, known, held, self.notes))
        return len(self.rows_ii) - 1

    def _blank(self, code: str) -> Mapping[str, Any]:
        """A row of Table II that is to be filled in, whose place a row of the code takes; empty if none is."""
        row = next((each for each in self._blank_ii if _code(each) in (code, "")), None)
        if row is None:
            return {}
        self._blank_ii.remove(row)
        self.slots_ii.append(row.number - 1)
        found: Mapping[str, Any] = self._data[TABLE_II][row.number - 1]
        return found

    def _award(self, price: Decimal | None, group: Group) -> tuple[Award | None, Decimal | None]:
        """The line of Table II and its balance; found once for each exercise price."""
        if price not in self._awards:
            lines = award_lines(self._filing, price, group.first.day)
            award = lines[0] if len(lines) == 1 else None
            what = "stock units" if price is None else f"options at {dollars(price)}"
            if award is None:
                number_of = "no line" if not lines else f"{len(lines)} lines"
                self.remarks.append(
                    f"Table II of the draft has {number_of} of {what}: enter their terms and the number left."
                )
            else:
                held = f", {number(award.held)} held before" if award.held is not None else ""
                self.taken = (*self.taken, (f"terms of the {what}{held}", award.row.name))
                self.slots_ii += [award.replaced.number - 1] if award.replaced is not None else []
            self._awards[price] = award, award.held if award else None
        return self._awards[price]

    def slots(self, groups: Sequence[Group]) -> list[int]:
        """The rows of Table I whose place the new ones take: holdings that they continue, and blank rows of a code."""
        in_table = [group.first for group in groups if not group.first.is_award]
        bases = {first.title: self._bases[first.title] for first in in_table}
        found = [base.replaced.number - 1 for base in bases.values() if base.replaced is not None]
        codes = {first.code for first in in_table}
        titles = {"", *classes(bases)}
        blank = (row for row in self._filing.non_derivative_table if is_blank(row) and _code(row) in codes)
        return [*found, *(row.number - 1 for row in blank if words(row.security_title.value) in titles)]


def classes(bases: Mapping[str, Base]) -> set[str]:
    """The titles of the classes: a map may give the title that the draft has too."""
    return {words(base.title) for base in bases.values()}


def _code(row: Row) -> str:
    return row.code if isinstance(row, Transaction) else ""
