"""``form4gen new``: a starting JSON that is a filing, and has a placeholder for each value to enter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import IN_TIME, TECOGEN, run

from form4gen.api.codes import CODES
from form4gen.api.load import load, schema
from form4gen.api.starting import Party, starting, written
from form4gen.model.placeholders import FILL_IN, placeholder

POWER = ("--power", "--owners", "2", "--code", "M", "--code", "S")
EVERY = [(), ("--amendment",), POWER, *(("--code", code) for code in CODES)]


def _new(*options: str) -> dict[str, Any]:
    result = run("new", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def _placeholders(value: Any, steps: tuple[str | int, ...] = ()) -> dict[str, str]:
    """The placeholders of a document, by their JSON pointers."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = {"".join(f"/{step}" for step in steps): value} if str(value).startswith(FILL_IN) else {}
    for step, inner in items:
        found |= _placeholders(inner, (*steps, step))
    return found


def _told(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("validate", "-", "--format", "json", stdin=json.dumps(document)).stdout
    )["findings"]
    return found


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_the_document_is_a_filing_and_every_placeholder_is_a_finding(options: tuple[str, ...]) -> None:
    document = _new(*options)
    loaded = load(written(document).encode())
    assert loaded.filing is not None
    assert {(finding.rule, finding.at.pointer) for finding in loaded.findings} == {
        ("JS111", pointer) for pointer in _placeholders(document)
    }


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_of_a_value_to_enter_there_is_only_the_finding_that_says_what_to_enter(options: tuple[str, ...]) -> None:
    document = _new(*options)
    placeholders = _placeholders(document)
    told = [finding for finding in _told(document) if finding["pointer"] in placeholders]
    assert sorted(finding["pointer"] for finding in told) == sorted(placeholders)
    for finding in told:
        assert (finding["rule"], finding["severity"]) == ("JS111", "error")
        assert finding["message"].endswith(" is not filled in.")
        words = placeholders[finding["pointer"]].removeprefix(FILL_IN)
        assert finding["remedy"] == f"Enter {words}. To leave the box blank, delete the key."


@pytest.mark.parametrize("options", EVERY, ids=" ".join)
def test_it_conforms_to_the_schema_except_for_what_is_to_be_entered(options: tuple[str, ...]) -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  skipped with the test

    errors = Draft202012Validator(json.loads(schema())).iter_errors(_new(*options))
    assert all(str(error.instance).startswith(FILL_IN) for error in errors)


@pytest.mark.parametrize("words", ["FILL IN", "fill in: x", "A FILL IN: x", " FILL IN: x", "FILL IN:x"])
def test_other_words_are_no_placeholder(words: str) -> None:
    assert load(json.dumps({"documentType": "4", "remarks": words}).encode()).findings == ()


def test_placeholders_are_listed_beside_the_faults_of_a_document_that_is_no_filing() -> None:
    loaded = load(b'{"documentType": "4", "remarks": "FILL IN: remarks", "oops": 1, "exhibits": ["FILL IN: one"]}')
    assert loaded.filing is None
    assert sorted(finding.rule for finding in loaded.findings) == ["JS106", "JS111", "JS111"]


def test_a_half_filled_document_can_be_drawn_as_a_draft(tmp_path: Path) -> None:
    result = run("render", "-", "--draft", "--html", "-o", str(tmp_path), stdin=run("new", "--code", "P").stdout)
    assert result.exit_code == 0, result.stderr
    assert "FILL IN" not in (tmp_path / "form4.html").read_text("utf-8")


@pytest.mark.parametrize("options", [(), ("--submission",)])
def test_a_document_with_a_placeholder_is_not_exported(options: tuple[str, ...], tmp_path: Path) -> None:
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    document["reportingOwners"][0]["rptOwnerStreet1"] = placeholder("the street address")
    path = tmp_path / "form4.json"
    path.write_text(json.dumps(document), "utf-8")
    out = tmp_path / "out"
    result = run("export", str(path), *options, "-o", str(out), *IN_TIME)
    assert result.exit_code == 1
    assert "JS111" in result.stderr
    assert "Nothing was exported: values are still to be filled in. Enter them, or use --draft." in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("code", CODES)
def test_every_row_has_the_code_and_says_what_to_enter(code: str) -> None:
    document = _new("--code", code)
    rows = [*document["nonDerivativeTable"], *document["derivativeTable"]]
    assert rows
    for row in rows:
        assert row["transactionCode"] in (code, {"value": code, "footnotes": ["F1"]})
        for key in ("transactionDate", "transactionShares", "sharesOwnedFollowingTransaction"):
            assert row[key].startswith(FILL_IN)


def test_a_document_that_is_filled_in_has_no_fault() -> None:
    document = _new(
        "--code", "P", "--issuer", "9990001 Example Corp", "--issuer", "XMPL", "--owner", "9990002 SAMPLE A"
    )
    owner, row, signature = (document[key][0] for key in ("reportingOwners", "nonDerivativeTable", "ownerSignatures"))
    document["periodOfReport"] = row["transactionDate"] = signature["signatureDate"] = "2026-11-25"
    owner |= {"rptOwnerStreet1": "1 SAMPLE PLAZA", "rptOwnerCity": "SPRINGFIELD", "rptOwnerState": "IL"}
    owner |= {"rptOwnerZipCode": "62701", "isDirector": True}
    row |= {"securityTitle": "Common Stock", "transactionShares": 3000, "transactionPricePerShare": "12.42"}
    row |= {"sharesOwnedFollowingTransaction": 13000, "directOrIndirectOwnership": "D"}
    signature["signatureName"] = "/s/ A. Sample"
    assert _placeholders(document) == {}
    result = run("validate", "-", "--filed-at", "2026-11-27T16:00", stdin=json.dumps(document))
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("code", "CMOX")
def test_an_exercise_or_conversion_has_a_row_in_both_tables(code: str) -> None:
    document = starting([CODES[code]])
    assert len(document["nonDerivativeTable"]) == len(document["derivativeTable"]) == 1
    assert document["derivativeTable"][0]["transactionAcquiredDisposedCode"] == "D"


def test_a_grant_has_a_row_in_table_ii_that_asks_for_the_terms() -> None:
    document = starting([CODES["A"]])
    (row,) = document["derivativeTable"]
    assert document["nonDerivativeTable"] == []
    assert row["transactionAcquiredDisposedCode"] == "A"
    assert {"conversionOrExercisePrice", "exerciseDate", "expirationDate", "underlyingSecurityShares"} <= row.keys()


@pytest.mark.parametrize("code", CODES)
def test_the_direction_is_given_only_where_the_code_leaves_no_choice(code: str) -> None:
    document = starting([CODES[code]])
    for table, use in (("nonDerivativeTable", CODES[code].table_i), ("derivativeTable", CODES[code].table_ii)):
        for row in document[table]:
            assert use is not None
            mark = row["transactionAcquiredDisposedCode"]
            assert mark == (placeholder("A if acquired, or D if disposed of") if use.marks == "AD" else use.marks)


def test_each_other_transaction_has_a_footnote_to_describe_it_in() -> None:
    document = starting([CODES["J"], CODES["S"], CODES["J"]])
    codes = [row["transactionCode"] for row in document["nonDerivativeTable"]]
    assert codes == [{"value": "J", "footnotes": ["F1"]}, "S", {"value": "J", "footnotes": ["F2"]}]
    assert list(document["footnotes"]) == ["F1", "F2"]


def test_several_codes_have_their_rows_in_their_order() -> None:
    for options in (("--code", "M", "--code", "s"), ("--code", "M,S")):
        document = _new(*options)
        assert [row["transactionCode"] for row in document["nonDerivativeTable"]] == ["M", "S"]
        assert [row["transactionCode"] for row in document["derivativeTable"]] == ["M"]


@pytest.mark.parametrize("code", "GEM")
def test_a_price_that_the_code_fixes_is_entered(code: str) -> None:
    document = starting([CODES[code]])
    for table, use in (("nonDerivativeTable", CODES[code].table_i), ("derivativeTable", CODES[code].table_ii)):
        for row in document[table]:
            assert use is not None
            price = row["transactionPricePerShare"]
            assert price == 0 if use.price.value == "0" else use.price.value in price


@pytest.mark.parametrize(
    ("given", "issuer"),
    [
        (("XMPL",), {"issuerTradingSymbol": "XMPL"}),
        (("9990001",), {"issuerCik": "0009990001"}),
        (("CIK 9990001", "BRK.A"), {"issuerCik": "0009990001", "issuerTradingSymbol": "BRK.A"}),
        (("Example Corp",), {"issuerName": "Example Corp"}),
        (("0009990001 Example Corp", "XMPL"), {
            "issuerCik": "0009990001", "issuerName": "Example Corp", "issuerTradingSymbol": "XMPL"
        }),
    ],
)  # fmt: skip
def test_what_is_known_of_the_issuer_is_entered(given: tuple[str, ...], issuer: dict[str, str]) -> None:
    document = _new(*(word for text in given for word in ("--issuer", text)))
    assert {key: value for key, value in document["issuer"].items() if not value.startswith(FILL_IN)} == issuer


def test_there_are_as_many_owners_and_signatures_as_are_given_or_counted() -> None:
    owners = ("--owner", "9990002 SAMPLE JANE Q", "--owner", "SAMPLE TRUST")
    for options, count in (
        ((), 1),
        (owners[:2], 1),
        (owners, 2),
        ((*owners, "--owners", "3"), 3),
        (("--owners", "10"), 10),
    ):
        document = _new(*options)
        assert len(document["reportingOwners"]) == len(document["ownerSignatures"]) == count
    document = _new(*owners)
    assert [owner["rptOwnerName"] for owner in document["reportingOwners"]] == ["SAMPLE JANE Q", "SAMPLE TRUST"]
    assert document["reportingOwners"][0]["rptOwnerCik"] == "0009990002"
    assert document["ownerSignatures"][0]["onBehalfOf"] == ["0009990002"]
    assert document["ownerSignatures"][1]["onBehalfOf"][0].startswith(FILL_IN)


@pytest.mark.parametrize("count", [1, 2])
def test_with_a_power_an_attorney_signs_for_each_owner_under_the_power_of_that_owner(count: int) -> None:
    document = starting(owners=[Party(f"000999000{number}") for number in range(2, 2 + count)], power=True)
    filing = load(written(document).encode()).filing
    assert filing is not None
    powers = {power.id: power for power in filing.powers_of_attorney}
    assert len(powers) == len({power.exhibit_number for power in powers.values()}) == count
    for owner, signature in zip(filing.reporting_owners, filing.owner_signatures, strict=True):
        assert signature.capacity == "attorney_in_fact"
        assert powers[signature.power_of_attorney].principal.cik == owner.rpt_owner_cik
        assert powers[signature.power_of_attorney].signed_on is None


def test_a_joint_document_under_powers_has_no_finding_on_them_once_it_is_filled_in() -> None:
    owners = [Party(f"000999000{number}", f"SAMPLE {number}") for number in (2, 3)]
    document = starting([CODES["P"]], issuer=Party("0009990001", "Example Corp", "XMPL"), owners=owners, power=True)
    for number, (signature, power) in enumerate(
        zip(document["ownerSignatures"], document["powersOfAttorney"], strict=True), 2
    ):
        signature |= {
            "signatureName": f"/s/ Ann Agent, attorney-in-fact for Sample {number}",
            "signatureDate": "2026-11-25",
        }
        power |= {"attorneys": [{"name": "Ann Agent"}], "signedOn": "2026-11-20", "signedName": f"Sample {number}"}
        power |= {"wording": "form4gen", "wordingVersion": "2026-11"}
        power["principal"]["name"] = f"Sample {number}"
        power["scope"]["capacity"] = "director"
    found = {finding["rule"]: finding["message"] for finding in _told(document)}
    assert [rule for rule in found if rule.startswith("SG")] == [], found


def test_a_document_is_written_to_a_file_that_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "form4.json"
    assert run("new", "-o", str(path)).stdout == f"{path}\n"
    document = path.read_text("utf-8")
    assert json.loads(document)["$schema"] == "form4.schema.json"
    refused = run("new", "--code", "P", "-o", str(path))
    assert refused.exit_code == 2
    assert path.read_text("utf-8") == document
    assert run("new", "--code", "P", "-o", str(path), "--force").exit_code == 0
    assert path.read_text("utf-8") != document


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--owner", "0"), "'0' is neither a CIK (1 to 10 digits, not all zeros) nor a name."),
        (("--owner", "12345678901"), "'12345678901' is neither a CIK"),
        (("--owner", " "), "' ' is neither a CIK"),
        (("--issuer", "XMPL", "--issuer", "ABC"), "'XMPL' and 'ABC' are both read as the issuer's symbol."),
        (("--owner", "A", "--owner", "B", "--owners", "1"), "--owners 1 is fewer than the 2 reporting persons"),
        (("--owner", "9990002", "--owner", "0009990002 SAMPLE A"), "The same CIK is given twice."),
        (("--owners", "11"), "11 is not in the range 1<=x<=10"),
    ],
)
def test_what_cannot_be_entered_is_refused(options: tuple[str, ...], words: str) -> None:
    result = run("new", *options)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


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
