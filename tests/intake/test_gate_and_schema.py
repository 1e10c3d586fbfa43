"""The gate and the schema accept the same documents, and whatever the bytes are, loading answers."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filing_shape import Spot, good_values, spots
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from form4gen.api.load import load
from form4gen.errors import UnusableInputError
from form4gen.intake.document import read
from form4gen.intake.explain import explain
from form4gen.intake.problem import Problems
from form4gen.intake.structure import Refused, structure
from form4gen.model.unfit import UNFIT
from form4gen.resources import path_of

EXAMPLES = {
    path.stem: json.loads(path.read_text("utf-8")) for path in Path(path_of("schemas", "examples")).glob("*.json")
}
SPOTS = list(spots())
JUNK: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2.64, 10**29, "", "x", "4", "4/A", "A", "D", "I", "E", "true", "1,000", "2.64",
    "2.64\n", "-0", "01", "1e5", "2017-11-14", "2017-02-30", "2017-11-14\n", "12-31", "02-30", "2026-11-09T16:05",
    "2026-11-09T16:05Z", "2026-11-09T16:05-24:00", "漢字", [], [None], [[]], ["x"], [{}], [1], [{"kind": "holding"}],
    [{"kind": 5}], [{"kind": "none"}], {}, {"value": None}, {"value": "x"}, {"value": 5}, {"value": "2017-11-14"},
    {"value": "A", "footnotes": ["F1"]}, {"footnotes": ["F1"]}, {"footnotes": "F1"}, {"footnotes": [1]},
    {"value": 5, "note": "F1"}, {"F1": "x"}, {"F1": 5}, {"kind": "holding"}, {"rule": "x"},
)  # fmt: skip
KEYS = sorted({spot.field.key for spot in SPOTS} | {"kind", "value", "$schema", "footnote", "x", "", "__class__", "at"})
WORDS = st.sampled_from(JUNK)
ODD_DOCUMENTS = st.recursive(
    WORDS | st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Zl", "Zp")), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=12,
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=())), inner),
    max_leaves=20,
)


def both_accept(value: Any) -> bool:
    """Whether gate and schema both accept the document; fails when only one of them does."""
    document = read(json.dumps(value).encode())
    found = Problems()
    explain(document, found)
    problems = found.kept
    assert all(problem.message and problem.remedy and problem.line > 0 < problem.column for problem in problems)
    try:
        structure(document.data)
    except Refused:
        accepted = False
    else:
        accepted = True
    assert accepted == (problems == [])
    return accepted


@pytest.mark.parametrize("name", EXAMPLES)
def test_both_accept_a_shipped_example(name: str) -> None:
    assert both_accept(EXAMPLES[name])


def _each_spot() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: "/".join(map(str, spot.steps)))


@_each_spot()
def test_both_accept_in_every_field_what_it_may_hold(spot: Spot) -> None:
    for value in good_values(spot.field):
        assert both_accept(spot.document(value))


@_each_spot()
def test_both_answer_alike_to_junk_in_every_field_and_the_message_names_the_field(spot: Spot) -> None:
    refused = 0
    for junk in JUNK:
        document = spot.document(junk)
        if not both_accept(document):
            refused += 1
            for finding in load(json.dumps(document).encode()).findings:
                assert finding.at.tokens[: len(spot.steps)] == spot.steps
                assert spot.field.key in finding.message or finding.at.tokens != spot.steps
    assert refused > 0


@_each_spot()
def test_both_refuse_a_field_with_a_mistyped_key(spot: Spot) -> None:
    around = {key: value for key, value in spot.around.items() if key != spot.field.key}
    mistyped = spot._replace(field=spot.field._replace(key=f"{spot.field.key}x"), around=around)
    document = mistyped.document("x")
    assert not both_accept(document)
    unknown = next(each for each in load(json.dumps(document).encode()).findings if each.rule == "JS106")
    assert unknown.at.tokens == (*spot.steps[:-1], f"{spot.field.key}x")
    assert unknown.remedy == f"Use `{spot.field.key}` if that is what you mean."


def _steps(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in parts:
        yield (*steps, step)
        yield from _steps(inner, (*steps, step))


@st.composite
def mutations(draw: st.DrawFn) -> Any:
    """A shipped example in which a few values are replaced, keys renamed or added, or parts deleted."""
    document = copy.deepcopy(EXAMPLES[draw(st.sampled_from(sorted(EXAMPLES)))])
    for _ in range(draw(st.integers(1, 3))):
        places = list(_steps(document))
        assume(places)
        *steps, last = draw(st.sampled_from(places))
        parent = document
        for step in steps:
            parent = parent[step]
        match draw(st.sampled_from(["replace", "delete", "rename", "add"])):
            case "replace":
                parent[last] = copy.deepcopy(draw(ODD_DOCUMENTS))
            case "delete":
                del parent[last]
            case "rename" if isinstance(parent, dict):
                parent[draw(st.sampled_from(KEYS))] = parent.pop(last)
            case _:
                part = copy.deepcopy(draw(st.sampled_from(JUNK)))
                parent.update({draw(st.sampled_from(KEYS)): part}) if isinstance(parent, dict) else parent.append(part)
    return document


@settings(max_examples=400)
@given(mutations())
def test_both_answer_alike_to_an_example_that_was_changed(value: Any) -> None:
    both_accept(value)


@settings(max_examples=400)
@given(ODD_DOCUMENTS)
def test_both_answer_alike_to_documents_made_of_our_keys_and_junk(value: Any) -> None:
    both_accept(value)
    both_accept({"documentType": "4", "nonDerivativeTable": [value], "derivativeTable": [value]})


def answers(raw: bytes) -> None:
    """Loading gives a filing, or findings with a place that can be printed, or names another kind of file."""
    try:
        loaded = load(raw)
    except UnusableInputError as error:
        assert str(error).isprintable()  # noqa: PT017  either outcome is right
        return
    assert (loaded.filing is None) == bool(loaded.findings)
    for finding in loaded.findings:
        assert finding.line is not None
        assert finding.column is not None
        assert finding.line > 0 < finding.column
        for text in (
            finding.message,
            finding.remedy,
            finding.cell,
            finding.at.pointer,
            finding.found,
            finding.expected,
        ):
            assert text is None or not re.search(f"[{UNFIT}]", text)


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_loading_answers_to_any_bytes(raw: bytes) -> None:
    answers(raw)


@settings(max_examples=300)
@given(ANY_JSON, st.booleans())
def test_loading_answers_to_any_json(value: Any, ascii_only: bool) -> None:  # noqa: FBT001  drawn
    answers(json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass"))


@settings(max_examples=200)
@given(st.data())
def test_loading_answers_to_an_example_with_bytes_changed(data: st.DataObject) -> None:
    raw = bytearray(json.dumps(data.draw(st.sampled_from(list(EXAMPLES.values())))).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        raw[start : start + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    answers(bytes(raw))


@settings(max_examples=200)
@given(st.sampled_from(SPOTS), ANY_JSON)
def test_loading_answers_to_anything_in_any_field(spot: Spot, value: Any) -> None:
    answers(json.dumps(spot.document(value)).encode())


def test_checking_a_sound_filing_imports_no_library_that_only_other_work_needs() -> None:
    script = (
        "import sys\n"
        "from datetime import datetime, timezone\n"
        "import form4gen.intake.structure\n"
        "from form4gen.api.check import validate\n"
        "from form4gen.api.load import load\n"
        "loaded = load(open(sys.argv[1], 'rb').read())\n"
        "outcome = validate(loaded, datetime(2026, 11, 9, 12, tzinfo=timezone.utc))\n"
        "assert loaded.filing is not None and outcome.applied\n"
        "print(*{name.partition('.')[0] for name in sys.modules})\n"
    )
    example = path_of("schemas", "examples", "tecogen-2017.json")
    done = subprocess.run([sys.executable, "-c", script, example], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(done.stdout.split())
    assert "form4gen" in loaded
    assert not loaded & {
        "weasyprint",
        "jinja2",
        "lxml",
        "jsonschema",
        "pathlib",
        "difflib",
        "dataclasses",
        "importlib_resources",
        "typing",
        "json",
        "sysconfig",
    }
