"""What a person types to start a next filing or an amendment, and the forms on file that the desk lists."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from workbench_app import EXAMPLE, NOW, Bench, example, work_on

from form4gen.api.drafting import Correction, Trade
from form4gen.errors import Form4genError
from form4gen.resources import text_of
from form4gen.workbench.starting import AMEND, NEXT, amend_request, in_boxes, next_request

TODAY = NOW.date()


def test_a_next_filing_is_typed_as_cells_are() -> None:
    first = {"code": "m", "on": "11/6", "shares": "1,200", "line": " By Trust ", "is_new": "X"}
    second = {"code": "sale", "price": "$41.40", "mark": "disposed", "plan": "May 12, 2026"}
    request = next_request({"lines": [first, {"code": " ", "on": ""}, second], "signed": "11/9/26"}, TODAY)
    day = date(2026, 11, 6)
    assert request.trades == (
        Trade("M", day, Decimal(1200), line=("By Trust",), is_new=True),
        Trade("S", day, price=Decimal("41.40"), mark="D", plan=date(2026, 5, 12)),
    )
    assert request.signed == date(2026, 11, 9)


def test_an_amendment_is_typed_row_by_row() -> None:
    request = amend_request(
        {
            "lines": [
                {"row": "i.2", "price": "12.52", "because": "The broker corrected it."},
                {"row": "II.1", "exercisable": "3/1/23", "ownership": "indirect"},
            ],
            "filed": "11/6/26",
        },
        TODAY,
    )
    assert request.rows == (
        Correction("I", 2, price=Decimal("12.52"), because="The broker corrected it."),
        Correction("II", 1, exercisable=date(2023, 3, 1), ownership="I"),
    )
    assert (request.filed, request.signed) == (date(2026, 11, 6), None)


@pytest.mark.parametrize(("given", "words"), [
    ({"lines": [{"shares": "500"}]}, "Type the transaction code of each transaction."),
    ({"lines": [{"code": "Q"}]}, 'Transaction code: "Q" is not a transaction code.'),
    ({"lines": [{"code": "S/K"}]}, "Transaction code: Type the code alone."),
    ({"lines": [{"code": "S", "shares": "12k"}]}, 'Number of securities: "12k" is not a number.'),
    ({"lines": [{"code": "S", "on": "11/36/26"}]}, 'Trade date: "11/36/26" is not a day.'),
    ({"lines": [{"code": "S", "mark": "B"}]}, 'Acquired or disposed of: "B" is not in the list: A, D.'),
    ({"signed": "x"}, 'Date of the signature: "x" is not a day.'),
    ({"lines": "S"}, "The request is not understood."),
    ({"lines": ["S"]}, "The request is not understood."),
    ({"lines": [{"code": 5}]}, "The request is not understood."),
])  # fmt: skip
def test_what_is_no_transaction_names_its_box(given: dict[str, Any], words: str) -> None:
    with pytest.raises(Form4genError, match=f"^{words.replace('.', '[.]')}"):
        next_request(given, TODAY)


@pytest.mark.parametrize("row", ["", "x", "I", "I.0", "I.100000", "III.1", "I.x", "I.²"])
def test_what_is_no_row_is_refused(row: str) -> None:
    with pytest.raises(Form4genError, match="row"):
        amend_request({"lines": [{"row": row, "price": "1"}]}, TODAY)


@pytest.mark.parametrize("row", ["I.1", "ii.99999"])
def test_the_first_and_the_last_number_of_a_row_are_taken(row: str) -> None:
    assert amend_request({"lines": [{"row": row}]}, TODAY).rows[0].number in (1, 99_999)


def test_each_box_is_one_of_its_command() -> None:
    for form, command in ((NEXT, "next"), (AMEND, "amend")):
        described = run(command, "--help").output
        assert all(f" {box.option} " in described for boxes in form for box in boxes)


def test_a_message_of_the_drafting_names_the_box_and_not_the_option(tmp_path: Path) -> None:
    example(tmp_path)
    work = work_on(tmp_path)
    with pytest.raises(Form4genError) as refused:
        work.next_from(EXAMPLE, {"lines": [{"code": "S", "on": "11/9/26", "line": "By Nobody"}]})
    assert "--" not in str(refused.value)
    assert (
        in_boxes("Correct --shares, or give --owned.") == 'Correct "Number of securities", or give "Owned afterwards".'
    )
    assert in_boxes("a -- b (--row), --exempt") == "a -- b, --exempt"


def test_the_desk_lists_the_forms_on_file_the_latest_first_and_starts_from_them(tmp_path: Path) -> None:
    document = json.loads(text_of("schemas", "examples", EXAMPLE))
    for name, day in (("old.json", "2026-11-04"), ("new.json", "2026-11-05")):
        (tmp_path / name).write_text(json.dumps(document | {"periodOfReport": day}), "utf-8")
        run("export", str(tmp_path / name), "--public", "--draft", "-o", str(tmp_path))
        (tmp_path / name).unlink()
    client = Bench(tmp_path).client()
    shown = client.get("/").text
    assert shown.index("new.xml") < shown.index("old.xml")
    assert 'aria-label="Next filing from new.xml"' in shown
    assert 'aria-label="Amend old.xml"' in shown
    answer = client.post("/f/new.xml/next", json={"lines": [{"code": "S", "on": "11/9/26", "line": "direct"}]})
    assert answer.status_code == 201, answer.text
    assert "Made from new.xml" in answer.json()["said"]
    assert "--" not in answer.json()["said"]


def test_a_form_3_on_file_is_the_start_of_a_next_filing_and_is_not_amended(tmp_path: Path) -> None:
    """The list is gone with the last of them."""
    run("export", str(example(tmp_path)), "--public", "--draft", "-o", str(tmp_path))
    (tmp_path / EXAMPLE).unlink()
    [form_4] = tmp_path.glob("*.xml")
    text = form_4.read_text("utf-8").replace("<documentType>4<", "<documentType>3<")
    form_4.unlink()
    (tmp_path / "form3.xml").write_text(text, "utf-8")
    client = Bench(tmp_path).client()
    shown = client.get("/").text
    assert 'aria-label="Next filing from form3.xml"' in shown
    assert "Amend form3.xml" not in shown
    (tmp_path / "form3.xml").unlink()
    assert "Forms on file" not in client.get("/").text
