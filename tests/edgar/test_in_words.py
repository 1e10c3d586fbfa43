"""A power of attorney in HTML is rendered as its words; EDGAR receives the HTML."""

from __future__ import annotations

import pytest
from page_reader import Drawn, filing

from form4gen.api.drawing import exhibit_texts, render_html
from form4gen.edgar.in_words import in_words
from form4gen.model.filing import Filing

SOURCE = (
    "<html><head><title>Hidden</title></head><body><p>I &amp; mine <b>appoint</b> you.</p><p>May 1</p></body></html>"
)


def _with(text: str, name: str = "poa.htm") -> Filing:
    return filing(**{"/powersOfAttorney": [{"fileName": name, "text": text}, {"text": "As it is."}]})


def test_the_words_are_drawn_and_no_tag() -> None:
    drawn = Drawn(render_html(_with(SOURCE))).text
    assert "I & mine appoint you. May 1" in drawn
    assert "As it is." in drawn
    assert "<p>" not in drawn
    assert "Hidden" not in drawn


def test_the_file_for_edgar_is_the_html_as_it_is() -> None:
    assert exhibit_texts(_with(SOURCE))["poa.htm"] == SOURCE


def test_each_word_replaces_its_power_and_the_others_remain() -> None:
    before = _with(SOURCE)
    page, words = in_words(before).powers_of_attorney
    assert page.text == "I & mine appoint you.\n\nMay 1"
    assert page.at == before.powers_of_attorney[0].at
    assert words is before.powers_of_attorney[1]


@pytest.mark.parametrize(
    ("text", "name"), [("I appoint you.", "poa.htm"), (SOURCE, "poa.txt"), ("<html><title>x</title></html>", "poa.htm")]
)
def test_what_is_no_html_or_says_nothing_stays_as_it_is(text: str, name: str) -> None:
    assert in_words(_with(text, name)).powers_of_attorney[0].text == text
