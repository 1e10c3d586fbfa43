"""New values in the text of a JSON document. Whatever they do not concern stays as it is, to the last blank."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from form4gen.intake.positions import Positions, Steps
from form4gen.records import NamedTuple

_STEP = "  "
_BLANKS = " \t\r\n"

Write = Callable[[Any, str], str]
"""Writes a value, whose lines after the first begin with this indentation."""


class Items(NamedTuple):
    """The items of the list at ``steps``: the number of one that it has, or a new value."""

    steps: Steps
    items: Sequence[Any]


class Members(NamedTuple):
    """New members of the object at ``steps``, or new values of those that it has."""

    steps: Steps
    members: Mapping[str, Any]


class _Edit(NamedTuple):
    begin: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Items | Members], write: Write) -> str:
    """The text with the changes, each of which concerns another list or object that exists.

    ``text`` is a valid document. A list of ``Items`` may leave out items and must keep the others in order.
    """
    positions = Positions(text)
    edits: list[_Edit] = []
    for each in changes:
        found = _List(text, positions, each.steps, write)
        edits += found.with_items(each.items) if isinstance(each, Items) else found.with_members(each.members)
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.begin], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


class _List:
    """A list or an object of the text: where it begins and ends, and how its lines are indented."""

    def __init__(self, text: str, positions: Positions, steps: Steps, write: Write) -> None:
        self._text, self._positions, self._steps, self._write = text, positions, steps, write
        self._begin = positions.offset(steps)
        self._end = self._end_of(self._begin)
        line = text.rfind("\n", 0, self._begin) + 1
        self._outer = text[line : line + len(text[line : self._begin]) - len(text[line : self._begin].lstrip(" \t"))]
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._inner = self._outer + _STEP

    def _end_of(self, offset: int) -> int:
        return json.JSONDecoder().raw_decode(self._text, offset)[1]

    def with_items(self, items: Sequence[Any]) -> list[_Edit]:
        """The edits after which the list has these items."""
        number = 0
        while self._positions.has((*self._steps, number)):
            number += 1
        if list(items[:number]) == list(range(number)):
            return self._appended([self._value(each) for each in items[number:]], is_empty=number == 0)
        texts = [self._kept(each) if isinstance(each, int) else self._value(each) for each in items]
        return [_Edit(self._begin, self._end, "[" + self._block(texts) + "]")]

    def with_members(self, members: Mapping[str, Any]) -> list[_Edit]:
        """The edits after which the object has these members."""
        edits, new = [], []
        for key, value in members.items():
            if self._positions.has((*self._steps, key)):
                begin = self._positions.offset((*self._steps, key))
                edits.append(_Edit(begin, self._end_of(begin), self._value(value)))
            else:
                new.append(f"{json.dumps(key, ensure_ascii=False)}: {self._value(value)}")
        is_empty = not self._text[self._begin + 1 : self._end - 1].strip(_BLANKS)
        return [*edits, *self._appended(new, is_empty=is_empty)]

    def _kept(self, number: int) -> str:
        begin = self._positions.offset((*self._steps, number))
        return self._text[begin : self._end_of(begin)]

    def _value(self, value: Any) -> str:
        return self._write(value, self._inner).replace("\n", self._line_end)

    def _appended(self, texts: Sequence[str], *, is_empty: bool) -> list[_Edit]:
        """The edit that puts texts behind the last item."""
        if not texts:
            return []
        if is_empty:
            return [_Edit(self._begin + 1, self._end - 1, self._block(texts))]
        last = len(self._text[: self._end - 1].rstrip(_BLANKS))
        closing = "" if "\n" in self._text[self._begin : self._end] else f"{self._line_end}{self._outer}"
        return [_Edit(last, last, "".join(f",{self._line_end}{self._inner}{each}" for each in texts) + closing)]

    def _block(self, texts: Sequence[str]) -> str:
        if not texts:
            return ""
        between = f",{self._line_end}{self._inner}"
        return f"{self._line_end}{self._inner}{between.join(texts)}{self._line_end}{self._outer}"
