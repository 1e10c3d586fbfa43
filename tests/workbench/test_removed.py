"""What a browser shows where a screen cannot be shown: a page with the way back, and never the answer for a script."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from workbench_app import EXAMPLE, Bench, example, view
from workbench_browser import Page

SCREENS = ("", "/facts", "/compare", "/out")
HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    example(tmp_path)
    return Bench(tmp_path)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_of_a_removed_filing_is_a_page_with_the_way_back(bench: Bench, screen: str) -> None:
    client = bench.client()
    assert client.get(f"/f/{EXAMPLE}{screen}", headers=HTML).status_code == 200
    (bench.path / EXAMPLE).unlink()
    answer = client.get(f"/f/{EXAMPLE}{screen}", headers=HTML)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert f"<bdi>{EXAMPLE}</bdi> is not there" in answer.text
    assert '<a href="/">Back to the desk</a>' in answer.text


@pytest.mark.parametrize("path", ["view", "unprinted"])
def test_a_script_gets_words_alone(bench: Bench, path: str) -> None:
    client = bench.client()
    (bench.path / EXAMPLE).unlink()
    answer = client.get(f"/f/{EXAMPLE}/{path}")
    assert (answer.status_code, list(answer.json())) == (404, ["said", "foreign"])


def test_a_filing_that_was_shown_can_be_saved_again_and_one_that_was_not_cannot(bench: Bench) -> None:
    client, path = bench.client(), bench.path / EXAMPLE
    before = path.read_bytes()
    path.rename(bench.path / "elsewhere.txt")
    assert "Save again" not in client.get(f"/f/{EXAMPLE}/out", headers=HTML).text
    (bench.path / "elsewhere.txt").rename(path)
    digest = view(client)["digest"]
    path.unlink()
    assert f'data-do="again" data-digest="{digest}"' in client.get(f"/f/{EXAMPLE}/out", headers=HTML).text
    assert client.post(f"/f/{EXAMPLE}/again", json={"digest": digest}).status_code == 201
    assert path.read_bytes() == before


def test_a_file_to_compare_with_that_was_removed_does_not_count_as_the_filing(bench: Bench) -> None:
    client = bench.client()
    view(client)
    answer = client.get(f"/f/{EXAMPLE}/compare", params={"with": "other.json"}, headers=HTML)
    assert answer.status_code == 404
    assert "This page cannot be shown" in answer.text
    assert "other.json" in answer.text
    assert "Save again" not in answer.text


def test_an_address_that_does_not_exist_is_a_page_too(bench: Bench) -> None:
    answer = bench.client().get("/nothing", headers=HTML)
    assert answer.status_code == 404
    assert "There is no such page." in answer.text


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every file")
def test_a_file_that_may_not_be_read_is_named_on_a_page(bench: Bench) -> None:
    (bench.path / EXAMPLE).chmod(0)
    answer = bench.client().get(f"/f/{EXAMPLE}", headers=HTML)
    assert answer.headers["content-type"].startswith("text/html")
    assert "Not saved" not in answer.text


def test_a_name_with_markup_is_escaped(bench: Bench) -> None:
    answer = bench.client().get("/f/%3Cimg src=x onerror=alert(1)%3E.json", headers=HTML)
    assert answer.status_code == 404
    assert "<img" not in answer.text


def test_a_used_address_is_explained_on_a_page(bench: Bench) -> None:
    """The page names nothing of the folder: it is for a browser without the session."""
    bench.client()
    again = bench.stranger().get(bench.key.address, headers=HTML)
    assert again.status_code == 401
    assert "<h1>The workbench is not open here</h1><p>This address was opened before" in again.text
    elsewhere = bench.stranger().get(f"/f/{EXAMPLE}", headers=HTML)
    assert elsewhere.status_code == 401
    assert EXAMPLE not in elsewhere.text


def test_the_browser_goes_back_to_the_form_that_is_saved_again(page: Page) -> None:
    page.open()
    page.until(lambda: page.find("#page [data-at]"))
    before = (page.folder / EXAMPLE).read_bytes()
    (page.folder / EXAMPLE).unlink()
    page.open(f"f/{EXAMPLE}/facts")
    assert "is not there" in page.find("h1").text
    page.click("[data-do=again]")
    page.until(lambda: page.find("#page [data-at]"))
    assert (page.folder / EXAMPLE).read_bytes() == before
    assert "is saved again" in page.find("#banners").text
