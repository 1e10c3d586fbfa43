"""A mutation breaks a sound filing in one named way, and names the rule that must fire, and where.

A mutation is a function of a Draft. It changes the draft and returns the place where its rule is to fire, or returns
None where the filing has nothing of the kind to break. ``companions`` names the rules that the same fault may draw as
well, each with the reason; a finding of any other rule is a false alarm.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from form4gen.location import parse_pointer

Row = dict[str, Any]
TABLES = ("nonDerivativeTable", "derivativeTable")
Break = Callable[["Draft"], str | None]


class Mutation(NamedTuple):
    """A way to break a filing: its name, the rule that must fire, and the rules that may fire beside it."""

    name: str
    rule: str
    apply: Break
    companions: dict[str, str]


MUTATIONS: list[Mutation] = []


def mutation(name: str, rule: str, **companions: str) -> Callable[[Break], Break]:
    """Enter a mutation."""

    def enter(apply: Break) -> Break:
        MUTATIONS.append(Mutation(name, rule, apply, companions))
        return apply

    return enter


def all_mutations() -> list[Mutation]:
    """Every mutation of the modules of this folder."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        import_module(f"mutations.{path.stem}")
    return MUTATIONS


class Placed(NamedTuple):
    """A row and its place."""

    at: str
    row: Row

    @property
    def code(self) -> str:
        return str(value_of(self.row, "transactionCode") or "")

    @property
    def is_transaction(self) -> bool:
        return self.row.get("kind") != "holding"


class Draft:
    """A document that may be changed freely, and the time at which it is filed."""

    def __init__(self, document: dict[str, Any], filed_at: datetime) -> None:
        self.document = copy.deepcopy(document)
        self.filed_at = filed_at

    def rows(self, table: int | None = None) -> Iterator[Placed]:
        """Every row, or those of Table 1 or 2."""
        for key in TABLES if table is None else TABLES[table - 1 : table]:
            for number, row in enumerate(self.document.get(key, [])):
                yield Placed(f"/{key}/{number}", row)

    def transactions(self, codes: str = "", table: int | None = None) -> Iterator[Placed]:
        """The transactions whose code is one of ``codes``, or all."""
        return (each for each in self.rows(table) if each.is_transaction and (not codes or each.code in tuple(codes)))

    def first(self, codes: str = "", table: int | None = None) -> Placed | None:
        """The first of them."""
        return next(self.transactions(codes, table), None)

    @property
    def owners(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.document["reportingOwners"]
        return found

    @property
    def signatures(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.document["ownerSignatures"]
        return found

    @property
    def footnotes(self) -> dict[str, str]:
        found: dict[str, str] = self.document.setdefault("footnotes", {})
        return found

    @property
    def text(self) -> str:
        """Every footnote and the remarks."""
        return "\n".join((*self.footnotes.values(), self.document.get("remarks") or ""))

    def tells(self, *words: str) -> bool:
        """Whether one of these words, in lower case, is in a footnote or in the remarks."""
        return any(word in self.text.lower() for word in words)

    def add_note(self, row: Row, key: str, text: str) -> str:
        """A new footnote, cited on a cell; returns its id."""
        number = next(each for each in range(1, 200) if f"F{each}" not in self.footnotes)
        self.footnotes[f"F{number}"] = text
        cite(row, key, f"F{number}")
        return f"F{number}"

    def notes_on(self, row: Row, key: str) -> tuple[str, ...]:
        """The ids that a cell cites."""
        cell = row.get(key)
        return tuple(cell.get("footnotes", ())) if isinstance(cell, dict) else ()

    def bare(self, row: Row) -> None:
        """No footnote on the row, and none that no other row cites."""
        for cell in row.values():
            if isinstance(cell, dict):
                cell.pop("footnotes", None)
        cited = {note for each in self.rows() for key in each.row for note in self.notes_on(each.row, key)}
        for note in self.footnotes.keys() - cited:
            del self.footnotes[note]

    @property
    def last_signed(self) -> date:
        """The day of the last signature."""
        return max(date.fromisoformat(each["signatureDate"]) for each in self.signatures)


def value_of(row: Row, key: str) -> Any:
    """The value of a cell, or None."""
    cell = row.get(key)
    return cell.get("value") if isinstance(cell, dict) else cell


def number_of(row: Row, key: str) -> Decimal | None:
    """The number of a cell, or None."""
    value = value_of(row, key)
    return None if value in (None, "") else Decimal(str(value))


def day_of(row: Row, key: str = "transactionDate") -> date | None:
    """The day of a cell, or None."""
    value = value_of(row, key)
    return date.fromisoformat(value) if value else None


def put(row: Row, key: str, value: Any) -> None:
    """A new value in a cell, whose footnotes stay; a number becomes the exact decimal of a document."""
    value = Decimal(value) if isinstance(value, int) else value
    if isinstance(row.get(key), dict):
        row[key]["value"] = value
    else:
        row[key] = value


def drop(row: Row, key: str) -> None:
    """No value in a cell, whose footnotes stay."""
    if isinstance(row.get(key), dict):
        row[key].pop("value", None)
    else:
        row.pop(key, None)


def cite(row: Row, key: str, note: str) -> None:
    """One more footnote on a cell."""
    if not isinstance(row.get(key), dict):
        row[key] = {"value": row[key]} if key in row else {}
    row[key].setdefault("footnotes", []).append(note)


def cited(row: Row) -> bool:
    """Whether any cell of the row cites a footnote."""
    return any(isinstance(cell, dict) and cell.get("footnotes") for cell in row.values())


def line_of(row: Row) -> tuple[Any, ...]:
    """What makes rows of Table I one line: title, form of ownership, nature, and the footnotes on these."""
    keys = ("securityTitle", "directOrIndirectOwnership", "natureOfOwnership")
    return tuple(str(row.get(key)) for key in keys)


def at(draft: Draft, pointer: str) -> Any:
    """The value at a place."""
    found: Any = draft.document
    for step in parse_pointer(pointer):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found
