"""Each screen of the workbench: accessible, in any width and scheme, enlarged, and with colors of the system."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import axe
from workbench_app import EXAMPLE, example
from workbench_browser import Page, chromium, running

BALANCE = "/nonDerivativeTable/2/sharesOwnedFollowingTransaction"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_screen(tmp_path: Path, scheme: str, width: int, height: int) -> None:
    script = axe()
    found = {}
    colors = f"--blink-settings=preferredColorScheme={int(scheme == 'light')}"
    with chromium(width, height, colors) as driver, running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        found["first visit"] = _violations(driver, script)
        example(tmp_path)
        for path in ("", f"f/{EXAMPLE}", *(f"f/{EXAMPLE}/{screen}" for screen in ("facts", "compare", "out"))):
            page.open(path)
            found[path] = _violations(driver, script)
        page.open()
        page.type_in(BALANCE, "45,100")
        page.until(lambda: "1 error" in page.find("#verdict").text)
        driver.execute_script("document.querySelector('[data-do=panel][aria-expanded=false]')?.click()")
        driver.execute_script("document.querySelector('.finding .head').click()")
        found["finding"] = _violations(driver, script)
        for act in ("keys", "notes"):
            page.open()
            driver.execute_script("arguments[0].focus()", page.cell(BALANCE))
            driver.execute_script(f"document.querySelector('[data-do={act}]').click()")
            found[act] = _violations(driver, script)
    assert {place: rules for place, rules in found.items() if rules} == {}


def _violations(driver: Any, script: str) -> list[str]:
    driver.execute_script(script)
    found: list[str] = driver.execute_async_script(
        "const done = arguments[0]; axe.run({resultTypes: ['violations']}).then((found) => done(found.violations.map("
        "(each) => each.id + ': ' + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | '))))"
    )
    return found
