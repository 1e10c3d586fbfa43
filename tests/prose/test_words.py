"""A text becomes words: what is one word, where a sentence ends, and where a word is found."""

from __future__ import annotations

import sys

import pytest

from form4gen.prose.words import Words


def _plain(text: str) -> list[str]:
    words = Words(text)
    found = [""] * words.count
    for word in words.keys - {"#"}:
        if not word.endswith("*"):
            for at in range(words.count):
                if words.where(word) >> at & 1:
                    found[at] = word
    return found


def _sentences(text: str) -> list[str]:
    words = Words(text)
    firsts = [at for at in range(words.count) if words.starts >> at & 1]
    return [words.between(*words.sentence(at)) for at in firsts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares WERE sold.", ["shares", "were", "sold"]),
        ("the Issuer's stock", ["the", "issuer", "stock"]),
        ("the Issuer\u2019s stock", ["the", "issuer", "stock"]),
        ("the holders' shares", ["the", "holders", "shares"]),
        ("it doesn't vest", ["it", "doesnt", "vest"]),
        ("Example Fund II, L.P.", ["example", "fund", "ii", "lp"]),
        ("a U.S. company", ["a", "us", "company"]),
        ("sell-to-cover", ["sell", "to", "cover"]),
        ("$12.50 or 25%", ["$", "12.50", "or", "25", "%"]),
        ("1,234,567 shares", ["1,234,567", "shares"]),
        ("1/48th of it", ["1", "48th", "of", "it"]),
        ("the 3rd anniversary", ["the", "3rd", "anniversary"]),
        ("under .5 percent", ["under", ".5", "percent"]),
        ("Rule 10b5-1 plan", ["rule", "10b5-1", "plan"]),
        ("Rule 10b-5-1 plan", ["rule", "10b5-1", "plan"]),
        ("Rule 10b5 - 1 plan", ["rule", "10b5-1", "plan"]),
        ("Rule 16b-3(d)", ["rule", "16b-3", "d"]),
        ("Rule 16a-13", ["rule", "16a-13"]),
        ("a 401(k) plan", ["a", "401k", "plan"]),
        ("a 401k plan", ["a", "401k", "plan"]),
        ("a 401 (k) plan", ["a", "401k", "plan"]),
        ("Form S-8 POS1", ["form", "s", "8", "pos1"]),
        ("see note12345abcdef", ["see", "note12345", "abcdef"]),
        ("7abcdefg", ["7", "abcdefg"]),
        ("", []),
        (" . ; ", []),
    ],
)
def test_a_text_falls_into_words(text: str, expected: list[str]) -> None:
    assert _plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sold. Bought.", ["Sold", "Bought"]),
        ("Was it sold? Yes! Sold", ["Was it sold", "Yes", "Sold"]),
        ('He said "sold." Then he left.', ['He said "sold', "Then he left"]),
        ("Sold; bought", ["Sold", "bought"]),
        ("Sold\nbought", ["Sold", "bought"]),
        ("Sold at $12.50 each", ["Sold at $12.50 each"]),
        ("Held by Example Inc. for its own account", ["Held by Example Inc. for its own account"]),
        ("Held by Example Fund, L.P. as trustee", ["Held by Example Fund, L.P. as trustee"]),
        ("Held by Example Inc.\nSold", ["Held by Example Inc", "Sold"]),
        ("Held by Example Inc.; sold", ["Held by Example Inc", "sold"]),
        ("Sold on Nov. 6 for cash", ["Sold on Nov. 6 for cash"]),
        ("Sold.Bought", ["Sold.Bought"]),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_after_an_abbreviation(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


def test_every_word_of_a_sentence_knows_the_sentence() -> None:
    words = Words("Sold in May. Bought in June. Held")
    assert [words.sentence(at) for at in range(words.count)] == [(0, 2)] * 3 + [(3, 5)] * 3 + [(6, 6)]


def test_a_word_is_found_where_it_is_by_its_beginning_and_as_a_number() -> None:
    words = Words("withheld 5 of 10 withholding with")
    assert words.where("withheld") == 0b1
    assert words.where("withh*") == 0b10001
    assert words.where("withho*") == 0b10000
    assert words.where("#") == 0b1010
    assert words.where("absent") == 0
    assert words.where("absent*") == 0


def test_a_text_knows_beforehand_which_words_it_can_match() -> None:
    keys = Words("Withheld 12 shares").keys
    assert {"withheld", "with*", "12", "#", "shares", "shar*"} <= keys
    assert "#" not in Words("withheld shares").keys


@pytest.mark.parametrize(
    "piece", ["vest ", "a ", "1 ", ". ", ";", "\n", " ", "'", "L.P. ", "10b5", "401(", "$", "x" * 50 + " "]
)
def test_the_words_of_a_text_take_space_in_proportion_to_it(piece: str) -> None:
    def size(times: int) -> int:
        words = Words(piece * times)
        word = next(iter(words.keys - {"#"}), "none")
        return words.count + sys.getsizeof(words.where(word)) + sys.getsizeof(words.starts)

    assert size(4000) <= 5 * size(1000)
