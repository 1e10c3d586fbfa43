"""Rows that are dated on the day on which the trades behind them settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.accounts.confirmations import Fill, Lot, fill_of, trades
from form4gen.accounts.pairing import are_alike
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

    Nothing is compared while a trade confirmation is incomplete.
    """
    fills = [fill for each in filing.context.trade_confirmations if (fill := fill_of(each)) is not None]
    if len(fills) < len(filing.context.trade_confirmations):
        return
    for rows in _by_day(filing).values():
        settled = rows[0].transaction_date.value
        own = [fill for fill in fills if _is_of(fill, rows[0])]
        if settled is None or any(fill.when == settled for fill in own):
            continue
        for traded in sorted({fill.when for fill in own if settles_on(fill.when) == settled}):
            lot = Lot(tuple(rows), tuple(fill for fill in own if fill.when == traded))
            if lot.reported_shares == lot.shares and lot.agrees:
                yield Settled(lot, traded, settled)


def _by_day(filing: Filing) -> dict[tuple[date | None, str, str], list[NonDerivativeTransaction]]:
    found: dict[tuple[date | None, str, str], list[NonDerivativeTransaction]] = {}
    for row in trades(filing):
        key = (row.transaction_date.value, row.code, words(row.security_title.value))
        found.setdefault(key, []).append(row)
    return found


def _is_of(fill: Fill, row: NonDerivativeTransaction) -> bool:
    return fill.code == row.code and are_alike(row.security_title.value, fill.source.security_title)
