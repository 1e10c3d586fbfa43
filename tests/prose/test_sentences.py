"""The sentences that hold some words are found all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from form4gen.prose.words import Words


def _one_by_one(words: Words, places: list[int]) -> set[int]:
    return {word for at in places for first, last in [words.sentence(at)] for word in range(first, last + 1)}


def _all_at_once(words: Words, places: list[int]) -> set[int]:
    found = words.sentences(sum(1 << at for at in set(places)))
    return {at for at in range(found.bit_length()) if found >> at & 1}


def test_the_first_a_middle_and_the_last_sentence_are_found() -> None:
    words = Words("Sold in May. Bought in June. Held")
    assert _all_at_once(words, []) == set()
    assert _all_at_once(words, [0]) == {0, 1, 2}
    assert _all_at_once(words, [2, 3]) == {0, 1, 2, 3, 4, 5}
    assert _all_at_once(words, [4]) == {3, 4, 5}
    assert _all_at_once(words, [1, 6]) == {0, 1, 2, 6}


def test_a_text_without_words_has_no_sentences() -> None:
    assert Words("").sentences(0) == 0


@given(st.text(alphabet="ab. \n", max_size=60), st.data())
def test_they_are_those_of_each_word(text: str, data: st.DataObject) -> None:
    words = Words(text)
    places = data.draw(st.lists(st.integers(0, words.count - 1))) if words.count else []
    assert _all_at_once(words, places) == _one_by_one(words, places)
