"""The changes to a draft: its new rows, footnotes and trade confirmations, and which row each transaction is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.base import Award, Base, Given, award_lines, base_of, is_blank
from form4gen.drafting.fills.events import OPTION, Leg
from form4gen.drafting.fills.footnotes import Notes
from form4gen.drafting.fills.groups import TRADES, Group, groups_of
from form4gen.drafting.fills.rows import table_i_row, table_ii_row
from form4gen.errors import UnusableInputError
from form4gen.law.limits import ROWS_IN_A_TABLE
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

TABLE_I, TABLE_II = "nonDerivativeTable", "derivativeTable"

MOST_FILLS = 20_000
"""Fills of one draft: as many as the document takes beside everything else."""

Items = list[int | dict[str, Any]]
"""The rows of a table: the number of one that the draft has, from 0, or a new one."""


class Placed(NamedTuple):
    """Transactions and the row that they are in, in Table I and perhaps in Table II; rows count from 1."""

    group: Group
    row: int
    row_ii: int | None
    balance: Decimal | None


class Drafted(NamedTuple):
    """What is to be written into a draft.

    ``period`` is the day of the period of report if the draft has none. ``taken`` are the values that the draft or the
    user gave, with their source, and ``remarks`` what a person should look at.
    """

    placed: tuple[Placed, ...]
    table_i: Items
    table_ii: Items
    footnotes: Mapping[str, str]
    confirmations: tuple[dict[str, Any], ...]
    period: date | None
    taken: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def drafted(
    legs: Sequence[Leg], filing: Filing, data: Mapping[str, Any], notes: Iterable[str], given: Given, *, split: bool
) -> Drafted:
    """The rows for some transactions in a draft, whose plain values are ``data``; ``notes`` are its footnotes' ids.

    Raises UnusableInputError where the draft does not say what they continue, a balance would be negative, or a table
    would have more rows than EDGAR takes and ``split`` is false.
    """
    if len(legs) > MOST_FILLS:
        message = (
            f"The file has {len(legs):,} fills; one draft takes {MOST_FILLS:,}. Give the days of this form (--day)."
        )
        raise UnusableInputError(message)
    groups = groups_of(legs)
    first = groups[0].first.day
    bases = {title: base_of(filing, title, given, first) for title in dict.fromkeys(g.first.title for g in groups)}
    if given.held is not None and len(_classes(bases)) > 1:
        raise UnusableInputError("--held is of one class, and the file has several. Enter each holding in the draft.")
    build = _Build(filing, data, notes, bases)
    rows = [build.row(group) for group in groups]
    items, at = _with_rows(filing.non_derivative_table, rows, build.slots(groups))
    items_ii, at_ii = _with_rows(filing.derivative_table, build.rows_ii, build.slots_ii)
    _check_rows(items, items_ii, split=split)
    placed = tuple(
        Placed(group, at[number] + 1, None if place is None else at_ii[place] + 1, balance)
        for number, (group, place, balance) in enumerate(zip(groups, build.places_ii, build.balances, strict=True))
    )
    period, taken = None, build.taken
    if filing.period_of_report is None:
        period = min((first, *(row.transaction_date.value or first for row in filing.transactions)))
        taken = (*taken, (f"period of report {day(period)}", "the first transaction"))
    return Drafted(
        placed, items, items_ii, build.notes.added, tuple(_confirmations(placed, bases, filing)), period,
        taken, (*build.remarks, *_remarks(filing, items, items_ii, first)),
    )  # fmt: skip


class _Build:
    """The rows as they are made, one after the other: each balance continues the one before."""

    def __init__(
        self, filing: Filing, data: Mapping[str, Any], notes: Iterable[str], bases: Mapping[str, Base]
    ) -> None:
        self._filing, self._data, self._bases = filing, data, bases
        self._held = {words(base.title): base.held for base in bases.values()}
        self._awards: dict[Decimal | None, tuple[Award | None, Decimal | None]] = {}
        self._blank_ii = [row for row in filing.derivative_table if is_blank(row) and _code(row) in ("M", "")]
        self.notes = Notes(notes)
        self.rows_ii: list[dict[str, Any]] = []
        self.slots_ii: list[int] = []
        self.places_ii: list[int | None] = []
        self.balances: list[Decimal | None] = []
        self.taken: tuple[tuple[str, str], ...] = tuple(dict.fromkeys(each for b in bases.values() for each in b.taken))
        self.remarks: list[str] = []

    def row(self, group: Group) -> dict[str, Any]:
        """The row of Table I; that of Table II is kept beside it."""
        base = self._bases[group.first.title]
        balance = self._after(group, base)
        self.balances.append(balance)
        self.places_ii.append(self._row_ii(group, base) if group.first.code == "M" else None)
        return table_i_row(group, base, balance, self.notes)

    def _after(self, group: Group, base: Base) -> Decimal | None:
        line = words(base.title)
        before = self._held[line]
        if before is None:
            return None
        is_acquired = group.first.code in ("M", "P")
        after = (EXACT.add if is_acquired else EXACT.subtract)(before, group.shares)
        if after < 0:
            raise UnusableInputError(
                f"On {day(group.first.day)} {number(group.shares)} {base.title} go (code {group.first.code}), but only "
                f"{number(before)} are held. Give the number held before the first row with --held, or look for a row "
                "that is missing."
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
        known: Mapping[str, Any] = {}
        if award is not None:
            known = self._data[TABLE_II][award.row.number - 1]
        elif self._blank_ii:
            known = self._data[TABLE_II][self._blank_ii[0].number - 1]
        if self._blank_ii:
            self.slots_ii.append(self._blank_ii.pop(0).number - 1)
        self.rows_ii.append(table_ii_row(group, base, known, held, self.notes))
        return len(self.rows_ii) - 1

    def _award(self, price: Decimal | None, group: Group) -> tuple[Award | None, Decimal | None]:
        """The line of Table II and its balance; found once for each exercise price."""
        if price not in self._awards:
            lines = award_lines(self._filing, price, group.first.day)
            award = lines[0] if len(lines) == 1 else None
            what = "stock units" if price is None else f"options at ${number(price)}"
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
        found = [base.replaced.number - 1 for base in self._bases.values() if base.replaced is not None]
        codes = {group.first.code for group in groups}
        titles = {"", *_classes(self._bases)}
        blank = (row for row in self._filing.non_derivative_table if is_blank(row) and _code(row) in codes)
        return [*found, *(row.number - 1 for row in blank if words(row.security_title.value) in titles)]


def _classes(bases: Mapping[str, Base]) -> set[str]:
    """The titles of the classes: a map may give the title that the draft has too."""
    return {words(base.title) for base in bases.values()}


def _code(row: Row) -> str:
    return row.code if isinstance(row, Transaction) else ""


def _with_rows(table: Sequence[Row], rows: Sequence[dict[str, Any]], slots: Sequence[int]) -> tuple[Items, list[int]]:
    """The rows of a table with the new ones in the first slot, or at the end; and the place of each new one."""
    taken = set(slots) if rows else set()
    begin = min(taken, default=len(table))
    items: Items = [number for number in range(begin) if number not in taken]
    places = list(range(len(items), len(items) + len(rows)))
    items += rows
    items += [number for number in range(begin, len(table)) if number not in taken]
    return items, places


def _check_rows(table_i: Items, table_ii: Items, *, split: bool) -> None:
    most = ROWS_IN_A_TABLE.most
    for name, items in (("Table I", table_i), ("Table II", table_ii)):
        if len(items) > most and not split:
            raise UnusableInputError(
                f"{name} would have {len(items)} rows, and EDGAR takes {most}. Give the days of one form at a time "
                "(--day), or give --split, and divide the filing with `form4gen export --split`."
            )


def _confirmations(placed: Sequence[Placed], bases: Mapping[str, Base], filing: Filing) -> list[dict[str, Any]]:
    """Each purchase and sale as ``context.tradeConfirmations`` records it.

    A confirmation finds its row by day, code, class and price. It names the row only where the draft has other rows of
    that day and code, and no confirmation of theirs that names none.
    """
    rows = (row for row in filing.transactions if isinstance(row, NonDerivativeTransaction))
    others = {(row.transaction_date.value, row.code) for row in rows}
    others -= {
        (each.transaction_date, each.transaction_code)
        for each in filing.context.trade_confirmations
        if each.place is None and each.transaction_code is not None
    }
    has_classes = len(_classes(bases)) > 1
    trades = [(each, leg) for each in placed for leg in each.group.legs if leg.code in TRADES]
    return [
        {
            "transactionDate": leg.day.isoformat(),
            "transactionCode": leg.code,
            **({"securityTitle": bases[leg.title].title} if has_classes else {}),
            "transactionShares": leg.shares,
            "transactionPricePerShare": leg.price,
            **({"place": f"/{TABLE_I}/{each.row - 1}"} if (leg.day, leg.code) in others else {}),
        }
        for each, leg in trades
    ]


def _remarks(filing: Filing, table_i: Items, table_ii: Items, first: date) -> list[str]:
    found = []
    if filing.period_of_report is not None and filing.period_of_report > first:
        found.append(
            f"The period of report is {day(filing.period_of_report)}, and the first transaction is of {day(first)}: "
            "correct periodOfReport."
        )
    moved = any(
        item != number for items in (table_i, table_ii) for number, item in enumerate(items) if isinstance(item, int)
    )
    placed = [each.place for each in filing.overrides] + [each.place for each in filing.context.trade_confirmations]
    if moved and any(place and place.startswith((f"/{TABLE_I}/", f"/{TABLE_II}/")) for place in placed):
        found.append("Rows of the draft moved: correct the rows that its overrides and trade confirmations name.")
    return found
