"""What is masked in a text, and what is not: in JSON, XML and submissions, well-formed or not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.redaction import masking, places
from form4gen.redaction import sealed as module
from form4gen.redaction.sealed import masked, sealed

CODE = "abc1@xyz"

JSON = (
    '{"rptOwnerCcc": "%s"}',
    '{"RPTOWNERCCC": "%s"}',
    '{"rptOwner\\u0043cc": "%s"}',
    '{"a": [{"filerCredentials": {"cik": 1, "ccc": "%s"}}]}',
    '{"cccs": {"0001625781": "%s"}}',
    '{"cccs": [["%s", true]]}',
    '{"ccc"\n:\n"%s"}',
    '{"ccc": "%s", "remarks": "written as abc1\\u0040xyz, and as ABC1@XYZ"}',
    '{"text": "<ccc>%s</ccc>"}',
)
# A copy of the value elsewhere.
COPIES = (
    '{"remarks": "%s", "ccc": "abc1@xyz"}',
    "<a>%s<ccc>abc1@xyz</ccc></a>",
)
# Recognized by its form alone, near the word.
NEAR = (
    '{"cccs": {"%s": "0001625781"}}',
    '{"name": "ccc", "value": "%s"}',
    '{"remarks": "My CCC is %s."}',
    '{"remarks": "%s is my CCC."}',
)
NEAR_IN_XML = (
    '<a><param name="ccc" value="%s"/></a>',
    "<a>CCC %s</a>",
)
BROKEN = (
    '{"ccc": "%s", "a": tru}',
    '{"ccc" "%s", "a": 1}',
    '{"ccc: "%s", "a": 1}',
    '{ccc: %s, "a": 1}',
    '{"ccc": %s}',
    '{"ccc": "%s\n "a": 1}',
    '{"ccc": \'%s\', "a": 1}',
    '{"ccc": \u201c%s\u201d, "a": 1}',
    '{"ccc": // the code\n "%s",}',
    '{"ccc": ["%s", {"b": "c", }',
    '{"ccc" = "%s"}',
    '"ccc": "%s"',
    '{"ccc": "abc1"%s", "a": tru}',
)
XML = (
    "<a><rptOwnerCcc>%s</rptOwnerCcc></a>",
    "<a><RPTOWNERCCC> \n%s\n </RPTOWNERCCC></a>",
    "<a><filerCredentials><cik>1</cik><ccc>%s</ccc></filerCredentials></a>",
    "<a><ccc><![CDATA[%s]]></ccc></a>",
    "<a><ccc><b/>%s<c>text</c></ccc></a>",
    '<a><ccc value="%s"/></a>',
    "<a rptOwnerCcc = '%s'>text</a>",
    "<a><ccc>%s</ccc><remarks>abc1&#64;xyz abc1&#x40;xyz</remarks></a>",
    "<a><ccc>%s<b></a>",
    "<a><ccc>%s</cc></a>",
    "<a><ccc %s</ccc></a>",
    "<a>ccc>%s</ccc></a>",
    "<a><ccc>x</ccc><ccc><ccc>%s</ccc>abc1@xyz</ccc></a>",
    '<a><ccc value="%s></ccc></a>',
    "<SUBMISSION>\n<FILER>\n<CCC>%s\n<NAME>EXAMPLE CORP\n",
    "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n<CCC>%s\n",
)


@pytest.mark.parametrize("form", [*JSON, *BROKEN, *XML])
@pytest.mark.parametrize("value", ["hunter", "pass word", "1a", "\u00fcber"])
def test_what_is_under_the_name_is_masked_whatever_it_looks_like(form: str, value: str) -> None:
    found = sealed((form % value).encode())
    assert found.has_ccc
    assert not any(part in found.content.decode() for part in value.split())


@pytest.mark.parametrize("form", [*JSON, *NEAR, *BROKEN, *XML, *NEAR_IN_XML, *COPIES])
def test_a_ccc_is_masked_wherever_it_is_and_every_other_character_stays_in_its_place(form: str) -> None:
    text = form % CODE
    found = sealed(text.encode())
    shown = found.content.decode()
    assert found.has_ccc
    for leak in (CODE, CODE.upper(), "bc1", "\\u0040", "#64;", "#x40;"):
        assert leak not in shown
    assert len(shown) == len(text)
    assert [at for at, letter in enumerate(shown) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]


@pytest.mark.parametrize("form", [*JSON, *NEAR])
def test_json_stays_json_of_the_same_shape(form: str) -> None:
    assert _shape(json.loads(sealed((form % CODE).encode()).content)) == _shape(json.loads(form % CODE))


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return [_shape(each) for each in value.values()]
    return [_shape(each) for each in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize(
    ("number", "shown"), [("12345678", '"******"'), ("-1.5e3", '"****"'), ("12", '""'), ("7", "0")]
)
def test_a_number_becomes_a_text_of_asterisks_of_the_same_length(number: str, shown: str) -> None:
    raw = f'{{"ccc": {number}, "shares": {number}}}'
    assert sealed(raw.encode()).content.decode() == f'{{"ccc": {shown}, "shares": {number}}}'


@pytest.mark.parametrize(
    "value", ["1", "D", "12345", "F1", "a1b2c", "0001625781", "Director", "2026-11-09", "10b5-1 plan", "x" * 65 + "1"]
)
def test_a_value_that_may_mean_something_else_is_masked_at_its_place_alone(value: str) -> None:
    raw = json.dumps({"ccc": value, "remarks": f"see {value}"})
    assert json.loads(sealed(raw.encode()).content)["remarks"] == f"see {value}"
    assert json.loads(sealed(raw.encode()).content)["ccc"].strip("* ") == ""


@pytest.mark.parametrize("value", ["abc123", "abc1@xyz", "abcdefg@", "123456#", "x" * 63 + "1"])
def test_a_value_that_is_nothing_else_is_masked_everywhere(value: str) -> None:
    assert value not in sealed(json.dumps({"ccc": value, "remarks": f"see {value}"}).encode()).content.decode()


@pytest.mark.parametrize(
    "text",
    [
        '{"issuerName": "CCC Holdings", "issuerTradingSymbol": "CCC"}',
        '{"remarks": "The codes (CCC) and passwords of the filer. CCC: to be obtained."}',
        '{"remarks": "Text, then the tag <ccc>, and", "b": "</ccc>", "c": "<ccc>, <ccc x=", "d": "</ccc>"}',
        '{"remarks": "CCC: jane12@example.com, Director, 10b5-1, C#, $1,000.00"}',
        "<remarks>CCC Holdings: C#</remarks>",
        "<remarks><![CDATA[CCC Holdings sold]]></remarks>",
        '{"issuerName": "CCC Holdings", "aff10b5One": tru}',
        '{"a": 1}',
        "",
    ],
)
def test_a_text_that_only_has_the_three_letters_stays_as_it_is(text: str) -> None:
    assert sealed(text.encode()) == (text.encode(), False, False)


@pytest.mark.parametrize("value", ["XXXXXXXX", "", "********", "   "])
def test_a_blank_or_a_masked_value_is_no_ccc(value: str) -> None:
    assert not sealed(json.dumps({"ccc": value}).encode()).has_ccc
    assert not sealed(f"<ccc>{value}</ccc>".encode()).has_ccc


@pytest.mark.parametrize("form", [*JSON, *BROKEN, *XML])
def test_a_masked_text_stays_as_it_is(form: str) -> None:
    once = sealed((form % CODE).encode()).content
    assert sealed(once) == (once, False, sealed(once).is_masked)


def test_a_ccc_known_from_elsewhere_is_masked_in_a_text_without_the_three_letters() -> None:
    raw = b'{"remarks": "abc1@xyz abc1\\u0040xyz ABC1@XYZ abc1@xy"}'
    assert sealed(raw, [CODE]) == (b'{"remarks": "******** ************* ******** abc1@xy"}', True, True)
    assert sealed(raw, ["other12$"]) == (raw, False, False)
    assert sealed(raw, ["a"]) == (raw, False, False)


def test_what_is_said_is_masked_for_known_cccs_alone() -> None:
    said = 'ccc: "zq7x#kwm" abc1@xyz'
    assert masked(said, []) == said
    assert masked(said, [CODE]) == 'ccc: "zq7x#kwm" ********'
    assert masked("\udc80 abc1@xyz", [CODE, "\udc80"]) == "\udc80 ********"


def test_what_is_not_utf_8_is_masked_too() -> None:
    assert sealed(b'{"ccc": "abc1@xyz", "a": "\xff abc1@xyz"}').content == b'{"ccc": "********", "a": "\xff ********"}'
    assert sealed("<ccc>äbc1@xyz</ccc>".encode()).content == b"<ccc>********</ccc>"


def test_a_text_with_more_places_than_any_reader_accepts_is_masked_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masking, "MOST_PLACES", 3)
    monkeypatch.setattr("form4gen.redaction.in_json.MOST_PLACES", 3)
    assert sealed(b'{"ccc": 11, "ccc": 12, "ccc": 13}').content == b'{"ccc": "", "ccc": "", "ccc": ""}'
    assert sealed(b'{"ccc": 11, "ccc": 12, "ccc": 13, "ccc": 14}').content.strip(b"* ") == b""
    assert sealed(b'{"ccc": [1, 2, 3, 4, 5]}').content.strip(b"* ") == b""
    assert places.MOST_PLACES == 250_000


def test_a_text_that_no_reader_takes_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b'{"ccc": "abc1@xyz"}'
    monkeypatch.setattr(module, "_MOST_BYTES", len(raw))
    assert sealed(raw).has_ccc
    monkeypatch.setattr(module, "_MOST_BYTES", len(raw) - 1)
    assert sealed(raw) == (raw, False, False)


@given(st.lists(st.sampled_from([*'{}[]<>/"\\:,= \n', "ccc", "</ccc>", "<ccc>", "\\u0040", "&#64;", "//", "1"])))
def test_no_mixture_of_its_parts_leaves_a_code_after_the_word(parts: list[str]) -> None:
    text = "".join(("ccc:", CODE, *parts))
    found = sealed(text.encode())
    assert CODE not in found.content.decode()
    assert len(found.content) == len(text)
