"""A text that is not JSON is explained in words, with the caret where the slip is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.syntax import slip_in

# The text, with a caret (^) before the place of the slip, and a part of what is said and of the remedy.
SLIPS = [
    ('{"a": 1^\n "b": 2}', "A comma is missing here.", "Add a comma"),
    ('{"a": "b"^ "c": 1}', "A comma is missing here.", "Add a comma"),
    ("[1^ 2]", "A comma is missing here.", "Add a comma"),
    ('{"a": {"b": 1}^\n\n "c": 2}', "A comma is missing here.", "Add a comma"),
    ('{"a": 1^,}', "a comma before the closing }", "Delete the comma."),
    ('{"a": [1, 2^,\n ]}', "a comma before the closing ]", "Delete the comma."),
    ('{"a": 1,^, "b": 2}', "two commas in a row", "Delete one"),
    ("{^,}", "a comma with nothing before it", "Delete the comma."),
    ("{^\u201ca\u201d: 1}", "The key is in typographic quotation marks (\u201c, U+201C).", "straight"),
    ('{"a": ^\u2018x\u2019}', "The value is in typographic quotation marks", "straight"),
    ("{^'a': 1}", "The key is in single quotation marks.", "double"),
    ("{\"a\": ^'x'}", "The value is in single quotation marks.", "double"),
    ('{"a": 1, ^// why\n "b": 2}', "JSON has no comments.", "Delete the comment."),
    ('{"a": 1 ^/* why */}', "JSON has no comments.", "Delete the comment."),
    ('{"a": ^# why\n1}', "JSON has no comments.", "Delete the comment."),
    ('{"a" ^// why\n: 1}', "JSON has no comments.", "Delete the comment."),
    ("{^issuer: 1}", "The key issuer is not in quotation marks.", 'Write "issuer"'),
    ("{^1: 2}", "There is '1' where a key belongs.", "double quotation marks"),
    ('{^{"a": 1}}', "There is a { where a key belongs.", "Write a key before it"),
    ('{"a"^ 1}', "A colon is missing after this key.", "colon"),
    ('{"a" ^= 1}', "an equals sign after the key", "colon"),
    ('{"a": 1 ^= 2}', "There is a = after a value.", "comma"),
    ('{"a": 1^;"b": 2}', "a semicolon where a comma belongs", "comma"),
    ('{"a":^: 1}', "There is ':' where a value belongs.", "Correct"),
    ('{"a"^: }', "The value is missing here.", "delete the key"),
    ('{"a"^: , "b": 1}', "The value is missing here.", "delete the key"),
    ("^]", "The value is missing here.", "Write a value"),
    ('{"a"^:', "The text ends where a value belongs.", "Complete"),
    ("^", "The text ends where a value belongs.", "Complete"),
    ('{"a": ^3,000}', "The number 3,000 is written with a comma.", "Write 3000."),
    ('{"a": ^-3,000,000.50, "b": 1}', "The number -3,000,000.50 is written with a comma.", "Write -3000000.50."),
    ('{"a": [^3,000]}', "The number 3,000 is written with a comma.", "Write 3000."),
    ('{"a": 3,^0000}', "There is '0' where a key belongs.", "key"),
    ('{"a": 3,^00}', "There is '0' where a key belongs.", "key"),
    ('{"a": ^+1}', "A number has no plus sign.", "Delete the +."),
    ('{"a": ^.5}', "A number begins with a digit.", "Write a 0"),
    ('{"a": ^01}', "The number 01 begins with a zero.", "Write 1."),
    ('{"a": ^-00}', "The number -00 begins with a zero.", "Write -0."),
    ('{"a": ^5.}', "The number 5. has no digit after its point.", "Delete the point."),
    ('{"a": ^1.2.3}', "'1.2.3' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^2026-11-05}', "'2026-11-05' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^12abc}', "'12abc' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^1_000}', "without underscores", "Delete them."),
    ('{"a": ^-}', "'-' is not a number.", "Write its digits."),
    ('{"a": ^$12}', "without the dollar sign", "Delete the $."),
    ('{"a": 12^%}', "A number has no percent sign.", "Delete the %."),
    ('{"a": ^True}', "JSON does not know True.", "Write true."),
    ('{"a": ^None}', "JSON does not know None.", "Write null."),
    ('{"a": ^Common Stock}', "The text 'Common' is not in quotation marks.", 'Write "Common".'),
    ('{"a": ^' + "x" * 40 + "}", f"The text '{'x' * 27}...' is not in quotation marks.", "Write"),
    ('{"a": "x^\ty"}', "a raw tab in a text", "\\t"),
    ('{"a": "x^\x01y"}', "a raw control character (U+0001) in a text", "Delete it."),
    ('{"a": ^"x\ny"}', "no closing quotation mark on its line", "\\n"),
    ('{"a": ^"x}', "no closing quotation mark on its line", "Add the closing"),
    ('{"a": "C:^\\query"}', "The backslash before 'q' means nothing in JSON.", "\\\\"),
    ('{"a": "x^\\', "The backslash before ' ' means nothing in JSON.", "\\\\"),
    ('{"a": "^\\u12"}', "The backslash before 'u' means nothing in JSON.", "\\\\"),
    ('{"a": 1}^ {"b": 2}', "another one follows", "Keep one in a file"),
    ('{"a": 1}^}', "more text follows", "Delete the rest"),
    ('{"a": 1}^ x', "more text follows", "Delete the rest"),
    ('{"a": [1, 2^}', "the list that begins on line 1 ends with ]", "Add the missing ]"),
    ('{\n"a": {"b": 1^]}', "the object that begins on line 2 ends with }", "Add the missing }"),
    ('^{"a": [1, 2]', "The object that begins on line 1 is never closed.", "Add the closing }."),
    ('{"a":\n ^[1, 2', "The list that begins on line 2 is never closed.", "Add the closing ]."),
    ('^{"a": 1,', "The object that begins on line 1 is never closed.", "Add the closing }."),
    ("^{", "The object that begins on line 1 is never closed.", "Add the closing }."),
    ("^<ownershipDocument/>", "There is '<' where a value belongs.", "Correct"),
]


@pytest.mark.parametrize(("marked", "message", "remedy"), SLIPS)
def test_a_slip_is_named_at_its_place_with_its_remedy(marked: str, message: str, remedy: str) -> None:
    before, _, after = marked.partition("^")
    blanks = len(after) - len(after.lstrip(" "))
    slip = slip_in(before + after)
    assert slip is not None
    assert slip.offset in (len(before), len(before) + (blanks if "follows" in message else 0))
    assert message in slip.message
    assert remedy in slip.remedy


@pytest.mark.parametrize(
    "text", ['{"a": [1,200, 3.5e10, -0]}', " [true, false, null, NaN, -Infinity]\n", '"\\u00e9\\n"']
)
def test_what_the_decoder_reads_has_no_slip(text: str) -> None:
    json.loads(text)
    assert slip_in(text) is None


_PARTS = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", '"', '"a"', '"b"', "1", "0", "-", ".", "5", "e", "+", " ", "\n", "\t", "\\", "\\u",
     "true", "nul", "NaN", "x", "'", "/", "#", "3,000", "\u201c", "$", "%", "=", ";", "_"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=14).map("".join))
def test_a_text_has_a_slip_exactly_when_the_decoder_refuses_it(text: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        slip = slip_in(text)
        assert slip is not None
        assert 0 <= slip.offset <= len(text)
    else:
        assert slip_in(text) is None


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(_VALUES, st.data())
def test_a_document_with_one_character_too_few_or_too_many_is_explained(value: object, data: st.DataObject) -> None:
    whole = json.dumps(value)
    at = data.draw(st.integers(0, len(whole) - 1))
    extra = data.draw(st.sampled_from(["", ",", '"', "}", "]", "{", "'", "x", "0", ":"]))
    text = whole[:at] + extra + whole[at + (extra == "") :]
    try:
        json.loads(text)
    except json.JSONDecodeError:
        assert slip_in(text) is not None
    else:
        assert slip_in(text) is None
