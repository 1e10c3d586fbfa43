"""Titles that seem to be one class are found, and the work grows with the titles, not with their pairs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.prose import class_titles
from form4gen.prose.class_titles import MOST_COMPARED, Titles, are_one_class, class_words, identifies_no_class

_WORDS = st.text("abc", min_size=1, max_size=8)


def _distance(one: str, other: str) -> int:
    """The least number of letters to add, drop or change, worked out for every pair of beginnings."""
    table = {(0, column): column for column in range(len(other) + 1)} | {(row, 0): row for row in range(len(one) + 1)}
    for row, column in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        table[row, column] = min(
            table[row - 1, column] + 1,
            table[row, column - 1] + 1,
            table[row - 1, column - 1] + (one[row - 1] != other[column - 1]),
        )
    return table[len(one), len(other)]


@given(_WORDS, _WORDS)
def test_longer_words_with_one_first_letter_are_one_up_to_two_letters(one: str, other: str) -> None:
    are_long = min(len(one), len(other)) > 4 and one[0] == other[0]
    assert are_one_class((one,), (other,)) is (one == other or (are_long and _distance(one, other) <= 2))


@given(st.lists(st.sampled_from(["Common Stock", "Comon Stock", "Class A", "Class B", "RSU", "Common Stocks"])))
def test_the_first_title_that_seems_the_same_is_found(titles: list[str]) -> None:
    known, seen = Titles(), list[str]()
    for title in titles:
        alike = [other for other in seen if are_one_class(class_words(other), class_words(title))]
        assert known.add(title) == (alike[0] if alike and title not in seen else None)
        seen += [] if title in seen else [title]


@pytest.mark.parametrize("title", ["Unit No. {}", "Common Stock {}", "Preferred Stock of {}"])
def test_titles_with_other_numbers_are_never_compared(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _counted(monkeypatch)
    known = Titles()
    for number in range(500):
        known.add(title.format(number))
    assert calls == []


@pytest.mark.parametrize("titles", [MOST_COMPARED, 3 * MOST_COMPARED])
def test_a_title_is_compared_with_a_limited_number_of_others(titles: int, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    distinct = [f"{'s' + each * 3 + other * 3} Stock" for each, other in product(letters, repeat=2)][:titles]
    calls, known = _counted(monkeypatch), Titles()
    for title in distinct:
        assert known.add(title) is None
    assert len(calls) <= titles * MOST_COMPARED


def test_as_many_titles_are_compared_as_two_tables_may_hold() -> None:
    known = Titles()
    for number in range(MOST_COMPARED - 1):
        known.add(f"s{_letters(number)} Stock")
    assert known.add("Samples Stock") is None
    assert known.add("Samplez Stock") == "Samples Stock"


def test_a_title_of_blanks_is_read_at_once() -> None:
    assert class_words(f"Common{' ' * 300_000}Stock, {' ' * 300_000}(") == ("common", "stock")


@pytest.mark.parametrize(
    "title",
    [
        "Common Stock, par value $0.01 per share",
        "Common Stock, $.01 par value",
        "Common Stock (no par value)",
        "Common  Stock,  without  par value",
        "common stock with par value of $ 1 each",
        "Common Stock, nominal par value",
        "COMMON STOCK, $1.00 nominal value per share",
    ],
)
def test_par_value_is_no_part_of_a_class(title: str) -> None:
    assert class_words(title) == ("common", "stock")


@pytest.mark.parametrize(
    ("title", "is_no_class"),
    [("Shares.", True), ("exmp", True), ("Example  Corp", True), ("Common Shares", False), ("", False), (None, False)],
)
def test_a_bare_word_or_the_name_of_the_issuer_identifies_no_class(title: str | None, *, is_no_class: bool) -> None:
    assert identifies_no_class(title, "EXMP", "EXAMPLE CORP", None) is is_no_class


def _letters(number: int) -> str:
    """A word that differs from that of any other number in more than two letters."""
    return "".join(chr(97 + number // 26**place % 26) * 3 for place in range(2))


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    calls: list[None] = []
    real: Callable[[tuple[str, ...], tuple[str, ...]], bool] = are_one_class

    def counting(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        calls.append(None)
        return real(one, other)

    monkeypatch.setattr(class_titles, "are_one_class", counting)
    return calls
