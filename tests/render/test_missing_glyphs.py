from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from page_reader import Drawn, filing

from form4gen.render.html import html
from form4gen.render.missing_glyphs import boxed

BOX = re.compile(r'<span style="[^"]*">(U\+[0-9A-F]{4,6})</span><wbr>')


def test_a_character_in_the_text_becomes_a_box_and_others_stay() -> None:
    head = '<!DOCTYPE html><title>\u6f22</title><style>p { quotes: "\u6f22" }</style>'
    page = f'{head}<p title="\u6f22">a\u6f22<b>\U0001f600</b>'
    found = boxed(page, ("\u6f22", "\U0001f600"))
    assert BOX.findall(found) == ["U+6F22", "U+1F600"]
    assert BOX.sub("", found) == page.replace("a\u6f22", "a").replace("\U0001f600", "")


def test_the_running_head_has_the_code_point_in_brackets() -> None:
    assert boxed('<h1 data-run="Example \u6f22" title="\u6f22">x</h1>', "\u6f22").startswith(
        '<h1 data-run="Example [U+6F22]" title="\u6f22">'
    )


def test_a_page_that_lacks_nothing_stays_as_it_is() -> None:
    page = html(filing(), draft=True)
    assert boxed(page, ()) == page


@given(st.text(st.sampled_from("a<>&\"'\u6f22 "), max_size=20))
def test_whatever_was_typed_the_page_has_no_other_elements_than_boxes(text: str) -> None:
    page = html(filing(**{"/issuer/issuerName": text, "/remarks": text}))
    found = Drawn(boxed(page, "\u6f22"))
    assert found.text.count("U+6F22") == 2 * text.count("\u6f22")
    before = [tag for tag in Drawn(page).tags if tag not in ("span", "wbr")]
    assert [tag for tag in found.tags if tag not in ("span", "wbr")] == before
