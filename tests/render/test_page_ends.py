"""Where a page ends: no last row and no signature is on a page alone, and the last page has more than a few lines."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pypdf
import pytest
from page_reader import filing

from form4gen.render.html import html
from form4gen.render.pdf import pdf

ROW_RULE, SIGNING_RULE = "tbody tr:last-child { break-before: avoid; }", "break-before: avoid; break-inside: avoid;"


def _page(rows: int, *, has_notes: bool = True) -> str:
    title = "Row Class A Common Stock, par value $0.0001"
    row = {"transactionDate": "2017-11-14", "transactionCode": "S", "transactionShares": 100}
    if not has_notes:
        return html(filing(**_changes([row | {"securityTitle": title}] * rows, {})))
    lines = [row | {"securityTitle": {"value": title, "footnotes": [f"F{number}"]}} for number in range(1, rows + 1)]
    notes = {f"F{number}": f"Words of the note {number}." for number in range(1, rows + 2)}
    return html(filing(**_changes(lines, notes)))


def _changes(lines: list[Any], notes: dict[str, str]) -> dict[str, Any]:
    return {"/nonDerivativeTable": lines, "/footnotes": notes, "/remarks": "", "/powersOfAttorney": []}


def _pages(page: str) -> list[str]:
    assert ROW_RULE in _page(1)
    assert SIGNING_RULE in _page(1)
    return [each.extract_text() for each in pypdf.PdfReader(BytesIO(pdf(page).content)).pages]


def _rows(pages: list[str]) -> list[int]:
    return [len(re.findall("Row Class", page)) for page in pages]


def _signed(pages: list[str]) -> str:
    (page,) = (page for page in pages if "**Signature" in page)
    return page


@pytest.mark.parametrize("rows", [4, 5, 24, 25, 26, 30])
def test_the_last_row_of_a_table_has_company_and_so_has_the_signature(rows: int) -> None:
    pages = _pages(_page(rows))
    assert sum(_rows(pages)) == rows
    assert 1 not in _rows(pages)
    assert _signed(pages).count("Words of the note") >= 4


@pytest.mark.parametrize("rows", [3, 4, 5])
def test_a_long_last_note_is_not_divided_and_the_notes_before_it_go_with_it(rows: int) -> None:
    end = f"Words of the note {rows + 1}."
    page = _page(rows).replace(end, f"{end} {'More of the same words. ' * 40}")
    whole = _signed(_pages(page))
    assert whole.count("More of") == 40
    assert whole.count("Words of the note") >= 4


@pytest.mark.parametrize("rows", [11, 13, 15])
def test_where_there_are_few_notes_rows_go_with_the_signature_to_the_last_page(rows: int) -> None:
    page = _page(rows, has_notes=False)
    assert "Table II" in _signed(_pages(page))
    assert "Table II" not in _signed(_pages(page.replace(".brief, ", "")))


def test_without_the_styles_they_would_be_on_a_page_alone() -> None:
    assert any(1 in _rows(_pages(_page(rows).replace(ROW_RULE, ""))) for rows in range(24, 27))
    alone = (_signed(_pages(_page(rows).replace(SIGNING_RULE, "break-inside: avoid;"))) for rows in range(2, 9))
    assert any("Words of the note" not in page for page in alone)
