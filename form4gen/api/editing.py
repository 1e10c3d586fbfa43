"""The form as it is edited: its page, its fields, and the lists that a field offers."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from form4gen.api.load import Loaded
from form4gen.edgar.dump import dump
from form4gen.intake.document import Document, read
from form4gen.intake.problem import PLACEHOLDER
from form4gen.intake.structure import ROW_CLASSES
from form4gen.intake.values import date_of as date_of
from form4gen.intake.values import decimal_of as decimal_of
from form4gen.intake.values import moment_of as moment_of
from form4gen.intake.values import month_day_of as month_day_of
from form4gen.law.codes import CODES
from form4gen.law.form4 import TABLE_I, TABLE_II
from form4gen.law.places import countries, states
from form4gen.location import ROOT, parse_pointer
from form4gen.location import Place as Place
from form4gen.model.cell_names import cell_name
from form4gen.model.fields import Field as Field
from form4gen.model.fields import Kind as Kind
from form4gen.model.fields import Node
from form4gen.model.filing import Filing
from form4gen.model.wording import clock as clock
from form4gen.model.wording import day as day
from form4gen.model.wording import dollars as dollars
from form4gen.model.wording import weekday as weekday
from form4gen.resources import path_of, text_of

TABLES = {"nonDerivativeTable": tuple(TABLE_I), "derivativeTable": tuple(TABLE_II)}
"""The tables of the form, and the keys of their cells in the order of the columns."""


@cache
def columns_of(table: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table as the page shows it: the key of the cell, and how it is typed."""
    from form4gen.render.editing import COLUMNS  # noqa: PLC0415  most commands print nothing

    return COLUMNS[table]


def page_to_edit(filing: Filing) -> str:
    """What the body of the form's page has in it, with the attributes by which a browser edits it."""
    from form4gen.api.printing import as_printed  # noqa: PLC0415  most commands print nothing
    from form4gen.render.html import html  # noqa: PLC0415  the same

    return html(as_printed(filing), edit=True).partition("<main>")[2].rpartition("</main>")[0]


def column_widths(filing: Filing) -> str:
    """The style of the columns of the form's page, whose widths depend on what is in them."""
    from form4gen.api.printing import as_printed  # noqa: PLC0415  most commands print nothing
    from form4gen.render.page import page  # noqa: PLC0415  the same

    return shown("form4.columns.css.jinja", page=page(as_printed(filing)))


def shown(template: str, **values: Any) -> str:
    """What a template of ours makes of the values, each of which is escaped."""
    from form4gen.render.templates import drawn  # noqa: PLC0415  most commands print nothing

    return drawn(template, **values)


def style_of(*names: str) -> str:
    """The texts of shipped files of ``templates/``."""
    return "\n".join(text_of("templates", name) for name in names)


@cache
def scripts() -> frozenset[str]:
    """The names of the modules of the workbench in the browser."""
    return frozenset(os.listdir(path_of("templates", "workbench")))


def example(name: str) -> str:
    """The text of a shipped example."""
    return text_of("schemas", "examples", f"{name}.json")


def as_text(document: dict[str, Any]) -> str:
    """A document as JSON text, as form4gen writes it."""
    return dump(document)


def place_of(pointer: str) -> Place:
    """The place that a JSON pointer names. Raises ValueError if it is none."""
    at = ROOT
    for step in parse_pointer(pointer):
        is_number = step.isdecimal() and step.isascii() and len(step) < 6 and at.tokens[:1] != ("footnotes",)  # noqa: PLR2004  more rows than any form has
        at = at / (int(step) if is_number else step)
    return at


def name_of_place(pointer: str) -> str:
    """A place in the form's words, as findings name it."""
    return cell_name(place_of(pointer))


def field_of(document: dict[str, Any], at: Place) -> Field | None:
    """The declared field at a place of a document; None if there is no such place in a filing."""
    cls: type[Node] = Filing
    part: Any = document
    steps = list(at.tokens)
    while steps:
        key = steps.pop(0)
        field = cls.fields.get(str(key))
        part = part.get(key) if isinstance(part, dict) else None
        if field is None or not steps:
            return field
        if field.kind is Kind.NOTES:
            return field if len(steps) == 1 else None
        inner = _class_below(field, part, steps)
        if inner is None:
            return None
        cls, part = inner
    return None


def _class_below(field: Field, part: Any, steps: list[str | int]) -> tuple[type[Node], Any] | None:
    """The class and the value of the next part; ``steps`` lose the number of one in a list."""
    if field.kind is Kind.ONE and field.holds is not None:
        return field.holds, part
    if field.kind not in (Kind.MANY, Kind.NAMED, Kind.ROWS) or not isinstance(steps[0], int):
        return None
    number = steps.pop(0)
    listed = part if isinstance(part, list) else []
    item = listed[int(number)] if int(number) < len(listed) else {}
    if field.kind is not Kind.ROWS:
        return (field.holds, item) if field.holds is not None else None
    kind = item.get("kind", "transaction") if isinstance(item, dict) else "transaction"
    return ROW_CLASSES[field.key].get(kind, ROW_CLASSES[field.key]["transaction"]), item


def order_of(document: dict[str, Any], at: Place) -> tuple[str, ...]:
    """The keys beside the field at a place, in the order in which a document has them."""
    above = at.parent
    if above is None or above.parent is None:
        return tuple(Filing.fields)
    if above.tokens[0] in TABLES:
        return ("kind", *TABLES[str(above.tokens[0])])
    field = field_of(document, above.parent if isinstance(above.token, int) else above)
    return tuple(field.holds.fields) if field is not None and field.holds is not None else ()


@cache
def lists() -> dict[str, list[tuple[str, str]]]:
    """What a field of each kind offers: each entry, and the words for it."""
    return {
        "code": [(code.letter, code.name) for code in CODES.values()],
        "state": [(code, name) for code, name in states().items()],
        "country": list(countries().items()),
        "direction": [("A", "acquired"), ("D", "disposed of")],
        "ownership": [("D", "direct"), ("I", "indirect")],
        "early": [("V", "reported early, before its Form 5 is due")],
    }


def document_of(loaded: Loaded) -> dict[str, Any] | None:
    """The values of a JSON document that was read; None if there are none, or it is EDGAR's."""
    data = loaded.document.data if isinstance(loaded.document, Document) else None
    return data if isinstance(data, dict) else None


def document_as_written(loaded: Loaded) -> dict[str, Any] | None:
    """The same with the placeholders that the text has, which reading takes out."""
    document = document_of(loaded)
    if document is None or not any(each.rule == PLACEHOLDER for each in loaded.findings):
        return document
    found: dict[str, Any] = read(loaded.document.text.encode()).data
    return found


def value_at(document: dict[str, Any], pointer: str) -> Any:
    """The value at a place of a document, without its footnotes; None if there is none."""
    part: Any = document
    for step in place_of(pointer).tokens:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return None
    return part.get("value") if isinstance(part, dict) and "value" in part else part
