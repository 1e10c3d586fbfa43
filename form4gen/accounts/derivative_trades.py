"""Trades in derivative securities that count as purchases or sales of the underlying security (Rule 16b-6(a))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice, product

from form4gen.accounts.exempt_words import is_exempt_by_words
from form4gen.accounts.pairing import are_alike
from form4gen.law.short_swing import can_match
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import read
from form4gen.records import NamedTuple

_MOST_PAIRS = 10_000
"""Pairs of trades that are looked at: a hundred in derivative securities and a hundred others."""


class Side(NamedTuple):
    """A trade seen as a purchase or a sale of a class of stock."""

    row: Transaction
    when: date
    is_purchase: bool
    title: str


def opposite_trades(filing: Filing, forms: Iterable[Filing]) -> tuple[Side, Side] | None:
    """The first trade in a derivative security and the opposite trade less than six months apart, if there are any.

    At least one of them is on the filing itself. ``forms`` are all forms that count, the filing among them.
    """
    ours, theirs = [*_sides(filing)], [side for form in forms if form is not filing for side in _sides(form)]
    pairs = chain(product(_derivative(ours), [*ours, *theirs]), product(_derivative(theirs), ours))
    for one, other in islice(pairs, _MOST_PAIRS):
        is_opposite = one.is_purchase != other.is_purchase and are_alike(one.title, other.title)
        if is_opposite and can_match(one.when, other.when):
            return one, other
    return None


def _derivative(sides: Iterable[Side]) -> list[Side]:
    return [side for side in sides if isinstance(side.row, DerivativeTransaction)]


def _sides(form: Filing) -> Iterator[Side]:
    for row in form.transactions:
        when = row.transaction_date.value
        is_trade = (row.code == "P" and row.is_acquired) or (row.code == "S" and row.is_disposed)
        if not is_trade or when is None or is_exempt_by_words(row, form):
            continue
        title, is_put = row.security_title.value, False
        if isinstance(row, DerivativeTransaction):
            said = read(title)
            title, is_put = row.underlying_security_title.value, said.says("put_title") and not said.says("call_title")
        if title:
            yield Side(row, when, row.is_acquired != is_put, title)
