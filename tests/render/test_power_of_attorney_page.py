"""The power of attorney as a part of the web page."""

from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from powers import FULL, OLD, filing, record, wording

from form4gen.api.drawing import render_html
from form4gen.render.measure import width
from form4gen.render.poa_words import typographic
from form4gen.resources import text_of

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "&amp;",
    '"><img src=file:///etc/passwd>',
    "\u202eright",
]
TYPED = [
    "exhibitNumber", "heading", "principal__name", "scope__capacity", "signedName", "governingLaw",
    "notary__name", "text",
]  # fmt: skip


def _sections(*powers: dict[str, Any]) -> list[Any]:
    tree = html5lib.parse(render_html(filing(*powers)), namespaceHTMLElements=False)
    return [section for section in tree.iter("section") if section.get("class") == "poa"]


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_each_attached_power_is_a_section_with_a_name() -> None:
    sections = _sections(FULL, OLD, record(exhibitNumber="24.8", heading=None))
    assert [section.get("aria-label") for section in sections] == [
        "Exhibit 24.7: Limited Power of Attorney",
        "Exhibit 24.8: Power of Attorney",
    ]


def test_every_line_of_a_numbered_power_begins_below_its_first_word() -> None:
    style = text_of("templates", "power_of_attorney.css")
    hang = width("(1) ") / 1000
    assert f".poa .poa-powers {{\n  padding: 0 0 0 {hang:.1f}em;" in style
    assert f"text-indent: -{hang:.1f}em;" in style
    (section,) = _sections(FULL, OLD)
    assert {width(f"{each.find('span').text} ") for each in section.iter("li")} == {width("(1) ")}


def test_a_filing_without_powers_has_no_section() -> None:
    assert _sections() == []


def test_a_section_has_the_same_words_as_the_text() -> None:
    (section,) = _sections(FULL, OLD)
    assert section.find("h2").text == "Limited Power of Attorney"
    assert len(section.find("ol").findall("li")) == 7
    for words in (
        "Exhibit 24.7",
        "Name: Wanda Witness",
        "Nora Notary, Notary Public",
        "/s/ Jane Q. Sample",
        "SCHEDULE A",
    ):
        assert words in _text(section)
    letters = re.compile(r"[A-Za-z0-9]+")
    assert letters.findall(_text(section).upper()) == letters.findall(wording(FULL, OLD).upper())


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("field", TYPED)
def test_what_a_filer_types_is_text_and_never_markup(field: str, typed: str) -> None:
    (section,) = _sections(record(**{field: typed}))
    shown = typed if field == "text" else typographic(typed)
    assert shown.casefold() in _text(section).casefold()
    assert not list(section.iter("script")) + list(section.iter("img"))


@pytest.mark.parametrize("own", ["I name\n  Ann &  Sam,\tforever.", "\n\nMine.  ", "<pre>"])
def test_own_text_keeps_its_blanks_and_line_ends(own: str) -> None:
    (section,) = _sections(record(text=own))
    (block,) = section
    assert block.get("class") == "poa-own-text"
    assert block.text == own
