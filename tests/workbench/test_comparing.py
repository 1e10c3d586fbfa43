"""The Compare screen, and what leads to it where another program changed or removed the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from workbench_app import EXAMPLE, Bench, change, example, view
from workbench_browser import F8, Page

from form4gen.public import compared, comparison_html, side

SHARES = "/nonDerivativeTable/0/transactionShares"
ACCESSION = "0009990001-26-00000"


def saved(folder: Path, name: str = EXAMPLE) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found


def other(folder: Path, name: str, **changes: Any) -> None:
    """A filing like the example, with other values of its top."""
    (folder / name).write_text(json.dumps(saved(folder) | changes), "utf-8")


def edited(folder: Path, **changes: Any) -> None:
    """Another program changes the first row of the file."""
    document = saved(folder)
    document["nonDerivativeTable"][0] |= changes
    (folder / EXAMPLE).write_text(json.dumps(document), "utf-8")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    example(tmp_path)
    return Bench(tmp_path)


def screen(client: TestClient, chosen: str, name: str = EXAMPLE) -> str:
    answer = client.get(f"/f/{name}/compare", params={"with": chosen})
    assert answer.status_code == 200
    return answer.text


def cells(was: str, now: str) -> str:
    """The cells of the list of changes that have the value before and now."""
    return f"<td>{was}</td><td>{now}</td>"


def test_the_form_is_shown_as_the_page_of_diff_shows_it(bench: Bench) -> None:
    client, before = bench.client(), side((bench.path / EXAMPLE).read_bytes())
    assert change(client, do="cell", at=SHARES, kind="number", text="42,000").status_code == 200
    after = side((bench.path / EXAMPLE).read_bytes())
    shown = screen(client, "before:1")
    drawn = comparison_html(compared(before, after), "old", "new")
    form = drawn[drawn.index('<section class="form"') : drawn.rindex("</main>")].rstrip()
    assert form in shown
    assert "<del><i" in form
    assert cells("12,000", "42,000") in shown
    assert " style=" not in shown
    assert "<style" not in shown


def test_the_style_of_what_changed_applies_to_the_page_alone(bench: Bench) -> None:
    style = bench.client().get("/page.css").text
    assert "del { text-decoration: line-through" in style
    assert "@page" not in style
    assert style.startswith(".page {")


def test_the_forms_to_compare_with_first_are_named_and_come_first(bench: Bench) -> None:
    other(bench.path, "a-other.json", issuer={"issuerName": "Sample Corp", "issuerCik": "0000000001"},
          context={"accessionNumber": f"{ACCESSION}1"})  # fmt: skip
    other(bench.path, "b-older.json", periodOfReport="2026-09-01",
          context={"accessionNumber": f"{ACCESSION}2", "filedAt": "2026-09-02T10:00:00-04:00"})  # fmt: skip
    other(bench.path, "c-last.json", periodOfReport="2026-10-01",
          context={"accessionNumber": f"{ACCESSION}3", "filedAt": "2026-10-02T10:00:00-04:00"})  # fmt: skip
    found = screen(bench.client(), "")
    assert [found.index(each) for each in ("c-last.json: Form 4 for Oct 1, 2026, filed last", "a-other.json: Form 4",
            "b-older.json: Form 4 for Sep 1, 2026<")] == sorted(
        found.index(each) for each in ("c-last.json: ", "a-other.json: ", "b-older.json: "))  # fmt: skip
    assert found.count("filed last") == 1


def amendment(bench: Bench) -> str:
    """A Form 4/A on file that corrects a price of the example, which is on file too."""
    filed = "2026-11-05T10:00:00-05:00"
    other(bench.path, EXAMPLE, context={"accessionNumber": f"{ACCESSION}1", "filedAt": filed})
    document = saved(bench.path) | {"documentType": "4/A", "dateOfOriginalSubmission": "2026-11-05"}
    document["context"] = {"accessionNumber": f"{ACCESSION}2", "filedAt": "2026-11-06T10:00:00-05:00"}
    document["nonDerivativeTable"][0] |= {"transactionShares": 42000}
    (bench.path / "amended.json").write_text(json.dumps(document), "utf-8")
    return "amended.json"


@pytest.mark.parametrize("is_original_open", [False, True])
def test_an_amendment_is_the_new_side_whichever_form_is_open(bench: Bench, is_original_open: bool) -> None:  # noqa: FBT001
    name = amendment(bench)
    opened, chosen = (EXAMPLE, name) if is_original_open else (name, EXAMPLE)
    found = screen(bench.client(), chosen, opened)
    assert cells("12,000", "42,000") in found
    assert ("amends this filing" if is_original_open else "amended by this filing") in found


def test_a_form_3_is_compared_in_words_alone(bench: Bench) -> None:
    other(bench.path, "form3.json", documentType="3")
    found = screen(bench.client(), "form3.json")
    assert "Only Forms 4 and 4/A are shown as a page." in found
    assert 'id="changed"' not in found


def test_a_file_that_is_no_filing_is_explained_on_the_screen(bench: Bench) -> None:
    (bench.path / "broken.json").write_text("{", "utf-8")
    found = screen(bench.client(), "broken.json")
    assert "It is not a filing" in found
    assert 'id="changed"' not in found


def test_what_a_tab_showed_is_compared_with_what_the_file_has_now(bench: Bench) -> None:
    client = bench.client()
    seen = view(client)["digest"]
    edited(bench.path, transactionShares=777)
    refused = client.post(f"/f/{EXAMPLE}/change", json={
        "digest": seen, "do": "cell", "at": SHARES, "kind": "number", "text": "42,000"})  # fmt: skip
    assert refused.status_code == 409
    found = screen(client, f"seen:{seen}")
    assert cells("12,000", "777") in found
    assert "What this tab showed" in found
    assert "not known any more" in screen(client, f"seen:{'0' * 64}")


def test_a_removed_file_is_saved_again_as_it_was_and_never_over_another(bench: Bench) -> None:
    client, path = bench.client(), bench.path / EXAMPLE
    digest, before = view(client)["digest"], path.read_bytes()
    again = f"/f/{EXAMPLE}/again"
    path.rename(bench.path / "moved")
    assert client.get("/state", params={"name": EXAMPLE, "digest": digest}).json()["gone"]
    assert client.post(again, json={"digest": digest}).status_code == 201
    assert path.read_bytes() == before
    path.write_text("theirs", "utf-8")
    answer = client.post(again, json={"digest": digest})
    assert (answer.status_code, path.read_text("utf-8")) == (409, "theirs")
    path.unlink()
    assert client.post(again, json={"digest": "0" * 64}).status_code == 422
    for name in ("other.json", "..%2Fother.json", ".form4gen"):
        assert client.post(f"/f/{name}/again", json={"digest": digest}).status_code in (404, 422)
    assert sorted(each.name for each in bench.path.iterdir() if each.name != ".form4gen") == ["moved"]


def test_a_removed_file_with_a_ccc_is_not_saved_again(tmp_path: Path) -> None:
    example(tmp_path, ccc="abcd@123")
    bench = Bench(tmp_path)
    client = bench.client()
    digest = view(client)["digest"]
    (tmp_path / EXAMPLE).unlink()
    answer = client.post(f"/f/{EXAMPLE}/again", json={"digest": digest})
    assert answer.status_code == 422
    assert "CCC" in answer.json()["said"]
    assert not (tmp_path / EXAMPLE).exists()


def test_a_tab_that_stays_open_is_kept_while_others_are_shown(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.workbench.saving._MOST_SHOWN", 2)
    client = bench.client()
    digest = view(client)["digest"]
    for number in range(3):
        other(bench.path, f"{number}.json", remarks=str(number))
        view(client, f"{number}.json")
        client.get("/state", params={"name": EXAMPLE, "digest": digest})
    (bench.path / EXAMPLE).unlink()
    assert client.post(f"/f/{EXAMPLE}/again", json={"digest": digest}).status_code == 201


def test_a_change_that_met_another_is_compared_and_a_removed_file_is_saved_again(page: Page) -> None:
    page.open()
    edited(page.folder, transactionShares=777)
    page.until(lambda: page.find("#foreign"))
    button(page, "#foreign", "Compare the two").click()
    page.until(lambda: page.find("body[data-screen=compare][data-ready] #changed del"))
    assert page.find("#changed").value_of_css_property("background-color") == "rgba(255, 255, 255, 1)"
    assert "line-through" in page.find("#changed del").value_of_css_property("text-decoration")
    page.keys(F8)
    page.told("Change 1 of ")
    assert page.run("return document.activeElement.tagName") == "DEL"
    page.open()
    before = (page.folder / EXAMPLE).read_bytes()
    (page.folder / EXAMPLE).unlink()
    page.type_in(SHARES, "555")
    page.until(lambda: "1 not saved" in page.find("#gone").text)
    button(page, "#gone", "Save again").click()
    page.until(lambda: saved(page.folder)["nonDerivativeTable"][0]["transactionShares"] == 555)
    page.until(lambda: page.find("[data-do=undo]").get_attribute("aria-disabled") == "false")
    page.click("[data-do=undo]")
    page.until(lambda: (page.folder / EXAMPLE).read_bytes() == before)


def button(page: Page, within: str, words: str) -> Any:
    return page.until(
        lambda: next(each for each in page.find(within).find_elements("css selector", "button") if each.text == words)
    )


def test_what_is_not_saved_is_drawn_beside_what_the_file_has(bench: Bench) -> None:
    """Another program changed the cell that a tab has otherwise: both values are shown, and nothing is written."""
    client = bench.client()
    digest = view(client)["digest"]
    edited(bench.path, transactionShares=11000)
    now = (bench.path / EXAMPLE).read_bytes()
    typed = {"do": "cell", "at": SHARES, "kind": "number", "text": "42,000"}
    assert client.post(f"/f/{EXAMPLE}/change", json={"digest": digest} | typed).status_code == 409
    kept = client.post(f"/f/{EXAMPLE}/unsaved", json={"digest": digest, "changes": [typed]}).json()["digest"]
    shown = screen(client, f"unsaved:{kept}")
    assert cells("42,000", "11,000") in shown
    assert "This tab, with what is not saved" in shown
    assert cells("12,000", "11,000") in screen(client, f"seen:{digest}")
    assert (bench.path / EXAMPLE).read_bytes() == now


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_without_a_state_that_was_shown_the_changes_are_made_on_the_file_as_it_is(bench: Bench, digest: str) -> None:
    client = bench.client()
    typed = [
        {"do": "cell", "at": SHARES, "kind": "number", "text": "42,000"},
        {"do": "cell", "at": "/remarks", "kind": "lines", "text": "Typed last."},
    ]
    kept = client.post(f"/f/{EXAMPLE}/unsaved", json={"digest": digest, "changes": typed}).json()["digest"]
    shown = screen(client, f"unsaved:{kept}")
    assert cells("42,000", "12,000") in shown
    assert "Typed last." in shown


def test_a_text_of_the_json_view_that_is_not_saved_is_drawn_too(bench: Bench) -> None:
    client = bench.client()
    text = view(client)["text"].replace("Example Corp", "Sample Corp")
    typed = [{"do": "json", "text": text}]
    kept = client.post(f"/f/{EXAMPLE}/unsaved", json={"digest": "", "changes": typed}).json()["digest"]
    assert cells("Sample Corp", "Example Corp") in screen(client, f"unsaved:{kept}")


@pytest.mark.parametrize(
    "given",
    [
        {}, {"changes": "x"}, {"changes": [1]}, {"changes": [{"do": "what"}]},
        {"changes": [{"do": "cell", "at": SHARES, "kind": "number", "text": "x"}]},
        {"changes": [{"do": "json", "text": "{"}]},
    ],
)  # fmt: skip
def test_changes_that_cannot_be_made_are_refused(bench: Bench, given: dict[str, Any]) -> None:
    assert bench.client().post(f"/f/{EXAMPLE}/unsaved", json=given).status_code == 422


def test_what_is_not_known_any_more_is_said(bench: Bench) -> None:
    assert "is not known any more" in screen(bench.client(), "unsaved:0")


def test_the_browser_compares_what_it_could_not_save(page: Page) -> None:
    page.open()
    page.run("sessionStorage.setItem(`unsent ${document.body.dataset.link}`, JSON.stringify(arguments[0]))",
             [{"do": "cell", "at": SHARES, "kind": "number", "text": "42,000"}])  # fmt: skip
    page.open(f"f/{EXAMPLE}/compare")
    page.until(lambda: "1 not saved in this tab" in page.find("#banners").text)
    page.click("#unsaved .b")
    page.until(lambda: page.find("body[data-ready] #changed del"))
    assert "42,000" in page.find("#changed").text
    assert page.find("#banners").text == ""
    page.click("[data-do=next-change]")
    page.told("Change 1 of ")


def test_each_change_links_to_its_cell_and_to_data_that_the_page_does_not_show(page: Page) -> None:
    document = saved(page.folder)
    document["nonDerivativeTable"][0] |= {"transactionShares": 777}
    document["issuer"] |= {"issuerCik": "0009990077"}
    (page.folder / "other.json").write_text(json.dumps(document), "utf-8")
    for at in (SHARES, "/issuer/issuerCik"):
        page.open(f"f/{EXAMPLE}/compare?with=other.json")
        page.click(f'.changes a[href$="#at={at}"]')
        page.until(lambda: page.focused() == at)  # noqa: B023  it is called at once
