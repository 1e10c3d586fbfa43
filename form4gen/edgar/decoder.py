"""Walks the layout to read ownership XML into values of our JSON.

Each part of the layout is turned once into a function that reads its element into a dictionary. What the dictionary
cannot represent is described in words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from form4gen.edgar.layout import Cell, Coding, Each, Group, Leaf, Line, Notes, One, Origin, Part, Table
from form4gen.edgar.lexical import characters_omitted, day, flag, number, text_without_controls
from form4gen.edgar.notes import Note
from form4gen.edgar.parse import Element, words_of
from form4gen.location import Place
from form4gen.model.fields import Field, Kind, Node
from form4gen.model.wording import character, listed

Values: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Element, Values, Place, list[Note]], None]

_SHOWN = 60
_CONVERT: dict[Kind, Callable[[str], Any]] = {Kind.FLAG: flag, Kind.DATE: day, Kind.NUMBER: number}
_EXPECTED = {
    Kind.FLAG: "1 or 0, or true or false",
    Kind.DATE: "a date such as 2026-11-05",
    Kind.NUMBER: "a number such as 1250 or 12.50, without commas",
}
_IDS = "Give each footnote an id of its own, and each reference the id of a footnote."


class Reader:
    """Reads the children of an element by the parts of a layout whose values ``model`` declares.

    ``apart`` are tags that something else reads.
    """

    def __init__(self, model: type[Node], parts: tuple[Part, ...], apart: tuple[str, ...] = ()) -> None:
        self._steps = {part.tag: _step(model, part) for part in parts}
        self._repeating = frozenset((*apart, *(part.tag for part in parts if isinstance(part, Each))))
        self._apart = apart

    def __call__(self, element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        """Read ``element`` into ``into``, in the layout's order, and list in ``dropped`` what JSON cannot represent."""
        children = {child.tag: child for child in element}
        if len(children) != len(element):
            children = self._first_of_each(element, at, dropped)
        for tag, step in self._steps.items():
            child = children.pop(tag, None)
            if child is not None:
                step(child, into, at, dropped)
        dropped.extend(_unknown(child, at) for tag, child in children.items() if tag not in self._apart)

    def _first_of_each(self, element: Element, at: Place, dropped: list[Note]) -> dict[Any, Element]:
        children: dict[Any, Element] = {}
        for child in element:
            if child.tag not in children:
                children[child.tag] = child
            elif child.tag not in self._repeating:
                dropped.append(
                    Note(f"<{child.tag}> appears again; only the first is kept.{_content(child)}", at, child)
                )
        return children


def _step(model: type[Node], part: Part) -> Step:
    match part:
        case Leaf():
            return _leaf(model, part)
        case Cell():
            return _cell(model.fields[part.tag])
        case Coding():
            return _coding(model, part)
        case Group():
            return Reader(model, part.parts)
        case One():
            return _one(model, part)
        case Each():
            return _each(model, part)
        case Table():
            return _table(part)
    return _notes(part)


def _convert(field: Field) -> Callable[[str], Any]:
    known = frozenset(field.choices)
    if known:
        return lambda text: text if text in known else None
    return _CONVERT.get(field.kind, lambda text: text)


def _leaf(model: type[Node], part: Leaf) -> Step:
    key = part.tag
    if part.origin in (Origin.NOBODY, Origin.STRIPPED):
        return _left_out(part)
    field = model.fields[key]
    convert = _convert(field)

    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        text = _text_of(element, at, key, dropped)
        if text:
            value = convert(text)
            if value is None:
                dropped.append(_unreadable(field, text, at, element))
            else:
                into[key] = value

    return read


def _left_out(part: Leaf) -> Step:
    def read(element: Element, _: Values, at: Place, dropped: list[Note]) -> None:
        if part.origin is Origin.STRIPPED:
            dropped.append(Note("the CCC is omitted; it is confidential.", at, element, remedy=""))
        elif element.text:
            message = f"<{part.tag}> is added by EDGAR and omitted.{_content(element)}"
            dropped.append(Note(message, at, element, remedy=""))

    return read


def _cell(field: Field) -> Step:
    key = field.key
    convert = _convert(field)

    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        value: Any = None
        notes: list[str] = []
        seen = False
        for child in element:
            if child.tag == "value" and not seen:
                seen = True
                text = _text_of(child, at, key, dropped)
                if text:
                    value = convert(text)
                    if value is None:
                        dropped.append(_unreadable(field, text, at, child))
            elif child.tag == "footnoteId":
                _cite(element, child, notes, at, key, dropped)
            else:
                dropped.append(_unknown(child, at / key))
        _put(into, key, value, notes)

    return read


def _coding(model: type[Node], part: Coding) -> Step:
    leaves = Reader(model, part.parts, apart=("footnoteId",))
    noted = part.noted

    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        notes: list[str] = []
        for child in element.iterchildren("footnoteId"):
            _cite(element, child, notes, at, noted, dropped)
        found: Values = {}
        leaves(element, found, at, dropped)
        if notes and noted not in found:
            found[noted] = None
        for key, value in found.items():
            if key == noted:
                _put(into, key, value, notes)
            elif value is not False:  # every transaction must have it; only a swap needs a line
                into[key] = value

    return read


def _one(model: type[Node], part: One) -> Step:
    holds = model.fields[part.tag].holds
    assert holds is not None  # noqa: S101  declared with every field of this kind
    reader = Reader(holds, part.parts)

    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        found: Values = {}
        reader(element, found, at / part.tag, dropped)
        into[part.tag] = found

    return read


def _each(model: type[Node], part: Each) -> Step:
    holds = model.fields[part.key].holds
    assert holds is not None  # noqa: S101  declared with every field of this kind
    reader = Reader(holds, part.parts)

    def read(first: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        listed: list[Values] = []
        for element in (first, *first.itersiblings(part.tag)):
            found: Values = {}
            reader(element, found, at / part.key / len(listed), dropped)
            listed.append(found)
        into[part.key] = listed

    return read


def _table(part: Table) -> Step:
    readers: dict[Any, tuple[Line, Reader]] = {line.tag: (line, Reader(line.model, line.parts)) for line in part.lines}

    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        rows: list[Values] = []
        for child in element:
            if child.tag not in readers:
                dropped.append(_unknown(child, at / part.tag))
                continue
            line, reader = readers[child.tag]
            row: Values = {"kind": line.model.kind}
            reader(child, row, at / part.tag / len(rows), dropped)
            rows.append(row)
        into[part.tag] = rows

    return read


def _notes(part: Notes) -> Step:
    def read(element: Element, into: Values, at: Place, dropped: list[Note]) -> None:
        notes: dict[str, str] = {}
        for child in element:
            name = _id_of(child)
            if child.tag != part.note:
                dropped.append(_unknown(child, at / part.tag))
            elif name is None or name in notes:
                why = "has no id" if name is None else f"repeats the id {name} of another"
                message = f"A footnote {why} and is omitted: {words_of(child)}"
                dropped.append(Note(message, at / part.tag, child, _IDS, is_named=True))
            else:
                notes[name] = _text_of(child, at / part.tag, name, dropped)
        into[part.tag] = notes

    return read


def _put(into: Values, key: str, value: Any, notes: list[str]) -> None:
    if notes:
        into[key] = {"footnotes": notes} if value is None else {"value": value, "footnotes": notes}
    elif value is not None:
        into[key] = value


def _cite(holder: Element, reference: Element, notes: list[str], at: Place, key: str, dropped: list[Note]) -> None:
    name = _id_of(reference)
    if name is None:
        dropped.append(Note("a footnote reference has no id.", at / key, holder, _IDS))
    else:
        notes.append(name)


def _id_of(element: Element) -> str | None:
    name = element.get("id")
    return None if name is None else text_without_controls(str(name))


def _text_of(element: Element, at: Place, key: str, dropped: list[Note]) -> str:
    """The text of the value under a key of ``at``; only a note needs its place."""
    written = element.text
    if len(element):
        written = "".join(map(str, element.itertext()))
        message = f"the markup <{element[0].tag}> is omitted; its text is kept."
        remedy = "Remove the markup. A cell holds text alone."
        dropped.append(Note(message, at / key, element, remedy, is_of_markup=True))
    if written is None:
        return ""
    text = text_without_controls(written)
    if text is not written and len(text) != len(written):
        omitted = listed(list(dict.fromkeys(map(character, characters_omitted(written)))))
        message = f"characters that the form cannot show are omitted: {omitted}."
        dropped.append(Note(message, at / key, element, "Remove these characters."))
    return text.strip()


def _unreadable(field: Field, text: str, at: Place, element: Element) -> Note:
    found = repr(_shortened(text))
    expected = ", ".join(field.choices) or _EXPECTED[field.kind]
    message = f"{found} is not allowed here and is omitted."
    return Note(
        message, at / field.key, element, "Correct the value; EDGAR suspends a document with it.", found, expected
    )


def _unknown(element: Element, at: Place) -> Note:
    return Note(f"<{element.tag}> is not part of a Form 4 and is omitted.{_content(element)}", at, element)


def _content(element: Element) -> str:
    text = words_of(element)
    return f" Its content is omitted: {_shortened(text)!r}." if text else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
