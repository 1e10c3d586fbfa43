"""Every fault of a document that could not become a filing, each in a sentence of our own.

The JSON Schema finds the faults; only this module imports jsonschema, whose import takes as long as a whole check.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from form4gen.intake.document import Document
from form4gen.intake.positions import Positions
from form4gen.intake.problem import Problem, Problems
from form4gen.intake.sentences import Fault, faults_of
from form4gen.intake.text_faults import place_of
from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of
from form4gen.location import Place
from form4gen.resources import text_of

FORMATS: dict[str, Callable[[str], object]] = {
    "date": date_of,
    "decimal": decimal_of,
    "edgar-time": moment_of,
    "month-day": month_day_of,
}


def explain(document: Document, problems: Problems) -> None:
    """Add the problems that the schema finds in a document that could be read: one for each place that has none yet."""
    schema, validator = _schema_and_validator()
    known = {problem.at for problem in document.problems}
    for error in validator.iter_errors(document.data):
        for fault in faults_of(str(error.validator), tuple(error.absolute_path), error.instance, error.schema, schema):
            at = place_of(fault.steps)
            if at not in known:
                known.add(at)
                problems.add(fault.id, partial(_problem, fault, at, document.positions))


def _problem(fault: Fault, at: Place, positions: Positions) -> Problem:
    position = positions.line_and_column_of_key if fault.at_key else positions.line_and_column
    words = fault.words()
    line, column = position(fault.steps)
    return Problem(fault.id, at, words.message, words.remedy, line, column, words.found, words.expected, words.fix)


@cache
def _schema_and_validator() -> tuple[dict[str, Any], Draft202012Validator]:
    schema = json.loads(text_of("schemas", "form4.schema.json"))
    checker = FormatChecker(formats=())
    for name, read in FORMATS.items():
        checker.checks(name)(_is_read_by(read))
    return schema, Draft202012Validator(schema, format_checker=checker)


def _is_read_by(read: Callable[[str], object]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or read(value) is not None
