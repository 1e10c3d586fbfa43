"""Every value of a document has a line and a column."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.positions import Positions, Steps

TEXT = '{\n  "a": [1, {"b": "x"}],\r\n\t"c/d" : null, "\\u0061b": -2.50\n}\n'


def test_a_value_is_where_it_begins() -> None:
    found = Positions(TEXT)
    assert found.line_and_column(()) == (1, 1)
    assert found.line_and_column(("a",)) == (2, 8)
    assert found.line_and_column(("a", 0)) == (2, 9)
    assert found.line_and_column(("a", 1, "b")) == (2, 18)
    assert found.line_and_column(("c/d",)) == (3, 10)
    assert found.line_and_column(("ab",)) == (3, 27)


def test_a_key_is_where_its_quotation_mark_stands() -> None:
    found = Positions(TEXT)
    assert found.line_and_column_of_key(("a", 1, "b")) == (2, 13)
    assert found.line_and_column_of_key(("c/d",)) == (3, 2)


def test_what_is_not_written_is_where_the_part_above_it_begins() -> None:
    assert Positions(TEXT).line_and_column(("a", 1, "missing", 3, "deeper")) == (2, 12)


def test_numbers_are_kept_as_written() -> None:
    assert Positions(TEXT).numbers == {("a", 0): "1", ("ab",): "-2.50"}


def test_literals_that_json_does_not_know_are_numbers_too() -> None:
    assert Positions("[NaN, Infinity, -Infinity, 1e400, true]").numbers == {
        (0,): "NaN",
        (1,): "Infinity",
        (2,): "-Infinity",
        (3,): "1e400",
    }


def test_a_duplicate_key_is_found_at_any_level() -> None:
    text = '{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "\\u0064": 2}], "a": 3}'
    found = Positions(text)
    assert found.duplicates == [(("a", "b"), 15), (("c", 0, "d"), 39), (("a",), text.rindex('"a"'))]
    assert found.line_and_column_at(15) == (1, 16)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(value=JSON, form=st.fixed_dictionaries({"indent": st.sampled_from([None, 0, 3]), "ensure_ascii": st.booleans()}))
def test_at_its_position_each_value_of_any_document_can_be_read_again(value: Any, form: dict[str, Any]) -> None:
    text = json.dumps(value, **form)
    found, lines, decoder = Positions(text), text.split("\n"), json.JSONDecoder()
    for steps, inner in _members(value, ()):
        line, column = found.line_and_column(steps)
        again, _ = decoder.raw_decode("\n".join(lines[line - 1 :]), column - 1)
        assert json.dumps(again) == json.dumps(inner)


def _members(value: Any, steps: Steps) -> list[tuple[Steps, Any]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(steps, value), *(each for step, inner in parts for each in _members(inner, (*steps, step)))]
