"""The message and the remedy for each fault that the schema finds: one function for each kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from form4gen.intake.known_keys import known_keys, remedy_for_key
from form4gen.intake.positions import Steps
from form4gen.intake.problem import shown
from form4gen.intake.rewriting import rewritten
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
_READERS: dict[str, Callable[[str], object]] = {"decimal": decimal_of, "date": date_of}
_TABLES = ("nonDerivativeTable", "derivativeTable")
_TYPES = {"string": "text", "boolean": "true or false", "array": "a list", "object": "an object"}


class Words(NamedTuple):
    """What a report says of a fault; ``fix`` as in a Problem."""

    message: str
    remedy: str
    found: str | None = None
    expected: str | None = None
    fix: str | bool | None = None


class Fault(NamedTuple):
    """A fault without its line, and its words, which are looked for only if they are listed.

    ``at_key`` if the fault is in the key and not in the value.
    """

    id: str
    steps: Steps
    words: Callable[[], Words]
    at_key: bool = False


def faults_of(keyword: str, steps: Steps, value: Any, schema: Schema, root: Schema) -> Iterator[Fault]:
    """The faults if ``value`` at ``steps`` violates a keyword of ``schema``; ``root`` is the whole schema."""
    if keyword in _OF_VALUES:
        kind, words = _OF_VALUES[keyword]
        yield Fault(kind, steps, partial(words, steps, value, schema, root))
    elif keyword == "required":
        for key in schema["required"]:
            if key not in value:
                yield Fault("JS110", (*steps, key), partial(_missing_key, (*steps, key), schema))
    else:
        known = known_keys(schema, value)
        for key in value:
            if key not in known:
                words = partial(_unknown_key, steps, key, value, known, schema, root)
                yield Fault("JS106", (*steps, key), words, at_key=True)


def _wrong_type(steps: Steps, value: Any, schema: Schema, root: Schema) -> Words:
    wanted, found = _wanted(schema, root), what_it_is(value)
    message = f"{subject(steps)} is {found}; it must be {wanted}."
    fix = value == "true" if value in ("true", "false") and "boolean" in _kinds(schema) else None
    return Words(message, _remedy_for_type(value, schema, wanted), found, wanted, fix)


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


def _unknown_word(steps: Steps, value: Any, schema: Schema, _: Schema) -> Words:
    words = schema["enum"]
    near = nearest(value, words) if isinstance(value, str) else None
    remedy = f"Enter {near}, if that is what you mean." if near else f"Enter one of {_listed(words)}."
    remedy = _with_footnotes(steps, value, schema) or remedy
    message = f"{subject(steps)}: {shown(str(value))} is not one of the accepted values: {_listed(words)}."
    fix = near if near and spelled_alike(near, value) else None
    return Words(message, remedy, shown(str(value)), _listed(words), fix)


def _wrong_form(steps: Steps, value: str, schema: Schema, _: Schema) -> Words:
    written, existing = _FORMS[schema["format"]]
    expected = existing if re.search(schema["pattern"], value) else written
    better = rewritten(value, schema["format"])
    remedy = _with_footnotes(steps, value, schema) or (f"Enter {better}." if better else f"Enter {written}.")
    message = f"{subject(steps)} {shown(value)} is not {expected}."
    return Words(message, remedy, shown(value), expected, better)


def _with_footnotes(steps: Steps, value: Any, schema: Schema) -> str | None:
    """How a cell cites its footnotes, if their numbers are written behind its value, such as ``12.42 (1)``."""
    if not isinstance(value, str) or steps[0] not in _TABLES:
        return None
    found = re.fullmatch(r"([^(\[*]{0,60}?)\s*((?:[(\[]F?[0-9]{1,2}[)\]][, ]*){1,9}|\*{1,9})", value)
    if found is None:
        return None
    text, ids = _literal(found[1], schema), [f"F{int(number)}" for number in re.findall(r"[0-9]+", found[2])] or ["F1"]
    cited = f'"footnotes": {json.dumps(ids)}'
    written = f'{{"value": {text}, {cited}}}' if text else f"{{{cited}}}"
    return f'Write {written}, and the text of {" and ".join(ids)} in "footnotes" of the filing.'


def _literal(words: str, schema: Schema) -> str | None:
    """The JSON literal of a value as ``schema`` takes it; None for other words."""
    form = schema.get("format")
    if form is None:
        return json.dumps(words) if words in schema["enum"] else None
    better = words if _READERS[form](words) is not None else rewritten(words, form)
    return better if better is None or form == "decimal" else json.dumps(better)


def _unknown_key(steps: Steps, key: str, value: Any, known: frozenset[str], schema: Schema, root: Schema) -> Words:
    message = f"{subject(steps)}: unknown key {shown(key)}."
    remedy = remedy_for_key(key, value, schema, root)
    near = nearest(key, known)
    fix = near if near and near not in value and spelled_alike(near, key) else None
    return Words(message, remedy, shown(key), None, fix)


def _missing_key(steps: Steps, schema: Schema) -> Words:
    key = str(steps[-1])
    title = schema["properties"][key]["title"]
    return Words(f"{subject(steps)} is missing.", f"Add `{key}`: {title}.", None, key)


_OF_VALUES: dict[str, tuple[str, Callable[[Steps, Any, Schema, Schema], Words]]] = {
    "type": ("JS107", _wrong_type),
    "enum": ("JS109", _unknown_word),
    "pattern": ("JS108", _wrong_form),
    "format": ("JS108", _wrong_form),
}
