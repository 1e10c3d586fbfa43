"""References to footnotes with new numbers: what else a text says stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.prose.references import references, renumbered

NEW = {"1": "2", "2": "1", "12": "3"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See footnote 1.", "See footnote 2."),
        ("See Footnotes (1), (2) and (12)", "See Footnotes (2), (1) and (3)"),
        ("see note 12 for 1 share", "see note 3 for 1 share"),
        ("See footnote 7 and 1", "See footnote 7 and 2"),
        ("See Exhibit 1.", "See Exhibit 1."),
        ("See Remarks 1.", "See Remarks 1."),
        ("See footnotes", "See footnotes"),
        ("Footnote 1 says more.", "Footnote 1 says more."),
        ("See note 1 to the financial statements.", "See note 1 to the financial statements."),
        ("", ""),
    ],
)
def test_the_numbers_of_references_alone_change(text: str, expected: str) -> None:
    assert renumbered(text, NEW) == expected


@given(st.lists(st.integers(1, 99), min_size=1, max_size=9))
def test_every_reference_has_its_new_number(numbers: list[int]) -> None:
    text = f"See footnotes {', '.join(map(str, numbers))}."
    new = {str(number): str(100 + number) for number in range(1, 100)}
    (found,) = references(renumbered(text, new))
    assert list(found.numbers) == [str(100 + number) for number in numbers]
