"""``form4gen new``: a starting JSON that is a filing, and says by its findings what is missing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from command_line import run

from form4gen.api.codes import CODES
from form4gen.api.load import load, schema
from form4gen.cli.starting import starting

EVERY = [(), ("--amendment",), *(("--code", code) for code in CODES)]


def _new(*options: str) -> dict[str, Any]:
    result = run("new", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_the_document_is_a_filing(options: tuple[str, ...]) -> None:
    loaded = load(run("new", *options).stdout.encode())
    assert loaded.findings == ()
    assert loaded.filing is not None


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_it_holds_to_the_schema(options: tuple[str, ...]) -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  skipped with the test

    assert list(Draft202012Validator(json.loads(schema())).iter_errors(_new(*options))) == []


@pytest.mark.parametrize("code", CODES)
def test_every_row_carries_the_code_and_the_check_names_what_is_blank(code: str) -> None:
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
    document = starting(CODES[code])
    assert len(document["nonDerivativeTable"]) == len(document["derivativeTable"]) == 1
    assert document["derivativeTable"][0]["transactionAcquiredDisposedCode"] == "D"


def test_a_grant_has_a_row_in_table_ii_that_asks_for_the_terms() -> None:
    document = starting(CODES["A"])
    (row,) = document["derivativeTable"]
    assert document["nonDerivativeTable"] == []
    assert row["transactionAcquiredDisposedCode"] == "A"
    assert {"conversionOrExercisePrice", "exerciseDate", "expirationDate", "underlyingSecurityShares"} <= row.keys()


@pytest.mark.parametrize("code", CODES)
def test_the_direction_is_given_only_where_the_code_leaves_no_choice(code: str) -> None:
    document = starting(CODES[code])
    for table, use in (("nonDerivativeTable", CODES[code].table_i), ("derivativeTable", CODES[code].table_ii)):
        for row in document[table]:
            assert use is not None
            assert row["transactionAcquiredDisposedCode"] == ({} if use.marks == "AD" else use.marks)


def test_other_transactions_bring_a_footnote_to_describe_them_in() -> None:
    document = starting(CODES["J"])
    assert document["nonDerivativeTable"][0]["transactionCode"] == {"value": "J", "footnotes": ["F1"]}
    assert document["footnotes"] == {"F1": ""}


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
