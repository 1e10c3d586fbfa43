"""What the keyboard alone does: a range is pasted, a list is chosen from, rows are moved and deleted."""

from __future__ import annotations

from workbench_app import example
from workbench_browser import ALT, CONTROL, DELETE, DOWN, ENTER, F2, SHIFT, TAB, Page

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


def test_a_copied_row_has_the_cells_of_the_row_above(page: Page) -> None:
    page.open()
    first, second, *_ = page.saved()["nonDerivativeTable"]
    page.focus(f"{ROW}/securityTitle")
    page.keys("c", holding=ALT)
    page.until(lambda: page.focused() == "/nonDerivativeTable/1/securityTitle")
    assert page.saved()["nonDerivativeTable"][:3] == [first, first, second]


def test_a_footnote_is_attached_and_those_after_it_are_renumbered(page: Page) -> None:
    """As long as no text mentions one by its number, as the text of F2 does in the shipped example."""
    before = page.saved()
    example(page.folder, footnotes=before["footnotes"] | {"F2": "Before commissions.", "F3": "Average price."})
    page.open()
    before = page.saved()
    assert before["nonDerivativeTable"][1]["transactionPricePerShare"]["footnotes"] == ["F2"]
    page.focus(f"{ROW}/transactionPricePerShare")
    page.keys(F2, holding=SHIFT)
    page.until(lambda: page.find("#d-notes[open]"))
    while page.run("return document.activeElement.id") != "note-new":
        page.keys(TAB)
    page.keys(*"Net of fees.")
    page.keys(ENTER, holding=CONTROL)
    page.until(lambda: len(page.saved()["footnotes"]) == len(before["footnotes"]) + 1)
    after = page.saved()
    assert after["footnotes"]["F2"] == "Net of fees."
    assert after["footnotes"]["F3"] == before["footnotes"]["F2"]
    assert after["nonDerivativeTable"][0]["transactionPricePerShare"] == {"value": 18.25, "footnotes": ["F2"]}
    assert after["nonDerivativeTable"][1]["transactionPricePerShare"]["footnotes"] == ["F3"]
    page.until(lambda: page.focused() == f"{ROW}/transactionPricePerShare")


def test_a_finding_is_accepted_with_a_reason_and_a_name(page: Page) -> None:
    balance = "/nonDerivativeTable/2/sharesOwnedFollowingTransaction"
    page.open()
    page.type_in(balance, "45,100")
    page.until(lambda: page.cell(balance).get_attribute("data-state") == "error")
    page.focus(balance)
    page.keys("x", holding=ALT)
    page.until(lambda: page.find("#d-accept[open]"))
    page.keys(*"Includes shares of a dividend.", TAB, *"J. Counsel")
    page.keys(ENTER, holding=CONTROL)
    page.until(lambda: "No errors" in page.find("#verdict").text)
    [accepted] = page.saved()["overrides"]
    assert (accepted["reason"], accepted["by"]) == ("Includes shares of a dividend.", "J. Counsel")
    assert page.cell(balance).get_attribute("data-state") == "accepted"
    assert page.focused() == balance
