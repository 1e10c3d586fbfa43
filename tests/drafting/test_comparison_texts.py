"""What changed within a text, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.drafting.comparison_texts import Mark, Run, runs

SAME, OLD, NEW = Mark.SAME, Mark.OLD, Mark.NEW
TEXTS = st.lists(st.sampled_from("abcd"), max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c", "a b c", [(SAME, "a b c")]),
        ("a b c", "a x c", [(SAME, "a"), (OLD, "b"), (NEW, "x"), (SAME, "c")]),
        ("a b", "a b c", [(SAME, "a b"), (NEW, "c")]),
        ("a b c", "b c", [(OLD, "a"), (SAME, "b c")]),
        ("a b c d e", "a x y d e", [(SAME, "a"), (OLD, "b c"), (NEW, "x y"), (SAME, "d e")]),
        ("", "a b", [(NEW, "a b")]),
        ("a b", "", [(OLD, "a b")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_a_text_shows_the_words_that_changed(old: str, new: str, shown: list[tuple[Mark, str]]) -> None:
    assert list(runs(old, new)) == [Run(*each) for each in shown]


@pytest.mark.parametrize(("new", "count"), [("a b x y", 3), ("a x y z", 2)])
def test_texts_with_less_than_half_of_their_words_in_common_are_shown_whole(new: str, count: int) -> None:
    assert len(runs("a b c d", new)) == count


@pytest.mark.parametrize(("changed", "is_whole"), [(99, False), (100, False), (101, True)])
def test_texts_with_too_many_changes_are_shown_whole(changed: int, is_whole: bool) -> None:  # noqa: FBT001
    words = [f"w{number}" for number in range(800)]
    new = [f"x{number}" if number % 2 and number < 2 * changed else word for number, word in enumerate(words)]
    assert (len(runs(" ".join(words), " ".join(new))) == 2) is is_whole


@given(TEXTS, TEXTS)
def test_without_the_new_words_it_is_the_old_text_and_without_the_old_words_the_new_one(old: str, new: str) -> None:
    found = runs(old, new)
    assert " ".join(run.words for run in found if run.mark is not NEW) == old
    assert " ".join(run.words for run in found if run.mark is not OLD) == new


@given(TEXTS, TEXTS)
def test_two_runs_beside_each_other_differ_and_the_old_words_come_first(old: str, new: str) -> None:
    marks = [run.mark for run in runs(old, new)]
    assert all(one is not other and (one, other) != (NEW, OLD) for one, other in pairwise(marks))
