"""The workbench in Chromium: typing, findings, undo, other programs, and what the browser asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workbench_app import EXAMPLE, example
from workbench_browser import ALT, CONTROL, ENTER, ESCAPE, TAB, Page, running

BALANCE = "/nonDerivativeTable/2/sharesOwnedFollowingTransaction"


def test_a_balance_is_typed_found_wrong_and_undone(page: Page) -> None:
    page.open()
    before = (page.folder / EXAMPLE).read_bytes()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    assert page.saved()["nonDerivativeTable"][2]["sharesOwnedFollowingTransaction"] == 45100
    assert page.cell(BALANCE).get_attribute("aria-invalid") == "true"
    assert "45,100" in page.cell(BALANCE).get_attribute("aria-label")
    assert page.focused() == BALANCE.replace("/2/", "/3/")
    page.keys("z", holding=CONTROL)
    page.until(lambda: "No errors" in page.find("#verdict").text)
    assert (page.folder / EXAMPLE).read_bytes() == before


def test_a_finding_leads_to_its_cell_and_back_and_its_suggestion_is_applied(page: Page) -> None:
    at = "/nonDerivativeTable/4/transactionAcquiredDisposedCode"
    page.open()
    page.type_in(at, "a")
    page.until(lambda: page.find('[data-rule="TC102"]'))
    page.click('[data-rule="TC102"] .head')
    assert page.focused() == at
    page.keys(ENTER, holding=ALT)
    assert page.driver.execute_script("return document.activeElement.className") == "head"
    page.click('[data-rule="TC102"] [data-do=apply]')
    page.until(lambda: page.saved()["nonDerivativeTable"][4]["transactionAcquiredDisposedCode"] == "D")
    page.until(lambda: "No errors" in page.find("#verdict").text)


def test_a_date_that_is_none_stays_in_its_cell_with_the_reason(page: Page) -> None:
    page.open()
    page.type_in("/nonDerivativeTable/0/transactionDate", "11/36/26")
    page.until(lambda: "is not a day" in page.find("#banners").text)
    assert page.find("input.edit").get_attribute("value") == "11/36/26"
    page.keys(ESCAPE)
    assert page.cell("/nonDerivativeTable/0/transactionDate").text == "11/05/2026"


def test_the_verdict_follows_while_a_cell_is_typed(page: Page) -> None:
    page.open()
    before = (page.folder / EXAMPLE).read_bytes()
    page.type_in(BALANCE, "45,10", "0")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    assert (page.folder / EXAMPLE).read_bytes() == before
    page.keys(ESCAPE)
    page.until(lambda: "No errors" in page.find("#verdict").text)


def test_rows_are_added_with_the_keyboard_and_keep_the_focus(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.keys("c", holding=ALT)
    page.until(lambda: len(page.saved()["nonDerivativeTable"]) == 7)
    page.until(lambda: page.focused() == "/nonDerivativeTable/1/securityTitle")


def test_cells_typed_fast_are_all_saved_in_order(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/transactionShares"))
    for number in range(1, 6):
        page.keys(*str(number * 11), ENTER)
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
    page.click("#refused button")
    page.until(lambda: page.saved()["nonDerivativeTable"][2]["sharesOwnedFollowingTransaction"] == 45100)


def test_a_footnote_is_attached_to_a_cell(page: Page) -> None:
    page.open()
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.click("[data-do=notes]")
    page.find("#note-new").send_keys("Held in an account of the bank.")
    page.click("[data-do=notes-save]")
    page.until(lambda: "Held in an account of the bank." in page.saved()["footnotes"].values())
    page.until(lambda: page.cell("/nonDerivativeTable/0/securityTitle").find_element("css selector", "sup"))


def test_a_footnote_is_deleted_and_the_deletion_undone(page: Page) -> None:
    page.open()
    before, count = (page.folder / EXAMPLE).read_bytes(), len(page.saved()["footnotes"])
    page.driver.execute_script("arguments[0].focus()", page.cell("/nonDerivativeTable/0/securityTitle"))
    page.click("[data-do=notes]")
    page.click("[data-do=note-delete][data-for=F2]")
    page.until(lambda: len(page.saved()["footnotes"]) == count - 1)
    page.until(lambda: page.find("[data-do=undo]").get_attribute("aria-disabled") == "false")
    page.click("[data-do=undo]")
    page.until(lambda: (page.folder / EXAMPLE).read_bytes() == before)


def test_a_first_visit_leads_to_the_example_and_its_pdf(driver: Any, tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        page.click("[data-do=example]")
        page.until(lambda: "TECOGEN" in page.find("#page").text)
        assert "No errors" in page.find("#verdict").text
        assert (tmp_path / "tecogen-2017.json").exists()


def test_no_request_leaves_the_computer_and_the_policy_stops_nothing(page: Page) -> None:
    page.driver.get_log("performance")
    page.driver.get_log("browser")
    for screen in ("", "/facts", "/compare", "/out"):
        page.open(f"f/{EXAMPLE}{screen}")
    page.open("")
    page.open()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: "1 error" in page.find("#verdict").text)
    page.keys("o", holding=ALT)
    page.until(lambda: page.focused() == "/documentType")
    page.tab_to("/issuer/issuerCik")
    page.keys(*"0009990009", TAB)
    page.until(lambda: page.saved()["issuer"]["issuerCik"] == "0009990009")
    events = [json.loads(each["message"])["message"] for each in page.driver.get_log("performance")]
    sent = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    assert any(url.endswith("/unprinted") for url in sent)
    hosts = {urlsplit(url).netloc for url in sent if url.startswith("http")}
    assert hosts == {urlsplit(page.home).netloc}
    assert [each["message"] for each in page.driver.get_log("browser")] == []


def test_a_filers_words_run_no_script(driver: Any, tmp_path: Path) -> None:
    attack = "<img src=x onerror=document.title='attacked'><script>document.title='attacked'</script>"
    row = {"kind": "transaction", "securityTitle": attack, "natureOfOwnership": attack}
    example(
        tmp_path, issuer={"issuerName": attack, "issuerTradingSymbol": attack}, nonDerivativeTable=[row],
        reportingOwners=[{"rptOwnerName": attack, "rptOwnerStreet1": attack}], footnotes={"F1": attack}, remarks=attack,
    )  # fmt: skip
    with running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path)
        page.open()
        for head in driver.find_elements("css selector", ".finding .head"):
            driver.execute_script("arguments[0].click()", head)
        assert not driver.find_elements("css selector", "#main img")
        assert "attacked" not in driver.title.replace(attack, "")
        assert page.cell("/remarks").text == attack
