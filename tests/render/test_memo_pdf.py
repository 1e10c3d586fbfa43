"""The memorandum as PDF: its tags, its foot, and how many pages it takes."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
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
    [(sample(), FILED_AT, 2), (purchases(30, 22), LATE, 3), (purchases(12), LATE, 2)],
    ids=["a clean filing", "52 late rows", "12 late rows"],
)
def test_it_takes_few_pages_each_with_its_foot(one: Filing, filed_at: datetime, most: int) -> None:
    pages = _pages(_pdf(one, filed_at=filed_at))
    assert len(pages) <= most
    for number, page in enumerate(pages, 1):
        assert page.count(f"{FOOT} Page {number} of {len(pages)}") == 1


def _owners(number: int) -> dict[str, Any]:
    numbers = range(number)
    return {
        "/reportingOwners": [
            {"rptOwnerCik": f"00099901{each:02}", "rptOwnerName": f"Fund {each}", "isTenPercentOwner": True}
            for each in numbers
        ],
        "/ownerSignatures": [
            {"signatureName": f"Fund {each}, by: /s/ Jane Q. Sample", "signatureDate": "2026-11-09"} for each in numbers
        ],
    }


def _with_errors() -> Filing:
    """Each of 30 rows has a wrong mark, and 58 notes are not cited."""
    rows = {f"/nonDerivativeTable/{row}/transactionAcquiredDisposedCode": "D" for row in range(30)}
    return purchases(30, 22, **rows, **{f"/footnotes/F{number}": "Words of a note." for number in range(2, 60)})


@pytest.mark.parametrize(
    ("one", "filed_at"),
    [
        (sample(), FILED_AT),
        (sample(**{"/nonDerivativeTable/1/sharesOwnedFollowingTransaction": 52600}), FILED_AT),
        (purchases(12), LATE),
        (purchases(30, 22), LATE),
        (sample(**_owners(10)), FILED_AT),
        (_with_errors(), FILED_AT),
        (purchases(9, since=date(2026, 11, 5)), datetime(2026, 11, 16, 9, 0, tzinfo=EASTERN)),
    ],
    ids=["clean", "one error", "12 late rows", "52 late rows", "ten owners", "88 errors", "three late rows"],
)
def test_what_was_checked_is_divided_only_between_its_counts_and_its_lists(one: Filing, filed_at: datetime) -> None:
    pages = _pages(_pdf(one, filed_at=filed_at))
    for part in ("Information that would", "Rules applied, by number", "Not legal advice"):
        assert part in pages[-1]
    (counts,) = [page for page in pages if "What was checked" in page]
    assert "All families" in counts
    assert counts in pages[-2:]


def test_the_result_of_a_withholding_is_on_one_line() -> None:
    lines = [
        line for page in pypdf.PdfReader(io.BytesIO(_pdf(sample()))).pages for line in page.extract_text().split("\n")
    ]
    (line,) = [line for line in lines if "36.80%" in line]
    assert "$46,423.20" in line


def test_a_wide_range_of_prices_has_room_beside_its_width() -> None:
    one = sample(
        **{"/footnotes/F3": "Weighted average of several sales at prices from $2,504.969 to $25,203.97 a share."}
    )
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(_pdf(one))).pages)
    assert "2,504.969\u201325,203.97 22,699.001" in text


def test_what_was_checked_begins_on_a_page_that_has_room_for_its_counts() -> None:
    one = purchases(9, since=date(2026, 11, 5))
    pages = _pages(_pdf(one, filed_at=datetime(2026, 11, 16, 9, 0, tzinfo=EASTERN)))
    assert "What was checked" in pages[-2]
    assert "What was checked" not in pages[-1]


@pytest.mark.parametrize("number", [10, 11])
def test_at_least_three_rows_of_a_table_are_on_a_page(number: int) -> None:
    page = report_html(checked(sample(**_owners(number))), sample(**_owners(number)))
    rows = _rows_of_persons(page)
    assert sum(rows) == number
    assert min(rows) >= 3
    without = _rows_of_persons(page.replace(".lines tbody", ".none"))
    assert min(without) < 3


def _rows_of_persons(page: str) -> list[int]:
    found = (len(re.findall(r"00099901\d\d", each)) for each in _pages(render_pdf(page).content))
    return [each for each in found if each]


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
