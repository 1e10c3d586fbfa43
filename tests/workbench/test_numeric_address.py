"""The session in a header, for a browser that cannot find names below localhost: no cookie and no other port helps."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from workbench_app import EXAMPLE, Bench, example, view
from workbench_browser import chromium, running

from form4gen.workbench.guard import COOKIE, HEADER

HTML = {"Accept": "text/html,application/xhtml+xml"}
REMARKS = {"do": "cell", "at": "/remarks", "kind": "lines", "text": "x"}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    example(tmp_path)
    return Bench(tmp_path, is_numeric=True)


def session_of(bench: Bench) -> str:
    """The session, as the script of the first page reads it."""
    found = re.search('<body data-session="([^"]+)">', bench.stranger().get(bench.key.address).text)
    assert found is not None
    return found[1]


def tab(bench: Bench) -> TestClient:
    """A tab that opened the address: it sends the header and no cookie."""
    client = bench.stranger()
    client.headers |= {"Origin": bench.origin, HEADER: session_of(bench)}
    return client


def test_the_tab_that_opened_the_address_can_read_and_write(bench: Bench) -> None:
    client = tab(bench)
    assert bench.origin == "http://127.0.0.1:40404"
    assert client.post(f"/f/{EXAMPLE}/change", json={"digest": view(client)["digest"]} | REMARKS).status_code == 200
    assert 'data-screen="desk"' in client.get("/", headers=HTML).text


def test_the_token_of_the_address_works_once_and_is_not_the_session(bench: Bench) -> None:
    address = bench.key.address
    session = session_of(bench)
    assert session not in address
    again = bench.stranger().get(address)
    assert again.status_code == 401
    assert session not in again.text
    token = address.rpartition("=")[2]
    assert bench.stranger().get("/state", headers={HEADER: token}).status_code == 401


def test_no_cookie_is_set_and_none_is_read(bench: Bench) -> None:
    """A program at another port of this computer may set cookies for this one, and receives those that are set."""
    answer = bench.stranger().get(bench.key.address)
    assert "set-cookie" not in answer.headers
    session = re.search('data-session="([^"]+)"', answer.text)
    assert session is not None
    client = bench.stranger()
    client.cookies.set(COOKIE, session[1])
    assert client.get(f"/f/{EXAMPLE}/view").status_code == 401
    posted = client.post(f"/f/{EXAMPLE}/change", json=REMARKS, headers={"Origin": bench.origin})
    assert posted.status_code == 401


def test_with_a_name_only_the_cookie_counts(tmp_path: Path) -> None:
    example(tmp_path)
    named = Bench(tmp_path)
    client = named.client()
    session = client.cookies[COOKIE]
    assert client.get(f"/f/{EXAMPLE}/view").status_code == 200
    assert named.stranger().get(f"/f/{EXAMPLE}/view", headers={HEADER: session}).status_code == 401
    assert named.stranger().get("/", headers=HTML).status_code == 401
    assert named.stranger().get("/workbench/main.js").status_code == 401


@pytest.mark.parametrize("session", [None, "", "x", "0" * 43, "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_without_the_session_nothing_of_the_folder_is_shown(bench: Bench, session: str | None) -> None:
    headers = {} if session is None else {HEADER.encode(): session.encode()}
    for_a_page = headers | {b"Accept": HTML["Accept"].encode()}
    assert bench.stranger(bench.bare).get(f"/f/{EXAMPLE}/view").status_code == 200
    for path in (f"/f/{EXAMPLE}/view", "/state", "/lists", "/jobs/x/files/0", "/rules/HB102"):
        assert bench.stranger().get(path, headers=headers).status_code == 401
    for path in ("/", f"/f/{EXAMPLE}", f"/f/{EXAMPLE}/view", "/nothing"):
        empty = bench.stranger().get(path, headers=for_a_page)
        assert 'src="/session.js"' in empty.text
        for secret in ("Example Corp", EXAMPLE, "data-session", "data-screen", bench.path.name):
            assert secret not in empty.text
    for path in ("/session.js", "/workbench/main.js", "/workbench.css", "/page.css"):
        assert bench.stranger().get(path, headers=headers).status_code == 200
    posted = bench.stranger().post("/stop", headers=for_a_page | {b"Origin": bench.origin.encode()})
    assert posted.status_code == 401
    assert not bench.stopped


@pytest.mark.parametrize(
    "host",
    ["attacker.example:40404", "attacker.example", "localhost:40404", "127.0.0.1", "127.0.0.1:40405", "[::1]:40404"],
)
def test_a_name_that_was_rebound_to_this_computer_is_refused(bench: Bench, host: str) -> None:
    assert bench.stranger(bench.bare).get("/", headers={"Host": host}).status_code == 200
    client = tab(bench)
    assert client.get("/", headers={"Host": host}).status_code == 403
    assert client.get("/session.js", headers={"Host": host}).status_code == 403
    assert bench.stranger().get("/", headers=HTML | {"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["https://attacker.example", "null", "http://127.0.0.1:8000", "http://localhost:40404"]
)
def test_another_site_or_port_changes_and_reads_nothing(bench: Bench, origin: str) -> None:
    client = tab(bench)
    digest = view(client)["digest"]
    before = (bench.path / EXAMPLE).read_bytes()
    form = {"Origin": origin, "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Mode": "navigate"}
    for app, expected in ((bench.bare, 200), (None, 403)):
        stranger = bench.stranger(app)
        assert stranger.post("/stop", content="a=b", headers=form).status_code == expected
        assert stranger.get(f"/f/{EXAMPLE}/view", headers={"Origin": origin}).status_code == expected
    assert len(bench.stopped) == 1
    sent = client.post(f"/f/{EXAMPLE}/change", json={"digest": digest} | REMARKS, headers={"Origin": origin})
    assert sent.status_code == 403
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": HEADER}
    answer = bench.stranger().options("/stop", headers=asked)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert (bench.path / EXAMPLE).read_bytes() == before


def test_a_page_of_another_port_includes_no_file_of_this_one(bench: Bench) -> None:
    for path in ("/session.js", "/workbench/main.js", "/"):
        for site in ("cross-site", "same-site"):
            assert bench.stranger().get(path, headers=HTML | {"Sec-Fetch-Site": site}).status_code == 403
        assert bench.stranger().get(path, headers=HTML).headers["cross-origin-resource-policy"] == "same-origin"


def test_the_browser_works_with_the_numeric_address(tmp_path: Path) -> None:
    path = example(tmp_path)
    with chromium() as driver, running(tmp_path, "--numeric") as (_, address):
        support = pytest.importorskip("selenium.webdriver.support.ui")

        def until(is_so: Callable[[], Any]) -> Any:
            waiting = support.WebDriverWait(driver, 30, ignored_exceptions=(Exception,))
            return waiting.until(lambda _: is_so())

        def find(selector: str) -> Any:
            return driver.find_element("css selector", selector)

        driver.set_window_size(1280, 900)
        driver.get(address)
        until(lambda: driver.title.startswith("Desk"))
        home = driver.current_url
        assert home.startswith("http://127.0.0.1:")
        assert driver.get_cookies() == []
        find("a[href^='/f/']").click()
        until(lambda: find("[data-at]"))
        find("#d-unprinted summary").click()

        def type_cik() -> bool:  # the panel may be drawn again meanwhile
            box = find("[data-beside='/issuer/issuerCik']")
            box.clear()
            box.send_keys("0009990007\t")
            return True

        until(type_cik)
        until(lambda: json.loads(path.read_text("utf-8"))["issuer"]["issuerCik"] == "0009990007")
        assert [each["message"] for each in driver.get_log("browser")] == []
        driver.switch_to.new_window("tab")
        driver.get(home)
        until(lambda: "This tab is not open to the workbench" in find("#say").text)
