"""One browser for all tests of a run: each test opens a workbench of its own in it, at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workbench_app import example
from workbench_browser import Page, chromium, running


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium in a window of 1280 x 800; what it downloads is in ``driver.downloads``."""
    downloads = tmp_path_factory.mktemp("downloads")
    with chromium() as found:
        found.downloads = downloads
        found.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
        yield found


@pytest.fixture
def page(driver: Any, tmp_path: Path) -> Iterator[Page]:
    """The workbench of a folder with one form."""
    example(tmp_path)
    with running(tmp_path) as (_, address):
        yield Page(driver, address, tmp_path)
        driver.get("about:blank")
