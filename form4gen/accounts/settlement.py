"""Rows that are dated on the day on which the trades behind them settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from form4gen.accounts.confirmations import Fill, Lot, fill_of, trades
from form4gen.accounts.pairing import Classes
from form4gen.bounds import CLASSES
from form4gen.law.settlement import settles_on
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.prose.texts import words
from form4gen.records import NamedTuple


class Settled(NamedTuple):
    """Rows of one day, code, and class with the fills that they agree with, and the days of trade and settlement."""

    lot: Lot
    traded: date
    settled: date


def settled_rows(filing: Filing) -> Iterator[Settled]:
    """Rows that have no fills of their own day and agree in number and dollars with fills that settled on it.

    Nothing is compared while a trade confirmation is incomplete. Of one day and code, ``CLASSES`` titles are looked
    at, more than a filing that EDGAR accepts has.
    """
    fills = [fill for each in filing.context.trade_confirmations if (fill := fill_of(each)) is not None]
    if len(fills) < len(filing.context.trade_confirmations):
        return
    by_code: dict[str, list[tuple[str | None, Fill]]] = {}
    for fill in fills:
        by_code.setdefault(fill.code, []).append((fill.source.security_title, fill))
    classes = {code: Classes(of_code, _by_settlement) for code, of_code in by_code.items()}
    looked_at: Counter[tuple[date | None, str]] = Counter()
    for rows in _by_day(filing).values():
        settled, code = rows[0].transaction_date.value, rows[0].code
        looked_at[settled, code] += 1
        if settled is None or code not in classes or looked_at[settled, code] > CLASSES:
            continue
        own = classes[code].alike(rows[0].security_title.value)
        if any(settled in each.traded for each in own):
            continue
        of_the_day: dict[date, list[Fill]] = {}
        for each in own:
            for fill in each.settled.get(settled, ()):
                of_the_day.setdefault(fill.when, []).append(fill)
        for traded, of_day in sorted(of_the_day.items()):
            lot = Lot(tuple(rows), tuple(of_day))
            if lot.reported_shares == lot.shares and lot.agrees:
                yield Settled(lot, traded, settled)


class _BySettlement(NamedTuple):
    """The days on which the fills of a class were traded, and the fills by the day on which they settled."""

    traded: frozenset[date]
    settled: dict[date | None, list[Fill]]


def _by_settlement(fills: list[Fill]) -> _BySettlement:
    days = {fill.when for fill in fills}
    settles = {day: settles_on(day) for day in days}
    found: dict[date | None, list[Fill]] = {}
    for fill in fills:
        found.setdefault(settles[fill.when], []).append(fill)
    return _BySettlement(frozenset(days), found)


def _by_day(filing: Filing) -> dict[tuple[date | None, str, str], list[NonDerivativeTransaction]]:
    found: dict[tuple[date | None, str, str], list[NonDerivativeTransaction]] = {}
    for row in trades(filing):
        key = (row.transaction_date.value, row.code, words(row.security_title.value))
        found.setdefault(key, []).append(row)
    return found
