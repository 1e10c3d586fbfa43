"""Every fault of a document that could not become a filing, each in a sentence of our own.

The JSON Schema finds the faults; only this module imports jsonschema, whose import takes as long as a whole check.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from form4gen.intake.document import Document
from form4gen.intake.problem import Problem, at_most_listed
from form4gen.intake.sentences import faults_of
from form4gen.intake.text_faults import place_of
from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of
from form4gen.resources import text_of

FORMATS: dict[str, Callable[[str], object]] = {
    "date": date_of,
    "decimal": decimal_of,
    "edgar-time": moment_of,
    "month-day": month_day_of,
}


def explain(document: Document) -> Iterator[Problem]:
    """The problems of a document that could be read: one for each place that has none yet."""
    return at_most_listed(_problems(document))


def _problems(document: Document) -> Iterator[Problem]:
    schema, validator = _schema_and_validator()
    known = {problem.at for problem in document.problems}
    for error in validator.iter_errors(document.data):
        for fault in faults_of(str(error.validator), tuple(error.absolute_path), error.instance, error.schema, schema):
            at = place_of(fault.steps)
            if at in known:
                continue
            known.add(at)
            found = document.positions
            line, column = (found.line_and_column_of_key if fault.at_key else found.line_and_column)(fault.steps)
            yield Problem(
                fault.id, at, fault.message, fault.remedy, line, column, fault.found, fault.expected, fault.fix
            )


@cache
def _schema_and_validator() -> tuple[dict[str, Any], Draft202012Validator]:
    schema = json.loads(text_of("schemas", "form4.schema.json"))
    checker = FormatChecker(formats=())
    for name, read in FORMATS.items():
        checker.checks(name)(_is_read_by(read))
    return schema, Draft202012Validator(schema, format_checker=checker)


def _is_read_by(read: Callable[[str], object]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or read(value) is not None
