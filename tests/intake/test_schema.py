"""The schema is valid, describes each field to an editor, and has the fields of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from filing_shape import ROW_MODELS
from jsonschema import Draft202012Validator, FormatChecker

from form4gen.intake.explain import FORMATS
from form4gen.law.form4 import CAPTIONS, ITEMS, TABLE_I, TABLE_II
from form4gen.model.fields import Field, Kind, Node
from form4gen.model.filing import Filing
from form4gen.model.rows import NOT_ON_THE_FORM
from form4gen.resources import text_of

SCHEMA: dict[str, Any] = json.loads(text_of("schemas", "form4.schema.json"))
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
# What a document is held to; each of these has a sentence of its own when it is broken.
ASSERTIONS = {"type", "enum", "pattern", "format", "required", "additionalProperties", "unevaluatedProperties"}
OTHERS = {
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "title",
    "description",
    "examples",
    "properties",
    "items",
    "if",
    "then",
    "else",
}
PLAIN = {Kind.TEXT: "string", Kind.FLAG: "boolean", Kind.TEXTS: "array", Kind.MANY: "array", Kind.ROWS: "array"}
NAMED = {Kind.DATE: "date", Kind.MONTH_DAY: "monthDay", Kind.MOMENT: "time", Kind.NUMBER: "number"}


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    return DEFINITIONS[schema["$ref"].rpartition("/")[2]] | schema if "$ref" in schema else schema


def subschemas(schema: dict[str, Any], where: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in the schema, with its place."""
    yield where, schema
    for keyword in ("properties", "$defs"):
        for key, inner in schema.get(keyword, {}).items():
            yield from subschemas(inner, f"{where}/{keyword}/{key}")
    for keyword in ("items", "if", "then", "else", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from subschemas(schema[keyword], f"{where}/{keyword}")


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property, with its place; those of a condition are none."""
    for where, schema in subschemas(SCHEMA):
        if not where.endswith("/if"):
            for key, inner in schema.get("properties", {}).items():
                yield f"{where}/{key}", inner


def test_the_schema_is_valid_by_the_metaschema_of_2020_12() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_uses_only_keywords_that_a_sentence_explains() -> None:
    for where, schema in subschemas(SCHEMA):
        condition = {"const"} if "/if/" in where else set()
        assert schema.keys() <= ASSERTIONS | OTHERS | condition, where


def test_every_reference_leads_to_a_definition_and_every_definition_is_used() -> None:
    references = {schema["$ref"] for _, schema in subschemas(SCHEMA) if "$ref" in schema}
    assert references == {f"#/$defs/{name}" for name in DEFINITIONS}


def test_every_format_is_checked_and_has_a_pattern_for_programs_that_do_not_know_it() -> None:
    formats = {schema["format"] for _, schema in subschemas(SCHEMA) if "format" in schema}
    assert formats == set(FORMATS)
    assert all("pattern" in schema for _, schema in subschemas(SCHEMA) if "format" in schema)


def test_every_object_refuses_unknown_keys() -> None:
    for where, schema in subschemas(SCHEMA):
        if "properties" in schema and not where.endswith(("/if", "/else")):
            assert schema.get("additionalProperties", schema.get("unevaluatedProperties")) is False, where


def test_every_property_has_a_title_and_a_description() -> None:
    for where, schema in properties():
        told = resolved(schema)
        assert told["title"].strip(), where
        assert told["description"].endswith("."), where


def test_every_example_in_the_schema_is_valid_where_it_stands() -> None:
    checker = FormatChecker(formats=())
    for name, read in FORMATS.items():
        checker.checks(name)(lambda value, read=read: not isinstance(value, str) or read(value) is not None)
    count = 0
    for where, schema in subschemas(SCHEMA):
        for example in schema.get("examples", ()):
            validator = Draft202012Validator(schema | {"$defs": DEFINITIONS}, format_checker=checker)
            assert list(validator.iter_errors(example)) == [], where
            count += 1
    assert count > 50


@pytest.mark.parametrize(
    ("definition", "table", "columns"),
    [("nonDerivativeRow", "Table I", TABLE_I), ("derivativeRow", "Table II", TABLE_II)],
)
def test_a_cell_is_described_with_the_column_of_the_form(
    definition: str, table: str, columns: dict[str, tuple[str, str]]
) -> None:
    row = DEFINITIONS[definition]
    cells = row["properties"] | row["else"]["properties"]
    assert cells.keys() == {"kind", *columns, *NOT_ON_THE_FORM}
    for key, (column, _) in columns.items():
        assert cells[key]["description"].startswith(f"{table}, column {column}. "), key


@pytest.mark.parametrize("definition", ["issuer", "reportingOwner"])
def test_a_box_of_the_head_has_the_caption_and_the_item_of_the_form(definition: str) -> None:
    for key, schema in DEFINITIONS[definition]["properties"].items():
        item = ITEMS.get(key, ITEMS[{"issuer": "issuer", "reportingOwner": "reportingOwners"}[definition]])
        assert schema["title"] == CAPTIONS[key]
        assert schema["description"].startswith(f"{item}. "), key


def test_the_schema_and_the_model_know_the_same_fields() -> None:
    walked: list[str] = []
    _compare(Filing, SCHEMA, walked, also={"$schema"})
    assert {"PowerOfAttorney.onFile", "DerivativeHolding.exerciseDate", "Context.filedAt"} <= set(walked)


def _compare(model: type[Node], schema: dict[str, Any], walked: list[str], also: set[str]) -> None:
    keys = schema["properties"]
    assert keys.keys() - also == model.fields.keys(), model.__name__
    required = {field.key for field in model.fields.values() if field.required and not _fills_itself(field)}
    assert set(schema.get("required", ())) == required, model.__name__
    for field in model.fields.values():
        walked.append(f"{model.__name__}.{field.key}")
        told = keys[field.key]
        if field.kind is Kind.ROWS:
            _compare_rows(ROW_MODELS[field.key], resolved(told["items"]), walked)
        elif field.holds is not None:
            _compare(
                field.holds, resolved(told["items"] if field.kind in (Kind.MANY, Kind.NAMED) else told), walked, set()
            )
        else:
            _compare_field(field, told)


def _fills_itself(field: Field) -> bool:
    return field.is_cell or field.kind is Kind.ONE


def _compare_rows(models: dict[str, type[Node]], row: dict[str, Any], walked: list[str]) -> None:
    assert row["properties"]["kind"]["enum"] == list(models)
    _compare(models["holding"], row, walked, {"kind"})
    _compare(models["transaction"], {"properties": row["properties"] | row["else"]["properties"]}, walked, {"kind"})


def _compare_field(field: Field, told: dict[str, Any]) -> None:
    if field.is_cell:
        cell = resolved(told)
        assert "object" in cell["type"], field.key
        assert cell["properties"].keys() == {"value", "footnotes"}
        assert cell.get("then", {}) in ({"enum": list(field.choices)}, {"$ref": f"#/$defs/{NAMED.get(field.kind)}"}, {})
        told = cell["properties"]["value"]
    if field.kind in NAMED:
        assert told["$ref"] == f"#/$defs/{NAMED[field.kind]}", field.key
    elif field.kind is Kind.NOTES:
        assert told["additionalProperties"]["type"] == "string"
    else:
        assert told["type"] == PLAIN[field.kind], field.key
        listed = told["items"] if field.kind is Kind.TEXTS else told
        assert tuple(listed.get("enum", ())) == field.choices, field.key
