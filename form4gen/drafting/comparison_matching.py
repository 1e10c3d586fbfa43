"""Which element of a list is which element of the same list in another filing, and which of them changed places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

from form4gen.accounts.lines import amount_of
from form4gen.accounts.row_matching import additions, matched
from form4gen.drafting.comparison_values import Aligned, comparable, contents_of
from form4gen.model.context import Blackout, MarketPrice, OwnerStatus, Plan, TradeConfirmation
from form4gen.model.exhibits import Attorney, Exhibit, PowerOfAttorney, Signatory, Through, Witness
from form4gen.model.fields import Node
from form4gen.model.filing import Filing, Footnote, Override, OwnerSignature, ReportingOwner
from form4gen.model.rows import Row, Transaction
from form4gen.prose.texts import words

Pair: TypeAlias = tuple[int, int]
"""The position of an element in the first list and in the second."""

Key: TypeAlias = Callable[[Any], Hashable]

_ALIKE = 1 / 3
"""Two footnotes of the same cell are one footnote whose text changed if so many of their words are the same."""

_MOST_BESIDE = 16
"""Of cells with more pairs of footnotes, only those in the same place are compared."""

_MOST_WORDS = 300
"""The words at the beginning of a footnote that are compared; EDGAR accepts no longer ones."""

_ALL: tuple[str, ...] = ()


def same_elements(first: Sequence[Node], second: Sequence[Node]) -> list[Pair]:
    """The pairs of a list whose order has no meaning of its own: equal ones first, then those that name the same.

    Of signatures, one that is left on each side is a pair too: another person signed.
    """
    kind = type(first[0] if first else second[0]) if first or second else Node
    names = (_ALL, *_NAMES.get(kind, ()))
    pairs, left, right = pairs_by((_naming(each) for each in names), first, second)
    if kind is OwnerSignature and len(left) == len(right) == 1:
        pairs += zip(left, right, strict=True)
    return sorted(pairs)


def same_rows(first: Filing, second: Filing) -> list[tuple[Row, Row]]:
    """The pairs of rows of both tables: those with the same footnotes first, since a footnote may tell two apart.

    What ``matched`` pairs only because nothing else is left must also have facts in common.
    """

    def told_apart(filing: Filing) -> Key:
        return lambda row: (contents_of(row), tuple(_texts_of(cell.footnotes, filing) for cell in row.cells))

    keys = told_apart(first), told_apart(second)
    ours, theirs = _grouped(keys[0], enumerate(first.rows)), _grouped(keys[1], enumerate(second.rows))
    pairs = [pair for key, rows in ours.items() for pair in zip(rows, theirs.get(key, ()), strict=False)]
    left = _without(first.rows, (old for old, _ in pairs))
    right = _without(second.rows, (new for _, new in pairs))
    likely = [pair for pair in matched(left, right, _added(first, second)).pairs if _is_one_transaction(*pair)]
    return [*((first.rows[old], second.rows[new]) for old, new in pairs), *likely]


def _added(first: Filing, second: Filing) -> set[int]:
    """The rows, by their identity, that one of the filings adds as an amendment of the other."""
    if first.is_amendment == second.is_amendment:
        return set()
    form, amendment = (second, first) if first.is_amendment else (first, second)
    return additions(form.rows, amendment.rows)


def _is_one_transaction(row: Row, other: Row) -> bool:
    """Whether two rows of a class may be the same transaction: two of its facts at least are the same."""
    if not isinstance(row, Transaction) or not isinstance(other, Transaction):
        return True
    return sum(one is not None and one == two for one, two in zip(_facts(row), _facts(other), strict=True)) > 1


def _facts(row: Transaction) -> tuple[Hashable, ...]:
    price = row.transaction_price_per_share.value
    return row.transaction_date.value, row.transaction_code.value, amount_of(row), price, row.owned_following.value


def same_notes(first: Filing, second: Filing, rows: Iterable[tuple[Row, Row]]) -> list[Pair]:
    """The pairs of footnotes, whatever their ids: by text and by the cells that cite them, then by one of these.

    Texts that differ are the same footnote if the same cell cites them and enough of their words are the same.
    """
    rows = list(rows)
    cited = _cited(row for row, _ in rows), _cited(row for _, row in rows)
    keys: tuple[Callable[[int], Key], ...] = (
        lambda side: lambda note: (comparable("", note.text), tuple(cited[side].get(note.id, ()))),
        lambda _: lambda note: comparable("", note.text),
        lambda _: lambda note: words(note.text) or None,
    )
    notes = first.footnotes, second.footnotes
    left, right = dict(enumerate(notes[0])), dict(enumerate(notes[1]))
    pairs: list[Pair] = []
    for key in keys:
        pairs += _take(key(0), key(1), left, right)
    pairs += _by_citation(rows, left, right)
    return sorted(pairs)


def pairs_by(
    keys: Iterable[Key], first: Sequence[Any], second: Sequence[Any]
) -> tuple[list[Pair], dict[int, Any], dict[int, Any]]:
    """The pairs that agree in the first key, then those left that agree in the next; and what is left on each side.

    A key that is None matches nothing.
    """
    left, right = dict(enumerate(first)), dict(enumerate(second))
    pairs: list[Pair] = []
    for key in keys:
        pairs += _take(key, key, left, right)
    return pairs, left, right


def aligned(pairs: Sequence[Pair], first: int, second: int) -> tuple[Aligned, ...]:
    """Two lists of these lengths as one, in the order of the second; what only the first has follows its predecessor.

    The fewest possible elements are moved.
    """
    old_of = {new: old for old, new in pairs}
    staying = _longest_rising([old_of[new] for new in sorted(old_of)])
    kept = {old for old, _ in pairs}

    def removed(after: int) -> Iterator[Aligned]:
        for old in range(after + 1, first):
            if old in kept:
                return
            yield Aligned(old, None)

    found = list(removed(-1))
    for new in range(second):
        old = old_of.get(new)
        found.append(Aligned(old, new, old is not None and old not in staying))
        if old is not None:
            found += removed(old)
    return tuple(found)


def _take(ours: Key, theirs: Key, left: dict[int, Any], right: dict[int, Any]) -> list[Pair]:
    """The pairs with the same key; they are taken out of ``left`` and ``right``."""
    groups = _grouped(theirs, right.items())
    pairs = [
        pair
        for key, numbers in _grouped(ours, left.items()).items()
        for pair in zip(numbers, groups.get(key, ()), strict=False)
        if key is not None
    ]
    for old, new in pairs:
        del left[old], right[new]
    return pairs


def _grouped(key: Key, elements: Iterable[tuple[int, Any]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for number, each in elements:
        found.setdefault(key(each), []).append(number)
    return found


def _without(rows: Sequence[Row], taken: Iterable[int]) -> list[Row]:
    gone = set(taken)
    return [row for number, row in enumerate(rows) if number not in gone]


def _texts_of(ids: Iterable[str], filing: Filing) -> tuple[str, ...]:
    return tuple(words(filing.note_texts.get(note)) for note in ids)


def _cited(rows: Iterable[Row]) -> dict[str, list[Pair]]:
    """Where each footnote is cited: the number of the row and of the cell."""
    found: dict[str, list[Pair]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            for note in cell.footnotes:
                found.setdefault(note, []).append((number, column))
    return found


def _by_citation(rows: Iterable[tuple[Row, Row]], left: dict[int, Footnote], right: dict[int, Footnote]) -> list[Pair]:
    """Pairs of the footnotes that are left: of those that the same cells cite, the ones with most words in common."""
    ours, theirs = ({note.id: number for number, note in each.items()} for each in (left, right))
    votes: Counter[Pair] = Counter()
    for row, other in rows:
        for cell, fellow in zip(row.cells, other.cells, strict=True):
            one = [ours[note] for note in cell.footnotes if note in ours]
            two = [theirs[note] for note in fellow.footnotes if note in theirs]
            votes.update(product(one, two) if len(one) * len(two) <= _MOST_BESIDE else zip(one, two, strict=False))
    bags = [{number: _bag(note.text) for number, note in each.items()} for each in (left, right)]
    likeness = {(old, new): _likeness(bags[0][old], bags[1][new]) for old, new in votes}
    # The order does not depend on which filing is the first.
    order = sorted(votes, key=lambda pair: (-likeness[pair], -votes[pair], sum(pair), abs(pair[0] - pair[1])))
    pairs: list[Pair] = []
    for old, new in order:
        if old in left and new in right and likeness[old, new] >= _ALIKE:
            pairs.append((old, new))
            del left[old], right[new]
    return pairs


def _bag(text: str) -> Counter[str]:
    return Counter(words(text).split()[:_MOST_WORDS])


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    """The share of words that two texts have in common, in any order."""
    return (first & second).total() / max(first.total(), second.total(), 1)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The numbers of a longest rising part of a sequence without repetitions."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    found = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _naming(attributes: tuple[str, ...]) -> Key:
    """The key of an element by some of its fields, or by all; none if they are all blank."""

    def key(node: Node) -> Hashable:
        if not attributes:
            return contents_of(node)
        found = tuple(_named(node, attribute) for attribute in attributes)
        return found if any(found) else None

    return key


def _named(node: Any, attribute: str) -> Hashable:
    for part in attribute.split("."):
        node = getattr(node, part)
    said = comparable(attribute.replace("_", ""), node)
    return words(said) or None if isinstance(said, str) else said


_NAMES: dict[type[Node], tuple[tuple[str, ...], ...]] = {
    ReportingOwner: (("rpt_owner_cik",), ("rpt_owner_name",)),
    OwnerSignature: (("signature_name", "on_behalf_of"), ("signature_name",), ("on_behalf_of",)),
    PowerOfAttorney: (
        ("principal.cik", "id"), ("principal.name", "id"), ("principal.name",), ("principal.cik",), ("id",),
        ("file_name",),
    ),
    Exhibit: (("document_type", "document_name"), ("document_name",), ("document_type",)),
    Override: (("rule", "place"), ("rule", "reason")),
    Signatory: (("name",),),
    Through: (("name",),),
    Attorney: (("name",), ("office",), ("employer",)),
    Witness: (("name",),),
    Blackout: (("name", "first_day"), ("first_day",), ("name",)),
    Plan: (("rpt_owner_cik", "plan_adoption_date"), ("rpt_owner_cik",)),
    MarketPrice: (("date", "security_title"), ("date",)),
    TradeConfirmation: (
        ("transaction_date", "transaction_code", "security_title", "transaction_price_per_share"),
        ("transaction_date", "transaction_code", "security_title", "transaction_shares"),
    ),
    OwnerStatus: (("rpt_owner_cik",),),
}  # fmt: skip
