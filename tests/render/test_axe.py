"""What axe-core finds in the drawn pages, in Chromium, from the width of a desk to that of a telephone, light and dark.

Needs Chromium, and axe.min.js of the npm package axe-core, which FORM4GEN_AXE names; ``./start test`` installs it.
At 320 pixels, long tables of the memorandum may be wider than their region, which then scrolls.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import axe, reports
from command_line import ROOT, TECOGEN, run
from memo_samples import page_on, purchases, sample
from page_reader import filing
from report_samples import finding, report

from form4gen.api.comparison import comparison_html
from form4gen.api.drawing import render_html
from form4gen.api.ledger import Given, histories, ledger_html
from form4gen.api.reports import report_html
from form4gen.drafting.comparison import compare

WIDTHS = (1280, 768, 390, 320)  # 320 is 1280 at a zoom of 400 %
RUN = """<script src="axe.js"></script><script>axe.run({resultTypes: ["violations"]}).then(found => parent.postMessage({
  page: location.search, wide: document.documentElement.scrollWidth > innerWidth,
  sideways: [...document.querySelectorAll(".scroll")].filter(
    each => innerWidth > 320 && each.scrollWidth > each.clientWidth).map(each => each.ariaLabel),
  rules: found.violations.map(each => each.id + ": " + each.nodes[0].html)}, "*"))</script></body>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_window(scheme: str, tmp_path: Path) -> None:
    (tmp_path / "axe.js").write_text(axe(), "utf-8")
    pages = {name: page.replace("</body>", RUN) for name, page in _pages().items()}
    found = reports(tmp_path, pages, WIDTHS, scheme)
    assert [each for each in found if each["rules"] or each["wide"] or each["sideways"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_page_of_an_audit(scheme: str, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="the extra audit is not installed")
    (tmp_path / "axe.js").write_text(axe(), "utf-8")
    late = json.loads(Path(TECOGEN).read_text("utf-8")) | {"context": {"filedAt": "2017-12-14T18:00:00-05:00"}}
    (tmp_path / "late.json").write_text(json.dumps(late), "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    given = str(tmp_path / "late.json"), str(tmp_path / "broken.json"), str(ROOT / "schemas" / "examples")
    run("audit", *given, "-o", str(tmp_path / "out"))
    page = (tmp_path / "out" / "audit.html").read_text("utf-8").replace("</body>", RUN)
    found = reports(tmp_path, {"audit": page}, WIDTHS, scheme)
    assert len(found) == len(WIDTHS)
    assert [each for each in found if each["rules"] or each["wide"]] == []


def _pages() -> dict[str, str]:
    sale, funds = filing(base="exercise-and-sale"), filing(base="joint-funds")
    changed = filing(base="exercise-and-sale", **{"/footnotes/F2": "Other words.", "/aff10b5One": False})
    given = [Given("sale.json", sale), Given("funds.json", funds)]
    return {
        "exhibit": render_html(filing()),
        "draft": render_html(sale, draft=True),
        "owners": render_html(funds, hide_address=True),
        "foreign": render_html(filing(base="foreign-director")),
        "comparison": comparison_html(compare(filing(), sale), "a.json", "b.json"),
        "revision": comparison_html(compare(sale, changed), "a.json", "b.json"),
        "memo": report_html(report(finding(), finding(accepted=True)), sale),
        "clean": page_on(sample()),
        "late": page_on(purchases(30, 22)),
        "joint": page_on(funds),
        "ledger": ledger_html(histories(given)),
    }
