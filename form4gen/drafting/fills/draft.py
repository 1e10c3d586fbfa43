"""The changes to a draft: its new rows, footnotes and trade confirmations, and which row each transaction is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.base import Base, Given, base_of
from form4gen.drafting.fills.building import TABLE_I, TABLE_II, Build, classes
from form4gen.drafting.fills.events import Leg
from form4gen.drafting.fills.groups import TRADES, Group, groups_of
from form4gen.errors import UnusableInputError
from form4gen.law.limits import ROWS_IN_A_TABLE
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction, Row
from form4gen.model.wording import day
from form4gen.records import NamedTuple

MOST_FILLS = 20_000
"""Fills of one draft: as many as the document takes beside everything else."""

Items = list[int | dict[str, Any]]
"""The rows of a table: the number of one that the draft has, from 0, or a new one."""


class Placed(NamedTuple):
    """Transactions and the row that they are in, in Table I, in Table II or in both; rows count from 1.

    ``balance`` is what is owned after them: of the award where they are in Table II alone.
    """

    group: Group
    row: int | None
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
        message = f"The file has {len(legs):,} fills; one draft takes {MOST_FILLS:,}. Draft fewer days (--day)."
        raise UnusableInputError(message)
    groups = groups_of(legs)
    first = groups[0].first.day
    bases = {title: base_of(filing, title, given, first) for title in dict.fromkeys(g.first.title for g in groups)}
    if given.held is not None and len(classes(bases)) > 1:
        raise UnusableInputError(
            "The number held before (--held) is of one class, and the file has several. Enter each in the draft."
        )
    build = Build(filing, data, notes, bases)
    for group in groups:
        build.add(group)
    items, at = _with_rows(filing.non_derivative_table, build.rows, build.slots(groups))
    items_ii, at_ii = _with_rows(filing.derivative_table, build.rows_ii, build.slots_ii)
    _check_rows(items, items_ii, split=split)
    placed = tuple(
        Placed(each.group, _place(at, each.place), _place(at_ii, each.place_ii), each.balance) for each in build.made
    )
    period, taken = None, build.taken
    if filing.period_of_report is None:
        period = min((first, *(row.transaction_date.value or first for row in filing.transactions)))
        taken = (*taken, (f"period of report {day(period)}", "the first transaction"))
    return Drafted(
        placed, items, items_ii, build.notes.added, tuple(_confirmations(placed, bases, filing)), period,
        taken, (*dict.fromkeys(build.remarks), *_remarks(filing, items, items_ii, first)),
    )  # fmt: skip


def _place(at: Sequence[int], number: int | None) -> int | None:
    return None if number is None else at[number] + 1


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
                f"{name} would have {len(items)} rows, and EDGAR takes {most}. Draft the days of one form at a "
                "time (--day), or divide the filing (with --split here, then with `form4gen export --split`)."
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
    has_classes = len(classes(bases)) > 1
    trades = [(each.row, leg) for each in placed if each.row for leg in each.group.legs if leg.code in TRADES]
    return [
        {
            "transactionDate": leg.day.isoformat(),
            "transactionCode": leg.code,
            **({"securityTitle": bases[leg.title].title} if has_classes else {}),
            "transactionShares": leg.shares,
            "transactionPricePerShare": leg.price,
            **({"place": f"/{TABLE_I}/{row - 1}"} if (leg.day, leg.code) in others else {}),
        }
        for row, leg in trades
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
