"""Every fault of a refused document is told in a sentence that names the cell, the value and what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from form4gen.api.load import load
from form4gen.bounds import LISTED
from form4gen.intake.document import read
from form4gen.intake.explain import explain
from form4gen.intake.problem import KINDS, Problem, Problems, shown
from form4gen.rules.engine import Finding


def found(**keys: Any) -> Problems:
    every = Problems()
    explain(read(json.dumps({"documentType": "4"} | keys).encode()), every)
    return every


def problems(**keys: Any) -> list[Problem]:
    return found(**keys).kept


def problem(**keys: Any) -> Problem:
    (only,) = problems(**keys)
    return only


def row_problem(**cells: Any) -> Problem:
    return problem(nonDerivativeTable=[{}, cells])


def findings(raw: str) -> tuple[Finding, ...]:
    return load(raw.encode()).findings


@pytest.mark.parametrize(
    ("cells", "kind", "message", "remedy"),
    [
        (
            {"transactionFormType": "X"}, "JS109",
            "Table I, row 2: transactionFormType: 'X' is not one of the accepted values: 4, 5.", "Enter one of 4, 5.",
        ),
        (
            {"directOrIndirectOwnership": "d"}, "JS109",
            "Table I, row 2: directOrIndirectOwnership: 'd' is not one of the accepted values: D, I.",
            "Enter D, if that is what you mean.",
        ),
        (
            {"transactionTimeliness": {"value": "late"}}, "JS109",
            "Table I, row 2: transactionTimeliness: 'late' is not one of the accepted values: (empty), E, L.",
            "Enter one of (empty), E, L.",
        ),
        (
            {"kind": "holdings"}, "JS109",
            "Table I, row 2: kind: 'holdings' is not one of the accepted values: transaction, holding.",
            "Enter holding, if that is what you mean.",
        ),
        (
            {"transactionDate": "2017-02-30"}, "JS108",
            "Table I, row 2: transactionDate '2017-02-30' is not a calendar date.",
            "Enter a date written YYYY-MM-DD, such as 2026-11-09.",
        ),
        (
            {"transactionDate": "11/4/2017"}, "JS108",
            "Table I, row 2: transactionDate '11/4/2017' is not a date written YYYY-MM-DD, such as 2026-11-09.",
            "Enter 2017-11-04.",
        ),
        (
            {"transactionDate": {"value": "14/11/2017"}}, "JS108",
            "Table I, row 2: transactionDate '14/11/2017' is not a date written YYYY-MM-DD, such as 2026-11-09.",
            "Enter a date written YYYY-MM-DD, such as 2026-11-09.",
        ),
        (
            {"transactionShares": " $1,000.50"}, "JS108",
            "Table I, row 2: transactionShares ' $1,000.50' is not a plain decimal, such as 2000 or 2.64.",
            "Enter 1000.50.",
        ),
        (
            {"transactionShares": "0" * 32}, "JS108",
            f"Table I, row 2: transactionShares '{'0' * 32}' is not a plain decimal, such as 2000 or 2.64.", "Enter 0.",
        ),
        (
            {"transactionShares": "many"}, "JS108",
            "Table I, row 2: transactionShares 'many' is not a plain decimal, such as 2000 or 2.64.",
            "Enter a plain decimal, such as 2000 or 2.64.",
        ),
        (
            {"transactionShares": "2\n"}, "JS108",
            r"Table I, row 2: transactionShares '2\n' is not a plain decimal, such as 2000 or 2.64.", "Enter 2.",
        ),
        (
            {"transactionShares": True}, "JS107",
            "Table I, row 2: transactionShares is true; it must be a plain decimal, such as 2000 or 2.64.",
            'Enter a plain decimal, such as 2000 or 2.64, or {"value": ..., "footnotes": [...]}.',
        ),
        (
            {"securityTitle": 5}, "JS107", "Table I, row 2: securityTitle is the number 5; it must be text.",
            'Enter text, or {"value": ..., "footnotes": [...]}.',
        ),
        (
            {"directOrIndirectOwnership": ["D"]}, "JS107",
            "Table I, row 2: directOrIndirectOwnership is a list; it must be one of D, I.",
            'Enter one of D, I, or {"value": ..., "footnotes": [...]}.',
        ),
        (
            {"transactionShares": None}, "JS107",
            "Table I, row 2: transactionShares is null; it must be a plain decimal, such as 2000 or 2.64.",
            "Delete it. A key that is absent counts as blank.",
        ),
        (
            {"transactionShares": {"value": 5, "footnotes": "F1"}}, "JS107",
            "Table I, row 2: transactionShares.footnotes is the text 'F1'; it must be a list.",
            "Enclose it in [ and ] to make it a list.",
        ),
        (
            {"transactionShares": {"footnotes": [1]}}, "JS107",
            "Table I, row 2: transactionShares.footnotes, item 1 is the number 1; it must be text.", "Enter text.",
        ),
        (
            {"equitySwapInvolved": "false"}, "JS107",
            "Table I, row 2: equitySwapInvolved is the text 'false'; it must be true or false.",
            "Write false without quotation marks.",
        ),
        (
            {"transactionFormType": {"value": "4", "footnotes": ["F1"]}}, "JS107",
            "Table I, row 2: transactionFormType is an object; it must be one of 4, 5.",
            "Enter the value alone. Only cells of Table I and Table II take footnotes.",
        ),
        (
            {"transactionPrice": 5}, "JS106", "Table I, row 2: unknown key 'transactionPrice'.",
            "Use `transactionPricePerShare` if that is what you mean.",
        ),
        (
            {"formType": "4"}, "JS106", "Table I, row 2: unknown key 'formType'.",
            "Use `transactionFormType`.",
        ),
        (
            {"TRANSACTIONCODE": "P"}, "JS106", "Table I, row 2: unknown key 'TRANSACTIONCODE'.",
            "Use `transactionCode`.",
        ),
        (
            {"transactionShares": {"value": 5, "footnote": ["F1"]}}, "JS106",
            "Table I, row 2: transactionShares: unknown key 'footnote'.", "Use `footnotes`.",
        ),
        (
            {"transactionShares": {"xyz": 1}}, "JS106",
            "Table I, row 2: transactionShares: unknown key 'xyz'.", "The accepted keys are footnotes, value.",
        ),
        (
            {"kind": "holding", "transactionCode": "P"}, "JS106",
            "Table I, row 2: unknown key 'transactionCode'.",
            'A holding does not have this key. Delete it, or set `"kind": "transaction"`.',
        ),
        (
            {"kind": "holding", "exerciseDate": "2017-11-14"}, "JS106",
            "Table I, row 2: unknown key 'exerciseDate'.", "This key belongs in: Row of Table II.",
        ),
        (
            {"postTransactionAmounts": {}}, "JS106", "Table I, row 2: unknown key 'postTransactionAmounts'.",
            "postTransactionAmounts is only a wrapper in the XML. Put its contents in the object around it.",
        ),
        (
            {"zzz": 1}, "JS106", "Table I, row 2: unknown key 'zzz'.",
            "Run `form4gen schema` to see the accepted keys.",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_a_row_is_told_with_its_cell_its_value_and_a_remedy(
    cells: dict[str, Any], kind: str, message: str, remedy: str
) -> None:
    told = row_problem(**cells)
    assert (told.id, told.message, told.remedy) == (kind, message, remedy)


@pytest.mark.parametrize(
    ("keys", "kind", "message", "remedy"),
    [
        (
            {"documentType": "4A"}, "JS109",
            "documentType: '4A' is not one of the accepted values: 3, 3/A, 4, 4/A, 5, 5/A.",
            "Enter 4/A, if that is what you mean.",
        ),
        (
            {"issuer": {"issuerName": {"value": "EXAMPLE CORP"}}}, "JS107",
            "issuer.issuerName is an object; it must be text.",
            "Enter the value alone. Only cells of Table I and Table II take footnotes.",
        ),
        (
            {"issuer": []}, "JS107", "issuer is a list; it must be an object.", "Enter an object.",
        ),
        (
            {"reportingOwners": {}}, "JS107", "reportingOwners is an object; it must be a list.",
            "Enclose it in [ and ] to make it a list.",
        ),
        (
            {"reportingOwners": [{}, {"isOfficer": "yes"}]}, "JS107",
            "Items 1 and 5, reporting person 2: isOfficer is the text 'yes'; it must be true or false.",
            "Enter true or false.",
        ),
        (
            {"reportingOwners": ["Jane"]}, "JS107",
            "Items 1 and 5, reporting person 1 is the text 'Jane'; it must be an object.", "Enter an object.",
        ),
        (
            {"reportingOwners": [{"rptOwnerCcc": "s3cret!x"}]}, "JS106",
            "Items 1 and 5, reporting person 1: unknown key 'rptOwnerCcc'.",
            "A CCC is confidential and must not be in the document. Delete it.",
        ),
        (
            {"context": {"issuer-CCC": 1}}, "JS106", "context: unknown key 'issuer-CCC'.",
            "A CCC is confidential and must not be in the document. Delete it.",
        ),
        (
            {"schemaVersion": "X0609"}, "JS106", "The document: unknown key 'schemaVersion'.",
            "schemaVersion is added by EDGAR. Delete it.",
        ),
        (
            {"officerTitle": "CFO"}, "JS106", "The document: unknown key 'officerTitle'.",
            "This key belongs in: Reporting owner.",
        ),
        (
            {"footnotes": {"F1": False}}, "JS107", "footnotes.F1 is false; it must be text.", "Enter text.",
        ),
        (
            {"footnotes": {"a\tb": 1}}, "JS107", r"footnotes.a\tb is the number 1; it must be text.", "Enter text.",
        ),
        (
            {"periodOfReport": 20171114}, "JS107",
            "periodOfReport is the number 20171114; it must be a date written YYYY-MM-DD, such as 2026-11-09.",
            "Enter a date written YYYY-MM-DD, such as 2026-11-09.",
        ),
        (
            {"context": {"filedAt": "2026-11-09"}}, "JS108",
            "context.filedAt '2026-11-09' is not a time written YYYY-MM-DDThh:mm, such as 2026-11-09T16:05.",
            "Enter a time written YYYY-MM-DDThh:mm, such as 2026-11-09T16:05.",
        ),
        (
            {"context": {"filedAt": "2026-11-09T25:05"}}, "JS108",
            "context.filedAt '2026-11-09T25:05' is not a valid time.",
            "Enter a time written YYYY-MM-DDThh:mm, such as 2026-11-09T16:05.",
        ),
        (
            {"context": {"issuerFiscalYearEnd": "02-30"}}, "JS108",
            "context.issuerFiscalYearEnd '02-30' is not a valid month and day.",
            "Enter a month and day written MM-DD, such as 12-31.",
        ),
        (
            {"overrides": [{"rule": "HB101", "place": "", "by": "J. Counsel"}]}, "JS110",
            "Override 1: reason is missing.", "Add `reason`: Reason.",
        ),
    ],
)  # fmt: skip
def test_a_fault_elsewhere_is_told_alike(keys: dict[str, Any], kind: str, message: str, remedy: str) -> None:
    told = problem(**keys)
    assert (told.id, told.message, told.remedy) == (kind, message, remedy)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("[]", "The document is a list; it must be an object."),
        ("null", "The document is null; it must be an object."),
        ("5", "The document is the number 5; it must be an object."),
        ('"4"', "The document is the text '4'; it must be an object."),
        ("{}", "documentType is missing."),
    ],
)
def test_a_document_that_is_no_filing_at_all_is_one_finding(raw: str, message: str) -> None:
    (finding,) = findings(raw)
    assert (finding.message, finding.line, finding.column) == (message, 1, 1)


def test_every_fault_of_a_document_is_told_in_the_order_of_the_document() -> None:
    raw = """{
      "documentType": "6",
      "periodOfReport": "soon",
      "nonDerivativeTable": [{"transactionCode": 1}, {"oops": 2, "transactionShares": []}],
      "remarks": null,
      "overrides": [{}]
    }"""
    assert [(finding.rule, finding.at.pointer, finding.line) for finding in findings(raw)] == [
        ("JS109", "/documentType", 2),
        ("JS108", "/periodOfReport", 3),
        ("JS107", "/nonDerivativeTable/0/transactionCode", 4),
        ("JS106", "/nonDerivativeTable/1/oops", 4),
        ("JS107", "/nonDerivativeTable/1/transactionShares", 4),
        ("JS107", "/remarks", 5),
        ("JS110", "/overrides/0/rule", 6),
        ("JS110", "/overrides/0/place", 6),
        ("JS110", "/overrides/0/reason", 6),
        ("JS110", "/overrides/0/by", 6),
    ]


def test_an_unknown_key_is_where_the_key_stands_and_a_wrong_value_where_the_value_stands() -> None:
    key, value = findings('{"documentType": "4",\n "signature":\n  [], "remarks":\n   5}')
    assert (key.at.pointer, key.line, key.column) == ("/signature", 2, 2)
    assert (value.at.pointer, value.line, value.column) == ("/remarks", 4, 4)


def test_faults_of_the_text_and_of_the_shape_are_told_together_but_one_a_place() -> None:
    raw = '{"documentType": "4", "remarks": NaN, "issuer": {"issuerCik": 1, "issuerCik": 2}, "aff10b5One": 0}'
    assert [(finding.rule, finding.at.pointer) for finding in findings(raw)] == [
        ("JS104", "/remarks"),
        ("JS103", "/issuer/issuerCik"),
        ("JS107", "/aff10b5One"),
    ]


def test_an_unknown_key_that_cannot_be_printed_is_told_once_and_without_its_characters() -> None:
    (finding,) = findings('{"documentType": "4", "issuer": {"\\u202etac": 1}}')
    assert (finding.rule, finding.at.pointer) == ("JS105", "/issuer")
    assert "\u202e" not in finding.message


def test_what_an_unknown_key_holds_is_never_told() -> None:
    code = "s3cret!x"
    for told in problems(reportingOwners=[{"rptOwnerCcc": code}], rptOwnerCcc=code, ccc={"value": code}):
        assert code not in str(told)


def test_a_long_value_is_cut_short() -> None:
    told = problem(documentType="x" * 5000)
    assert told.found == f"'{'x' * 37}...'"
    assert len(told.message) < 120


def test_a_text_is_cited_so_that_it_can_be_printed_on_one_line() -> None:
    assert [shown(text) for text in ("it's", "a\nb", "\ud800", "שלום", "x" * 40, "x" * 41)] == [
        '"it\'s"', r"'a\nb'", r"'\ud800'", "'שלום'", f"'{'x' * 40}'", f"'{'x' * 37}...'",
    ]  # fmt: skip


def test_a_thousand_faults_of_a_kind_are_listed_and_the_others_counted() -> None:
    for count, more in ((LISTED - 1, {}), (LISTED, {}), (LISTED + 1, {"JS106": 1})):
        every = found(remarks=1, **{f"zz{number}": 1 for number in range(count)})
        assert sorted(problem.id for problem in every.kept) == ["JS106"] * min(count, LISTED) + ["JS107"]
        assert every.more == more


def test_a_sound_document_has_nothing_to_explain() -> None:
    assert problems() == []


def test_every_kind_of_problem_is_met_in_these_tests() -> None:
    raws = [
        "x", "[" * 9999, '{"a": 1, "a": 1}', "[NaN]", '["\\u0000"]', '{"x": 1}', "[]", '{"periodOfReport": ""}',
        '{"documentType": ""}', "{}", '{"documentType": "4", "remarks": "FILL IN: remarks"}',
    ]  # fmt: skip
    assert {finding.rule for raw in raws for finding in findings(raw)} == KINDS.keys()


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("transactionPricePerShare", "12.42 (1)", '{"value": 12.42, "footnotes": ["F1"]}'),
        ("transactionPricePerShare", "12.42(F1)", '{"value": 12.42, "footnotes": ["F1"]}'),
        ("transactionPricePerShare", "$1,212.42 (2)(3)", '{"value": 1212.42, "footnotes": ["F2", "F3"]}'),
        ("transactionPricePerShare", "12.42*", '{"value": 12.42, "footnotes": ["F1"]}'),
        ("transactionPricePerShare", "see (1)", '{"footnotes": ["F1"]}'),
        ("transactionDate", "11/25/2026 [1]", '{"value": "2026-11-25", "footnotes": ["F1"]}'),
        ("directOrIndirectOwnership", "I (4)", '{"value": "I", "footnotes": ["F4"]}'),
        ("directOrIndirectOwnership", "Both (4)", '{"footnotes": ["F4"]}'),
    ],
)
def test_a_footnote_mark_behind_a_value_leads_to_how_a_cell_cites_it(key: str, value: str, written: str) -> None:
    for cell in (value, {"value": value}):
        remedy = row_problem(**{key: cell}).remedy
        assert remedy.startswith(f"Write {written}, and the text of F")
        assert remedy.endswith(' in "footnotes" of the filing.')


@pytest.mark.parametrize("value", ["12.42 (100)", "12.42 (a)", "(" * 1000, "x" * 100_000 + "(1)"])
def test_other_words_behind_a_value_are_no_footnotes(value: str) -> None:
    assert row_problem(transactionPricePerShare=value).remedy == "Enter a plain decimal, such as 2000 or 2.64."


def test_a_box_that_takes_no_footnote_has_no_mark_of_one() -> None:
    assert problem(periodOfReport="2026-11-25 (1)").remedy.startswith("Enter a date")
