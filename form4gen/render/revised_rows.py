"""The rows of two forms as one table, and their footnotes as one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TypeVar

from form4gen.model.fields import Cell
from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.model.wording import mark
from form4gen.records import NamedTuple
from form4gen.render.cells import BLANK, Printed
from form4gen.render.columns import Plan
from form4gen.render.fitting import Mark, PageCell, fitted
from form4gen.render.page import Note, back
from form4gen.render.revision import Aligned, Pen

R = TypeVar("R", bound=Row)
T = TypeVar("T")

_READ_ALOUD = {"same": "", "old": ", deleted", "new": ", inserted"}


class Rows:
    """Prints the rows of both tables, with marks that lead to the footnotes of both forms in one list."""

    def __init__(self, old: Filing, new: Filing, notes: Sequence[Aligned], pen: Pen) -> None:
        self._pen = pen
        self._listed = [(_at(old.footnotes, each.old), _at(new.footnotes, each.new), each) for each in notes]
        self._places = (
            {was.id: place for place, (was, _, _) in enumerate(self._listed) if was is not None},
            {now.id: place for place, (_, now, _) in enumerate(self._listed) if now is not None},
        )
        self._cited: dict[int, str] = {}

    def of(
        self,
        plan: Plan,
        lines: Sequence[Aligned],
        tables: tuple[Sequence[R], Sequence[R]],
        printed: Callable[[R], tuple[Printed, ...]],
    ) -> tuple[tuple[tuple[PageCell, ...], ...], tuple[str, ...]]:
        """The rows of a table, and the percentage of each column."""
        changed = [
            [self._changed(*pair) for pair in _pairs(_at(tables[0], each.old), _at(tables[1], each.new), each, printed)]
            for each in lines
        ]
        plain, columns = fitted(plan, [tuple(map(_plain, row)) for row in changed])
        rows = []
        for each, cells, changes in zip(lines, plain, changed, strict=True):
            first, *others = (self._written(*pair) for pair in zip(cells, changes, strict=True))
            head = first._replace(pieces=(self._pen.labeled(first.pieces[0], each.label), *first.pieces[1:]))
            rows.append((head, *others))
        return tuple(rows), columns

    def notes(self) -> tuple[Note, ...]:
        """The footnotes of both forms; to be called after the rows, which cite them."""
        found = []
        for place, (was, now, each) in enumerate(self._listed):
            old = was.text if was else ""
            new = old if each.is_kept else now.text if now else ""
            text = self._pen.labeled(self._pen.words(old, new), each.label)
            plain = self._number(place)
            is_same = each.is_kept or (was is not None and now is not None)
            number = self._pen.marked(plain, "same" if is_same else "old" if now is None else "new")
            found.append(Note(number, _anchor(place), self._cited.get(place, ""), text, back(plain)))
        return tuple(found)

    def _changed(self, old: Printed, new: Printed) -> _Changed:
        was = [self._cites(0, note) for note in old.footnotes]
        now = was if old is new else [self._cites(1, note) for note in new.footnotes]
        marks = [self._mark(*note, "same" if note in was else "new") for note in now]
        marks += [self._mark(*note, "old") for note in was if note not in now]
        return _Changed(old.text, new.text, tuple(marks), old.gap if new == BLANK else new.gap)

    def _cites(self, side: int, note: str) -> tuple[int | None, str]:
        """The place of a note in the list, and the number that it has there."""
        place = self._places[side].get(note)
        return place, mark(note) if place is None else self._number(place)

    def _number(self, place: int) -> str:
        was, now, _ = self._listed[place]
        note = now or was
        return mark(note.id) if note else ""

    def _mark(self, place: int | None, number: str, change: str) -> tuple[Mark, str]:
        text = f"({number})"
        name = f"Footnote {text}{_READ_ALOUD[change]}"
        if place is None:
            return Mark(text, "", "", name), change
        is_first = place not in self._cited
        anchor = self._cited.setdefault(place, f"cited-{place + 1}")
        return Mark(text, _anchor(place), anchor if is_first else "", name), change

    def _written(self, cell: PageCell, changed: _Changed) -> PageCell:
        """The cell, whose lines may end where those of its plain text may, with what changed in it."""
        pieces = cell.pieces
        if changed.old != changed.new:
            cut = len(changed.old)
            starts = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
            pieces = tuple(self._pen.piece(piece, cut - start) for piece, start in zip(pieces, starts, strict=True))
        marks = tuple(each._replace(text=self._pen.marked(each.text, change)) for each, change in changed.marks)
        return cell._replace(pieces=pieces, marks=marks)


class _Changed(NamedTuple):
    """A cell of both forms: the two texts, and each mark with whether it is the same, old or new."""

    old: str
    new: str
    marks: tuple[tuple[Mark, str], ...]
    gap: str


def _pairs(
    old: R | None, new: R | None, each: Aligned, printed: Callable[[R], tuple[Printed, ...]]
) -> list[tuple[Printed, Printed]]:
    """The cells of a row in both forms; of one that still stands, twice the same."""
    if old is not None and new is not None:
        old = _spelled_as(old, new)
    was, now = (printed(row) if row is not None else () for row in (old, new))
    return list(zip_longest(was, was if each.is_kept else now, fillvalue=BLANK))


def _spelled_as(old: R, new: R) -> R:
    """The old row with the numbers that equal those of the new one spelled as there, so that they are printed alike."""
    equal = {}
    for field in old.fields.values():
        was, now = getattr(old, field.attribute), getattr(new, field.attribute)
        if isinstance(was, Cell) and was.value == now.value:
            equal[field.attribute] = Cell(now.value, was.footnotes, was.at)
    return old.replaced(**equal)


def _plain(changed: _Changed) -> PageCell:
    """The cell as plain text, to find out how wide it is and where its lines may end."""
    text = changed.new if changed.old == changed.new else " ".join(filter(None, (changed.old, changed.new)))
    return PageCell(text, (text,), tuple(each for each, _ in changed.marks), changed.gap)


def _at(elements: Sequence[T], place: int | None) -> T | None:
    return None if place is None else elements[place]


def _anchor(place: int) -> str:
    return f"note-{place + 1}"
