"""The page in Chromium: nothing of a cell is broken or out of sight, on a telephone as on a desk."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from browser import printed, reports
from page_reader import filing

from form4gen.render.html import html

WIDTHS = (*range(320, 1601, 80), 765, 768, 900, 901, 1024, 1255, 1256)
NARROW = 900  # at most: a row is a block
# A word whose letters are on two lines, unless a hyphen or a slash ends the first, and marks that do not stay together.
MEASURE = """<script>
const tops = (node, from, to) => { const range = document.createRange(); range.setStart(node, from)
  range.setEnd(node, to); return [...range.getClientRects()].map(each => Math.round(each.top)) }
const broken = []
const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
for (let node; node = texts.nextNode();)
  for (const word of node.textContent.matchAll(/[^ \\n\\t]+/g)) {
    const at = word.index, end = at + word[0].length
    if (node.parentElement.closest(".note, .as-typed") || new Set(tops(node, at, end)).size < 2) continue
    for (let i = at + 1; i < end; i++)
      if (tops(node, i, i + 1)[0] > tops(node, i - 1, i)[0] && !/[-\\/]/.test(node.textContent[i - 1]))
        broken.push(word[0])
  }
for (const run of document.querySelectorAll(".run"))
  if (run.getClientRects().length > 1) broken.push(run.textContent)
const cells = [...document.querySelectorAll(".one tbody td, .two tbody td")]
const inside = each => { const box = each.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth }
const cities = [...document.querySelectorAll(".line.thirds span:first-child")]
const lines = text => text && new Set(tops(text, 0, text.length)).size
const divided = cities.some(each => lines(each.firstChild) > 1)
parent.postMessage({page: location.search, broken, divided, wide: document.documentElement.scrollWidth > innerWidth,
  titles: [...document.querySelectorAll(".title span")].every(inside), cells: cells.every(inside)}, "*")
</script></body>"""
CITED = ["F1", "F2", "F3"]
WIDE_ROW: dict[str, Any] = {
    "securityTitle": "Series A-1 Redeemable Convertible Preferred Stock", "transactionDate": "2026-11-05",
    "deemedExecutionDate": "2026-11-06", "transactionCode": {"value": "M", "footnotes": CITED},
    "transactionShares": 30430000, "transactionPricePerShare": {"value": "1234.5678", "footnotes": CITED},
    "transactionAcquiredDisposedCode": "D", "directOrIndirectOwnership": "I",
    "sharesOwnedFollowingTransaction": {"value": "123456789.1234", "footnotes": CITED},
    "natureOfOwnership": {"value": "By Sample Family Trust, of which she is co-trustee", "footnotes": CITED},
    "conversionOrExercisePrice": {"footnotes": CITED}, "exerciseDate": {"footnotes": CITED},
    "expirationDate": {"value": "2036-11-05", "footnotes": CITED}, "underlyingSecurityTitle": "Class A Common Stock",
    "underlyingSecurityValue": 30430000,
}  # fmt: skip
CITY = "/reportingOwners/0/rptOwnerCity"


def _wide() -> str:
    only_two = ("underlying", "conversion", "exercise", "expiration")
    row = {key: value for key, value in WIDE_ROW.items() if not key.startswith(only_two)}
    changes: dict[str, Any] = {
        "/nonDerivativeTable": [row] * 2, "/derivativeTable": [WIDE_ROW] * 2, CITY: "RANCHO SANTA MARGARITA",
        "/reportingOwners/0/rptOwnerZipCode": "92688-1234",
        "/footnotes": {name: f"Words of the note {name}." for name in CITED},
    }  # fmt: skip
    return html(filing(**changes), draft=True)


def _pages() -> dict[str, str]:
    city: dict[str, Any] = {CITY: "MOUNTAIN VIEW"}
    empty: dict[str, Any] = {"/nonDerivativeTable": [], "/derivativeTable": []}
    sale = html(filing(base="exercise-and-sale", **city))
    return {
        "wide": _wide(),
        "sale": sale,
        "sale-in-wider-letters": sale.replace("</style>", 'html { font-family: "DejaVu Sans", Verdana }</style>'),
        "owners": html(filing(base="joint-funds")),
        "foreign": html(filing(base="foreign-director")),
        "blank": html(filing(**empty)),
    }


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    pages = {name: page.replace("</body>", MEASURE) for name, page in _pages().items()}
    return reports(tmp_path_factory.mktemp("pages"), pages, WIDTHS)


def test_a_city_of_two_words_is_on_one_line_at_any_width(found: list[dict[str, Any]]) -> None:
    divided = {each["page"].strip("?") for each in found if each["divided"]}
    assert not divided & {f"sale-{width}" for width in WIDTHS}
    assert not divided & {f"foreign-{width}" for width in WIDTHS if width > min(WIDTHS)}
    assert "wide-320" in divided


def _width(page: dict[str, Any]) -> int:
    return int(page["page"].rpartition("-")[2])


def test_no_word_number_or_run_of_marks_is_broken_at_any_width(found: list[dict[str, Any]]) -> None:
    assert {each["page"]: each["broken"] for each in found if each["broken"]} == {}


def test_no_page_is_wider_than_the_window_and_no_title_of_a_table_is_out_of_sight(found: list[dict[str, Any]]) -> None:
    assert [each["page"] for each in found if each["wide"] or not each["titles"]] == []


def test_every_cell_is_in_sight_on_a_narrow_page(found: list[dict[str, Any]]) -> None:
    narrow = [each for each in found if _width(each) <= NARROW]
    assert len(narrow) > len(WIDTHS)
    assert [each["page"] for each in narrow if not each["cells"]] == []


def test_the_tables_of_a_filing_fit_the_window_of_a_desk(found: list[dict[str, Any]]) -> None:
    wide = [each for each in found if _width(each) >= 1280 and "wide" not in each["page"]]
    assert [each["page"] for each in wide if not each["cells"]] == []


def test_a_browser_prints_the_form_and_its_exhibit_on_their_own_sheets_and_draft_in_light_letters(
    tmp_path: Path,
) -> None:
    pages = pikepdf.open(BytesIO(printed(tmp_path, html(filing(), draft=True)))).pages
    assert [[round(float(each)) for each in page.mediabox[2:]] for page in pages] == [[792, 612], [612, 792]]
    for page in pages:
        colors = [
            {f"{float(each):.2f}" for each in instruction.operands}
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "rg"
        ]
        assert {"0.90"} in colors


def test_the_mark_of_a_draft_is_whole_on_an_upright_sheet_too(tmp_path: Path) -> None:
    pages = pypdf.PdfReader(BytesIO(printed(tmp_path, html(filing(), draft=True)))).pages
    assert len(pages) == 2
    for page in pages:
        left, right = _reach(page)
        assert left >= 30
        assert right <= float(page.mediabox.right) - 30


def _reach(page: pypdf.PageObject) -> tuple[float, float]:
    """How far the word DRAFT reaches to the left and to the right, in points."""
    found: list[float] = []

    def visit(text: str, matrix: list[float], at: list[float], _: object, size: float) -> None:
        if text.strip() == "DRAFT":
            ends = (at[4], at[4] + 3.39 * size), (at[5], at[5] - 0.72 * size)
            found.extend(matrix[0] * x + matrix[2] * y + matrix[4] for x in ends[0] for y in ends[1])

    page.extract_text(visitor_text=visit)
    return min(found), max(found)
