"""``form4gen amend``: the Form 4/A of a filed form, written whole or not at all, with its sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import changed, run

FILED = {"context": {"filedAt": "2017-11-16T16:00"}}
AT = ("--filed-at", "2017-11-20T16:00")


def amended(*arguments: str) -> dict[str, Any]:
    result = run("amend", *arguments)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_the_amendment_of_a_price_passes_the_check_against_its_original(tmp_path: Path) -> None:
    original, target = changed(tmp_path, FILED), tmp_path / "form4a.json"
    result = run(
        "amend", original, "--row", "I.1", "--price", "2.65", "--because", "The broker corrected a confirmation.",
        "--signed", "2017-11-20", "-o", str(target),
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    lines = result.stderr.splitlines()
    assert lines[0] == f"form4gen: Made from {original} (Form 4, filed Nov 16, 2017)."
    assert "  Table I, row 1, price: $2.65 in place of $2.64 (--row)" in lines
    checked = run("validate", str(target), "--prior", original, *AT, "--format", "json")
    assert [each for each in json.loads(checked.stdout)["findings"] if each["rule"].startswith("AM")] == []
    assert checked.exit_code == 0


@pytest.mark.parametrize("row", ["I.1", "i.1", " I.1 ", "Table I, row 1", "table i row 1"])
def test_a_row_is_named_by_table_and_number(tmp_path: Path, row: str) -> None:
    document = amended(changed(tmp_path, FILED), "--row", row, "--shares", "2,100", "--code", "p")
    (found,) = document["nonDerivativeTable"]
    assert (found["transactionShares"]["value"], found["sharesOwnedFollowingTransaction"]["value"]) == (2100, 3518)
    assert found["transactionCode"] == "P"


@pytest.mark.parametrize("row", ["1", "I", "III.1", "I.0", "I-1", "II.100000"])
def test_a_text_that_names_no_row_is_explained(tmp_path: Path, row: str) -> None:
    result = run("amend", changed(tmp_path, FILED), "--row", row)
    assert result.exit_code == 2
    assert f"{row!r} is not a row. Write I.2 for row 2 of Table I, or II.1." in " ".join(result.stderr.split())


def test_what_is_right_belongs_to_a_row(tmp_path: Path) -> None:
    result = run("amend", changed(tmp_path, FILED), "--price", "2.65")
    assert (result.exit_code, "--price belongs after --row or --add." in result.stderr) == (2, True)


def test_the_date_of_the_original_is_an_option_where_the_file_does_not_give_it(tmp_path: Path) -> None:
    original = changed(tmp_path, {})
    assert run("amend", original, "--row", "I.1", "--price", "2.65").exit_code == 2
    document = amended(original, "--row", "I.1", "--price", "2.65", "--filed", "2017-11-15")
    assert document["dateOfOriginalSubmission"] == "2017-11-15"


def test_a_folder_of_several_forms_is_no_form(tmp_path: Path) -> None:
    changed(tmp_path, FILED)
    changed(tmp_path, FILED | {"periodOfReport": "2017-11-13"}, "other.json")
    result = run("amend", str(tmp_path), "--row", "I.1")
    assert (result.exit_code, "Name the one form that is amended, not a folder." in result.stderr) == (2, True)


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    original = changed(tmp_path, FILED)
    before = Path(original).read_bytes()
    assert run("amend", original, "--row", "I.1", "--price", "2.65", "-o", original, "--force").exit_code == 2
    assert Path(original).read_bytes() == before


def test_an_omitted_transaction_and_holding_are_added_and_pass_the_check_against_the_original(tmp_path: Path) -> None:
    original, target = changed(tmp_path, FILED), tmp_path / "form4a.json"
    result = run(
        "amend", original, "--add", "transaction", "--code", "s", "--date", "2017-11-15", "--shares", "400",
        "--price", "2.70", "--because", "The broker reported it late.", "--add", "holding", "--security",
        "Common Stock", "--nature", "By Trust", "--owned", "5,000", "--signed", "2017-11-20", "-o", str(target),
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    document = json.loads(target.read_text("utf-8"))
    sold, held = document["nonDerivativeTable"]
    assert (sold["transactionCode"]["value"], sold["sharesOwnedFollowingTransaction"]) == ("S", 3018)
    assert held["sharesOwnedFollowingTransaction"] == {"value": 5000, "footnotes": ["F2"]}
    assert document["footnotes"]["F1"].endswith("omitted from the original form, filed on Nov 16, 2017. The broker "
                                                "reported it late.")  # fmt: skip
    checked = json.loads(run("validate", str(target), "--prior", original, *AT, "--format", "json").stdout)
    assert {each["rule"] for each in checked["findings"] if each["rule"].startswith("AM")} == {"AM106"}
    assert [each for each in checked["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--add", "transaction", "--date", "2017-11-15"), "--add transaction needs --code: the transaction code."),
        (("--add", "holding", "--code", "S"), "--add holding cannot be combined with --code"),
        (("--row", "I.1", "--line", "direct"), "--line belongs after --add."),
        (("--add", "transaction", "--code", "S", "--code", "P"), "--code is given twice for one --add."),
    ],
)
def test_a_row_to_add_is_described_by_what_it_is(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run("amend", changed(tmp_path, FILED), *arguments)
    assert (result.exit_code, words in " ".join(result.stderr.split())) == (2, True)
