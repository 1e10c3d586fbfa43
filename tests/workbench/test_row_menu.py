"""The menu of a row, hints of keys, and what the Form screen says and shows after a change."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from workbench_app import EXAMPLE, NOW, Bench, change, example
from workbench_browser import ALT, CONTROL, DOWN, END, ENTER, ESCAPE, HOME, SHIFT, TAB, UP, Page

from form4gen.api.editing import scripts, style_of
from form4gen.api.filing_time import TimeBasis
from form4gen.workbench.words import minutes_left, without_keys

ROW = "/nonDerivativeTable/2"
SHARES = f"{ROW}/transactionShares"
BALANCE = f"{ROW}/sharesOwnedFollowingTransaction"
AT_CURSOR = """
const {value, selectionStart: start} = document.querySelector("#json");
return document.activeElement.id === "json" && value.slice(start).split("\\n")[0].trim();
"""
ROW_ITEMS = ["New row below", "Copy below", "Move up", "Move down", "Delete"]


def items(page: Page) -> list[str]:
    found: list[str] = page.run(
        "return [...document.querySelectorAll('#row-menu:not([hidden]) [role=menuitem]')]"
        ".filter((each) => !each.hidden).map((each) => each.firstChild.textContent.trim())"
    )
    return found


def active(page: Page) -> str:
    found: str = page.run("return document.activeElement.firstChild?.textContent?.trim() || ''")
    return found


def opened(page: Page, at: str) -> None:
    page.focus(at)
    page.keys("r", holding=ALT)
    page.until(lambda: items(page))


def test_the_menu_has_what_the_keys_do_and_the_arrows_go_around(page: Page) -> None:
    page.open()
    opened(page, SHARES)
    assert items(page) == ROW_ITEMS
    assert active(page) == "New row below"
    page.keys(UP)
    assert active(page) == "Delete"
    page.keys(DOWN)
    assert active(page) == "New row below"
    page.keys(END)
    assert active(page) == "Delete"
    page.keys(HOME)
    assert active(page) == "New row below"
    for key in (ESCAPE, TAB):
        page.keys(key)
        assert items(page) == []
        assert page.focused() == SHARES
        page.keys("r", holding=ALT)
    page.run("document.querySelector('[data-do=keys]').focus()")
    assert items(page) == []


@pytest.mark.parametrize(
    ("steps", "number", "at"), [(0, 7, 3), (1, 7, 3), (2, 6, 1), (3, 6, 3), (4, 5, 2)],
    ids=["new", "copy", "up", "down", "delete"],
)  # fmt: skip
def test_an_item_does_its_work_and_the_focus_stays_with_the_row(page: Page, steps: int, number: int, at: int) -> None:
    page.open()
    rows = page.saved()["nonDerivativeTable"]
    opened(page, f"{ROW}/securityTitle")
    page.keys(*[DOWN] * steps, ENTER)
    page.until(lambda: page.saved()["nonDerivativeTable"] != rows)
    assert len(page.saved()["nonDerivativeTable"]) == number
    page.until(lambda: page.focused() == f"/nonDerivativeTable/{at}/securityTitle")


def test_a_reporting_person_and_a_signature_are_copied_moved_and_deleted(page: Page) -> None:
    page.open()
    opened(page, "/ownerSignatures/0/signatureName")
    assert items(page) == ["Copy below", "Move up", "Move down", "Delete"]
    page.keys(ESCAPE)
    page.focus("/periodOfReport")
    page.keys("r", holding=ALT)
    page.told("Go to a row of Table I or Table II, a reporting person or a signature first.")
    assert items(page) == []


def test_the_button_of_the_bar_opens_the_menu_and_gets_the_focus_back(page: Page) -> None:
    page.open()
    page.focus(SHARES)
    page.click("#cellbar [data-do=row-menu]")
    assert items(page) == ROW_ITEMS
    page.keys(ESCAPE)
    assert page.run("return document.activeElement.dataset.do") == "row-menu"


def test_control_home_and_end_go_to_the_first_and_the_last_cell_of_the_table(page: Page) -> None:
    page.open()
    page.focus(SHARES)
    page.keys(END, holding=CONTROL)
    assert page.focused() == "/nonDerivativeTable/5/natureOfOwnership"
    page.keys(HOME, holding=CONTROL)
    assert page.focused() == "/nonDerivativeTable/0/securityTitle"


def test_the_verdict_is_said_first_when_it_changes_and_a_new_finding_of_the_cell_last(page: Page) -> None:
    page.open()
    page.type_in(BALANCE, "45,100")
    page.told("Do not file: 1 error")
    said = page.find("#say").get_attribute("textContent")
    assert said.index("Do not file") < said.index("45,100. 1 error") < said.index("The running balance does not add up")
    page.type_in("/issuer/issuerName", "Sample Corp")
    page.told("Sample Corp. 1 error")
    assert page.find("#say").get_attribute("textContent").startswith("Item 2, Issuer Name")


def test_a_finding_elsewhere_is_counted(page: Page) -> None:
    page.open()
    page.type_in(SHARES, "6,601")
    page.told("new finding elsewhere, F8 goes to it.")


def test_what_changed_last_is_shown_with_undo(page: Page) -> None:
    page.open()
    before = (page.folder / page.name).read_bytes()
    assert not page.find("#last").is_displayed()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: page.find("#last").is_displayed())
    assert "45,100" in page.find("#last-said").text
    page.click("#last [data-do=undo]")
    page.until(lambda: (page.folder / page.name).read_bytes() == before)
    page.until(lambda: page.find("#last-said").text.startswith("Undone: "))
    assert not page.find("#last [data-do=undo]").is_displayed()


def test_a_cell_that_another_program_changed_is_marked_until_it_has_the_focus(page: Page) -> None:
    page.open()
    rows = page.saved()["nonDerivativeTable"]
    rows[2]["sharesOwnedFollowingTransaction"] = 45100
    example(page.folder, nonDerivativeTable=rows)
    page.until(lambda: page.find("#page .theirs").get_attribute("data-at") == BALANCE)
    page.type_in("/issuer/issuerName", "Sample Corp")
    page.told("Sample Corp")
    assert page.run("return document.querySelectorAll('#page .theirs').length") == 1
    page.focus(BALANCE)
    assert page.run("return document.querySelectorAll('#page .theirs').length") == 0


def test_the_json_view_begins_at_the_top_and_control_s_says_when_the_form_was_saved(page: Page) -> None:
    page.open()
    page.focus(SHARES)
    page.keys("s", holding=CONTROL)
    page.told("Saved ")
    assert page.find("#saved").text.endswith(".m.")
    page.keys("j", holding=ALT)
    page.until(lambda: page.find("#json").is_displayed())
    assert page.run("const {scrollTop, selectionEnd} = document.activeElement; return [scrollTop, selectionEnd]") == [
        0,
        0,
    ]
    page.keys("j", holding=ALT)
    page.until(lambda: page.focused() == SHARES)


def test_every_key_of_the_menu_is_in_the_list_of_keys() -> None:
    shown = style_of("workbench.form.html.jinja")
    assert "menu.js" in scripts()
    for key in ("Alt R", "Alt N", "Alt C", "Alt Shift", "Alt Delete", "Ctrl S"):
        assert f"<kbd>{key}</kbd>" in shown


@pytest.mark.parametrize(("width", "is_there"), [(1280, True), (390, False)])
def test_hints_of_keys_are_shown_where_there_is_room(page: Page, width: int, is_there: bool) -> None:  # noqa: FBT001
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    page.open()
    assert page.find("[data-do=panel] kbd").is_displayed() == is_there
    page.run("document.querySelector('[data-do=keys]').click()")
    assert page.find("#d-keys kbd").is_displayed()
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_on_a_phone_each_value_of_a_row_is_seen_below_its_label(page: Page) -> None:
    metrics = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    page.open()
    page.focus(BALANCE)
    box: dict[str, Any] = page.run(
        "const range = document.createRange(); range.selectNodeContents(arguments[0]);"
        "const {left, right, bottom} = range.getBoundingClientRect(), cell = arguments[0].getBoundingClientRect();"
        "return {left, right, hangs: bottom - cell.bottom, wide: document.documentElement.clientWidth}",
        page.cell(BALANCE),
    )
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert 0 <= box["left"] < box["right"] <= box["wide"]
    assert box["hangs"] <= 0


def test_a_download_that_is_withheld_says_why_and_leads_to_the_cell(page: Page) -> None:
    page.open(f"f/{EXAMPLE}/out")
    assert not page.driver.find_elements("css selector", "[aria-disabled=true]")
    page.open()
    page.type_in(BALANCE, "45,100")
    page.until(lambda: page.saved()["nonDerivativeTable"][2]["sharesOwnedFollowingTransaction"] == 45100)
    page.open(f"f/{EXAMPLE}/out")
    button = page.find("[data-kind=test]")
    assert button.get_attribute("aria-disabled") == "true"
    button.click()
    page.told("Withheld. Table I, row 3, column 5, Amount Beneficially Owned: The running balance does not add up")
    page.click("#why-test a")
    page.until(lambda: page.focused() == BALANCE)


def test_the_xml_is_withheld_only_while_edgar_would_suspend_it(tmp_path: Path) -> None:
    example(tmp_path)
    client = Bench(tmp_path).client()
    assert change(client, do="cell", at=BALANCE, kind="amount", text="45,100").status_code == 200
    out = client.get(f"/f/{EXAMPLE}/out").text
    assert ('id="why-test"' in out, 'id="why-xml"' in out) == (True, False)
    assert change(client, do="cell", at="/issuer/issuerCik", kind="beside", text="").status_code == 200
    assert 'id="why-xml"' in client.get(f"/f/{EXAMPLE}/out").text
    (tmp_path / EXAMPLE).write_text("{}", "utf-8")
    assert 'id="why-pdf"' in client.get(f"/f/{EXAMPLE}/out").text


def test_a_row_is_moved_from_the_menu_as_by_its_key(page: Page) -> None:
    page.open()
    first = (page.folder / page.name).read_bytes()
    page.focus(f"{ROW}/securityTitle")
    page.keys(DOWN, holding=ALT + SHIFT)
    page.until(lambda: (page.folder / page.name).read_bytes() != first)
    by_key = (page.folder / page.name).read_bytes()
    page.keys("z", holding=CONTROL)
    page.until(lambda: (page.folder / page.name).read_bytes() == first)
    page.told("Undone")  # and the page is drawn anew
    opened(page, f"{ROW}/securityTitle")
    page.keys(DOWN, DOWN, DOWN, ENTER)
    page.until(lambda: (page.folder / page.name).read_bytes() == by_key)


def tick(page: Page, minutes: int) -> None:
    """The verdict, as the server sends it while the time runs on."""
    due = f'<span class="due" data-minutes="{minutes}">Due in {minutes}</span>'
    page.run("document.dispatchEvent(new CustomEvent('verdict', {detail: arguments[0]}))", due)


def test_the_time_left_is_said_when_a_limit_is_passed_and_never_else(page: Page) -> None:
    page.open()
    for minutes, said in ((400, ""), (361, ""), (360, "360"), (359, "360"), (61, "360"), (60, "60"), (16, "60"),
                          (15, "15"), (1, "15"), (-1, "-1"), (-2, "-1")):  # fmt: skip
        tick(page, minutes)
        time.sleep(0.1)  # a text is said a moment later
        assert page.find("#say").get_attribute("textContent") == (f"Due in {said}" if said else "")


def test_enter_in_the_search_of_the_desk_opens_the_first_filing_that_is_found(page: Page) -> None:
    example(page.folder, "tecogen-2017.json")
    page.open("")
    page.keys("/")
    page.keys(*"tecogen", ENTER)
    page.until(lambda: page.driver.current_url.endswith("/f/tecogen-2017.json"))


def test_the_panel_counts_errors_as_the_verdict_does(tmp_path: Path) -> None:
    example(tmp_path)
    client = Bench(tmp_path).client()
    at = "/nonDerivativeTable/4/transactionAcquiredDisposedCode"
    shown = change(client, do="cell", at=at, kind="direction", text="A").json()
    assert "Do not file: 1 error" in shown["verdict"]
    assert "<h3>Errors (1, in 2 places)</h3>" in shown["findings"]


def test_a_remedy_beside_the_page_names_no_key_of_the_json(tmp_path: Path) -> None:
    example(tmp_path)
    client = Bench(tmp_path).client()
    shown = change(client, do="cell", at="/periodOfReport", kind="date", text="").json()["findings"]
    assert "Enter the date of the earliest transaction required to be reported." in shown
    assert without_keys("Enter it (`a`), or that (`b`).") == "Enter it, or that."
    assert without_keys("Enter it (`a") == "Enter it (`a"


@pytest.mark.parametrize(
    ("minutes", "basis"), [(61, TimeBasis.CLOCK), (0, TimeBasis.CLOCK), (-1, TimeBasis.CLOCK), (None, TimeBasis.OPTION)]
)
def test_the_minutes_left_are_those_to_now(minutes: int | None, basis: TimeBasis) -> None:
    report = SimpleNamespace(filed_at=NOW, time_basis=basis)
    assert minutes_left(cast("Any", report), NOW + timedelta(minutes=minutes or 0)) == minutes
    assert minutes_left(cast("Any", report), None) is None


def test_the_address_of_the_first_person_is_offered_for_further_ones_alone(page: Page) -> None:
    page.open()
    page.run("document.querySelector('[data-do=add-entry][data-for=\"/reportingOwners\"]').click()")
    page.until(lambda: len(page.saved()["reportingOwners"]) == 2)
    opened(page, "/reportingOwners/0/rptOwnerName")
    assert items(page) == ["Copy below", "Move up", "Move down", "Delete"]
    page.keys(ESCAPE)
    opened(page, "/reportingOwners/1/rptOwnerName")
    assert items(page)[0] == "Same address as reporting person 1"
    page.keys(ENTER)
    first, second = page.until(lambda: [each for each in page.saved()["reportingOwners"] if "rptOwnerCity" in each][1:]
                               and page.saved()["reportingOwners"])  # fmt: skip
    assert second["rptOwnerStreet1"] == first["rptOwnerStreet1"]
    page.until(lambda: page.focused() == "/reportingOwners/1/rptOwnerStreet1")


def test_the_button_at_a_table_opens_the_menu_of_the_row_in_focus(page: Page) -> None:
    page.open()
    button = '.wb [data-do=row-menu][data-for="nonDerivativeTable"]'
    page.find(button).send_keys(ENTER)
    page.told("Go to a row of Table I or Table II")
    page.focus(SHARES)
    page.find(button).send_keys(ENTER)
    page.until(lambda: items(page) == ROW_ITEMS)
    assert "Alt N adds a row below" in page.find(".one + .wb").text


@pytest.mark.parametrize(("at", "line"), [(SHARES, '"transactionShares": 6500,'), ("/remarks", "{")])
def test_the_json_view_opens_at_the_line_of_the_cell_in_focus(page: Page, at: str, line: str) -> None:
    """A value that the file does not have leads to the part that would have it."""
    page.open()
    page.type_in(SHARES, "6,500")
    page.until(lambda: page.saved()["nonDerivativeTable"][2]["transactionShares"] == 6500)
    if at == "/remarks":
        page.click("[data-do=remarks]")
        page.keys(ESCAPE)
    page.focus(at)
    page.keys("j", holding=ALT)
    page.until(lambda: page.run(AT_CURSOR) == line)
    page.until(lambda: (page.run("return document.querySelector('#json').scrollTop") > 0) == (at == SHARES))
