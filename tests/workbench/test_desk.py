"""The desk and the downloads: the time left, a form that is started from fills, and what is heard of long work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workbench_app import EXAMPLE, Bench, example
from workbench_browser import TAB, Page, running

FILED_AT: dict[str, Any] = {"context": {"filedAt": "2026-11-09T17:30:00-05:00"}}
TRADES = """Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
11/05/2026,Buy,XMPL,EXAMPLE CORP,"1,200",$12.35,,"-$14,820.00"
"""
CLOCK = """
window.heard = [];
const say = document.querySelector("#say"), times = [5, 14, 15, 16, 29, 31];
new MutationObserver(() => heard.push(say.textContent)).observe(say, {childList: true});
window.fetch = async (address) => {
  const isBegun = address.startsWith("/jobs/"), seconds = times.shift();
  const state = seconds ? {state: "running", seconds} : {state: "failed", said: "Stopped."};
  const answer = isBegun ? state : (times.unshift(seconds), {job: "0"});
  const headers = {"Content-Type": "application/json"};
  return new Response(JSON.stringify(answer), {status: isBegun ? 200 : 202, headers});
};
"""


@pytest.fixture
def empty(driver: Any, tmp_path: Path) -> Iterator[Page]:
    with running(tmp_path) as (_, address):
        yield Page(driver, address, tmp_path, "form4.json")
        driver.get("about:blank")


@pytest.mark.parametrize(("changes", "is_said"), [(FILED_AT, True), ({"context": {}}, False)])
def test_the_time_that_the_time_left_is_counted_from_is_on_a_line_of_its_own(
    tmp_path: Path, changes: dict[str, Any], *, is_said: bool
) -> None:
    example(tmp_path, **changes)
    text = Bench(tmp_path).client().get("/").text
    assert ('<span class="sub wraps">as of Nov 9, 2026, 5:30 p.m. ET</span>' in text) == is_said
    assert "left as of" not in text


def test_the_verdict_keeps_the_time_in_its_line(tmp_path: Path) -> None:
    example(tmp_path, **FILED_AT)
    verdict = Bench(tmp_path).client().get(f"/f/{EXAMPLE}/view").json()["verdict"]
    assert "left as of Nov 9, 2026, 5:30 p.m. ET" in verdict


def test_the_column_of_the_time_left_is_no_wider_for_it(page: Page) -> None:
    width = "return document.querySelector('.desk td.when').offsetWidth"
    page.open("")
    narrow = page.run(width)
    example(page.folder, **FILED_AT)
    page.open("")
    assert page.find(".desk .wraps").text.startswith("as of")
    assert page.run(width) <= max(narrow, 130)


def test_an_empty_desk_leads_to_a_form_made_from_fills(empty: Page) -> None:
    empty.find("[data-do=fills]").click()
    empty.until(lambda: empty.find("body[data-screen=facts][data-ready]"))
    (empty.folder / "trades.csv").write_text(TRADES, "utf-8")
    empty.find("#fills").send_keys(str(empty.folder / "trades.csv"))
    empty.until(lambda: empty.run("return document.activeElement.id") == "title")
    empty.keys(*"Common Stock", TAB)
    empty.until(lambda: empty.find("#lines").text)
    empty.find("[data-do=fill]").click()
    empty.until(lambda: empty.find('#page [data-at="/nonDerivativeTable/0/securityTitle"]').text == "Common Stock")
    row = empty.saved()["nonDerivativeTable"][0]
    assert (row["transactionDate"], row["transactionCode"], row["transactionShares"]) == ("2026-11-05", "P", 1200)


def test_a_screen_reader_hears_each_quarter_of_a_minute_that_a_file_takes(page: Page) -> None:
    """The work itself is that of a clock: 5, 14, 15, 16, 29 and 31 seconds, then a failure."""
    page.open(f"f/{EXAMPLE}/out")
    page.run(CLOCK)
    page.click("[data-kind=memo]")
    page.until(lambda: "Stopped." in page.find("#banners").text)
    heard = [each for each in page.run("return heard") if each]
    assert heard == [
        "Making: memorandum",
        "Making: memorandum, 15 seconds so far.",
        "Making: memorandum, 30 seconds so far.",
    ]
