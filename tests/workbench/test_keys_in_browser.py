"""What the keyboard alone does: a range is pasted, a list is chosen from, rows are moved and deleted."""

from __future__ import annotations

from workbench_browser import ALT, CONTROL, DELETE, DOWN, ENTER, SHIFT, Page

ROW = "/nonDerivativeTable/0"
SELECTS = (
    "const box = document.createElement('textarea'); box.value = arguments[0]; document.body.append(box);"
    "box.focus(); box.select();"
)


def test_a_range_of_a_spreadsheet_is_pasted_and_undone_at_once(page: Page) -> None:
    page.open()
    before = (page.folder / page.name).read_bytes()
    page.run(SELECTS, "1,000\tD\t$ 41.00\r\n2,000\tA\t42\r\n")
    page.keys("c", holding=CONTROL)
    page.focus(f"{ROW}/transactionShares")
    page.keys("v", holding=CONTROL)
    page.until(lambda: page.saved()["nonDerivativeTable"][1]["transactionShares"] == 2000)
    assert page.saved()["nonDerivativeTable"][0]["transactionAcquiredDisposedCode"] == "D"
    page.until(lambda: page.focused() == f"{ROW}/transactionShares")
    page.keys("z", holding=CONTROL)
    page.until(lambda: (page.folder / page.name).read_bytes() == before)


def test_a_code_is_chosen_from_the_list_with_its_words(page: Page) -> None:
    page.open()
    page.focus(f"{ROW}/transactionCode")
    page.keys(*"gi")
    page.until(lambda: page.find("#choices [data-code=G]").text.endswith("gift"))
    page.keys(DOWN, ENTER)
    page.until(lambda: page.saved()["nonDerivativeTable"][0]["transactionCode"]["value"] == "G")


def test_a_row_is_moved_and_deleted_and_the_focus_stays_with_it(page: Page) -> None:
    page.open()
    rows = page.saved()["nonDerivativeTable"]
    page.focus(f"{ROW}/securityTitle")
    page.keys(DOWN, holding=ALT + SHIFT)
    page.until(lambda: page.saved()["nonDerivativeTable"][1]["transactionShares"] == rows[0]["transactionShares"])
    page.until(lambda: page.focused() == "/nonDerivativeTable/1/securityTitle")
    page.keys(DELETE, holding=ALT)
    page.until(lambda: len(page.saved()["nonDerivativeTable"]) == len(rows) - 1)
