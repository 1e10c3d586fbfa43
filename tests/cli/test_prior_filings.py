"""``form4gen validate --prior``: what earlier filings show of this one."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, changed, run

from form4gen.api.filings import export_filing
from form4gen.api.load import load

EARLIER = {
    "periodOfReport": "2017-10-02",
    "row.transactionDate": "2017-10-02",
    "row.sharesOwnedFollowingTransaction": 1000,
    "ownerSignatures": [{"signatureName": "Benjamin Locke", "signatureDate": "2017-10-03"}],
}


def rules(*arguments: str) -> dict[str, str]:
    told = json.loads(run("validate", TECOGEN, *IN_TIME, "--format", "json", *arguments).stdout)
    reasons = {each["rule"]: each["reason"] for each in told["rules"]["notRun"]}
    return reasons | dict.fromkeys(told["rules"]["applied"], "applied")


def test_without_prior_filings_the_rules_on_them_are_not_run() -> None:
    assert rules()["HB107"] == "needs prior filings"


def test_a_prior_filing_is_read_as_json(tmp_path: Path) -> None:
    prior = changed(tmp_path, EARLIER)
    assert rules("--prior", prior)["HB107"] == "applied"
    told = run("validate", TECOGEN, *IN_TIME, "--prior", prior).stdout
    assert "HB107  warning" in told
    assert (
        "The prior form (Oct 3, 2017) reported a balance of 1,000. 1,000 + 2,000 = 3,000, but this form reports 3,418."
        in " ".join(told.split())
    )


def test_a_prior_filing_is_read_as_ownership_xml(tmp_path: Path) -> None:
    filing = load(Path(changed(tmp_path, EARLIER)).read_bytes()).filing
    assert filing is not None
    (parcel,) = export_filing(filing)
    path = tmp_path / "prior.xml"
    path.write_bytes(parcel.form)
    assert rules("--prior", str(path))["HB107"] == "applied"


FORM_3 = {
    "documentType": "3",
    "periodOfReport": "2017-10-02",
    "nonDerivativeTable": [
        {
            "kind": "holding",
            "securityTitle": "Common Stock",
            "sharesOwnedFollowingTransaction": 1000,
            "directOrIndirectOwnership": "D",
        }
    ],
    "ownerSignatures": [{"signatureName": "Benjamin Locke", "signatureDate": "2017-10-03"}],
}


def test_a_form_3_is_the_opening_balance(tmp_path: Path) -> None:
    found = run("validate", TECOGEN, *IN_TIME, "--prior", changed(tmp_path, FORM_3)).stdout
    assert "The prior form (Oct 3, 2017) reported a balance of 1,000. 1,000 + 2,000 = 3,000" in " ".join(found.split())


@pytest.mark.parametrize("command", ["validate", "render", "export"])
@pytest.mark.parametrize("form", ["3", "3/A", "5", "5/A"])
def test_a_form_3_or_5_is_read_as_a_prior_filing_only(tmp_path: Path, command: str, form: str) -> None:
    result = run(command, changed(tmp_path, FORM_3 | {"documentType": form}))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"This is a Form {form}. form4gen reads Forms 3 and 5 as earlier filings only (--prior)" in result.stderr


def test_a_filing_of_somebody_else_is_left_out_with_a_word(tmp_path: Path) -> None:
    other = changed(tmp_path, EARLIER | {"owner.rptOwnerCik": "0000000042"})
    result = run("validate", TECOGEN, *IN_TIME, "--prior", other)
    assert result.exit_code == 0
    assert (
        "form4.json is not used: it is not an earlier filing of the same reporting person and issuer." in result.stderr
    )


def _folder(tmp_path: Path, **documents: dict[str, object]) -> Path:
    folder = tmp_path / "filed"
    folder.mkdir()
    for name, changes in documents.items():
        (folder / f"{name}.json").write_bytes(Path(changed(tmp_path, changes)).read_bytes())
    return folder


def test_a_folder_stands_for_the_filings_in_it_and_those_of_others_are_left_out_silently(tmp_path: Path) -> None:
    folder = _folder(tmp_path, october=EARLIER, other=EARLIER | {"owner.rptOwnerCik": "0000000042"})
    (folder / "draft.json").write_bytes(Path(TECOGEN).read_bytes())
    (folder / "notes.txt").write_text("Call the broker.", "utf-8")
    result = run("validate", TECOGEN, *IN_TIME, "--prior", str(folder))
    assert "The prior form (Oct 3, 2017) reported a balance of 1,000." in " ".join(result.stdout.split())
    assert f"form4gen: {folder / 'notes.txt'} is skipped: " in result.stderr
    assert "is not used" not in result.stderr


@pytest.mark.parametrize("others", [(), (TECOGEN,)], ids=["one input", "two inputs"])
def test_a_folder_of_which_no_filing_is_used_is_one_line(tmp_path: Path, others: tuple[str, ...]) -> None:
    other = EARLIER | {"owner.rptOwnerCik": "0000000042"}
    folder = _folder(tmp_path, one=other, two=other | {"documentType": "4/A"})
    (folder / "notes.txt").write_text("Call the broker.", "utf-8")
    result = run("validate", TECOGEN, *others, *IN_TIME, "--prior", str(folder))
    assert result.stderr.count("notes.txt is skipped") == 1
    assert result.stderr.count("is not used") == 1
    assert f"{folder} is not used: none of its filings (2) is an earlier filing of the same" in result.stderr


def test_a_folder_without_a_filing_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "notes.txt").write_text("Call the broker.", "utf-8")
    result = run("validate", TECOGEN, *IN_TIME, "--prior", str(folder))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"--prior {folder}: no filing was found in this folder." in result.stderr


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{"documentType": "4", "period": 1}', "It is not a filing: "),
        (b"<html>", "This is a web page, not a filing."),
    ],
)
def test_a_file_that_is_no_filing_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "prior"
    path.write_bytes(content)
    result = run("validate", TECOGEN, *IN_TIME, "--prior", str(path))
    assert result.exit_code == 2
    assert f"--prior {path}: {complaint}" in result.stderr


def test_a_file_that_is_not_there_is_refused() -> None:
    result = run("validate", TECOGEN, *IN_TIME, "--prior", "nowhere.json")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "github", "html"])
def test_the_order_of_prior_filings_changes_no_report(tmp_path: Path, form: str) -> None:
    priors = [
        changed(tmp_path, EARLIER | {"row.sharesOwnedFollowingTransaction": shares}, f"{shares}.json")
        for shares in (1000, 1418, 2000)
    ]
    orders = [[part for path in order for part in ("--prior", path)] for order in permutations(priors)]
    reports = {run("validate", TECOGEN, *IN_TIME, "--format", form, *order).stdout for order in orders}
    assert len(reports) == 1
