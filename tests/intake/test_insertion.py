"""New values in the text of a document: what they do not concern stays, and the result has them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.edgar.dump import dump_value
from form4gen.intake.insertion import Items, Members, changed


@pytest.mark.parametrize(("text", "change", "after"), [
    ('{"a": []}', Items(("a",), ["x"]), '{"a": [\n  "x"\n]}'),
    ('{\n  "a": [\n    1,\n    2\n  ]\n}', Items(("a",), [0, 1, "x"]), '{\n  "a": [\n    1,\n    2,\n    "x"\n  ]\n}'),
    ('{\n  "a": [\n    1,\n    2\n  ]\n}', Items(("a",), ["x", 1]), '{\n  "a": [\n    "x",\n    2\n  ]\n}'),
    ('{\n  "a": [1.50, {"b":  2}]\n}', Items(("a",), [1]), '{\n  "a": [\n    {"b":  2}\n  ]\n}'),
    ('{\n  "a": [1]\n}', Items(("a",), []), '{\n  "a": []\n}'),
    ('{"a": [1]}', Items(("a",), [0]), '{"a": [1]}'),
    ("{ }", Members((), {"a": "x"}), '{\n  "a": "x"\n}'),
    ('{\n  "a": 1\n}\n', Members((), {"a": "y", "b": {}}), '{\n  "a": "y",\n  "b": {}\n}\n'),
    ('{\r\n  "a": {"b": "c"}\r\n}', Members(("a",), {"d": "e"}), '{\r\n  "a": {"b": "c",\r\n    "d": "e"\r\n  }\r\n}'),
])  # fmt: skip
def test_a_list_or_an_object_is_changed_in_place(text: str, change: Items | Members, after: str) -> None:
    assert changed(text, [change], dump_value) == after


def test_several_changes_are_made_at_once() -> None:
    text = '{\n  "a": [1],\n  "b": {},\n  "c": "kept  "\n}\n'
    after = changed(text, [Members((), {"d": True}), Items(("a",), [0, "x"]), Members(("b",), {"e": "f"})], dump_value)
    assert json.loads(after) == {"a": [1, "x"], "b": {"e": "f"}, "c": "kept  ", "d": True}
    assert '"c": "kept  "' in after


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 999) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=4), st.data(), st.sampled_from([None, 1, 4]))
def test_the_items_of_a_list_become_those_that_are_wanted(
    values: list[Any], data: st.DataObject, indent: int | None
) -> None:
    kept = data.draw(st.lists(st.sampled_from(range(len(values))), unique=True).map(sorted)) if values else []
    at = data.draw(st.integers(0, len(kept)))
    items = [*kept[:at], "new", *kept[at:]]
    text = json.dumps({"a": {"b": values}, "z": "end"}, indent=indent)
    after = json.loads(changed(text, [Items(("a", "b"), items)], dump_value))
    assert after == {"a": {"b": [values[each] if isinstance(each, int) else each for each in items]}, "z": "end"}
