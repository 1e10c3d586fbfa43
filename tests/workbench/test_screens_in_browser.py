"""Each screen of the workbench: accessible, in any width and scheme, enlarged, and with colors of the system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from broker_files import draft
from browser import axe
from workbench_app import EXAMPLE, example
from workbench_browser import ALT, DOWN, ESCAPE, Page, running

ROW = "/nonDerivativeTable/2"
BALANCE = f"{ROW}/sharesOwnedFollowingTransaction"
HELD = "/nonDerivativeTable/5/transactionShares"
TRADES = """Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
11/05/2026,Buy,XMPL,EXAMPLE CORP,"1,200",$12.35,,"-$14,820.00"
"""
IS_WIDER = "return document.documentElement.scrollWidth > innerWidth"
AXE = """
const [options, done] = arguments;
axe.run({resultTypes: ['violations'], ...options}).then((found) => done(found.violations.map((each) =>
  each.id + ': ' + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | '))))
"""


@pytest.fixture
def shown(driver: Any) -> Iterator[Callable[..., None]]:
    """Gives the browser a window of another size, other pixels, and what the system prefers."""

    def show(width: int, height: int, scale: int = 1, **media: str) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    yield show
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def press(page: Page, act: str) -> None:
    """Do what a button does, whether or not the window has room for it."""
    page.run("document.querySelector(`[data-do=${arguments[0]}]`).click()", act)


def dialogs(page: Page, *acts: str) -> Iterator[str]:
    for act in acts:
        press(page, act)
        page.until(lambda: page.find("dialog[open]"))
        yield f"dialog: {act}"
        page.run("document.querySelector('dialog[open]').close()")


def screens(page: Page) -> Iterator[str]:
    """Show each screen, and each part that opens in one, and name it."""
    yield "first visit"
    press(page, "example")
    page.until(lambda: page.find("#guide li[aria-current]"))
    yield "first steps"
    page.until(lambda: page.find('#page [data-at="/remarks"]'))
    page.keys("o", holding=ALT)
    page.until(lambda: page.focused() == "/documentType")
    page.run("document.querySelectorAll('#unprinted details').forEach((each) => { each.open = true; })")
    yield "data that the page does not show"
    press(page, "guide-close")
    (page.folder / "draft.json").write_bytes(draft())
    example(page.folder)
    page.open("")
    yield "desk"
    yield from dialogs(page, "new", "next", "amend")
    yield from of_form(page)
    page.open("f/draft.json/facts")
    (page.folder / "trades.csv").write_text(TRADES, "utf-8")
    page.find("#fills").send_keys(str(page.folder / "trades.csv"))
    page.until(lambda: page.find("#lines").text)
    page.run("document.querySelector('#options').open = true")
    yield "facts"
    page.open(f"f/{EXAMPLE}/compare?with=draft.json")
    assert page.find("[aria-label=Changes]")
    yield "compare"
    page.open(f"f/{EXAMPLE}/out")
    page.run("document.querySelector('#job').hidden = false")
    yield "downloads"
    (page.folder / "draft.json").unlink()
    page.open("f/draft.json")
    yield "a filing that was removed"


def of_form(page: Page) -> Iterator[str]:
    page.open()
    page.focus(f"{ROW}/transactionCode")
    page.keys(DOWN, holding=ALT)
    page.until(lambda: page.find("#choices [data-code=G]"))
    yield "list of a cell"
    page.keys(ESCAPE)
    page.keys(ESCAPE)
    page.type_in(f"{ROW}/transactionDate", "11/36/26")
    page.until(lambda: "is not a day" in page.find("#banners").text)
    yield "what cannot be read"
    page.keys(ESCAPE)
    page.type_in(BALANCE, "45,100")
    page.until(lambda: page.cell(BALANCE).get_attribute("data-state") == "error")
    yield "form"
    page.focus(BALANCE)
    page.keys("r", holding=ALT)
    page.until(lambda: page.find("#row-menu").is_displayed())
    yield "menu of a row"
    page.keys(ESCAPE)
    page.run("document.querySelector('[data-do=panel][aria-expanded=false]')?.click()")
    page.run("document.querySelectorAll('.finding .head').forEach((each) => each.click())")
    yield "checks"
    page.focus(BALANCE)
    yield from dialogs(page, "keys", "notes", "accept", "rule")
    page.keys("j", holding=ALT)
    page.until(lambda: page.find("#json").is_displayed())
    yield "JSON"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_window(
    driver: Any, shown: Callable[..., None], tmp_path: Path, width: int, height: int
) -> None:
    """Light and dark at two widths, and at 640 x 400, which is 1280 x 800 at a zoom of 200 %."""
    script, found = axe(), {}
    shown(width, height)
    with running(tmp_path) as (_, address):
        for name in screens(Page(driver, address, tmp_path)):
            found[f"{name}, light"] = violations(driver, script)
            found[f"{name}, wider"] = driver.execute_script(IS_WIDER)
            shown(width, height, prefers_color_scheme="dark")
            found[f"{name}, dark"] = violations(driver, script, runOnly={"type": "tag", "values": ["cat.color"]})
            shown(640, 400, 2)
            found[f"{name}, wider at 200 %"] = driver.execute_script(IS_WIDER)
            shown(width, height)
        driver.get("about:blank")
    assert len(found) == 4 * 21
    assert {place: each for place, each in found.items() if each} == {}


def violations(driver: Any, script: str, **options: Any) -> list[str]:
    if not driver.execute_script("return 'axe' in window"):
        driver.execute_script(script)
    found: list[str] = driver.execute_async_script(AXE, options)
    return found


def style(page: Page, at: str, name: str) -> str:
    found: str = page.run("return getComputedStyle(arguments[0])[arguments[1]]", page.cell(at), name)
    return found


@pytest.mark.parametrize("text", ["45,100", "45,000"])
def test_the_verdict_is_one_line_and_gives_each_count_once(page: Page, text: str) -> None:
    page.open()
    page.type_in(BALANCE, text, "")
    page.until(lambda: "rror" in page.find("#verdict").text)
    assert page.find("#verdict").text.count("1 advisory") == 1
    assert page.find("#verdict").size["height"] < 45  # two lines have 46


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_hatching_of_a_holding_can_be_seen(page: Page, shown: Callable[..., None], scheme: str) -> None:
    """Its lines have the contrast of 3 to 1 to the paper that WCAG 1.4.11 requires of graphics."""
    shown(1280, 800, prefers_color_scheme=scheme)
    page.open()
    colors = page.run("const of = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();"
                      "return [of('--hatch'), of('--paper')]")  # fmt: skip
    hatch, paper = (luminance(color) for color in colors)
    assert (max(hatch, paper) + 0.05) / (min(hatch, paper) + 0.05) >= 3
    assert "repeating-linear-gradient" in style(page, HELD, "backgroundImage")


def luminance(color: str) -> float:
    """The relative luminance of a color such as #1a1d22 or #fff, by WCAG 2.2."""
    digits = color[1:] if len(color) > 4 else "".join(each * 2 for each in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_with_colors_of_the_system_findings_and_focus_still_show(page: Page, shown: Callable[..., None]) -> None:
    shown(1280, 800, forced_colors="active")
    page.open()
    assert page.run("return matchMedia('(forced-colors: active)').matches")
    assert style(page, BALANCE, "outlineStyle") == "none"
    page.type_in(BALANCE, "45,100")
    page.until(lambda: page.cell(BALANCE).get_attribute("data-state") == "error")
    page.until(lambda: style(page, BALANCE, "outlineStyle") == "solid")
    width = style(page, BALANCE, "outlineWidth")
    page.focus(BALANCE)
    assert float(style(page, BALANCE, "outlineWidth").removesuffix("px")) > float(width.removesuffix("px"))


def test_nothing_moves_where_the_system_prefers_less_motion(page: Page, shown: Callable[..., None]) -> None:
    page.open(f"f/{EXAMPLE}/out")
    page.run("document.querySelector('#job').hidden = false")
    assert page.find("progress").is_displayed()
    shown(1280, 800, prefers_reduced_motion="reduce")
    assert not page.find("progress").is_displayed()
    page.open()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: page.cell(BALANCE).get_attribute("data-state") == "error")
    assert page.run("return document.getAnimations().length") == 0
