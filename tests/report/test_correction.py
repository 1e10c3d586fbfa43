"""What is a matter of spelling alone is corrected, and nothing else of the document changes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.api.check import validate
from form4gen.api.fixing import Fixed, fix
from form4gen.api.load import Loaded, load
from form4gen.api.reports import Report, report_of
from form4gen.errors import UnusableInputError
from form4gen.location import Change
from form4gen.report.correction import corrected, difference
from form4gen.resources import path_of

UNFINISHED = "\\ No newline at end of file"
FILED_AT = datetime(2026, 11, 28, 12, 4, tzinfo=ZoneInfo("America/New_York"))
EXAMPLES = [path.read_text("utf-8") for path in sorted(Path(path_of("schemas", "examples")).glob("*.json"))]
TECOGEN = Path(path_of("schemas", "examples", "tecogen-2017.json")).read_text("utf-8")


def checked(raw: bytes) -> tuple[Loaded, Report]:
    loaded = load(raw)
    return loaded, report_of("form4.json", FILED_AT, loaded, validate(loaded, FILED_AT))


def fixed(text: str) -> Fixed:
    return fix(text.encode(), checked)


# What is written, and what someone may have written in its place, without a doubt about the meaning.
SPELLINGS = [
    ('"issuerTradingSymbol": "TGEN"', '"issuerTradingSymbol": "NASDAQ: tgen"'),
    ('"transactionCode": "P"', '"transactionCode": "p "'),
    ('"periodOfReport"', '"period_of_report"'),
    ('"2017-11-14",\n  "issuer"', '"11/14/2017",\n  "issuer"'),
    ('"2017-11-14",\n  "issuer"', '"2017-11-14"\n  "issuer"'),
    ('"transactionShares": 2000', '"transactionShares": 2,000'),
    ('"transactionShares": 2000', '"transactionShares": +2000'),
    ('"transactionAcquiredDisposedCode": "A"', '"transactionAcquiredDisposedCode": "a"'),
    ('"isOfficer": true', '"isOfficer": "true"'),
    ('"isOfficer": true', "'isOfficer': True"),
    ('"securityTitle": "Common Stock"', '"securityTitle": \u201cCommon Stock\u201d'),
    ('"rptOwnerCity": "WALTHAM"', 'rptOwnerCity: "WALTHAM"'),
    ('"officerTitle": "Co-CEO"', '"officerTitle": "Co-CEO",'),
]


@given(st.lists(st.sampled_from(SPELLINGS), max_size=6, unique_by=lambda each: each[0].split('"')[1]))
def test_a_document_is_corrected_to_what_was_meant_to_the_last_character(chosen: list[tuple[str, str]]) -> None:
    text = TECOGEN
    for written, slipped in chosen:
        assert text.count(written) == 1
        text = text.replace(written, slipped)
    found = fixed(text)
    assert found.content.decode() == TECOGEN
    assert (found.report.fixed == 0) == (text == TECOGEN)


_BYTES = [b"", b",", b'"', b"'", b" ", b"1"]


@given(st.sampled_from(EXAMPLES), st.data())
def test_to_correct_again_changes_nothing(text: str, data: st.DataObject) -> None:
    raw = bytearray(text.encode())
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(raw)))
        raw[start : start + data.draw(st.integers(0, 2))] = data.draw(st.sampled_from(_BYTES))
    once = fix(bytes(raw), checked)
    again = fix(once.content, checked)
    assert (again.content, again.difference, again.report.fixed) == (once.content, "", 0)


@given(st.sampled_from(EXAMPLES), st.data())
def test_of_a_filing_only_the_values_with_a_correction_differ(text: str, data: st.DataObject) -> None:
    document = json.loads(text)
    document["issuer"]["issuerTradingSymbol"] = data.draw(st.sampled_from(["xmpl", "NYSE: XMPL", "n/a", "XMPL"]))
    document["reportingOwners"][0]["rptOwnerCity"] = data.draw(st.sampled_from(["Z\u00fcrich", "X \u2013 Y", "A"]))
    raw = json.dumps(document, indent=data.draw(st.sampled_from([None, 1, 4])), ensure_ascii=data.draw(st.booleans()))
    loaded, report = checked(raw.encode())
    places = {finding.at.tokens for finding in report.open if finding.fix is not None}
    found = fixed(raw)
    after = dict(_values(json.loads(found.content)))
    differing = {steps for steps, value in _values(json.loads(raw)) if after.pop(steps) != value}
    assert after == {}
    assert differing == places
    assert len(found.content.decode().split("\n")) == len(raw.split("\n"))
    assert loaded.filing is not None


def _values(value: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        return [(steps, value)]
    return [each for step, inner in items for each in _values(inner, (*steps, step))]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_line_ends_a_byte_order_mark_and_spellings_of_numbers_stay(line_end: str, mark: str, end: str) -> None:
    text = mark + (TECOGEN.strip() + end).replace("2.64", "2.6400").replace("\n", line_end)
    found = fixed(text.replace('"TGEN"', '"tgen"'))
    assert found.content.decode() == text
    assert "\r" not in found.difference
    assert ("No newline" in found.difference) is False


def test_a_finding_that_an_override_accepts_is_not_corrected() -> None:
    override = '"overrides": [{"rule": "HD105", "place": "/issuer", "reason": "as registered", "by": "A. Counsel"}],'
    text = TECOGEN.replace('"TGEN"', '"tgen"').replace('"documentType"', f'{override}\n  "documentType"')
    assert fixed(text).difference == ""


def test_a_document_with_a_ccc_is_left_as_it_is() -> None:
    text = TECOGEN.replace('"TGEN"', '"tgen", "issuerCcc": "abc1def$"')
    found = fixed(text)
    assert found.content == text.encode()
    assert found.report.has_ccc


@pytest.mark.parametrize("raw", [b"<ownershipDocument/>", b"<SEC-DOCUMENT>0001"])
def test_a_file_of_edgars_is_refused(raw: bytes) -> None:
    with pytest.raises(UnusableInputError, match=r"--fix corrects form4gen's JSON.*form4gen import"):
        fix(raw, checked)


@pytest.mark.parametrize("raw", [b"[]", b'{"documentType": "\xff"}'])
def test_what_is_no_filing_is_left_as_it_is(raw: bytes) -> None:
    assert fix(raw, checked).content == raw


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"%PDF-1.7", b"\xef\xbb\xbf"])
def test_a_file_of_another_kind_is_refused(raw: bytes) -> None:
    with pytest.raises(UnusableInputError):
        fix(raw, checked)


def test_corrections_that_overlap_are_made_one_after_the_other() -> None:
    found = fixed('{"documentType": "4", "nonDerivativeTable": [{"transactionShares": +3,000.}]}')
    assert found.content == b'{"documentType": "4", "nonDerivativeTable": [{"transactionShares": 3000}]}'


def test_changes_are_made_from_the_left_to_the_right_with_what_is_inserted_in_order() -> None:
    changes = [Change(1, 2, 4, "X"), Change(1, 4, 4, "Y"), Change(1, 4, 4, "Z"), Change(3, 1, 2, "")]
    assert corrected("abcdef\n\nghi", changes) == "aXYZdef\n\nhi"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
        ("a\nb", "a\nB", f"@@ -1,2 +1,2 @@\n a\n-b\n{UNFINISHED}\n+B\n{UNFINISHED}\n"),
        ("a\nb\n", "A\nB\n", "@@ -1,2 +1,2 @@\n-a\n-b\n+A\n+B\n"),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
            "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n",
        ),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
            "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n",
        ),
        ("a\u202eb\r\n", "a\r\n", "@@ -1,1 +1,1 @@\n-a\\u202eb\n+a\n"),
    ],
)  # fmt: skip
def test_a_difference_is_a_unified_diff_with_three_lines_around(before: str, after: str, shown: str) -> None:
    assert difference(before, after, "a.json") == f"--- a.json\n+++ a.json\n{shown}"


def test_no_difference_is_empty_and_a_long_line_is_cut_around_the_change() -> None:
    assert difference("a", "a", "a.json") == ""
    long = "x" * 1000
    lines = difference(f"{long}1{long}\n{long}", f"{long}2{long}\n{long}", "a.json").split("\n")
    assert lines[3] == f"-... {'x' * 80}1{'x' * 219} ..."
    assert lines[4] == f"+... {'x' * 80}2{'x' * 219} ..."
    assert lines[5] == f" {'x' * 300} ..."
