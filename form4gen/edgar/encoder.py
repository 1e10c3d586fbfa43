"""Walks the layout to write a filing as ownership XML, one element a line.

Each part of the layout is turned once into a function that writes its lines. An element that EDGAR requires and the
filing omits gets the value that its absence means: an absent box is 0, an absent form type 4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from form4gen.edgar.ccc import Ccc
from form4gen.edgar.layout import Cell, Coding, Each, Group, Leaf, Notes, One, Origin, Part, Pattern, Table
from form4gen.model.fields import Node
from form4gen.model.filing import ReportingOwner

Cccs: TypeAlias = Mapping[str | None, Ccc]
Step: TypeAlias = Callable[[Any, list[str], Cccs], None]

_STEP = "    "
_DECIMALS = 4
_ADDRESS = (
    "rpt_owner_street1",
    "rpt_owner_street2",
    "rpt_owner_city",
    "rpt_owner_non_us_state_territory",
    "rpt_owner_state",
    "rpt_owner_country",
    "rpt_owner_zip_code",
)


def encoder(model: type[Node], parts: tuple[Part, ...], origins: frozenset[Origin], indent: str = _STEP) -> Step:
    """The functions that write the ``parts`` of a node that ``origins`` send."""
    steps = tuple(
        _step(model, part, origins, indent) for part in parts if not isinstance(part, Leaf) or part.origin in origins
    )

    def write(node: Any, lines: list[str], cccs: Cccs) -> None:
        for step in steps:
            step(node, lines, cccs)

    return write


def escaped(text: str) -> str:
    """Text as XML content or attribute; a line end is a reference, so that a value stays on the line of its tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    for sign, reference in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;"), ("\r", "&#13;")):
        if sign in text:
            text = text.replace(sign, reference)
    return text


def _step(model: type[Node], part: Part, origins: frozenset[Origin], indent: str) -> Step:
    match part:
        case Leaf():
            return _leaf(model, part, indent)
        case Cell():
            return _cell(model, part, indent)
        case Coding():
            return _coding(part, indent)
        case Group():
            return _wrapped(part.tag, encoder(model, part.parts, origins, indent + _STEP), indent)
        case One():
            return _one(model, part, origins, indent)
        case Each():
            return _each(model, part, origins, indent)
        case Table():
            return _table(model, part, origins, indent)
    return _notes(part, indent)


def _leaf(model: type[Node], part: Leaf, indent: str) -> Step:
    opening, closing = f"{indent}<{part.tag}>", f"</{part.tag}>"
    read = _CCC_OR_FLAG.get(part.tag)
    if read is None:
        attribute = model.fields[part.tag].attribute

        def read(node: Any, _: Cccs) -> str:
            return _spelled(getattr(node, attribute))

    def write(node: Any, lines: list[str], cccs: Cccs) -> None:
        if text := read(node, cccs):
            lines.append(f"{opening}{text}{closing}")

    return write


def _spelled(value: object) -> str:
    match value:
        case str():
            return escaped(value)
        case bool():
            return "1" if value else "0"
        case Decimal():
            return _number(value)
        case date():
            return value.isoformat()
    return ""


def _number(value: Decimal) -> str:
    text = f"{value:f}" if value else f"{abs(value):f}"
    whole, _, fraction = text.partition(".")
    if len(fraction) > _DECIMALS:
        return f"{whole}.{fraction[:_DECIMALS]}{fraction[_DECIMALS:].rstrip('0')}"
    return text


def _ccc(owner: ReportingOwner, cccs: Cccs) -> str:
    ccc = cccs.get(owner.rpt_owner_cik)
    return "" if ccc is None else escaped(ccc.revealed())


def _non_us_flag(owner: ReportingOwner, _: Cccs) -> str:
    """The flag that an address needs; EDGAR's page recognizes it only when it is spelled out."""
    flag = owner.rpt_owner_non_us_address_flag
    if flag is None and any(getattr(owner, attribute) for attribute in _ADDRESS):
        flag = bool(owner.rpt_owner_country or owner.rpt_owner_non_us_state_territory)
    if flag is None:
        return ""
    return "true" if flag else "false"


_CCC_OR_FLAG: dict[str, Callable[[Any, Cccs], str]] = {
    "rptOwnerCcc": _ccc,
    "rptOwnerNonUSAddressFlag": _non_us_flag,
}


def _cell(model: type[Node], part: Cell, indent: str) -> Step:
    attribute = model.fields[part.tag].attribute
    opening, closing = f"{indent}<{part.tag}>", f"{indent}</{part.tag}>"
    value_opening, note_opening = f"{indent}{_STEP}<value>", f'{indent}{_STEP}<footnoteId id="'
    always = part.pattern is Pattern.VALUE_NEEDED

    def write(node: Any, lines: list[str], _: Cccs) -> None:
        cell = getattr(node, attribute)
        text = _spelled(cell.value)
        if not text and not cell.footnotes:
            return
        lines.append(opening)
        if text or always:
            lines.append(f"{value_opening}{text}</value>")
        lines.extend([f'{note_opening}{escaped(note)}"/>' for note in cell.footnotes])
        lines.append(closing)

    return write


def _coding(part: Coding, indent: str) -> Step:
    opening, closing = f"{indent}<{part.tag}>", f"{indent}</{part.tag}>"
    inner = indent + _STEP

    def write(row: Any, lines: list[str], _: Cccs) -> None:
        code = row.transaction_code
        if code.is_blank and row.transaction_form_type is None and not row.equity_swap_involved:
            return
        lines.append(opening)
        lines.append(f"{inner}<transactionFormType>{escaped(row.transaction_form_type or '4')}</transactionFormType>")
        if code.value:
            lines.append(f"{inner}<transactionCode>{escaped(code.value)}</transactionCode>")
        lines.append(f"{inner}<equitySwapInvolved>{_spelled(row.equity_swap_involved)}</equitySwapInvolved>")
        lines.extend([f'{inner}<footnoteId id="{escaped(note)}"/>' for note in code.footnotes])
        lines.append(closing)

    return write


def _wrapped(tag: str, inner: Step, indent: str) -> Step:
    """The lines of ``inner`` between tags, or nothing if there are none."""
    opening, closing = f"{indent}<{tag}>", f"{indent}</{tag}>"

    def write(node: Any, lines: list[str], cccs: Cccs) -> None:
        lines.append(opening)
        before = len(lines)
        inner(node, lines, cccs)
        if len(lines) == before:
            lines.pop()
        else:
            lines.append(closing)

    return write


def _holds(model: type[Node], key: str) -> type[Node]:
    holds = model.fields[key].holds
    assert holds is not None  # noqa: S101  declared with every field of this kind
    return holds


def _one(model: type[Node], part: One, origins: frozenset[Origin], indent: str) -> Step:
    attribute = model.fields[part.tag].attribute
    inner = encoder(_holds(model, part.tag), part.parts, origins, indent + _STEP)
    wrapped = _wrapped(part.tag, inner, indent)
    return lambda node, lines, cccs: wrapped(getattr(node, attribute), lines, cccs)


def _each(model: type[Node], part: Each, origins: frozenset[Origin], indent: str) -> Step:
    attribute = model.fields[part.key].attribute
    inner = encoder(_holds(model, part.key), part.parts, origins, indent + _STEP)
    wrapped = _wrapped(part.tag, inner, indent)

    def write(node: Any, lines: list[str], cccs: Cccs) -> None:
        for each in getattr(node, attribute):
            wrapped(each, lines, cccs)

    return write


def _table(model: type[Node], part: Table, origins: frozenset[Origin], indent: str) -> Step:
    attribute = model.fields[part.tag].attribute
    inner = indent + _STEP
    writers = {
        line.model: _wrapped(line.tag, encoder(line.model, line.parts, origins, inner + _STEP), inner)
        for line in part.lines
    }

    def rows(node: Any, lines: list[str], cccs: Cccs) -> None:
        for row in getattr(node, attribute):
            writers[type(row)](row, lines, cccs)

    return _wrapped(part.tag, rows, indent)


def _notes(part: Notes, indent: str) -> Step:
    opening, closing = f'{indent}{_STEP}<{part.note} id="', f"</{part.note}>"

    def notes(node: Any, lines: list[str], _: Cccs) -> None:
        lines.extend([f'{opening}{escaped(note.id)}">{escaped(note.text)}{closing}' for note in node.footnotes])

    return _wrapped(part.tag, notes, indent)
