"""What axe-core finds in the drawn pages, in Chromium, from the width of a desk to that of a telephone, light and dark.

Needs Chromium, and axe.min.js of the npm package axe-core, which FORM4GEN_AXE names.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from browser import reports
from memo_samples import page_on, purchases
from page_reader import filing
from report_samples import finding, report

from form4gen.api.comparison import comparison_html
from form4gen.api.drawing import render_html
from form4gen.api.reports import report_html
from form4gen.drafting.comparison import compare

WIDTHS = (1280, 768, 390, 320)  # 320 is 1280 at a zoom of 400 %
RUN = """<script src="axe.js"></script><script>axe.run({resultTypes: ["violations"]}).then(found => parent.postMessage({
  page: location.search, wide: document.documentElement.scrollWidth > innerWidth,
  rules: found.violations.map(each => each.id + ": " + each.nodes[0].html)}, "*"))</script></body>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_no_page_is_wider_than_the_window(scheme: str, tmp_path: Path) -> None:
    axe = os.environ.get("FORM4GEN_AXE")
    if not axe:
        pytest.skip("axe-core is not here: npm install axe-core, and FORM4GEN_AXE=.../axe.min.js")
    found = compare(filing(), filing(base="exercise-and-sale"))
    drawn = {
        "exhibit": render_html(filing()),
        "draft": render_html(filing(base="exercise-and-sale"), draft=True),
        "owners": render_html(filing(base="joint-funds"), hide_address=True),
        "comparison": comparison_html(found, "a.json", "b.json"),
        "memo": report_html(report(finding(), finding(accepted=True)), filing(base="exercise-and-sale")),
        "late": page_on(purchases(30, 22)),
        "joint": page_on(filing(base="joint-funds")),
    }
    shutil.copy(axe, tmp_path / "axe.js")
    pages = {name: page.replace("</body>", RUN) for name, page in drawn.items()}
    found = reports(tmp_path, pages, WIDTHS, scheme)
    assert [each for each in found if each["rules"] or each["wide"]] == []
