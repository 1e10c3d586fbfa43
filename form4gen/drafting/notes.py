"""The footnotes of a draft: taken over from earlier forms, added, left out, and numbered when the rows are complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from form4gen.accounts.filing_history import Given
from form4gen.drafting.draft import Account, Document, place, private_in
from form4gen.drafting.stale import why_stale
from form4gen.model.fields import Cell
from form4gen.model.placeholders import placeholder
from form4gen.model.plain import plain_cell
from form4gen.prose.references import references, renumbered
from form4gen.records import NamedTuple

_REFERRING = {"securityTitle": "A title of a security", "natureOfOwnership": "A nature of ownership"}
_SHOWN = 100


class _Note(NamedTuple):
    """A footnote of the draft: its text, and where it comes from: a filing and the id there, or an option."""

    text: str
    given: Given | None
    id: str
    option: str = ""


class DraftRow(NamedTuple):
    """A row of the draft, and the filing whose words its cells have; None if it has only new ones."""

    cells: Document
    given: Given | None


class Notes:
    """Footnotes under provisional ids, until ``numbered`` gives them those of the draft."""

    def __init__(self, account: Account, on: date | None) -> None:
        """``on`` is the day as of which a footnote must still apply; without it every footnote is taken over."""
        self._account = account
        self._on = on
        self._notes: dict[str, _Note] = {}
        self._by_text: dict[str, str] = {}
        self._named: set[str] = set()

    def added(self, text: str, option: str) -> str:
        """A new footnote, under its provisional id; ``option`` is its source."""
        return self._known(_Note(text, None, "", option))

    def cell(self, cell: Cell[Any], given: Given) -> Any:
        """A cell of an earlier form with the footnotes that still apply; None if nothing is left of it."""
        kept = []
        for note in cell.footnotes:
            text = given.filing.note_texts.get(note)
            if text is not None and self._applies(note, text, given, is_alone=cell.value in (None, "")):
                kept.append(self._known(_Note(text, given, note)))
        private = private_in([cell.value] if isinstance(cell.value, str) else [])
        if private:
            self._account.leave(f"a text of {given.source}", f"it appears to contain {private}")
            return placeholder("the text, without private information")
        return plain_cell(Cell(cell.value, tuple(dict.fromkeys(kept)), cell.at))

    def on_balance(self, cell: Cell[Any], given: Given) -> tuple[str, ...]:
        """The footnotes on a balance that still apply."""
        kept = [
            self._known(_Note(text, given, note))
            for note in cell.footnotes
            if (text := given.filing.note_texts.get(note)) is not None
            if self._applies(note, text, given, is_alone=False)
        ]
        return tuple(dict.fromkeys(kept))

    def _applies(self, note: str, text: str, given: Given, *, is_alone: bool) -> bool:
        where = place(given, f"footnote {note}")
        if private := private_in([text]):
            self._leave(where, "", f"it appears to contain {private}")
            return False
        why = why_stale(text, self._on) if self._on else ""
        if why and is_alone:
            self._account.check(f"{where} describes {why}, but its cell has no other entry. It is kept; revise it.")
        elif why:
            self._leave(where, text, why)
        return not why or is_alone

    def _known(self, note: _Note) -> str:
        """The id of a footnote; two with the same words are one."""
        name = self._by_text.setdefault(note.text, f"note {len(self._notes) + 1}")
        self._notes.setdefault(name, note)
        return name

    def leave_the_others(self, given: Given) -> None:
        """Note each footnote of a form that is neither in the draft nor left out for another reason."""
        for note in given.filing.footnotes:
            where = place(given, f"footnote {note.id}")
            if note.text in self._by_text or where in self._named:
                continue
            if private := private_in([note.text]):
                self._leave(where, "", f"it appears to contain {private}")
            else:
                why = why_stale(note.text, self._on) if self._on else ""
                self._leave(where, note.text, why or "it is about rows that the draft does not repeat")

    def _leave(self, where: str, text: str, why: str) -> None:
        self._named.add(where)
        self._account.leave(f"{where}, {quoted(text)}" if text else where, why)

    def numbered(self, tables: Mapping[str, Iterable[DraftRow]]) -> Document:
        """The tables and the footnotes, numbered as the rows cite them, with the references to them."""
        rows = [row for table in tables.values() for row in table]
        cited = dict.fromkeys(note for row in rows for note in _cited(row.cells))
        names = {note: f"F{number}" for number, note in enumerate(cited, 1)}
        written: Document = {table: [self._row(row, names) for row in own] for table, own in tables.items()}
        written["footnotes"] = {names[note]: self._text(self._notes[note], names) for note in names}
        for note, name in names.items():
            self._account.take(f"footnote {name}", _source(self._notes[note]))
        return written

    def _row(self, row: DraftRow, names: Mapping[str, str]) -> Document:
        cells = {key: _renamed(value, names) for key, value in row.cells.items()}
        for key, what in _REFERRING.items():
            value = cells.get(key)
            text = value.get("value") if isinstance(value, dict) else value
            if row.given is not None and isinstance(text, str):
                new = self._referring(text, row.given, names, f"{what} of {row.given.source}")
                cells[key] = value | {"value": new} if isinstance(value, dict) else new
        return cells

    def _text(self, note: _Note, names: Mapping[str, str]) -> str:
        if note.given is None:
            return note.text
        return self._referring(note.text, note.given, names, place(note.given, f"footnote {note.id}"))

    def _referring(self, text: str, given: Given, names: Mapping[str, str], what: str) -> str:
        """A text whose references to footnotes have the new numbers."""
        wanted = [each for found in references(text) if found.kind == "footnote" for each in found.numbers]
        numbers = {}
        for number in wanted:
            known = self._by_text.get(given.filing.note_texts.get(f"F{number}", ""), "")
            if known in names:
                numbers[number] = names[known].removeprefix("F")
            else:
                self._account.check(f"{what} refers to footnote {number}, which is left out. Revise it.")
        return renumbered(text, numbers) if wanted else text


def quoted(text: str) -> str:
    """A text as the output quotes it: on one line, cut if it is long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _SHOWN else f"{line[:_SHOWN]}..."}"'


def with_note(value: Any, note: str) -> Document:
    """The value of a cell that cites one footnote more."""
    cell = value if isinstance(value, dict) else {} if value is None else {"value": value}
    return cell | {"footnotes": list(dict.fromkeys((*cell.get("footnotes", ()), note)))}


def _cited(cells: Document) -> list[str]:
    return [note for value in cells.values() if isinstance(value, dict) for note in value.get("footnotes", ())]


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict) and "footnotes" in value:
        return value | {"footnotes": [names[note] for note in value["footnotes"]]}
    return value


def _source(note: _Note) -> str:
    return place(note.given, f"footnote {note.id}") if note.given else note.option
