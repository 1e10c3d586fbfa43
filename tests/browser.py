"""Opens pages in headless Chromium, each in frames of several widths, and collects what a script in them reports."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

_COLLECT = """<!DOCTYPE html><title>x</title><pre></pre><script>
const found = []
onmessage = event => { found.push(event.data); document.querySelector("pre").textContent = JSON.stringify(found) }
</script>"""
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


def chromium() -> str:
    """The path of Chromium; without it, the test is skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    return found


def axe() -> str:
    """The script of axe-core; without it, the test is skipped."""
    path = os.environ.get("FORM4GEN_AXE")
    if not path:
        pytest.skip("axe-core is not here: npm install axe-core, and FORM4GEN_AXE=.../axe.min.js")
    return Path(path).read_text("utf-8")


def reports(folder: Path, pages: dict[str, str], widths: Iterable[int], scheme: str = "light") -> list[dict[str, Any]]:
    """What the script of each page posts to its parent, in a frame of each width.

    The address of a frame ends in ``?NAME-WIDTH``. The script of a page is a part of it; it posts once.
    """
    frames = []
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        frames += [f'<iframe src="{name}.html?{name}-{width}" width={width} height=900></iframe>' for width in widths]
    (folder / "all.html").write_text(_COLLECT + "".join(frames), encoding="utf-8")
    options = (
        *_OPTIONS, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=60000", "--dump-dom",
        f"--blink-settings=preferredColorScheme={int(scheme == 'light')}",
    )  # fmt: skip
    run = subprocess.run((chromium(), *options, f"file://{folder / 'all.html'}"), capture_output=True, check=True)  # noqa: S603  a fixed command
    written = re.search("<pre>(.*?)</pre>", run.stdout.decode(), re.DOTALL)
    assert written is not None
    found: list[dict[str, Any]] = json.loads(unescape(written[1] or "[]"))
    assert len(found) == len(frames)
    return found


def printed(folder: Path, page: str) -> bytes:
    """The PDF that Chromium prints of a page, without backgrounds, as by default."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    options = (*_OPTIONS, f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer")
    target = folder / "page.pdf"
    subprocess.run(  # noqa: S603  a fixed command
        (chromium(), *options, f"--print-to-pdf={target}", f"file://{folder / 'page.html'}"),
        capture_output=True, check=True,
    )  # fmt: skip
    return target.read_bytes()
