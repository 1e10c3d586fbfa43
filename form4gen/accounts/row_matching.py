"""Which row of one form is which row of another: rows are matched by what they report and not by their position."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

from form4gen.accounts.history import contents
from form4gen.accounts.lines import amount_of, balance_before, balance_of, line_of
from form4gen.model.rows import Row, Transaction
from form4gen.prose.texts import words
from form4gen.records import NamedTuple


class Matched(NamedTuple):
    """The rows of two forms: the pairs, and the rows of each form that the other does not have."""

    pairs: tuple[tuple[Row, Row], ...]
    only_first: tuple[Row, ...]
    only_second: tuple[Row, ...]


def matched(first: Sequence[Row], second: Sequence[Row], apart: Collection[int] = ()) -> Matched:
    """Pairs of rows: equal ones first, then those that have less and less in common, each in order of the forms.

    A row is compared with rows of its own table and kind. Where one fact was corrected, the others still match: the
    price or the balance, then the amount, then the nature of ownership, the title, the day, and the code. What is left
    in a table is matched only if just one row of a kind and class is left on each side. Rows ``apart``, by
    their identity, are matched only with equal ones.
    """
    left, right = {id(row): row for row in first}, {id(row): row for row in second}
    pairs: list[tuple[Row, Row]] = []
    for key in (*_KEYS, None):
        for row, other in _pairs(key, list(left.values()), list(right.values())):
            if key is not contents and (id(row) in apart or id(other) in apart):
                continue
            pairs.append((row, other))
            del left[id(row)], right[id(other)]
    pairs.sort(key=lambda pair: (pair[0].table, pair[0].number))
    return Matched(tuple(pairs), tuple(left.values()), tuple(right.values()))


def additions(first: Iterable[Row], second: Iterable[Row]) -> set[int]:
    """The transactions of an amendment, the second form, that come after those of the first, by their identity.

    Such a row begins with the balance that a row of its line in the first form leaves, and no row there begins with.
    One with the day, code, amount and price of a row there is that row, with another balance.
    """
    known = [row for row in first if isinstance(row, Transaction)]
    left = {(line_of(row, with_notes=False), balance_of(row)) for row in known}
    begun = {(line_of(row, with_notes=False), balance_before(row)) for row in known}
    trades = {(line_of(row, with_notes=False), _priced(row)) for row in known}
    found = set()
    for row in second:
        line = line_of(row, with_notes=False)
        if isinstance(row, Transaction) and (before := balance_before(row)) is not None:
            begins = line, before
            if begins in left and begins not in begun and (line, _priced(row)) not in trades:
                found.add(id(row))
    return found


def _priced(row: Transaction) -> tuple[Hashable, ...]:
    return *_trade(row), row.transaction_price_per_share.value


def _pairs(
    key: Callable[[Row], Hashable] | None, left: Sequence[Row], right: Sequence[Row]
) -> Iterator[tuple[Row, Row]]:
    """The rows that have a key in common, in order; without a key, the single rows of a class on each side."""
    ours, theirs = _grouped(key or _class, left), _grouped(key or _class, right)
    for name, rows in ours.items():
        others = theirs.get(name, [])
        if key or len(rows) == len(others) == 1:
            yield from zip(rows, others, strict=False)


def _grouped(key: Callable[[Row], Hashable], rows: Sequence[Row]) -> dict[Hashable, list[Row]]:
    found: dict[Hashable, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _trade(row: Row) -> tuple[Hashable, ...]:
    """Day, code, direction and amount of a transaction; nothing for a holding."""
    if not isinstance(row, Transaction):
        return ()
    return row.transaction_date.value, row.code, row.transaction_acquired_disposed_code.value, amount_of(row)


def _kind(row: Row) -> tuple[str, str]:
    return row.table, row.kind


def _with(*parts: int) -> Callable[[Row], Hashable]:
    """The line of the row with some of day, code, direction and amount."""

    def key(row: Row) -> Hashable:
        trade = _trade(row)
        return _kind(row), line_of(row, with_notes=False), tuple(trade[part] for part in parts if trade)

    return key


def _without_nature(row: Row) -> Hashable:
    return _kind(row), words(row.security_title.value), _trade(row)


def _without_title(row: Row) -> Hashable:
    return _kind(row), _trade(row) or line_of(row, with_notes=False)


def _class(row: Row) -> Hashable:
    return _kind(row), words(row.security_title.value)


_DAY, _CODE, _SIDE, _AMOUNT = range(4)
_KEYS: tuple[Callable[[Row], Hashable], ...] = (
    contents,
    _with(_DAY, _CODE, _SIDE, _AMOUNT),
    _with(_DAY, _CODE, _SIDE),
    _with(_DAY, _CODE, _AMOUNT),
    _without_nature,
    _without_title,
    _with(_CODE, _SIDE, _AMOUNT),
    _with(_DAY, _SIDE, _AMOUNT),
)
