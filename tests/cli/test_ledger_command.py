"""``form4gen ledger``: a person's holdings over all forms, from files and folders."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import changed, run

from form4gen.api.filings import export_filing
from form4gen.api.load import load
from form4gen.resources import path_of

EXERCISE = path_of("schemas", "examples", "exercise-and-sale.json")

SIGNED = [{"signatureName": "Benjamin Locke", "signatureDate": "2017-10-03"}]
HELD = {
    "kind": "holding",
    "securityTitle": "Common Stock",
    "sharesOwnedFollowingTransaction": 1418,
    "directOrIndirectOwnership": "D",
}
OPENING = {
    "documentType": "3",
    "periodOfReport": "2017-10-02",
    "nonDerivativeTable": [HELD],
    "ownerSignatures": SIGNED,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a Form 3 as JSON, a Form 4 as XML, and files that are no filings."""
    filings = tmp_path / "filings"
    filings.mkdir()
    changed(filings, OPENING, "form3.json")
    filing = load(Path(changed(tmp_path, {})).read_bytes()).filing
    assert filing is not None
    (parcel,) = export_filing(filing)
    (filings / "form4.xml").write_bytes(parcel.form)
    (filings / "notes.txt").write_text("call the broker")
    (filings / "form4gen.toml").write_text("strict = true\n")
    (filings / "letter.docx").write_bytes(b"PK\x03\x04")
    (filings / "2016").mkdir()
    return filings


def test_the_ledger_of_a_folder_has_every_filing_in_it(folder: Path) -> None:
    result = run("ledger", str(folder))
    assert result.exit_code == 0
    assert "TECOGEN INC. (TGEN), CIK 0001537435" in result.stdout
    assert "2 forms, Oct 3, 2017 to Nov 14, 2017" in result.stdout
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert f"Oct 2, 2017 3 Oct 3, 2017 1 holding 1,418 {folder / 'form3.json'}" in lines
    assert f"Nov 14, 2017 4 Nov 14, 2017 1 P +2,000 3,418 {folder / 'form4.xml'}" in lines
    assert "Does not continue" not in result.stdout


def test_a_file_of_a_folder_that_is_no_filing_is_named_with_the_reason(folder: Path) -> None:
    (line,) = run("ledger", str(folder)).stderr.splitlines()
    assert line.startswith(f"form4gen: {folder / 'notes.txt'} is skipped: ")


@pytest.mark.parametrize(("count", "lines"), [(20, 20), (21, 21), (22, 21)])
def test_a_folder_with_many_other_files_is_not_listed_without_end(tmp_path: Path, count: int, lines: int) -> None:
    changed(tmp_path, OPENING, "form3.json")
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("no filing")
    said = run("ledger", str(tmp_path)).stderr.splitlines()
    assert len(said) == lines
    if count > 20:
        assert said[-1] == f"form4gen: {count - 20} more files are skipped."


def test_a_balance_that_does_not_continue_is_marked(tmp_path: Path) -> None:
    opening = OPENING | {
        "nonDerivativeTable": [OPENING["nonDerivativeTable"][0] | {"sharesOwnedFollowingTransaction": 709}]
    }  # type: ignore[index]
    result = run("ledger", changed(tmp_path, {}), changed(tmp_path, opening, "form3.json"))
    told = " ".join(result.stdout.split())
    assert "Does not continue: the last balance is 709, and this row begins with 1,418, 709 more." in told
    assert "Would explain it: A 2-for-1 split. A transaction between Oct 2, 2017 and Nov 14, 2017" in told


def test_the_holdings_of_a_day_name_the_filing_behind_each_number(folder: Path) -> None:
    told = run("ledger", str(folder), "--at", "2017-11-13").stdout
    assert "Holdings at the end of Nov 13, 2017" in told
    assert "1,418" in told
    assert "form3.json" in told
    assert "form4.xml" not in told
    assert "No holdings known on Oct 1, 2017" in run("ledger", str(folder), "--at", "2017-10-01").stdout


def test_json_has_exact_numbers_and_every_entry(folder: Path) -> None:
    (found,) = json.loads(run("ledger", str(folder), "--format", "json").stdout)
    (line,) = found["lines"]
    assert [(entry["change"], entry["balance"], entry["documentType"]) for entry in line["entries"]] == [
        (None, "1418", "3"),
        ("2000", "3418", "4"),
    ]
    (of_day,) = json.loads(run("ledger", str(folder), "--format", "json", "--at", "2017-12-31").stdout)
    assert [each["balance"] for each in of_day["holdings"]] == ["3418"]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_for_each_entry(folder: Path) -> None:
    rows = rows_of(run("ledger", str(folder), "--format", "csv").stdout)
    assert [(row["rptOwnerCik"], row["change"], row["balance"]) for row in rows] == [
        ("0001625781", "", "1418"),
        ("0001625781", "2000", "3418"),
    ]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path, first: str) -> None:
    path = changed(tmp_path, {"row.securityTitle": f"{first}cmd|' /C calc'!A0"})
    (row,) = rows_of(run("ledger", path, "--format", "csv").stdout)
    assert row["securityTitle"] == f"'{first}cmd|' /C calc'!A0"


def test_a_negative_change_in_csv_stays_a_number(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionCode": "S", "row.transactionAcquiredDisposedCode": "D"})
    (row,) = rows_of(run("ledger", path, "--format", "csv").stdout)
    assert row["change"] == "-2000"


def test_csv_without_entries_is_empty(folder: Path) -> None:
    assert run("ledger", str(folder), "--format", "csv", "--at", "2017-01-01").stdout == ""


def test_what_a_filer_typed_is_escaped_on_the_page(tmp_path: Path) -> None:
    page = run("ledger", changed(tmp_path, {"row.securityTitle": "<script>a</script>"}), "--format", "html").stdout
    assert "<script>" not in page
    assert "Table I, &lt;script&gt;a&lt;/script&gt;, direct" in page


def test_the_name_of_a_file_cannot_move_or_color_a_terminal(tmp_path: Path) -> None:
    result = run("ledger", changed(tmp_path, {}, "\x1b[31mred.json"))
    assert result.exit_code == 0
    assert "\x1b[31mred" not in result.stdout
    assert "\\x1b[31mred.json" in result.stdout


def test_a_derivative_is_listed_with_its_terms() -> None:
    (found,) = json.loads(run("ledger", EXERCISE, "--format", "json").stdout)
    terms = {(e["conversionOrExercisePrice"], e["expirationDate"]) for line in found["lines"] for e in line["entries"]}
    assert (None, None) in terms
    assert any(price and until for price, until in terms)


@pytest.mark.parametrize(("on", "is_over"), [("2029-02-28", False), ("2029-03-01", False), ("2029-03-02", True)])
def test_a_derivative_that_has_expired_by_the_day_says_so(on: str, *, is_over: bool) -> None:
    told = " ".join(run("ledger", EXERCISE, "--at", on).stdout.split())
    assert ("It expired on Mar 1, 2029, and no form among these files reports that." in told) == is_over


def test_a_footnote_that_explains_a_change_is_said(tmp_path: Path) -> None:
    note = {"F1": "Includes 90 shares acquired under the issuer's employee stock purchase plan."}
    held = {"value": 3508, "footnotes": ["F1"]}
    form = changed(tmp_path, {"row.sharesOwnedFollowingTransaction": held, "footnotes": note})
    assert "A footnote explains another change." in run("ledger", changed(tmp_path, OPENING, "3.json"), form).stdout


def test_the_page_has_a_table_with_heads_for_each_line(folder: Path) -> None:
    page = run("ledger", str(folder), "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert '<caption id="line-1-1">Table I, Common Stock, direct</caption>' in page
    assert page.count('<th scope="col"') == 8
    assert "http" not in page
    day = run("ledger", str(folder), "--format", "html", "--at", "2017-11-13").stdout
    assert "<h1>Holdings at the end of Nov 13, 2017</h1>" in day
    assert "3,418" not in day


def test_a_replaced_row_is_struck_on_the_page_and_named_in_text(tmp_path: Path) -> None:
    original = changed(tmp_path, {}, "form4.json")
    amendment = changed(
        tmp_path,
        {
            "documentType": "4/A",
            "dateOfOriginalSubmission": "2017-11-14",
            "row.transactionPricePerShare": 2.65,
            "ownerSignatures": [{"signatureName": "Benjamin Locke", "signatureDate": "2017-12-01"}],
        },
        "form4a.json",
    )
    told = " ".join(run("ledger", amendment, original).stdout.split())
    assert f"Replaced by the Form 4/A in {amendment}." in told
    assert "Amends the row above." in told
    assert "1 form, Nov 14, 2017; 1 amendment" in told
    page = run("ledger", amendment, original, "--format", "html").stdout
    assert "<del>+2,000</del>" in page


def test_a_row_that_an_amendment_adds_says_so(tmp_path: Path) -> None:
    alone: dict[str, Any] = {"documentType": "4/A", "dateOfOriginalSubmission": "2017-11-14"}
    assert "Added by the amendment." in run("ledger", changed(tmp_path, alone)).stdout


def test_a_copy_is_counted_once_and_named(folder: Path, tmp_path: Path) -> None:
    copy = changed(tmp_path, {}, "copy.json")
    result = run("ledger", str(folder), copy)
    assert "2 forms" in result.stdout
    assert "is the same filing as" in result.stderr


def test_a_filing_without_a_cik_is_left_out_and_named(folder: Path, tmp_path: Path) -> None:
    path = changed(tmp_path, {"issuer": {}}, "odd.json")
    assert f"{path} is left out: it has no issuer CIK." in run("ledger", str(folder), path).stderr


def test_the_ledger_is_written_to_a_file_only_with_leave(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "ledger.csv"
    assert run("ledger", str(folder), "--format", "csv", "-o", str(target)).stdout == f"{target}\n"
    assert len(rows_of(target.read_text("utf-8"))) == 2
    again = run("ledger", str(folder), "-o", str(target))
    assert (again.exit_code, "--force" in again.stderr) == (2, True)
    assert run("ledger", str(folder), "-o", str(target), "--force").exit_code == 0


def test_a_file_that_was_named_and_is_no_filing_is_an_error(folder: Path) -> None:
    result = run("ledger", str(folder / "notes.txt"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(folder / "notes.txt") in result.stderr


def test_a_folder_without_a_filing_is_an_error(tmp_path: Path) -> None:
    result = run("ledger", str(tmp_path))
    assert result.exit_code == 2
    assert "No filing was found." in result.stderr


def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("form4gen.cli.priors.os.listdir", refuse)
    result = run("ledger", str(tmp_path))
    assert (result.exit_code, "Permission denied" in result.stderr) == (2, True)


def test_standard_input_is_read(folder: Path) -> None:
    assert "1 form" in run("ledger", "-", stdin=(folder / "form4.xml").read_bytes()).stdout


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    assert run("ledger", str(folder), "--at", "11/13/2017").exit_code == 2
