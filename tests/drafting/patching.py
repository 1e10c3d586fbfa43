"""Applies a comparison to its first filing: what comes out must be the second."""

from __future__ import annotations

from typing import Any

from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_values import Difference, Sort, comparable, value_of
from form4gen.model.fields import Cell, Kind, Node
from form4gen.model.filing import Filing
from form4gen.model.rows import Row


def normal(node: Node) -> dict[str, Any]:
    """All that a part of a filing says, as plain values: spacing, leading zeros and zeros at the end do not count."""
    found: dict[str, Any] = {"kind of row": node.kind} if isinstance(node, Row) else {}
    for key, field in node.fields.items():
        value = value_of(node, key)
        if isinstance(value, Cell):
            found[key] = {"value": comparable(key, value.value), "footnotes": list(value.footnotes)}
        elif field.kind is Kind.NOTES:
            found[key] = {note.id: comparable("", note.text) for note in value}
        elif field.kind in (Kind.MANY, Kind.NAMED, Kind.ROWS):
            found[key] = [normal(each) for each in value]
        else:
            found[key] = normal(value) if isinstance(value, Node) else comparable(key, value)
    return found


def patched(first: Filing, second: Filing) -> dict[str, Any]:
    """The first filing with the differences to the second, of which nothing else is used."""
    return _Patch(compare(first, second).differences).of(normal(first), "", "")


class _Patch:
    def __init__(self, differences: tuple[Difference, ...]) -> None:
        self._new = {(each.sort, each.new_at.pointer): each for each in differences if each.new_at is not None}
        self._moved = {each.old_at.pointer: each for each in differences if each.sort is Sort.MOVED and each.old_at}
        self._removed = {
            each.old_at.pointer for each in differences if each.sort is Sort.REMOVED and each.old_at is not None
        }
        self._ids = {
            each.old_at.tokens[1]: each.new_at.tokens[1]
            for each in differences
            if each.sort is Sort.MOVED and each.old_at and each.new_at and each.at.tokens[0] == "footnotes"
        }

    def of(self, old: dict[str, Any], was: str, now: str) -> dict[str, Any]:
        return {key: self._field(key, value, f"{was}/{key}", f"{now}/{key}") for key, value in old.items()}

    def _field(self, key: str, old: Any, was: str, now: str) -> Any:
        changed = self._new.get((Sort.CHANGED, now))
        if key == "footnotes" and was == "/footnotes":
            return self._notes(old)
        if isinstance(old, dict) and old.keys() == {"value", "footnotes"}:
            return self._cell(key, old, now)
        if was in self._removed:
            return None
        if (Sort.ADDED, now) in self._new:
            added = self._new[Sort.ADDED, now].new
            assert isinstance(added, Node)
            return normal(added)
        if isinstance(old, dict):
            return self.of(old, was, now)
        if isinstance(old, list):
            return self._list(old, was, now)
        return comparable(key, changed.new) if changed else old

    def _cell(self, key: str, old: dict[str, Any], now: str) -> dict[str, Any]:
        changed, cited = self._new.get((Sort.CHANGED, now)), self._new.get((Sort.CITED, now))
        notes = [self._ids.get(note, note) for note in old["footnotes"]]
        return {
            "value": comparable(key, changed.new) if changed else old["value"],
            "footnotes": list(cited.new) if cited and isinstance(cited.new, tuple) else notes,
        }

    def _notes(self, old: dict[str, Any]) -> dict[str, Any]:
        found: dict[Any, Any] = {
            self._ids.get(note, note): text
            for note, text in old.items()
            if f"/footnotes/{_escaped(note)}" not in self._removed
        }
        for (sort, pointer), each in self._new.items():
            if pointer.startswith("/footnotes/") and sort in (Sort.ADDED, Sort.CHANGED):
                found[each.at.tokens[1]] = comparable("", each.new)
        return found

    def _list(self, old: list[Any], was: str, now: str) -> list[Any]:
        """Added and moved elements are put in their places; the others fill the rest in their order."""
        placed: dict[int, Any] = {}
        staying = []
        for number, each in enumerate(old):
            at = f"{was}/{number}"
            if at in self._moved:
                to = self._moved[at].new_at
                assert to is not None
                placed[int(to.token)] = (each, at)
            elif at not in self._removed:
                staying.append((each, at))
        for (sort, pointer), difference in self._new.items():
            head, _, place = pointer.rpartition("/")
            if sort is Sort.ADDED and head == now:
                placed[int(place)] = difference.new
        rest = iter(staying)
        found = []
        for number in range(len(placed) + len(staying)):
            each = placed.get(number) or next(rest)
            found.append(normal(each) if isinstance(each, Node) else self.of(each[0], each[1], f"{now}/{number}"))
        return found


def _escaped(note: str) -> str:
    return note.replace("~", "~0").replace("/", "~1")
