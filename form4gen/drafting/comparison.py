"""What changed between two filings, field by field.

Rows are matched by what they report, owners by CIK, and footnotes by their text and by the cells that cite them, so
neither a row that was inserted nor a footnote that was renumbered changes the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from form4gen.drafting.comparison_amendment import amends, with_meanings
from form4gen.drafting.comparison_matching import Pair, aligned, same_elements, same_notes, same_rows
from form4gen.drafting.comparison_values import (
    LISTS,
    Aligned,
    Comparison,
    Difference,
    Sort,
    comparable,
    value_of,
)
from form4gen.law.form4 import TABLE_I, TABLE_II
from form4gen.model.fields import Cell, Field, Kind, Node
from form4gen.model.filing import Filing, Footnote
from form4gen.model.rows import Row


def compare(old: Filing, new: Filing, unused: Collection[str] = ()) -> Comparison:
    """How the second filing differs from the first; empty differences if it does not.

    ``unused`` has keys that are not compared. A key that one of the filings has under another spelling of the same
    value, such as 11.80 for 11.8, does not differ. The work grows with the number of rows, not with its square.
    """
    rows = same_rows(old, new)
    notes = same_notes(old, new, rows)
    pairs = {
        "nonDerivativeTable": _numbers(rows, old.non_derivative_table),
        "derivativeTable": _numbers(rows, old.derivative_table),
        "footnotes": notes,
    }
    found = _Differences(old, new, pairs, frozenset(unused))
    differences = tuple(found.of(old, new))
    comparison = Comparison(old, new, differences, found.lists, unused=tuple(unused))
    if amends(new, old):
        return comparison._replace(differences=with_meanings(comparison), is_amendment=True)
    return comparison


def _numbers(rows: Sequence[tuple[Any, Any]], table: Sequence[Node]) -> list[Pair]:
    here = {id(row) for row in table}
    return [(row.number - 1, other.number - 1) for row, other in rows if id(row) in here]


class _Differences:
    """Walks through two filings side by side; ``lists`` has the alignment of each list of the filing itself."""

    def __init__(self, old: Filing, new: Filing, pairs: dict[str, list[Pair]], unused: frozenset[str]) -> None:
        self.lists: dict[str, tuple[Aligned, ...]] = {}
        self._pairs = pairs
        self._unused = unused
        same = {old.footnotes[one].id: new.footnotes[other].id for one, other in pairs["footnotes"]}
        both = frozenset(same.values())
        self._old_notes = {note: ("both", same[note]) if note in same else ("old", note) for note in old.note_texts}
        self._new_notes = {note: ("both" if note in both else "new", note) for note in new.note_texts}

    def of(self, old: Node, new: Node) -> Iterator[Difference]:
        """The differences of two nodes of a class, in the order of its fields."""
        for key in _in_order(old):
            if key in self._unused:
                continue
            field = old.fields[key]
            if field.is_cell:
                yield from self._cell(getattr(old, field.attribute), getattr(new, field.attribute))
            elif field.kind in LISTS:
                yield from self._list(field, old, new)
            elif field.kind is Kind.ONE:
                yield from self._part(field, old, new)
            else:
                yield from self._value(key, old, new)

    def _value(self, key: str, old: Node, new: Node) -> Iterator[Difference]:
        was, now = value_of(old, key), value_of(new, key)
        if comparable(key, was) != comparable(key, now):
            yield Difference(Sort.CHANGED, old.at / key, new.at / key, was, now)

    def _cell(self, old: Cell[Any], new: Cell[Any]) -> Iterator[Difference]:
        if comparable("", old.value) != comparable("", new.value):
            yield Difference(Sort.CHANGED, old.at, new.at, old.value, new.value)
        was = [self._old_notes.get(note, ("none", note)) for note in old.footnotes]
        now = [self._new_notes.get(note, ("none", note)) for note in new.footnotes]
        if was != now:
            yield Difference(Sort.CITED, old.at, new.at, old.footnotes, new.footnotes)

    def _part(self, field: Field, old: Node, new: Node) -> Iterator[Difference]:
        was, now = getattr(old, field.attribute), getattr(new, field.attribute)
        if was is not None and now is not None:
            yield from self.of(was, now)
        elif was is not None:
            yield Difference(Sort.REMOVED, old.at / field.key, None, was)
        elif now is not None:
            yield Difference(Sort.ADDED, None, new.at / field.key, None, now)

    def _list(self, field: Field, old: Node, new: Node) -> Iterator[Difference]:
        was, now = getattr(old, field.attribute), getattr(new, field.attribute)
        is_top = isinstance(old, Filing)
        pairs = self._pairs.get(field.key) if is_top else None
        lines = aligned(same_elements(was, now) if pairs is None else pairs, len(was), len(now))
        if field.kind is Kind.NOTES:
            lines = tuple(_renumbered(each, was, now) for each in lines)
        if is_top:
            self.lists[field.key] = lines
        for each in lines:
            yield from self._element(field, each, was, now)

    def _element(self, field: Field, each: Aligned, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
        """The differences of one line of a list; a footnote is its text."""
        was = None if each.old is None else old[each.old]
        now = None if each.new is None else new[each.new]
        if was is None or now is None:
            sort = Sort.ADDED if was is None else Sort.REMOVED
            yield Difference(sort, was and was.at, now and now.at, _said(was), _said(now))
            return
        if each.is_moved:
            yield Difference(Sort.MOVED, was.at, now.at)
        yield from self.of(was, now)
        if field.kind is Kind.NOTES and comparable("", was.text) != comparable("", now.text):
            yield Difference(Sort.CHANGED, was.at, now.at, was.text, now.text)


def _in_order(node: Node) -> Sequence[str]:
    """The keys of a node as the form has them: those of a row by column."""
    if not isinstance(node, Row):
        return tuple(node.fields)
    columns = _COLUMNS[node.table]
    return sorted(node.fields, key=lambda key: columns.get(key, len(columns)))


def _renumbered(each: Aligned, old: Sequence[Footnote], new: Sequence[Footnote]) -> Aligned:
    """A footnote is moved if its id is another; its place in the file has no meaning."""
    is_moved = each.old is not None and each.new is not None and old[each.old].id != new[each.new].id
    return each._replace(is_moved=is_moved)


def _said(element: Any) -> Any:
    """What is shown of an added or removed element: of a footnote its text."""
    return element.text if isinstance(element, Footnote) else element


_COLUMNS = {
    table: {key: number for number, key in enumerate(columns)}
    for table, columns in (("Table I", TABLE_I), ("Table II", TABLE_II))
}
