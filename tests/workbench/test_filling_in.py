"""A document that says what is to be filled in: empty cells on the page, and every such text stays in the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from workbench_app import Bench, change, view

from form4gen.api.codes import CODES
from form4gen.api.starting import starting, written
from form4gen.model.placeholders import FILL_IN, NO_DAY
from form4gen.resources import path_of

NAME = "started.json"
DATE, PRICE = "/nonDerivativeTable/0/transactionDate", "/nonDerivativeTable/0/transactionPricePerShare"


def texts(value: Any) -> list[str]:
    """The texts of a document that say what to fill in."""
    if isinstance(value, str):
        return [value] if value.startswith(FILL_IN) else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for each in inner for one in texts(each)]


def saved(folder: Path) -> Any:
    return json.loads((folder / NAME).read_text("utf-8"))


@pytest.fixture
def started(tmp_path: Path) -> str:
    """What ``form4gen new`` writes for a purchase."""
    text = written(starting([CODES["P"]]))
    (tmp_path / NAME).write_text(text, "utf-8")
    return text


def test_the_page_and_the_findings_show_empty_cells_and_the_file_stays_as_it_is(tmp_path: Path, started: str) -> None:
    client = Bench(tmp_path).client()
    shown = view(client, NAME)
    unprinted = client.get(f"/f/{NAME}/unprinted").text
    for text in (shown["page"], shown["findings"], unprinted):
        assert "FILL IN" not in text
    remedy = "Enter the date of the trade, such as 11/6/26. To leave the cell blank, press Delete in it."
    assert remedy in shown["findings"]
    assert "delete the key" not in shown["findings"]
    assert (tmp_path / NAME).read_text("utf-8") == started


def test_a_cell_that_is_entered_leaves_the_other_texts_in_the_file(tmp_path: Path, started: str) -> None:
    client = Bench(tmp_path).client()
    before = texts(json.loads(started))
    assert change(client, NAME, do="cell", at=DATE, kind="date", text="11/6/26").status_code == 200
    after = saved(tmp_path)
    assert after["nonDerivativeTable"][0]["transactionDate"] == "2026-11-06"
    assert len(before) > 15
    assert len(texts(after)) == len(before) - 1


def test_delete_leaves_a_cell_blank_and_only_then_its_key_goes(tmp_path: Path, started: str) -> None:
    client = Bench(tmp_path).client()
    assert change(client, NAME, do="cell", at=PRICE, kind="number", text="").status_code == 200
    row = saved(tmp_path)["nonDerivativeTable"][0]
    assert "transactionPricePerShare" not in row
    assert texts(row)
    assert started != (tmp_path / NAME).read_text("utf-8")


def test_a_footnote_on_an_empty_cell_keeps_what_to_fill_in(tmp_path: Path, started: str) -> None:
    client = Bench(tmp_path).client()
    assert change(client, NAME, do="notes", at=PRICE, notes=[], new="See the plan.").status_code == 200
    cell = saved(tmp_path)["nonDerivativeTable"][0]["transactionPricePerShare"]
    assert cell["value"] in texts(json.loads(started))
    assert cell["footnotes"] == ["F1"]


@pytest.mark.parametrize("date", ["FILL IN: the date of the signature", NO_DAY])
def test_nothing_says_that_edgar_would_accept_a_form_with_a_cell_to_fill_in(tmp_path: Path, date: str) -> None:
    """Every other cell is right; a download for EDGAR is withheld with the cell."""
    document = json.loads(Path(path_of("schemas", "examples", "exercise-and-sale.json")).read_text("utf-8"))
    document["ownerSignatures"][0]["signatureDate"] = date
    (tmp_path / NAME).write_text(json.dumps(document), "utf-8")
    client = Bench(tmp_path).client()
    assert "EDGAR would accept it" not in view(client, NAME)["verdict"]
    out = client.get(f"/f/{NAME}/out").text
    assert 'data-kind="xml" aria-disabled="true"' in out
    assert "Not filled in." in out
    document["ownerSignatures"][0]["signatureDate"] = "2026-11-06"
    (tmp_path / NAME).write_text(json.dumps(document), "utf-8")
    assert "EDGAR would accept it" in view(client, NAME)["verdict"]
