"""Characters that nobody sees: which they are, where a text has one, and the text as a person reads it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.law.unseen import as_seen, unseen, visible

ANY = st.text(st.sampled_from("aZ9 .-\n\u00e9\u200b\u00ad\u00a0\u3164\ufe0f\u2060\U000e0041\u5f0f"))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("TECO\u200bGEN", "TECOGEN"),
        ("Ben\u00adjamin", "Benjamin"),
        ("Common\u00a0Stock", "Common Stock"),
        ("Common\u3000Stock", "Common Stock"),
        ("Co\u3164CEO", "Co CEO"),
        ("Co\uffa0CEO", "Co CEO"),
        ("Co\u2800CEO", "Co CEO"),
        ("A\u115f\u1160B", "AB"),
        ("\ufeffCommon", "Common"),
        ("A\u202eB\u2066C\u200eD", "ABCD"),
        ("A\ufe0fB\U000e0100C", "ABC"),
        ("A\U000e0041B", "AB"),
        ("A\u180eB\u034fC\u2061D", "ABCD"),
        ("Ren\u00e9 \u2013 \u682a", "Ren\u00e9 \u2013 \u682a"),
        ("two\n\tlines ", "two\n\tlines "),
        ("", ""),
    ],
)
def test_a_text_is_read_as_it_is_seen(text: str, seen: str) -> None:
    assert as_seen(text) == seen
    assert len(list(unseen(text))) == sum(sign not in seen for sign in text)


def test_every_space_and_mark_of_format_of_unicode_is_known_but_those_that_are_printed() -> None:
    printed = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\ufff9\ufffa\ufffb\U000110bd\U000110cd"
    signs = (chr(number) for number in range(sys.maxunicode + 1))
    listed = {sign for sign in signs if unicodedata.category(sign) in ("Cf", "Zs")} - {" ", *printed}
    unknown = [unicodedata.name(sign) for sign in listed if not list(unseen(sign))]
    assert [name for name in unknown if not name.startswith("EGYPTIAN HIEROGLYPH")] == []


@given(ANY)
def test_a_text_as_it_is_seen_has_nothing_unseen_and_the_rest_stays(text: str) -> None:
    places = set(unseen(text))
    assert not list(unseen(as_seen(text)))
    kept = [sign for at, sign in enumerate(text) if at not in places]
    assert as_seen(text).replace(" ", "") == "".join(kept).replace(" ", "")


@pytest.mark.parametrize("text", [None, "", "  ", "\u200b", "\u00a0\u3164\u200b", "\n"])
def test_nothing_of_a_text_of_blanks_is_visible(text: str | None) -> None:
    assert visible(text) == ""
    assert visible(f"{text or ''}A") == "A"
