"""Indented JSON text is the one that ``json`` writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.report.json_text import json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(VALUES)
def test_the_text_is_the_one_that_json_writes(value: object) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="set is not written as JSON"):
        json_text({"a": [set()]})
