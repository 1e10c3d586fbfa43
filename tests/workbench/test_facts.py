"""Rows from a broker's file: shown first, added when that is applied, and undone at once."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from broker_files import SIMPLE_MAP, draft, simple
from workbench_app import EXAMPLE, Bench, example, view
from workbench_browser import TAB, Page

from form4gen.cli.fills import command
from form4gen.workbench.facts import OPTIONS, named_options

TRADES = """Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
11/05/2026,Buy,XMPL,EXAMPLE CORP,"1,200",$12.35,,"-$14,820.00"
"""


MORE_ROWS = """11/05/2026,Buy,XMPL,EXAMPLE CORP,800,$12.42,,"-$9,936.00"
11/05/2026,Buy,OTHR,OTHER CORP,5,$3,,-$15
"""


def lines_of(answer: Any) -> list[str]:
    """The paragraphs, rows and entries of a reconciliation, as they are read."""
    parts = re.split("</(?:p|tr|li|h3)>", (answer if isinstance(answer, dict) else answer.json())["html"])
    return [" ".join(unescape(re.sub("<[^>]+>", " ", part)).split()) for part in parts]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    (tmp_path / EXAMPLE).write_bytes(draft())
    return Bench(tmp_path)


def test_rows_are_added_only_when_the_reconciliation_is_applied_and_undone_at_once(bench: Bench) -> None:
    client, path = bench.client(), bench.path / EXAMPLE
    before = path.read_bytes()
    shown = client.post(f"/f/{EXAMPLE}/facts", content=TRADES, headers={"X-File-Name": "trades.csv"}).json()
    assert any("1,200" in line for line in lines_of(shown))
    assert path.read_bytes() == before
    applied = client.post(f"/f/{EXAMPLE}/facts/apply", json={"plan": shown["plan"]})
    assert applied.json()["said"] == "Rows of trades.csv added"
    assert json.loads(path.read_text("utf-8"))["nonDerivativeTable"][0]["transactionShares"] == 1200
    assert client.post(f"/f/{EXAMPLE}/facts/apply", json={"plan": shown["plan"]}).status_code == 422
    given = {"digest": view(client)["digest"], "do": "undo"}
    assert client.post(f"/f/{EXAMPLE}/change", json=given).status_code == 200
    assert path.read_bytes() == before


SALE = TRADES.replace("Buy", "Sell").replace("-$", "$")


@pytest.mark.parametrize(("held", "owned"), [("1,199", None), ("1,200", "0"), ("1,201", "1")])
def test_a_sale_of_all_leaves_nothing_which_is_a_number(bench: Bench, held: str, owned: str | None) -> None:
    """More than there is cannot be sold."""
    client, headers = bench.client(), {"X-File-Name": "trades.csv"}
    answer = client.post(f"/f/{EXAMPLE}/facts", params={"held": held}, content=SALE, headers=headers)
    lines = [] if owned is None else lines_of(answer)
    found = [line for line in lines if line.startswith("Table I, row")]
    assert [line.rpartition(" ")[2] for line in found] == ([] if owned is None else [owned])
    assert answer.status_code == (422 if owned is None else 200)


def test_rows_for_a_filing_that_changed_since_are_not_written(bench: Bench) -> None:
    client, path = bench.client(), bench.path / EXAMPLE
    shown = client.post(f"/f/{EXAMPLE}/facts", content=TRADES, headers={"X-File-Name": "trades.csv"}).json()
    path.write_bytes(draft(remarks="By another program."))
    theirs = path.read_bytes()
    assert client.post(f"/f/{EXAMPLE}/facts/apply", json={"plan": shown["plan"]}).status_code == 409
    assert path.read_bytes() == theirs


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "\x00", "%PDF-1.7"])
def test_a_file_that_is_no_list_of_trades_is_refused_with_the_reason(bench: Bench, content: str) -> None:
    before = (bench.path / EXAMPLE).read_bytes()
    answer = bench.client().post(f"/f/{EXAMPLE}/facts", content=content, headers={"X-File-Name": "x.csv"})
    assert answer.status_code == 422
    assert answer.json()["said"]
    assert (bench.path / EXAMPLE).read_bytes() == before


def test_the_screens_are_there(bench: Bench) -> None:
    client = bench.client()
    for screen in ("facts", "compare", "out"):
        assert client.get(f"/f/{EXAMPLE}/{screen}").status_code == 200


def test_a_message_names_no_option_of_the_command_line(bench: Bench) -> None:
    client, headers = bench.client(), {"X-File-Name": "x.csv"}
    said = client.post(f"/f/{EXAMPLE}/facts", content="Day,Side\n1,2\n", headers=headers).json()["said"]
    assert "save it as fills.toml. To start from:" in said
    assert "--" not in said
    more = TRADES.replace("Buy", "Sell").replace('"1,200"', '"14,000"').replace("-$14,820.00", "$172,900.00")
    said = client.post(f"/f/{EXAMPLE}/facts", content=more, headers=headers).json()["said"]
    assert said.endswith("Correct the number held before the first row, or look for a row that is missing.")


def test_the_maps_of_a_firm_in_the_folder_are_used(bench: Bench) -> None:
    client, headers = bench.client(), {"X-File-Name": "x.csv"}
    trades = simple(("11/05/2026", "Sell", "300", "25.10"))
    (bench.path / "fills.toml").write_text(SIMPLE_MAP, "utf-8")
    lines = lines_of(client.post(f"/f/{EXAMPLE}/facts", content=trades, headers=headers))
    assert lines[0] == 'x.csv: read with the map "Example desk" (fills.toml)'
    (bench.path / "fills.toml").write_text("map = 1", "utf-8")
    answer = client.post(f"/f/{EXAMPLE}/facts", content=trades, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["said"].startswith("fills.toml: ")


@pytest.mark.parametrize(
    ("option", "value", "shown"),
    [
        ("day", "2026-11-05", "1,200"), ("day", "", "1,200"), ("held", "20,000", "21,200"),
        ("direct", "X", "1,200"), ("awards", "stock", "1,200"), ("decimal", ".", "1,200"), ("split", "X", "1,200"),
        ("title", "Class B Stock", "Class B Stock"),
    ],
)  # fmt: skip
def test_the_options_of_the_command_line_are_offered(bench: Bench, option: str, value: str, shown: str) -> None:
    client, headers = bench.client(), {"X-File-Name": "trades.csv"}
    assert f'data-option="{option}"' in client.get(f"/f/{EXAMPLE}/facts").text
    found = client.post(f"/f/{EXAMPLE}/facts", params={option: value}, content=TRADES, headers=headers)
    assert any(shown in line for line in lines_of(found))


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("day", "2026-11-06", "No row of trades.csv"), ("day", "11/36/26", "is not a day"),
        ("held", "x", "is not a number"), ("held", "-1", "Type 0 or more"), ("taxes", "kept", "withheld, sold"),
        ("awards", "option", "units, stock"), ("decimal", ";", "is not one of"), ("repeated", "x", "use, ignore"),
        ("nature", "SSN 123-45-6789", "appears to contain"),
    ],
)  # fmt: skip
def test_an_option_that_does_not_fit_is_refused(bench: Bench, option: str, value: str, said: str) -> None:
    headers = {"X-File-Name": "trades.csv"}
    answer = bench.client().post(f"/f/{EXAMPLE}/facts", params={option: value}, content=TRADES, headers=headers)
    assert answer.status_code == 422
    assert said in answer.json()["said"]


def test_trades_that_the_form_has_already_are_left_out_or_added_as_chosen(bench: Bench) -> None:
    client, headers = bench.client(), {"X-File-Name": "trades.csv"}

    def reconciled(repeated: str) -> Any:
        return client.post(f"/f/{EXAMPLE}/facts", params={"repeated": repeated}, content=TRADES, headers=headers)

    assert client.post(f"/f/{EXAMPLE}/facts/apply", json={"plan": reconciled("").json()["plan"]}).status_code == 200
    assert reconciled("").status_code == 422
    assert reconciled("use").status_code == 200
    assert "already" in reconciled("ignore").json()["said"]


OTHER_DAY = TRADES.replace("11/05/2026", "11/06/2026").replace('"1,200"', '"1,300"').replace("$14,820", "$16,055")


def sent(client: Any, files: dict[str, str], **options: str) -> Any:
    """Several files at once, one after another in the body."""
    headers = {"X-File-Name": ",".join(files), "X-File-Sizes": ",".join(str(len(text)) for text in files.values())}
    return client.post(f"/f/{EXAMPLE}/facts", params=options, content="".join(files.values()), headers=headers)


def test_several_files_are_read_together(bench: Bench) -> None:
    client = bench.client()
    lines = lines_of(sent(client, {"a.csv": TRADES, "b.csv": OTHER_DAY}))
    assert any("1,200" in line for line in lines)
    assert any("1,300" in line for line in lines)
    same = sent(client, {"a.csv": TRADES, "b.csv": TRADES})
    assert (same.status_code, same.json()["options"]) == (422, ["repeated"])
    assert sent(client, {"a.csv": TRADES, "b.csv": TRADES}, repeated="ignore").status_code == 200


@pytest.mark.parametrize("sizes", ["1", "1,2,3", "1,-2", "1,x", "1,9999999999", ""])
def test_sizes_that_do_not_fit_the_names_are_refused(bench: Bench, sizes: str) -> None:
    headers = {"X-File-Name": "a.csv,b.csv", "X-File-Sizes": sizes}
    answer = bench.client().post(f"/f/{EXAMPLE}/facts", content=TRADES, headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "days",
    [
        "11/5/26; 11/6/26",
        "11/5/26, 11/6/26",
        "11/5 11/6",
        "2026-11-05;2026-11-06",
        "Nov 5, 2026; Nov 6, 2026",
        "; 11/5,11/6;",
    ],
)
def test_several_days_are_typed_as_dates_of_the_form_are(bench: Bench, days: str) -> None:
    lines = lines_of(sent(bench.client(), {"a.csv": TRADES, "b.csv": OTHER_DAY}, day=days))
    assert any("1,200" in line for line in lines)
    assert any("1,300" in line for line in lines)


def test_a_day_that_is_left_out_is_not_used(bench: Bench) -> None:
    lines = lines_of(sent(bench.client(), {"a.csv": TRADES, "b.csv": OTHER_DAY}, day="11/6/26"))
    assert any("1,200" in line and "ignored" in line for line in lines) or not any("1,200" in line for line in lines)
    assert any("1,300" in line for line in lines)


@pytest.mark.parametrize("days", ["11/5/26; x", "Nov 36, 2026", "11/5/26 and 11/6/26"])
def test_a_day_that_is_none_is_named(bench: Bench, days: str) -> None:
    answer = sent(bench.client(), {"a.csv": TRADES}, day=days)
    assert answer.status_code == 422
    assert "is not a day" in answer.json()["said"]


def test_every_option_of_the_command_is_on_the_screen_but_the_map_which_is_in_the_folder(bench: Bench) -> None:
    taken = {each.name for each in command.params} - {"paths", "draft", "show", "map_file", "form"}
    assert {"day" if each == "days" else each for each in taken} == set(OPTIONS)
    screen = bench.client().get(f"/f/{EXAMPLE}/facts").text
    assert [each for each in OPTIONS if f'data-option="{each}"' not in screen] == []


def test_the_screen_offers_the_classes_and_natures_of_the_form_and_names_the_maps(bench: Bench) -> None:
    client = bench.client()
    before = client.get(f"/f/{EXAMPLE}/facts").text
    assert '<option value="Common Stock">' in before
    assert "are used first" not in before
    (bench.path / "fills.toml").write_text(SIMPLE_MAP, "utf-8")
    assert "The column maps in fills.toml of this folder are used first." in client.get(f"/f/{EXAMPLE}/facts").text


@pytest.mark.parametrize("name", OPTIONS)
def test_a_message_that_names_an_option_leads_to_it(name: str) -> None:
    assert named_options(f"Correct it, or give that (--{name}).") == [name]
    assert named_options(f"Correct {name}.") == []


def test_the_browser_goes_to_the_option_that_is_missing(page: Page) -> None:
    example(page.folder)
    page.open(f"f/{EXAMPLE}/facts")
    document = json.loads(draft())
    document["nonDerivativeTable"].append(document["nonDerivativeTable"][0] | {"securityTitle": "Class B Stock"})
    (page.folder / EXAMPLE).write_text(json.dumps(document), "utf-8")
    (page.folder / "trades.csv").write_text(TRADES, "utf-8")
    page.open(f"f/{EXAMPLE}/facts")
    page.find("#fills").send_keys(str(page.folder / "trades.csv"))
    page.until(lambda: page.run("return document.activeElement.id") == "title")
    assert page.find("#title").get_attribute("aria-invalid") == "true"
    assert "several classes" in page.find("#banners").text
    page.keys(*"Common Stock", TAB)
    page.until(lambda: "1,200" in page.find("#lines").text)
    assert page.find("#banners").text == ""
    assert page.find("#title").get_attribute("aria-invalid") is None


def test_the_tables_have_each_row_of_the_file_and_of_the_form_and_their_sums(bench: Bench) -> None:
    more = TRADES + MORE_ROWS
    lines = lines_of(sent(bench.client(), {"a.csv": more}))
    assert "The file: 4 rows, 2 ignored" in lines
    assert "2 P, 1,200 at $12.35, Nov 5, 2026 \N{CHECK MARK} Table I, row 1" in lines
    assert "1 ignored because it is the header" in lines
    assert "4 ignored because its symbol is OTHR, and the issuer's is XMPL" in lines
    assert "The form: 1 new row" in lines
    averaged = "$12.378 average of $12.35 to $12.42 (1,200 x $12.35 + 800 x $12.42) / 2,000 = $12.378"
    assert f"Table I, row 1 Nov 5, 2026, P 2,000 {averaged} 15,000" in lines
    assert "Code P: 2 in the file, 2,000, $24,756.00; on the form 2,000, $24,756.00 \N{CHECK MARK} equal" in lines
    assert "13,000 held before: from Table I, row 1" in lines


def test_the_names_of_several_files_are_escaped(bench: Bench) -> None:
    headers = {"X-File-Name": "%3Cb%3Ea.csv,c.csv", "X-File-Sizes": f"{len(TRADES)},{len(OTHER_DAY)}"}
    answer = bench.client().post(f"/f/{EXAMPLE}/facts", content=TRADES + OTHER_DAY, headers=headers).json()
    assert "<b>a" not in answer["html"]
    assert any(line.startswith("<b>a.csv, 2 P, 1,200") for line in lines_of(answer))
