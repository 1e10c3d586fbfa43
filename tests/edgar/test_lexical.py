"""The spellings of ownership XML, one by one."""

from __future__ import annotations

import pytest

from form4gen.edgar.lexical import day, text_without_controls


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("a\x7fb", "ab"),  # ASCII, yet a control
        ("a\x0cb", "a\nb"),
        ("a\tb\nc", "a\tb\nc"),
        ("caf\u00e9", "caf\u00e9"),  # beyond ASCII, and no control
        ("\x93quoted\x94", "\u201cquoted\u201d"),  # as Windows-1252 reads them
        ("a\x81b", "ab"),  # Windows-1252 has no sign for it
        ("\u00e9\x7f", "\u00e9"),
    ],
)
def test_controls_become_the_signs_that_were_meant_or_disappear(text: str, kept: str) -> None:
    assert text_without_controls(text) == kept


@pytest.mark.parametrize("text", ["plain", "caf\u00e9", "a\tb"])
def test_a_text_without_controls_is_the_same_object(text: str) -> None:
    assert text_without_controls(text) is text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-09", "2026-11-09"),
        ("2026-11-09Z", "2026-11-09"),
        ("2026-11-09-05:00", "2026-11-09"),
        ("2026-11-09 ", None),
        ("2026-11-09-05", None),
        ("2026/11/09", None),
        ("2026-11/09", None),
        ("2026-11-9", None),
        ("2026-11", None),
        ("2026-W46-1", None),  # a day, in a spelling of ISO 8601 that EDGAR does not take
        ("2026-02-30", None),
        ("2026-11-0\u0669", None),
    ],
)
def test_a_day_may_have_a_zone_and_nothing_else(text: str, found: str | None) -> None:
    assert day(text) == found
