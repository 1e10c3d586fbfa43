"""The message and the remedy for each fault that the schema finds: one function for each keyword."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from form4gen.intake.known_keys import known_keys, remedy_for_key
from form4gen.intake.positions import Steps
from form4gen.intake.problem import shown
from form4gen.intake.values import date_of, decimal_of
from form4gen.intake.wording import nearest, spelled_alike, subject, what_it_is
from form4gen.records import NamedTuple

Schema = dict[str, Any]
_FORMS = {
    "decimal": ("a plain decimal, such as 2000 or 2.64", "a plain decimal, such as 2000 or 2.64"),
    "date": ("a date written YYYY-MM-DD, such as 2026-11-09", "a calendar date"),
    "edgar-time": ("a time written YYYY-MM-DDThh:mm, such as 2026-11-09T16:05", "a valid time"),
    "month-day": ("a month and day written MM-DD, such as 12-31", "a valid month and day"),
}
_TYPES = {"string": "text", "boolean": "true or false", "array": "a list", "object": "an object"}


class Fault(NamedTuple):
    """A fault without its line: ``at_key`` if it is in the key and not in the value, ``fix`` as in a Problem."""

    id: str
    steps: Steps
    message: str
    remedy: str
    found: str | None = None
    expected: str | None = None
    at_key: bool = False
    fix: str | bool | None = None


def faults_of(keyword: str, steps: Steps, value: Any, schema: Schema, root: Schema) -> Iterator[Fault]:
    """The faults if ``value`` at ``steps`` violates a keyword of ``schema``; ``root`` is the whole schema."""
    yield from _SENTENCES[keyword](steps, value, schema, root)


def _wrong_type(steps: Steps, value: Any, schema: Schema, root: Schema) -> Iterator[Fault]:
    wanted, found = _wanted(schema, root), what_it_is(value)
    message = f"{subject(steps)} is {found}; it must be {wanted}."
    fix = value == "true" if value in ("true", "false") and "boolean" in _kinds(schema) else None
    yield Fault("JS107", steps, message, _remedy_for_type(value, schema, wanted), found, wanted, fix=fix)


def _kinds(schema: Schema) -> list[str]:
    kinds = schema["type"]
    return kinds if isinstance(kinds, list) else [kinds]


def _remedy_for_type(value: Any, schema: Schema, wanted: str) -> str:
    kinds = _kinds(schema)
    match value:
        case None:
            return "Delete it. A key that is absent counts as blank."
        case dict() if value.keys() & {"value", "footnotes"}:
            return "Enter the value alone. Only cells of Table I and Table II take footnotes."
        case "true" | "false" if "boolean" in kinds:
            return f"Write {value} without quotation marks."
        case dict() | str() if kinds == ["array"]:
            return "Enclose it in [ and ] to make it a list."
    cell = ', or {"value": ..., "footnotes": [...]}' if "object" in kinds and len(kinds) > 1 else ""
    return f"Enter {wanted}{cell}."


def _wanted(schema: Schema, root: Schema) -> str:
    schema = schema.get("then", schema)
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return f"one of {_listed(schema['enum'])}"
    if "format" in schema:
        return _FORMS[schema["format"]][0]
    kind = schema["type"]
    return _TYPES[kind if isinstance(kind, str) else kind[0]]


def _listed(words: list[str]) -> str:
    return ", ".join(word or "(empty)" for word in words)


def _unknown_word(steps: Steps, value: Any, schema: Schema, _: Schema) -> Iterator[Fault]:
    words = schema["enum"]
    near = nearest(value, words) if isinstance(value, str) else None
    remedy = f"Enter {near}, if that is what you mean." if near else f"Enter one of {_listed(words)}."
    message = f"{subject(steps)}: {shown(str(value))} is not one of the accepted values: {_listed(words)}."
    fix = near if near and spelled_alike(near, value) else None
    yield Fault("JS109", steps, message, remedy, shown(str(value)), _listed(words), fix=fix)


def _wrong_form(steps: Steps, value: str, schema: Schema, _: Schema) -> Iterator[Fault]:
    written, existing = _FORMS[schema["format"]]
    expected = existing if re.search(schema["pattern"], value) else written
    better = _rewritten(value, schema["format"])
    remedy = f"Enter {better}." if better else f"Enter {written}."
    message = f"{subject(steps)} {shown(value)} is not {expected}."
    yield Fault("JS108", steps, message, remedy, shown(value), expected, fix=better)


def _rewritten(value: str, form: str) -> str | None:
    """The clear meaning of a date written as the form prints it, or of a number with commas and a dollar sign."""
    if form == "date" and (found := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", value.strip())):
        month, day, year = found.groups()
        better = f"{year}-{month:0>2}-{day:0>2}"
        return better if date_of(better) else None
    if form == "decimal" and re.fullmatch(r"-?\$?[0-9]{1,3}(,?[0-9]{3})*(\.[0-9]+)?", value.strip()):
        better = re.sub(r"[,$]", "", value.strip())
        return better if decimal_of(better) is not None else None
    return None


def _unknown_key(steps: Steps, value: Any, schema: Schema, root: Schema) -> Iterator[Fault]:
    known = known_keys(schema, value)
    for key in value:
        if key not in known:
            message = f"{subject(steps)}: unknown key {shown(key)}."
            remedy = remedy_for_key(key, known, schema, root)
            near = nearest(key, known)
            fix = near if near and near not in value and spelled_alike(near, key) else None
            yield Fault("JS106", (*steps, key), message, remedy, shown(key), at_key=True, fix=fix)


def _missing_key(steps: Steps, value: Any, schema: Schema, _: Schema) -> Iterator[Fault]:
    for key in schema["required"]:
        if key not in value:
            title = schema["properties"][key]["title"]
            message = f"{subject((*steps, key))} is missing."
            yield Fault("JS110", (*steps, key), message, f"Add `{key}`: {title}.", None, key)


_SENTENCES: dict[str, Callable[[Steps, Any, Schema, Schema], Iterator[Fault]]] = {
    "type": _wrong_type,
    "enum": _unknown_word,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "additionalProperties": _unknown_key,
    "unevaluatedProperties": _unknown_key,
    "required": _missing_key,
}
