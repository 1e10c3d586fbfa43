"""What a filing has and its page does not show: CIKs, capacities, powers, exhibits, context and overrides.

The data are a tree of parts for a person to edit: fields with the titles of the JSON Schema, parts within parts, and
lists of parts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from form4gen.api.editing import TABLES, value_at
from form4gen.intake.structure import ROW_CLASSES
from form4gen.intake.values import date_of
from form4gen.location import ROOT, Place
from form4gen.model.cell_names import cell_name
from form4gen.model.context import Context
from form4gen.model.fields import Field, Kind, Node
from form4gen.model.filing import Filing, Issuer
from form4gen.records import NamedTuple
from form4gen.resources import text_of

_PERSON = ("rptOwnerCik", "rptOwnerNonUSAddressFlag")
_SIGNATURE = ("capacity", "title", "onBehalfOf", "powerOfAttorney")
_TRANSACTION = ("transactionTimeliness", "exemption", "deferralEndedOn")
_LONG = ("text", "reason")
_EXAMPLES = {Kind.DATE: "month/day/year", Kind.MONTH_DAY: "month/day", Kind.MOMENT: "month/day/year hour:minute"}


class Shown(NamedTuple):
    """A value: its pointer, title, description, an example, its text, and what to choose from, each with its words."""

    at: str
    title: str
    description: str
    example: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    is_long: bool = False


class Part(NamedTuple):
    """Values that belong together: fields, parts and lists of parts."""

    at: str
    title: str
    description: str
    fields: tuple[Shown, ...] = ()
    parts: tuple[Part, ...] = ()
    lists: tuple[Listed, ...] = ()


class Listed(NamedTuple):
    """A list of parts; ``one`` names an entry that can be added, and is empty where none can be."""

    at: str
    title: str
    description: str
    one: str
    entries: tuple[Part, ...]


class Unprinted(NamedTuple):
    """All of it, in the order in which it is shown."""

    head: Part
    persons: tuple[Part, ...]
    signatures: tuple[Part, ...]
    rows: tuple[Part, ...]
    context: Part
    records: tuple[Listed, ...]
    overrides: Listed


class Titled(NamedTuple):
    """What the schema says of a place."""

    title: str
    description: str
    example: str


def unprinted(document: dict[str, Any]) -> Unprinted:
    """The data of a document that the page does not show."""
    filing, fields = _Reader(document), Filing.fields
    head = (
        filing.shown(fields["documentType"], ROOT / "documentType"),
        filing.shown(Issuer.fields["issuerCik"], ROOT / "issuer" / "issuerCik"),
    )
    return Unprinted(
        Part("", "Form and issuer", "", head),
        tuple(filing.entries("reportingOwners", "rptOwnerName", _PERSON)),
        tuple(filing.entries("ownerSignatures", "signatureName", _SIGNATURE)),
        tuple(filing.rows()),
        filing.part(Context, ROOT / "context"),
        tuple(filing.listed(fields[key], ROOT / key) for key in ("powersOfAttorney", "exhibits")),
        filing.listed(fields["overrides"], ROOT / "overrides", can_add=False),
    )


def entry_name(at: Place) -> str:
    """An entry of a list or a table in a person's words: ``Table I, row 2``, ``Trade confirmation 1``."""
    if len(at.tokens) == 2 and at.tokens[0] != "footnotes":  # noqa: PLR2004  a list of the top, and a number
        return cell_name(at)
    title = titled(at).title
    return f"{title} {at.token + 1}" if isinstance(at.token, int) else title


@cache
def titled(at: Place) -> Titled:
    """What the JSON Schema of a filing says of a place; the key where it says nothing."""
    schema = _schema()
    node: Mapping[str, Any] = schema
    for step in at.tokens:
        node = _resolved(node)
        node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
    found = {**_resolved(node), **node}
    examples = found.get("examples") or [""]
    first = ", ".join(map(str, examples[0])) if isinstance(examples[0], list) else str(examples[0])
    return Titled(str(found.get("title", at.token)), str(found.get("description", "")).replace("`", ""), first)


@cache
def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of("schemas", "form4.schema.json"))
    return found


def _resolved(node: Mapping[str, Any]) -> dict[str, Any]:
    reference = str(node.get("$ref", ""))
    return dict(_schema()["$defs"].get(reference.rpartition("/")[2], {}) if reference else node)


class _Reader:
    """Reads the parts of a document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document

    def part(self, cls: type[Node], at: Place, keys: Iterable[str] = (), name: str = "") -> Part:
        """The fields of the class ``cls`` at a place, all or those with these keys; ``name`` names the object."""
        shown: list[Shown] = []
        parts: list[Part] = []
        lists: list[Listed] = []
        for field in [cls.fields[key] for key in keys or cls.fields]:
            here = at / field.key
            if field.holds is None:
                shown.append(self.shown(field, here))
            elif field.kind is Kind.ONE and field.required:
                parts.append(self.part(field.holds, here))
            else:
                lists.append(self.listed(field, here))
        words = f"{entry_name(at)}: {name}" if name else entry_name(at)
        return Part(at.pointer, words, titled(at).description, tuple(shown), tuple(parts), tuple(lists))

    def shown(self, field: Field, at: Place) -> Shown:
        """A single value."""
        words, value = titled(at), value_at(self._document, at.pointer)
        above = value_at(self._document, at.parent.pointer) if at.parent else None
        if field.key == "name" and isinstance(above, str):
            value = above  # a name stands for an object with nothing else
        example = ", ".join(field.choices) if field.choices else _EXAMPLES.get(field.kind, words.example)
        return Shown(
            at.pointer, words.title, words.description, example, typed(value), _choices(field), field.key in _LONG
        )

    def listed(self, field: Field, at: Place, *, can_add: bool = True) -> Listed:
        """The entries of a list; an object that may be absent is a list of at most one."""
        value, words, cls = value_at(self._document, at.pointer), titled(at), field.holds or Node
        is_one = field.kind is Kind.ONE
        places = [at] if is_one and isinstance(value, dict) else []
        if isinstance(value, list):
            places = [at / number for number in range(len(value))]
        one = words.title if is_one else titled(at / 0).title
        can_add = can_add and not (is_one and places)
        entries = tuple(self.part(cls, each) for each in places)
        return Listed(at.pointer, words.title, words.description, one if can_add else "", entries)

    def entries(self, key: str, name: str, keys: tuple[str, ...]) -> Iterator[Part]:
        """Some fields of each entry of a list of the top; each is named by its value of ``name``."""
        cls, at = Filing.fields[key].holds or Node, ROOT / key
        found = self._document.get(key)
        for number in range(len(found) if isinstance(found, list) else 0):
            words = value_at(self._document, (at / number / name).pointer)
            yield self.part(cls, at / number, keys, typed(words))

    def rows(self) -> Iterator[Part]:
        """What transactions have that the tables of the form do not show."""
        for table in TABLES:
            found = self._document.get(table)
            for number, row in enumerate(found if isinstance(found, list) else ()):
                if isinstance(row, dict) and row.get("kind", "transaction") == "transaction":
                    words = value_at(self._document, (ROOT / table / number / "securityTitle").pointer)
                    yield self.part(
                        ROW_CLASSES[table]["transaction"], ROOT / table / number, _TRANSACTION, typed(words)
                    )


def _choices(field: Field) -> tuple[tuple[str, str], ...]:
    if field.kind is Kind.FLAG:
        return (("", "No"), ("X", "Yes")) if field.absent is False else (("", "-"), ("X", "Yes"), ("no", "No"))
    if field.kind is Kind.TEXTS or not field.choices:
        return ()
    return (("", "-"), *((each, each.replace("_", " ")) for each in field.choices if each))


def typed(value: Any) -> str:
    """A value as a person types it."""
    if isinstance(value, bool):
        return "X" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    day = date_of(value) if isinstance(value, str) else None
    return "" if value is None else f"{day:%m/%d/%Y}" if day else str(value)
