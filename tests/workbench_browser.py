"""Starts the workbench, and Chromium that opens it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@contextmanager
def running(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The workbench of a folder in a process of its own, and the address that opens it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "form4gen", "workbench", str(folder), "--no-browser", *options)
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@contextmanager
def chromium(width: int = 1280, height: int = 800, *options: str) -> Iterator[Any]:
    """A driver of headless Chromium; the test is skipped without it."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("Chromium and its driver are not installed (Debian: apt-get install chromium chromium-driver)")
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = browser
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
                   f"--window-size={width},{height}", "--no-first-run", *options):  # fmt: skip
        chosen.add_argument(option)
    chosen.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=chosen, service=webdriver.ChromeService(driver))
    try:
        found.set_script_timeout(60)
        yield found
    finally:
        found.quit()
