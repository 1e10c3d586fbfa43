"""Starts the workbench, and Chromium that opens it and types."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from workbench_app import EXAMPLE

TAB, ENTER, SPACE, ESCAPE, END, HOME, DOWN, UP, DELETE = (
    "\ue004", "\ue007", " ", "\ue00c", "\ue010", "\ue011", "\ue015", "\ue013", "\ue017",
)  # fmt: skip
SHIFT, CONTROL, ALT, F2, F6, F8 = "\ue008", "\ue009", "\ue00a", "\ue032", "\ue036", "\ue038"
_TABS = 400  # more than any form of the tests has cells

_SITUATION = (
    "return `in focus: ${document.activeElement.outerHTML.slice(0, 200)}; above: `"
    "+ document.querySelector('#banners')?.textContent"
)

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


class Page:
    """A screen of the workbench in a browser; ``name`` is the file that its form is of."""

    def __init__(self, driver: Any, address: str, folder: Path, name: str = EXAMPLE) -> None:
        self.driver, self.folder, self.name = driver, folder, name
        driver.get(address)
        self.until(lambda: self.find("body[data-ready]"))
        self.home = driver.current_url

    def until(self, is_so: Callable[[], Any]) -> Any:
        """Wait until something is so; a screen that is being drawn anew is asked again."""
        end = time.monotonic() + 30
        while True:
            try:
                found = is_so()
            except Exception as error:  # noqa: BLE001  an element of the page that was replaced
                found = None if time.monotonic() < end else pytest.fail(str(error))
            if found:
                return found
            assert time.monotonic() < end, f"not so within 30 seconds; {self.run(_SITUATION)}"
            time.sleep(0.05)

    def open(self, path: str | None = None) -> None:
        self.driver.get(f"{self.home}{f'f/{self.name}' if path is None else path}")
        self.until(lambda: self.find("body[data-ready]"))

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def cell(self, at: str) -> Any:
        return self.find(f'#page [data-at="{at}"]')

    def run(self, script: str, *given: Any) -> Any:
        return self.driver.execute_script(script, *given)

    def settle(self) -> None:
        """Wait until every request is answered and the screen is drawn anew."""
        self.until(lambda: self.run("return !Number(document.body.dataset.unanswered)"))

    def focus(self, at: str) -> None:
        self.settle()
        self.run("arguments[0].focus()", self.cell(at))

    def click(self, selector: str) -> None:
        self.settle()
        self.find(selector).click()

    def keys(self, *keys: str, holding: str = "") -> None:
        actions = pytest.importorskip("selenium.webdriver").ActionChains(self.driver, duration=0)
        for key in holding:
            actions.key_down(key)
        for key in keys:
            actions.send_keys(key)
        for key in reversed(holding):
            actions.key_up(key)
        actions.perform()

    def type_in(self, at: str, text: str, last: str = ENTER) -> None:
        self.focus(at)
        self.keys(*text, last)

    def saved(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / self.name).read_text("utf-8"))
        return found

    def focused(self) -> str:
        """The pointer of the cell, or of the field beside the page, that has the focus."""
        at: str = self.run("const {at, beside} = document.activeElement.dataset; return at || beside || ''")
        return at

    def is_within(self, at: str) -> bool:
        """Whether the focus is in a part, which is at this pointer."""
        return self.focused().startswith(at)

    def told(self, words: str) -> None:
        """Wait until a screen reader is told some words."""
        self.until(lambda: words in self.find("#say").get_attribute("textContent"))

    def tab_to(self, at: str, backwards: bool = False) -> None:  # noqa: FBT001, FBT002
        """Press Tab until a cell has the focus, or a field or a button beside the page; open what it is in."""
        here = "const {at, beside, for: of, do: does, part} = document.activeElement.dataset;"
        for _ in range(_TABS):
            part, is_there = self.run(
                here + "const details = document.activeElement.closest('summary')?.parentElement;"
                "return [details && !details.open ? details.dataset.part : '', [at, beside, does, `${does} ${of}`]"
                ".includes(arguments[0])]", at,
            )  # fmt: skip
            if is_there:
                return
            if part and f"{at.rpartition(' ')[2]}/".startswith(f"{part}/"):
                self.keys(ENTER)
            self.keys(TAB, holding=SHIFT if backwards else "")
        pytest.fail(f"Tab does not lead to {at}")
