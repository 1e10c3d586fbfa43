"""The memorandum as PDF: its tags, its foot, and how many pages it takes."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from typing import Any

import pypdf
import pytest
from case_files import EASTERN
from memo_samples import checked, purchases, sample
from report_samples import FILED_AT
from tag_reader import Tags

from form4gen.api.drawing import render_pdf
from form4gen.api.reports import report_html
from form4gen.model.filing import Filing
from form4gen.rules.settings import Heading, Settings

LATE = datetime(2026, 11, 23, 11, 20, tzinfo=EASTERN)
FOOT = "Form 4 pre-filing memorandum: Example Corp, SAMPLE JANE Q"


def _pdf(one: Filing, legend: str = "", **options: Any) -> bytes:
    report = checked(one, **options)
    settings = Settings(heading=Heading(legend))
    outcome = report.outcome._replace(settings=settings)
    return render_pdf(report_html(report._replace(outcome=outcome), one)).content


@cache
def _clean() -> Tags:
    return Tags(_pdf(sample(), "Privileged and confidential"))


def _pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("one", "filed_at", "most"),
    [(sample(), FILED_AT, 2), (purchases(30, 22), LATE, 3), (purchases(12), LATE, 3)],
    ids=["a clean filing", "52 late rows", "12 late rows"],
)
def test_it_takes_few_pages_each_with_its_foot(one: Filing, filed_at: datetime, most: int) -> None:
    pages = _pages(_pdf(one, filed_at=filed_at))
    assert len(pages) <= most
    for number, page in enumerate(pages, 1):
        assert page.count(f"{FOOT} Page {number} of {len(pages)}") == 1


def test_the_foot_and_the_repeated_legend_are_not_read_but_the_legend_is_once() -> None:
    assert _clean().reading().count("Privileged and confidential") == 1
    assert FOOT not in _clean().reading()
    assert all(FOOT in page for page in _clean().artifacts())
    assert "Privileged and confidential" in _clean().artifacts()[1]


def test_everything_is_read_or_marked_as_an_artifact() -> None:
    assert not any("loose" in page for page in _clean().marks())


def test_a_cell_of_the_ledger_announces_column_class_and_row() -> None:
    ledger = next(table for table in _clean().tables() if table[0][-1].text == "Reporting basis")
    row = next(row for row in ledger if [cell.text for cell in row[:2]] == ["1", "Nov 5, 2026"])
    assert row[3].text == "+12,000"
    assert row[3].heads == ("Table I. Class A Common Stock, direct", "1", "Change")


def test_each_head_has_its_scope() -> None:
    for table in _clean().tables():
        assert {cell.scope for row in table for cell in row if cell.tag == "TH"} <= {"/Column", "/Row", "Column", "Row"}
