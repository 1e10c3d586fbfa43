"""Words as the memorandum sets them."""

from __future__ import annotations

import pytest

from form4gen.report.typography import cells, kept, ours, sums


@pytest.mark.parametrize(
    ("words", "kept_together"),
    [
        ("Nov 5, 2026, 10:00 p.m. ET", "Nov~5,~2026, 10:00~p.m.~ET"),
        ("from Jan 13 to Nov 12, 2026", "from Jan~13 to Nov~12,~2026"),
        ("rows 5, 2026 of them", "rows~5, 2026 of them"),
        ("CIK 0009990001, as Exhibit 24 of Form 4", "CIK~0009990001, as Exhibit~24 of Form~4"),
        ("CIK not stated, Form ID, Exhibit A", "CIK not stated, Form ID, Exhibit A"),
        ("Table II, row 1", "Table~II, row~1"),
        ("Rule 16a-3(g)(1)", "Rule~16a-3(g)(1)"),
        ("Rule book", "Rule book"),
        ("29 h 55 min", "29~h~55~min"),
        ("Novel 5", "Novel 5"),
        ("", ""),
    ],
)
def test_a_day_a_time_and_a_table_are_not_broken(words: str, kept_together: str) -> None:
    assert kept(words).replace("\u00a0", "~") == kept_together


@pytest.mark.parametrize(
    ("words", "typeset"),
    [
        ('It still says "TBD".', "It still says “TBD”."),
        ("the signer's attestation", "the signer\u2019s attestation"),
        ("('so')", "(\u2018so\u2019)"),
        ("Enter it (``officerTitle``).", "Enter it."),
        ("Rename it, for example ``poa.txt``.", "Rename it, for example “poa.txt”."),
        (
            "footnotes F1, F3 and F12 say so; see footnote F2",
            "footnotes\u00a0(1), (3) and (12) say so; see footnote\u00a0(2)",
        ),
        ("Form F4 and row F1", "Form F4 and row F1"),
    ],
)
def test_our_words_have_typographic_quotes_and_numbered_footnotes_and_no_keys(words: str, typeset: str) -> None:
    assert ours(words) == typeset


@pytest.mark.parametrize(
    ("words", "typeset"),
    [
        ("rows 1-3, 5, 7-8", "rows\u00a01\u20133, 5, 7\u20138"),
        ("footnotes F1-F4", "footnotes\u00a0(1)\u2013(4)"),
        ("Signatures 1-2, Date", "Signatures 1\u20132, Date"),
    ],
)
def test_ranges_have_a_dash(words: str, typeset: str) -> None:
    assert cells(words) == typeset


@pytest.mark.parametrize(
    ("words", "typeset"),
    [
        ("57,000 - 5,400 = 51,600", "57,000 \u2212 5,400 = 51,600"),
        ("8,000 - 12,000 = -4,000", "8,000 \u2212 12,000 = \u22124,000"),
        ("1,104 x $42.05", "1,104 \u00d7 $42.05"),
        ("16a-3 and 0009990001-26-000001", "16a-3 and 0009990001-26-000001"),
        ("36.80% x 3,000", "36.80% \u00d7 3,000"),
        ("Exhibit List: Exhibit 24 - Power of Attorney", "Exhibit List: Exhibit\u00a024 - Power of Attorney"),
        ("Fund 3 x Series - A", "Fund 3 x Series - A"),
    ],
)
def test_a_calculation_has_its_signs_and_an_id_keeps_its_hyphens(words: str, typeset: str) -> None:
    assert sums(words) == typeset
