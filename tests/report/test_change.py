"""What to write in the place of a value or key mends the finding, and nothing else is changed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from case_files import EASTERN
from report_samples import FILED_AT

from form4gen.api.check import validate
from form4gen.api.load import load
from form4gen.api.reports import Report, report_json, report_of, report_sarif, report_text
from form4gen.report.change import Change, change_of
from form4gen.resources import path_of

EXAMPLE = Path(path_of("schemas", "examples"), "tecogen-2017.json")
BEFORE_X0609 = datetime(2017, 11, 14, 20, tzinfo=EASTERN)


def _report(text: str, filed_at: datetime = FILED_AT) -> Report:
    loaded = load(text.encode())
    return report_of("form4.json", filed_at, loaded, validate(loaded, filed_at))


def _changes(report: Report) -> dict[tuple[str, str], Change]:
    changes = {(each.rule, each.at.pointer): change_of(report, each) for each in report.findings}
    return {key: change for key, change in changes.items() if change}


def _changed(text: str, change: Change) -> str:
    lines = text.split("\n")
    line = lines[change.line - 1]
    lines[change.line - 1] = line[: change.column - 1] + change.text + line[change.end_column - 1 :]
    return "\n".join(lines)


def _broken(old: str, new: str) -> str:
    text = EXAMPLE.read_text("utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("rule", "place", "old", "new", "filed_at"),
    [
        ("HD105", "/issuer/issuerTradingSymbol", '"TGEN"', '"NASDAQ: tgen"', FILED_AT),
        ("HD105", "/issuer/issuerTradingSymbol", '"TGEN"', '"N/A"', FILED_AT),
        ("TC101", "/nonDerivativeTable/0/transactionCode", '"P"', '" p"', FILED_AT),
        ("TC101", "/nonDerivativeTable/0/transactionCode", '"P"', '{"value": "p", "footnotes": []}', FILED_AT),
        ("RO208", "/reportingOwners/0/rptOwnerState", '"MA"', '"Massachusetts"', BEFORE_X0609),
        ("RO208", "/reportingOwners/0/rptOwnerState", '"MA"', '"MA "', BEFORE_X0609),
        ("RO209", "/reportingOwners/0/rptOwnerCountry", '"MA"', '"MA", "rptOwnerCountry": "Japan"', FILED_AT),
        ("FN204", "/nonDerivativeTable/0/securityTitle", '"Common Stock"', '"Stock \\u2014 \\u201cA\\u201d"', FILED_AT),
        ("JS106", "/document_type", '"documentType"', '"document_type"', FILED_AT),
        ("JS106", "/PeriodOfReport", '"periodOfReport"', '"PeriodOfReport"', FILED_AT),
        ("JS107", "/reportingOwners/0/isOfficer", '"isOfficer": true', '"isOfficer": "true"', FILED_AT),
        ("JS108", "/periodOfReport", '"periodOfReport": "2017-11-14"', '"periodOfReport": "11/14/2017"', FILED_AT),
        ("JS108", "/nonDerivativeTable/0/transactionShares", "2000", '"2,000"', FILED_AT),
        ("JS101", "", '"2017-11-14",\n  "issuer"', '"2017-11-14"\n  "issuer"', FILED_AT),
        ("JS101", "", '"transactionShares": 2000', '"transactionShares": 2,000', FILED_AT),
        ("JS101", "", '"TGEN"', "\u201cTGEN\u201d", FILED_AT),
        ("JS101", "", '"aff10b5One": false', '"aff10b5One"\u00a0: false', FILED_AT),
        ("JS104", "/nonDerivativeTable/0/transactionShares", "2000", "2E3", FILED_AT),
        ("JS109", "/nonDerivativeTable/0/kind", '"transaction"', '"Transaction"', FILED_AT),
    ],
)  # fmt: skip
def test_the_change_mends_the_finding(rule: str, place: str, old: str, new: str, filed_at: datetime) -> None:
    broken = _broken(old, new)
    change = _changes(_report(broken, filed_at))[rule, place]
    mended = _report(_changed(broken, change), filed_at)
    assert (rule, place) not in {(each.rule, each.at.pointer) for each in mended.findings}
    assert json.loads(_changed(broken, change)) is not None


@pytest.mark.parametrize(
    ("rule", "place", "old", "new"),
    [
        ("HD105", "/issuer/issuerTradingSymbol", '"TGEN"', '""'),
        ("TC101", "/nonDerivativeTable/0/transactionCode", '"P"', '"Q"'),
        ("RO209", "/reportingOwners/0/rptOwnerCountry", '"MA"', '"MA", "rptOwnerCountry": "Atlantis"'),
        ("FN204", "/nonDerivativeTable/0/securityTitle", '"Common Stock"', '"Common Stock \\u682a"'),
        ("JS106", "/periodOfReports", '"periodOfReport"', '"periodOfReports"'),
        ("JS107", "/reportingOwners/0/isOfficer", '"isOfficer": true', '"isOfficer": "yes"'),
        ("JS108", "/nonDerivativeTable/0/transactionShares", "2000", '"two thousand"'),
        ("JS109", "/nonDerivativeTable/0/kind", '"transaction"', '"transactions"'),
        ("JS101", "", '"TGEN"', "TG\x9b2JEN"),
        ("JS101", "", '"TGEN"', "\u201cTG\x7fEN\u201d"),
    ],
)
def test_there_is_no_change_where_a_person_must_decide(rule: str, place: str, old: str, new: str) -> None:
    report = _report(_broken(old, new))
    assert (rule, place) in {(each.rule, each.at.pointer) for each in report.findings}
    assert (rule, place) not in _changes(report)


def test_a_key_is_not_renamed_to_one_that_is_there() -> None:
    report = _report(_broken('"documentType": "4"', '"documentType": "4", "document_type": "4"'))
    assert [each.rule for each in report.findings] == ["JS106"]
    assert _changes(report) == {}


@pytest.mark.parametrize(
    ("letter", "written"), [("~", "~"), ("\x7f", "\\u007f"), ("\x9f", "\\u009f"), ("\xa1", "\xa1")]
)
def test_a_control_character_is_escaped_in_a_change(letter: str, written: str) -> None:
    report = _report(_broken('"TGEN"', '"tgen"'))
    (finding,) = [each for each in report.findings if each.rule == "HD105"]
    change = change_of(report, finding._replace(fix=f"TG{letter}EN"))
    assert change is not None
    assert change.text == f'"TG{written}EN"'


def test_two_titles_that_differ_in_blanks_alone_are_made_one() -> None:
    text = _broken('"Common Stock"', '"Common  Stock"')
    document = json.loads(text)
    row = document["nonDerivativeTable"][0]
    document["nonDerivativeTable"] = [
        row,
        {**row, "securityTitle": "Common Stock"},
        {**row, "securityTitle": "common stock"},
    ]
    changes = _changes(_report(json.dumps(document, indent=2)))
    assert [change.text for (rule, _), change in changes.items() if rule == "HD107"] == ['"Common  Stock"']


@pytest.mark.parametrize(
    ("old", "new", "line", "mark", "words"),
    [
        ("2000", "2,000", '"transactionShares": 2,000,', "^^^^^", "replace with 2000"),
        ('"TGEN"\n', '"TGEN",\n', '"issuerTradingSymbol": "TGEN",', "^", "delete it"),
        ('"TECOGEN INC.",', '"TECOGEN INC."', '"issuerName": "TECOGEN INC."', "^", "insert ,"),
        ('"MA",', '\u00a0"MA",', '"rptOwnerState": \ufffd"MA",', "^", "write a space"),
    ],
)
def test_a_change_of_the_text_is_marked_and_put_in_words(old: str, new: str, line: str, mark: str, words: str) -> None:
    shown = report_text(_report(_broken(old, new)))
    at = _changes(_report(_broken(old, new)))["JS101", ""].column
    assert f"| {line}" in " ".join(shown.split())
    assert f" | {' ' * (at - 1)}{mark}\n" in shown
    assert f"fix        {words}\n" in shown


def test_every_form_of_the_report_tells_the_change() -> None:
    report = _report(_broken('"TGEN"', '"tgen"'))
    assert '       fix        replace with "TGEN"\n' in report_text(report)
    (told,) = [each["fix"] for each in json.loads(report_json(report))["findings"] if each["rule"] == "HD105"]
    line = report.source.split("\n")[told["line"] - 1]
    assert line[told["column"] - 1 : told["endColumn"] - 1] == '"tgen"'
    results: list[dict[str, Any]] = json.loads(report_sarif(report, 0))["runs"][0]["results"]
    (fix,) = [fix for each in results if each["ruleId"] == "HD105" for fix in each["fixes"]]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": '"TGEN"'}
    region = replacement["deletedRegion"]
    assert (region["startLine"], region["endLine"]) == (told["line"], told["line"])
    assert (region["startColumn"], region["endColumn"]) == (told["column"], told["endColumn"])
    assert all(each["fixes"] == [] for each in results if each["ruleId"] == "DL101")
