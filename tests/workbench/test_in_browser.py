"""The workbench in Chromium: typing, findings, undo, other programs, and what the browser asks for."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser import axe
from command_line import start
from workbench_app import EXAMPLE, example
from workbench_browser import chromium, running

from form4gen.resources import path_of

BALANCE = "/nonDerivativeTable/2/sharesOwnedFollowingTransaction"


class Page:
    """A screen of the workbench in a browser."""

    def __init__(self, driver: Any, address: str, folder: Path) -> None:
        self.driver, self.folder = driver, folder
        driver.get(address)
        self.until(lambda: driver.title.startswith("Desk"))
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
            assert time.monotonic() < end, "not so within 30 seconds"
            time.sleep(0.05)

    def open(self, path: str = f"f/{EXAMPLE}") -> None:
        self.driver.get(self.home + path)
        self.until(lambda: self.find("[data-at], .screen h1"))

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def cell(self, at: str) -> Any:
        return self.find(f'[data-at="{at}"]')

    def keys(self, *keys: str, holding: str = "") -> None:
        actions = pytest.importorskip("selenium.webdriver").ActionChains(self.driver)
        if holding:
            actions.key_down(holding)
        for key in keys:
            actions.send_keys(key)
        if holding:
            actions.key_up(holding)
        actions.perform()

    def type_in(self, at: str, text: str, last: str = "\ue007") -> None:
        self.driver.execute_script("arguments[0].focus()", self.cell(at))
        self.keys(*text, last)

    def saved(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / EXAMPLE).read_text("utf-8"))
        return found

    def focused(self) -> str:
        at: str = self.driver.execute_script("return document.activeElement.dataset.at || ''")
        return at


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    example(tmp_path)
    with chromium() as driver, running(tmp_path) as (_, address):
        yield Page(driver, address, tmp_path)


def test_a_balance_is_typed_found_wrong_and_undone(page: Page) -> None:
    page.open()
    before = (page.folder / EXAMPLE).read_bytes()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    assert page.saved()["nonDerivativeTable"][2]["sharesOwnedFollowingTransaction"] == 45100
    assert page.cell(BALANCE).get_attribute("aria-invalid") == "true"
    assert "45,100" in page.cell(BALANCE).get_attribute("aria-label")
    assert page.focused() == BALANCE.replace("/2/", "/3/")
    page.keys("z", holding="\ue009")
    page.until(lambda: "0 errors" in page.find("#verdict").text)
    assert (page.folder / EXAMPLE).read_bytes() == before


def test_a_finding_leads_to_its_cell_and_back_and_its_suggestion_is_applied(page: Page) -> None:
    at = "/nonDerivativeTable/4/transactionAcquiredDisposedCode"
    page.open()
    page.type_in(at, "a")
    page.until(lambda: page.find('[data-rule="TC102"]'))
    page.find('[data-rule="TC102"] .head').click()
    assert page.focused() == at
    page.keys("\ue007", holding="\ue00a")
    assert page.driver.execute_script("return document.activeElement.className") == "head"
    page.find('[data-rule="TC102"] [data-do=apply]').click()
    page.until(lambda: page.saved()["nonDerivativeTable"][4]["transactionAcquiredDisposedCode"] == "D")
    page.until(lambda: "0 errors" in page.find("#verdict").text)


def test_a_date_that_is_none_stays_in_its_cell_with_the_reason(page: Page) -> None:
    page.open()
    page.type_in("/nonDerivativeTable/0/transactionDate", "11/36/26")
    page.until(lambda: "is not a day" in page.find("#banners").text)
    assert page.find("input.edit").get_attribute("value") == "11/36/26"
    page.keys("\ue00c")
    assert page.cell("/nonDerivativeTable/0/transactionDate").text == "11/05/2026"


def test_the_verdict_follows_while_a_cell_is_typed(page: Page) -> None:
    page.open()
    before = (page.folder / EXAMPLE).read_bytes()
    page.type_in(BALANCE, "45,10", "0")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    assert (page.folder / EXAMPLE).read_bytes() == before
    page.keys("\ue00c")
    page.until(lambda: "0 errors" in page.find("#verdict").text)


def test_rows_are_added_with_the_keyboard_and_keep_the_focus(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.keys("c", holding="\ue00a")
    page.until(lambda: len(page.saved()["nonDerivativeTable"]) == 7)
    page.until(lambda: page.focused() == "/nonDerivativeTable/1/securityTitle")


def test_cells_typed_fast_are_all_saved_in_order(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/transactionShares"))
    for number in range(1, 6):
        page.keys(*str(number * 11), "\ue007")
    page.until(lambda: page.saved()["nonDerivativeTable"][4]["transactionShares"] == 55)
    assert [row["transactionShares"] for row in page.saved()["nonDerivativeTable"][:5]] == [11, 22, 33, 44, 55]


def test_what_another_program_writes_is_shown_and_not_overwritten(page: Page) -> None:
    page.open()
    example(page.folder, remarks="By another program.")
    page.until(lambda: "By another program." in page.find("#page").text)
    assert "Another program or tab changed 1 place: Remarks." in page.find("#banners").text
    assert page.saved()["remarks"] == "By another program."


def test_a_change_that_cannot_be_sent_is_kept_in_the_tab(page: Page) -> None:
    page.open()
    page.driver.set_network_conditions(offline=True, latency=0, throughput=0)
    page.type_in(BALANCE, "45,100")
    page.until(lambda: "kept in this tab" in page.find("#banners").text)
    page.driver.delete_network_conditions()
    page.open()
    page.until(lambda: "1 not saved" in page.find("#banners").text)
    page.find("#refused button").click()
    page.until(lambda: page.saved()["nonDerivativeTable"][2]["sharesOwnedFollowingTransaction"] == 45100)


def test_a_footnote_is_attached_to_a_cell(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.find("[data-do=notes]").click()
    page.find("#note-new").send_keys("Held in an account of the bank.")
    page.find("[data-do=notes-save]").click()
    page.until(lambda: "Held in an account of the bank." in page.saved()["footnotes"].values())
    page.until(lambda: page.cell("/nonDerivativeTable/0/securityTitle").find_element("css selector", "sup"))


TAB, ENTER, SPACE, ALT = "\ue004", "\ue007", " ", "\ue00a"
HEAD = (
    "", "", "Benjamin Locke M.", "45 FIRST AVE", "", "WALTHAM", "MA", "02451", "", "TECOGEN INC.", "TGEN", "",
    "11/14/17", "", "", SPACE, "", "", "Co-CEO", "",
)  # fmt: skip
ROW = ("Common Stock", "11/14/2017", "", "p", "", "2,000", "a", "2.64", "3,418", "d", "")


def test_a_footnote_is_deleted_and_the_deletion_undone(page: Page) -> None:
    page.open()
    before, count = (page.folder / EXAMPLE).read_bytes(), len(page.saved()["footnotes"])
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.find("[data-do=notes]").click()
    page.find("[data-do=note-delete][data-for=F2]").click()
    page.until(lambda: len(page.saved()["footnotes"]) == count - 1)
    page.until(lambda: page.find("[data-do=undo]").get_attribute("aria-disabled") == "false")
    page.find("[data-do=undo]").click()
    page.until(lambda: (page.folder / EXAMPLE).read_bytes() == before)


def test_the_tecogen_form_is_typed_from_nothing_with_the_keyboard(tmp_path: Path) -> None:
    """Its page is that of the shipped example, byte for byte, except for the power of attorney."""
    (tmp_path / EXAMPLE).write_text('{"documentType": "4"}', "utf-8")
    with chromium() as driver, running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        page.open()
        driver.execute_script("arguments[0].focus()", page.cell("/notSubjectToSection16"))
        for text in HEAD:
            page.keys(*text, TAB)
        page.until(lambda: page.saved()["reportingOwners"][0].get("officerTitle") == "Co-CEO")
        page.keys("n", holding=ALT)
        page.until(lambda: page.focused() == "/nonDerivativeTable/0/securityTitle")
        for text in ROW:
            page.keys(*text, TAB)
        page.until(lambda: page.saved()["nonDerivativeTable"][0].get("directOrIndirectOwnership") == "D")
        driver.execute_script("document.querySelector('[data-do=remarks]').focus()")
        page.keys(ENTER)
        page.keys(*"Exhibit List: Exhibit 24 - Power of Attorney", ENTER)
        page.until(lambda: "remarks" in page.saved())
        driver.execute_script("document.querySelector('[data-do=signature]').focus()")
        page.keys(ENTER)
        page.until(lambda: page.focused() == "/ownerSignatures/0/signatureName")
        page.keys(*"Benjamin Locke", TAB)
        page.keys(*"Nov 14, 2017", TAB)
        page.until(lambda: page.saved()["ownerSignatures"][0].get("signatureDate") == "2017-11-14")
        for at, text in (("/issuer/issuerCik", "0001537435"), ("/reportingOwners/0/rptOwnerCik", "0001625781"),
                         ("/ownerSignatures/0/capacity", "self")):  # fmt: skip
            driver.execute_script("document.querySelector('#d-beside').open = true")
            driver.execute_script(f"document.querySelector('[data-beside=\"{at}\"]').focus()")
            page.keys(*text, TAB)
            page.until(lambda text=text: text in json.dumps(page.saved()))
    shipped = json.loads(Path(path_of("schemas", "examples", "tecogen-2017.json")).read_text("utf-8"))
    wanted = {key: value for key, value in shipped.items() if key in page.saved()}
    assert page.saved() == wanted
    assert list(page.saved()) == list(wanted)
    assert shipped.keys() - wanted.keys() <= {
        "$schema", "aff10b5One", "derivativeTable", "footnotes", "powersOfAttorney", "context",
    }  # fmt: skip
    shipped.pop("powersOfAttorney")
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / EXAMPLE).write_text(json.dumps(shipped), "utf-8")
    pages = []
    for source in (tmp_path / EXAMPLE, tmp_path / "shipped" / EXAMPLE):
        out = source.parent / "out"
        start("render", str(source), "--html", "--draft", "--no-config", "-o", str(out))
        pages.append((out / "exercise-and-sale.html").read_bytes())
    assert pages[0] == pages[1]


def test_a_first_visit_leads_to_the_example_and_its_pdf(tmp_path: Path) -> None:
    with chromium() as driver, running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        page.find("[data-do=example]").click()
        page.until(lambda: "TECOGEN" in page.find("#page").text)
        assert "0 errors" in page.find("#verdict").text
        assert (tmp_path / "tecogen-2017.json").exists()


def test_no_request_leaves_the_computer_and_the_policy_stops_nothing(page: Page) -> None:
    for path in ("", f"f/{EXAMPLE}", f"f/{EXAMPLE}/out"):
        page.open(path)
    page.open()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    events = [json.loads(each["message"])["message"] for each in page.driver.get_log("performance")]
    sent = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    hosts = {urlsplit(url).netloc for url in sent if url.startswith("http")}
    assert hosts == {urlsplit(page.home).netloc}
    assert [each["message"] for each in page.driver.get_log("browser")] == []


def test_a_filers_words_run_no_script(tmp_path: Path) -> None:
    attack = "<img src=x onerror=document.title='attacked'><script>document.title='attacked'</script>"
    row = {"kind": "transaction", "securityTitle": attack, "natureOfOwnership": attack}
    example(
        tmp_path, issuer={"issuerName": attack, "issuerTradingSymbol": attack}, nonDerivativeTable=[row],
        reportingOwners=[{"rptOwnerName": attack, "rptOwnerStreet1": attack}], footnotes={"F1": attack}, remarks=attack,
    )  # fmt: skip
    with chromium() as driver, running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        page.open()
        for head in driver.find_elements("css selector", ".finding .head"):
            driver.execute_script("arguments[0].click()", head)
        assert not driver.find_elements("css selector", "#main img")
        assert "attacked" not in driver.title.replace(attack, "")
        assert page.cell("/remarks").text == attack


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
