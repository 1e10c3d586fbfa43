"""What axe-core finds in the drawn pages, in Chromium, at the width of a desk and of a telephone, light and dark.

Needs Chromium, and axe.min.js of the npm package axe-core, which FORM4GEN_AXE names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from page_reader import filing
from report_samples import finding, report

from form4gen.api.drawing import render_html
from form4gen.api.reports import report_html

WIDTHS = (1280, 390, 320)  # 320 is 1280 at a zoom of 400 %
RUN = """<script>axe.run({resultTypes: ["violations"]}).then(found => parent.postMessage({
  page: location.search, wide: document.documentElement.scrollWidth > innerWidth,
  rules: found.violations.map(each => each.id + ": " + each.nodes[0].html)}, "*"))</script>"""
FRAMES = """<!DOCTYPE html><title>x</title><pre></pre><script>
const found = []
onmessage = event => { found.push(event.data); document.querySelector("pre").textContent = JSON.stringify(found) }
</script>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages, each of which runs axe on itself, and the page that contains them all."""
    axe = os.environ.get("FORM4GEN_AXE")
    if not axe:
        pytest.skip("axe-core is not here: npm install axe-core, and FORM4GEN_AXE=.../axe.min.js")
    folder = tmp_path_factory.mktemp("pages")
    drawn = {
        "exhibit": render_html(filing()),
        "draft": render_html(filing(base="exercise-and-sale"), draft=True),
        "owners": render_html(filing(base="joint-funds"), hide_address=True),
        "memo": report_html(report(finding(), finding(accepted=True)), filing(base="exercise-and-sale")),
    }
    shutil.copy(axe, folder / "axe.js")
    frames = []
    for name, page in drawn.items():
        run = page.replace("</body>", f'<script src="axe.js"></script>{RUN}</body>')
        (folder / f"{name}.html").write_text(run, encoding="utf-8")
        frames += [f'<iframe src="{name}.html?{name}-{width}" width={width} height=900></iframe>' for width in WIDTHS]
    (folder / "all.html").write_text(FRAMES + "".join(frames), encoding="utf-8")
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_no_page_is_wider_than_the_window(scheme: str, pages: Path, tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
        "--disable-background-networking", "--disable-sync", "--hide-scrollbars", f"--user-data-dir={tmp_path}",
        f"--blink-settings=preferredColorScheme={int(scheme == 'light')}", "--virtual-time-budget=60000", "--dump-dom",
    )  # fmt: skip
    run = subprocess.run((chromium, *options, f"file://{pages / 'all.html'}"), capture_output=True, check=True)  # noqa: S603  a fixed command
    written = re.search("<pre>(.*?)</pre>", run.stdout.decode(), re.DOTALL)
    assert written is not None
    found = json.loads(unescape(written[1]))
    assert len(found) == 4 * len(WIDTHS)
    assert [each for each in found if each["rules"] or each["wide"]] == []
