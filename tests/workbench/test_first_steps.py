"""The first steps that the example shows: each is checked off when it is done, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workbench_app import Bench, example
from workbench_browser import CONTROL, ENTER, Page, running

CELL = "/nonDerivativeTable/0/transactionAcquiredDisposedCode"
TECOGEN = "tecogen-2017.json"


@pytest.fixture
def page(driver: Any, tmp_path: Path) -> Iterator[Page]:
    """A first visit: the folder is empty, and the example is opened."""
    with running(tmp_path) as (_, address):
        found = Page(driver, address, tmp_path, TECOGEN)
        found.find("[data-do=example]").click()
        found.until(lambda: found.find("#guide li[aria-current]"))
        yield found
        driver.get("about:blank")


def steps(page: Page) -> tuple[int, int]:
    """How many steps are checked off, and the number of the one that is next."""
    done: int = page.run("return document.querySelectorAll('#guide li[data-done]').length")
    items = "[...document.querySelectorAll('#guide li')]"
    following: int = page.run(f"return {items}.findIndex((each) => each.ariaCurrent === 'step')")
    return done, following


def reaches(page: Page, done: int) -> None:
    page.until(lambda: steps(page) == (done, done))


def test_each_step_leads_to_the_next_and_is_checked_off(page: Page) -> None:
    before = (page.folder / TECOGEN).read_bytes()
    assert steps(page) == (0, 0)
    page.find("[data-do=guide-cell]").send_keys(ENTER)
    assert page.focused() == CELL
    page.keys("D", ENTER)
    reaches(page, 1)
    assert page.saved()["nonDerivativeTable"][0]["transactionAcquiredDisposedCode"] == "D"
    page.find(f'.finding[data-at="{CELL}"] .head').send_keys(ENTER)
    reaches(page, 2)
    page.find(f'.finding[data-at="{CELL}"] [data-do=apply]').send_keys(ENTER)
    reaches(page, 3)
    assert page.saved()["nonDerivativeTable"][0]["transactionAcquiredDisposedCode"] == "A"
    assert (page.folder / TECOGEN).read_bytes() == before


def test_undo_completes_the_third_step_as_well(page: Page) -> None:
    page.find("[data-do=guide-cell]").send_keys(ENTER)
    page.keys("D", ENTER)
    reaches(page, 1)
    page.find(f'.finding[data-at="{CELL}"] .head').send_keys(ENTER)
    reaches(page, 2)
    page.keys("z", holding=CONTROL)
    reaches(page, 3)


def test_a_step_that_was_done_in_another_way_does_not_check_off_the_others(page: Page) -> None:
    page.type_in("/remarks", "x")
    page.until(lambda: page.saved()["remarks"] == "x")
    assert steps(page) == (0, 0)


def test_the_steps_are_closed_and_do_not_come_back(page: Page) -> None:
    page.find("[data-do=guide-close]").send_keys(ENTER)
    assert not page.find("#guide").is_displayed()
    page.open()
    assert not page.find("#guide").is_displayed()


def test_the_steps_are_for_the_example_alone(page: Page) -> None:
    example(page.folder)
    page.open("f/exercise-and-sale.json")
    assert not page.find("#guide").is_displayed()
    page.open()
    assert page.find("#guide").is_displayed()


@pytest.mark.parametrize("codes", ["", "P", "J", "M, S, F, A"])
def test_a_new_form_is_blank_and_says_in_words_what_is_missing(tmp_path: Path, codes: str) -> None:
    client = Bench(tmp_path).client()
    made = client.post("/new", json={"from": "codes", "codes": codes})
    assert made.status_code == 201
    assert "FILL IN" not in (tmp_path / "form4.json").read_text("utf-8")
    shown = client.get("/f/form4.json/view").json()
    assert "FILL IN" not in shown["findings"]
    assert "The issuer&#39;s CIK is missing." in shown["findings"]
    assert "FILL IN" not in client.get("/f/form4.json/unprinted").text
