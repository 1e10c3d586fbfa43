"""``form4gen new``: a starting JSON that is a filing, and says by its findings what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run

from form4gen.api.codes import CODES
from form4gen.api.load import load
from form4gen.cli.starting import starting

EVERY = [
    (),
    ("--amendment",),
    ("--power",),
    ("--code", "M", "--code", "S", "--owner", "1", "--owner", "2", "--issuer", "3", "--power"),
    *(("--code", code) for code in CODES),
]


def _new(*options: str) -> dict[str, Any]:
    result = run("new", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_the_document_is_a_filing_once_its_placeholders_are_gone(options: tuple[str, ...]) -> None:
    loaded = load(run("new", *options).stdout.encode())
    assert loaded.filing is not None
    assert {finding.rule for finding in loaded.findings} == {"JS111"}
    assert len(loaded.findings) == run("new", *options).stdout.count('"TODO: ')


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_a_placeholder_is_the_only_finding_about_its_value(options: tuple[str, ...]) -> None:
    told = json.loads(run("validate", "-", "--format", "json", stdin=run("new", *options).stdout).stdout)
    blank = {finding["pointer"] for finding in told["findings"] if finding["rule"] == "JS111"}
    assert not [each["rule"] for each in told["findings"] if each["rule"] != "JS111" and each["pointer"] in blank]
    assert told["rules"]["couldNotRun"] == []


def test_a_placeholder_is_named_with_its_line_and_what_to_enter() -> None:
    (first, *_) = load(b'{"documentType": "4",\n "remarks": "TODO: remarks"}').findings
    assert (first.rule, first.at.pointer, first.line, first.column) == ("JS111", "/remarks", 2, 13)
    assert first.message == "The placeholder 'TODO: remarks' is still there."
    assert first.remedy == "Enter the remarks. If it does not apply, delete the key."


@pytest.mark.parametrize("words", ["TODO", "todo: x", "A TODO: x", " TODO: x", "TODO:x"])
def test_other_words_are_no_placeholder(words: str) -> None:
    assert load(json.dumps({"documentType": "4", "remarks": words}).encode()).findings == ()


def test_placeholders_are_listed_beside_the_faults_of_a_document_that_is_no_filing() -> None:
    loaded = load(b'{"documentType": "4", "remarks": "TODO: remarks", "oops": 1, "exhibits": ["TODO: one"]}')
    assert loaded.filing is None
    assert sorted(finding.rule for finding in loaded.findings) == ["JS106", "JS111", "JS111"]


def test_a_half_filled_document_can_be_drawn_as_a_draft(tmp_path: Path) -> None:
    result = run("render", "-", "--draft", "--html", "-o", str(tmp_path), stdin=run("new", "--code", "P").stdout)
    assert result.exit_code == 0, result.stderr
    assert "TODO" not in (tmp_path / "form4.html").read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_every_row_has_the_code_and_the_check_names_what_is_to_enter(code: str) -> None:
    document = _new("--code", code)
    rows = [*document["nonDerivativeTable"], *document["derivativeTable"]]
    assert rows
    for row in rows:
        assert row["transactionCode"] in (code, {"value": code, "footnotes": ["F1"]})
    told = json.loads(run("validate", "-", "--format", "json", stdin=json.dumps(document)).stdout)
    places = {finding["pointer"] for finding in told["findings"] if finding["severity"] == "error"}
    assert "/issuer/issuerCik" in places
    for table in ("nonDerivativeTable", "derivativeTable"):
        for number in range(len(document[table])):
            for key in ("transactionDate", "transactionShares", "sharesOwnedFollowingTransaction"):
                assert f"/{table}/{number}/{key}" in places
    assert told["rules"]["couldNotRun"] == []


@pytest.mark.parametrize("code", "CMOX")
def test_an_exercise_or_conversion_has_a_row_in_both_tables(code: str) -> None:
    document = starting((CODES[code],))
    assert len(document["nonDerivativeTable"]) == len(document["derivativeTable"]) == 1
    assert document["derivativeTable"][0]["transactionAcquiredDisposedCode"] == "D"


def test_a_grant_has_a_row_in_table_ii_that_asks_for_the_terms() -> None:
    document = starting((CODES["A"],))
    (row,) = document["derivativeTable"]
    assert document["nonDerivativeTable"] == []
    assert row["transactionAcquiredDisposedCode"] == "A"
    assert {"conversionOrExercisePrice", "exerciseDate", "expirationDate", "underlyingSecurityShares"} <= row.keys()


@pytest.mark.parametrize("code", CODES)
def test_the_direction_is_given_only_where_the_code_leaves_no_choice(code: str) -> None:
    document = starting((CODES[code],))
    for table, use in (("nonDerivativeTable", CODES[code].table_i), ("derivativeTable", CODES[code].table_ii)):
        for row in document[table]:
            assert use is not None
            assert row["transactionAcquiredDisposedCode"] in (
                use.marks,
                "TODO: direction: A (acquired) or D (disposed of)",
            )
            assert (row["transactionAcquiredDisposedCode"] == use.marks) is (len(use.marks) == 1)


def test_other_transactions_bring_a_footnote_to_describe_them_in() -> None:
    document = starting((CODES["J"],))
    assert document["nonDerivativeTable"][0]["transactionCode"] == {"value": "J", "footnotes": ["F1"]}
    assert document["footnotes"] == {"F1": "TODO: description of the transaction"}


def test_the_blank_form_has_no_rows_and_no_code() -> None:
    document = _new()
    assert document["nonDerivativeTable"] == document["derivativeTable"] == []
    assert document["documentType"] == "4"
    assert "dateOfOriginalSubmission" not in document


def test_an_amendment_asks_for_the_date_of_the_original() -> None:
    document = _new("--amendment", "--code", "s")
    assert document["documentType"] == "4/A"
    assert "dateOfOriginalSubmission" in document
    assert document["nonDerivativeTable"][0]["transactionCode"] == "S"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("B", "'B' is not a transaction code. The codes are A, C, D, E,"),
        ("", "'' is not a transaction code"),
        ("K", "K is not a transaction code: enter the code of the transaction (S for S/K) and set"),
        ("v", "V is not a transaction code: enter the code of the transaction and set transactionFormType"),
    ],
)
def test_what_is_no_code_is_refused_with_what_to_write(code: str, words: str) -> None:
    result = run("new", "--code", code)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_several_codes_have_their_rows_in_one_document() -> None:
    document = _new("--code", "M", "--code", "s")
    codes = [[row["transactionCode"] for row in document[table]] for table in ("nonDerivativeTable", "derivativeTable")]
    assert codes == [["M", "S"], ["M"]]


def test_issuer_and_reporting_persons_are_entered_by_their_ciks() -> None:
    document = _new("--issuer", "1537435", "--owner", "0001625781", "--owner", "7")
    assert document["issuer"]["issuerCik"] == "0001537435"
    assert [owner["rptOwnerCik"] for owner in document["reportingOwners"]] == ["0001625781", "0000000007"]
    assert len(document["ownerSignatures"]) == 2


@pytest.mark.parametrize("cik", ["", "0", "abc", "12345678901", "-1", "\u0661"])
@pytest.mark.parametrize("option", ["--issuer", "--owner"])
def test_what_is_no_cik_is_refused(option: str, cik: str) -> None:
    result = run("new", option, cik)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a CIK. A CIK is 1 to 10 digits" in " ".join(result.stderr.split())


def test_a_reporting_person_is_given_once() -> None:
    result = run("new", "--owner", "7", "--owner", "0007")
    assert result.exit_code == 2
    assert "The same CIK is given twice." in " ".join(result.stderr.split())


@pytest.mark.parametrize(("owners", "ids"), [((), ["poa-1"]), (("1", "2"), ["poa-1", "poa-2"])])
def test_a_power_of_attorney_is_prepared_for_each_who_signs_by_an_agent(
    owners: tuple[str, ...], ids: list[str]
) -> None:
    document = _new("--power", *(word for cik in owners for word in ("--owner", cik)))
    assert [power["id"] for power in document["powersOfAttorney"]] == ids
    assert [signature["powerOfAttorney"] for signature in document["ownerSignatures"]] == ids
    assert {signature["capacity"] for signature in document["ownerSignatures"]} == {"attorney_in_fact"}


def test_the_instrument_to_sign_is_printed_with_blank_lines(tmp_path: Path) -> None:
    run("render", "-", "--draft", "--html", "-o", str(tmp_path), stdin=_text("--power"))
    page = (tmp_path / "form4.html").read_text("utf-8")
    assert "KNOW ALL PERSONS BY THESE PRESENTS" in page
    assert 'Date: <span class="poa-line">' in page


def _text(*options: str) -> str:
    return run("new", *options).stdout
