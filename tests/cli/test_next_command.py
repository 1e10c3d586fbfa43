"""``form4gen next``: the next filing from files and folders, written whole or not at all, with its sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import changed, run

from form4gen.api.filings import export_filing
from form4gen.api.load import load

SALE = ("--code", "S", "--date", "2017-11-20", "--shares", "1,000", "--price", "2.80", "--signed", "2017-11-21")


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """The Tecogen filing as EDGAR disseminates it."""
    filing = load(Path(changed(tmp_path, {})).read_bytes()).filing
    assert filing is not None
    (parcel,) = export_filing(filing, public=True)
    path = tmp_path / "filed.xml"
    path.write_bytes(parcel.form)
    return path


def drafted(*arguments: str) -> dict[str, Any]:
    result = run("next", *arguments)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_the_next_filing_from_xml_passes_the_check_against_it(filed: Path, tmp_path: Path) -> None:
    target = tmp_path / "week.json"
    result = run("next", str(filed), *SALE, "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    checked = run(
        "validate", str(target), "--prior", str(filed), "--filed-at", "2017-11-21T16:00", "--format", "concise"
    )
    assert (checked.exit_code, checked.stdout.splitlines()[0]) == (
        0,
        f"{target}: ok: No errors or warnings; 1 advisory",
    )
    (row,) = json.loads(target.read_text("utf-8"))["nonDerivativeTable"]
    assert (row["transactionShares"], row["transactionPricePerShare"], row["sharesOwnedFollowingTransaction"]) == (
        1000, 2.80, 2418,
    )  # fmt: skip


def test_standard_error_has_the_sources_and_standard_output_the_document_alone(filed: Path) -> None:
    result = run("next", str(filed), *SALE)
    assert json.loads(result.stdout)["documentType"] == "4"
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"form4gen: Made from {filed} (Form 4, Nov 14, 2017), the only form of ")
    assert f"  Table I, Common Stock, direct: 3,418 - 1,000 = 2,418 ({filed}, Table I, row 1; --shares)" in lines


def test_without_a_date_of_signature_it_is_all_that_the_check_misses(filed: Path, tmp_path: Path) -> None:
    target = tmp_path / "week.json"
    run("next", str(filed), *SALE[:-2], "-o", str(target))
    checked = run("validate", str(target), "--prior", str(filed), "--filed-at", "2017-11-21T16:00", "--format", "json")
    (error,) = [each for each in json.loads(checked.stdout)["findings"] if each["severity"] == "error"]
    assert (error["rule"], error["pointer"]) == ("JS111", "/ownerSignatures/0/signatureDate")


def test_options_belong_to_the_code_before_them(filed: Path) -> None:
    document = drafted(
        str(filed), "--code", "S", "--date", "2017-11-20", "--shares", "10", "--price", "2", "--note", "A first sale.",
        "--code", "p", "--price", "3", "--shares", "20", "--code", "S", "--shares", "1", "--date", "2017-11-21",
    )  # fmt: skip
    rows = document["nonDerivativeTable"]
    assert [row["sharesOwnedFollowingTransaction"] for row in rows] == [3408, 3428, 3427]
    assert [row["transactionDate"] for row in rows] == ["2017-11-20", "2017-11-20", "2017-11-21"]
    assert [row["transactionPricePerShare"] for row in rows[:2]] == [2, 3]
    assert rows[2]["transactionPricePerShare"].startswith("FILL IN: ")
    assert document["footnotes"] == {"F1": "A first sale."}


def test_changes_since_the_last_form_are_options(filed: Path) -> None:
    document = drafted(
        str(filed), "--split", "2-for-1", "--line", "Common", "--exempt", "-6", "--under", "a domestic relations order",
        "--code", "S", "--line", "direct", "--shares", "30", "--all-holdings", "--exit",
    )  # fmt: skip
    assert document["nonDerivativeTable"][0]["sharesOwnedFollowingTransaction"]["value"] == 6800
    assert document["notSubjectToSection16"] is True


def test_a_line_that_no_form_shows_is_described(filed: Path) -> None:
    document = drafted(
        str(filed), "--code", "A", "--security", "Stock Option", "--exercise-price", "3.10", "--expires", "2027-11-20",
        "--exercisable", "2018-11-20", "--underlying", "Common Stock", "--shares", "500", "--mark", "a", "--new",
        "--ownership", "I", "--nature", "By Trust", "--table", "ii", "--plan", "2017-05-01",
    )  # fmt: skip
    (row,) = document["derivativeTable"]
    assert (row["conversionOrExercisePrice"], row["natureOfOwnership"], row["transactionAcquiredDisposedCode"]) == (
        3.10, "By Trust", "A",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--shares", "5"), "--shares belongs after --code."),
        (("--under", "a plan"), "--under belongs after --exempt."),
        (("--line", "direct"), "--line belongs after --code or --exempt or --split."),
        (("--code", "S", "--under", "a plan"), "--under belongs after --exempt."),
        (("--code", "S", "--shares", "5", "--shares", "6"), "--shares is given twice for one --code."),
        (("--exempt", "5"), "--exempt needs --under: how the shares were acquired or disposed of."),
        (("--split", "2:1"), "'2:1' is not a split. Write 2-for-1, or 1-for-10 for a reverse split."),
        (("--split", "1-for-1"), "'1-for-1' is not a split."),
        (("--code", "S", "--shares", "1,00"), "'1,00' is not a number. Write 1500 or 12.4187."),
        (("--code", "S", "--price", "1e3"), "'1e3' is not a number."),
        (("--code", "S", "--date", "11/20/2017"), "'11/20/2017' is not a date. Write 2026-11-05."),
        (("--code", "Q"), "'Q' is not a transaction code."),
    ],
)
def test_a_request_that_is_none_is_explained(filed: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run("next", str(filed), *arguments)
    assert result.exit_code == 2
    said = result.stderr or str(result.exception)
    assert words in " ".join(said.split())
    assert result.stdout == ""


def test_an_existing_file_is_kept_unless_it_may_be_overwritten(filed: Path, tmp_path: Path) -> None:
    target = tmp_path / "week.json"
    target.write_text("mine", "utf-8")
    result = run("next", str(filed), *SALE, "-o", str(target))
    assert result.exit_code == 2
    assert target.read_text("utf-8") == "mine"
    assert run("next", str(filed), *SALE, "-o", str(target), "--force").exit_code == 0
    assert json.loads(target.read_text("utf-8"))["documentType"] == "4"


def test_a_source_is_never_overwritten(filed: Path) -> None:
    before = filed.read_bytes()
    for source in (filed, filed.parent):
        assert run("next", str(source), *SALE, "-o", str(filed), "--force").exit_code == 2
        assert filed.read_bytes() == before


def test_standard_input_is_a_source_too(filed: Path) -> None:
    result = run("next", "-", *SALE, stdin=filed.read_bytes())
    assert json.loads(result.stdout)["nonDerivativeTable"][0]["sharesOwnedFollowingTransaction"] == 2418
    assert "(<stdin>, Table I, row 1; --shares)" in result.stderr


@pytest.mark.usefixtures("filed")
def test_a_folder_may_contain_other_files(tmp_path: Path) -> None:
    (tmp_path / "form4.json").unlink()
    (tmp_path / "notes.txt").write_text("call the broker", "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    result = run("next", str(tmp_path), *SALE)
    assert result.exit_code == 0
    skipped = [line for line in result.stderr.splitlines() if "is skipped" in line]
    assert [Path(line.split()[1]).name for line in skipped] == ["broken.json", "notes.txt"]


def test_several_persons_are_chosen_with_options(filed: Path, tmp_path: Path) -> None:
    other = changed(tmp_path, {"owner.rptOwnerCik": "0000000007", "owner.rptOwnerName": "Sample Jane"}, "other.json")
    result = run("next", str(filed), other, *SALE)
    assert result.exit_code == 2
    document = drafted(str(filed), other, *SALE, "--owner", "sample jane", "--issuer", "tgen")
    assert document["reportingOwners"][0]["rptOwnerCik"] == "0000000007"


def test_a_ccc_enters_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_1625781", "abcd123$")
    path = changed(tmp_path, {"footnotes": {"F1": "Held by abcd123$ trust."}, "row.securityTitle": {
        "value": "Common Stock", "footnotes": ["F1"],
    }})  # fmt: skip
    result = run("next", path, *SALE)
    assert "abcd123$" not in result.stdout + result.stderr


def test_text_of_a_file_cannot_send_commands_to_the_terminal(tmp_path: Path) -> None:
    path = changed(tmp_path, {"remarks": "\u009b2J wiped"})
    result = run("next", path, *SALE)
    assert "\u009b" not in result.stderr
