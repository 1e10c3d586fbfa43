"""The catalogue for machines holds to its schema, and every rule has an example that is true."""

from __future__ import annotations

import json
from typing import Any

import pytest
from command_line import run
from jsonschema import Draft202012Validator

from form4gen.api.rules import catalogue_schema, explanations
from form4gen.resources import text_of
from form4gen.rules.catalogue import catalogue

SCHEMA = json.loads(catalogue_schema())
EXAMPLES = json.loads(text_of("schemas", "rule-examples.json"))


def _validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _one() -> Draft202012Validator:
    return _validator({"$ref": "#/$defs/rule", "$defs": SCHEMA["$defs"]})


def test_the_whole_catalogue_holds_to_the_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    told = json.loads(run("rules", "--format", "json").stdout)
    assert [error.message for error in _validator(SCHEMA).iter_errors(told)] == []
    assert [each["rule"] for each in told] == list(explanations())


@pytest.mark.parametrize("rule", ["RO102", "JS101"])
def test_one_rule_holds_to_it_too(rule: str) -> None:
    told = json.loads(run("rules", rule, "--format", "json").stdout)
    assert [error.message for error in _one().iter_errors(told)] == []


def test_the_schema_refuses_a_rule_that_lacks_or_adds_a_key() -> None:
    told = json.loads(run("rules", "RO102", "--format", "json").stdout)
    for key in told:
        assert not _one().is_valid({name: value for name, value in told.items() if name != key})
    assert not _one().is_valid(told | {"more": 1})


def test_the_schema_describes_every_property() -> None:
    for definition in SCHEMA["$defs"].values():
        assert {"title", "description"} <= definition.keys()
        assert definition["required"] == list(definition["properties"])
        for value in definition["properties"].values():
            assert {"title", "description"} <= value.keys()


def test_every_rule_has_an_example_and_no_other_has() -> None:
    assert sorted(EXAMPLES) == sorted(catalogue())
    assert all(explanations()[rule].example for rule in EXAMPLES)


def test_an_example_says_what_was_changed() -> None:
    unchanged = [rule for rule, example in EXAMPLES.items() if not example["changes"]]
    assert unchanged == []


def test_the_explanation_of_a_rule_shows_its_example() -> None:
    told = " ".join(run("rules", "RO102").stdout.split())
    assert "example An officer without a title: `/reportingOwners/0/officerTitle` left out" in told
    assert f"finding {EXAMPLES['RO102']['cell']}: {EXAMPLES['RO102']['message']}" in told
