"""A phrase can match the end of a sentence, and signs that count as words."""

from __future__ import annotations

import pytest

from form4gen.prose.phrases import ends, pattern
from form4gen.prose.reading import read
from form4gen.prose.words import Words


@pytest.mark.parametrize(
    ("phrase", "text", "is_there"),
    [
        ("^ by trust .", "By Trust", True),
        ("^ by trust .", "By Trust.", True),
        ("^ by trust .", "By Trust. Held by spouse.", True),
        ("^ by trust .", "By Trust and spouse", False),
        ("^ by trust .", "By Trust II", False),
        ("trust (fund|.)", "A trust fund holds them", True),
        ("trust (fund|.)", "Held by a trust", True),
        ("trust (fund|.)", "Held by a trust company", False),
        ("wife & son", "Wife & son", True),
        ("wife & son", "Wife and son", False),
        ("par value $ #", "Common Stock, par value $.01", True),
        ("par value $ #", "Common Stock, par value $0.01", True),
        ("par value $ #", "Common Stock, par value $ none", False),
    ],
)
def test_ends_and_signs(phrase: str, text: str, *, is_there: bool) -> None:
    assert bool(ends(Words(text), pattern(phrase))) is is_there


@pytest.mark.parametrize("abbreviation", ["Rev.", "Irrev.", "Fam.", "Inc."])
def test_an_abbreviation_ends_no_sentence(abbreviation: str) -> None:
    assert read(f"By Doe {abbreviation} Trust").is_one_sentence


def test_a_text_is_one_sentence_or_more() -> None:
    assert read("").is_one_sentence
    assert read("By Trust").is_one_sentence
    assert not read("By Trust. See note").is_one_sentence


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Rule 10b5-1", True),
        ("Rule 10b-5-1", True),
        ("Rule 10b5\u20131", True),
        ("Rule 10b-5", False),
        ("10b-21", False),
    ],
)
def test_rule_10b5_1_is_one_word_and_its_neighbors_are_others(text: str, *, mentions: bool) -> None:
    assert read(text).says("rule_10b5_1_mentioned") is mentions
