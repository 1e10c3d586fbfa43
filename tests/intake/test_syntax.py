"""A text that is not JSON is explained in words, with the caret where the slip is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.bounds import LISTED
from form4gen.intake.document import read
from form4gen.intake.syntax import slips_in

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
    ('{"a": 1^;"b": 2}', "There is a semicolon here.", "Write a comma."),
    ('{"a": 1^\uff0c"b": 2}', "a full-width comma (U+FF0C)", "Write a comma."),
    ("{^\u201ca\u201d: 1}", "The key is in typographic quotation marks (\u201c, U+201C).", "straight"),
    ('{"a": ^\u2018x\u2019}', "The value is in typographic quotation marks", "straight"),
    ('{"a": ^\u201cJane\u2019s "own" trust\u201d, "b": 1}', "in typographic quotation marks", "straight"),
    ('{"a": ^\u201cnever closed}', "in typographic quotation marks", "straight"),
    ('{"a": "b^\u201d, "c": 1}', 'begins with " and ends with \u201d (U+201D).', 'Write "'),
    ('{"a": "b^\u201d\n}', 'begins with " and ends with \u201d (U+201D).', 'Write "'),
    ("{^'a': 1}", "The key is in single quotation marks.", "double"),
    ("{\"a\": ^'x'}", "The value is in single quotation marks.", "double"),
    ("{\"a\": ^'Jane's trust'}", "The value is in single quotation marks.", "double"),
    ("{\"a\": ^''x''}", "The value is in single quotation marks.", "double"),
    ('{"a": ^``x``}', "The value is in typographic quotation marks (`, U+0060).", "straight"),
    ('{"a": ^\\"x\\"}', "The value has a backslash before its quotation mark.", "Delete the backslash."),
    ('{"a": ^""x""}', "There are two quotation marks in a row.", "Delete one"),
    ('{"a": "Class ^"A" Common", "b": 1}', "closes the text, but the text goes on", 'write \\" for'),
    ('{"a": "x"^y}', "There is 'y' after a value.", "Write a comma"),
    ('{"a": 1, ^// why\n "b": 2}', "JSON has no comments.", "Delete the comment."),
    ('{"a": 1 ^/* why */}', "JSON has no comments.", "Delete the comment."),
    ('{"a": 1 ^/* why}', "this one is never closed", "Delete the comment."),
    ('{"a": ^# why\n1}', "JSON has no comments.", "Delete the comment."),
    ('{"a" ^// why\n: 1}', "JSON has no comments.", "Delete the comment."),
    ('{"a": 1} ^// why', "JSON has no comments.", "Delete the comment."),
    ("^// why\n{}", "JSON has no comments.", "Delete the comment."),
    ('{^\u00a0"a": 1}', "no-break space (U+00A0)", "Write a plain space."),
    ('{^\u200b"a": 1}', "zero width space (U+200B)", "Delete it."),
    ('{^\x0b"a": 1}', "control character (U+000B)", "Write a plain space."),
    ("{^issuer: 1}", "The key issuer is not in quotation marks.", 'Write "issuer"'),
    ("{^document type : 1}", "The key document type is not in quotation marks.", 'Write "document type"'),
    ('{^issuer": 1}', "The opening quotation mark is missing here.", 'Write "issuer"'),
    ('{^"issuer: 1}', "This key has no closing quotation mark.", "Add the closing"),
    ("{^1: 2}", "The key 1 is not in quotation marks.", 'Write "1".'),
    ("{^!}", "There is '!' where a key belongs.", "a colon after it"),
    ('{^{"a": 1}}', "There is a { where a key belongs.", "Write a key before it"),
    ('{"a"^ 1}', "A colon is missing after this key.", "colon"),
    ('{"a" ^= 1}', "an equals sign after the key", "colon"),
    ('{"a" ^=> 1}', "There is => after the key.", "colon"),
    ('{"a"^\uff1a 1}', "There is \uff1a after the key.", "colon"),
    ('{"a"^, "b"}', "There is a comma after the key.", "colon"),
    ('{"a":^: 1}', "There is a : after the colon.", "Delete it."),
    ('{"a": 1 ^= 2}', "There is a = after a value.", "comma"),
    ('{"a": 1 ^2}', "There is '2' after a value.", "comma"),
    ('{"a"^: }', "The value is missing here.", "delete the key"),
    ('{"a"^: , "b": 1}', "The value is missing here.", "delete the key"),
    ('{"a^"}', "The value is missing here.", "delete the key"),
    ('{"a": ^("b")}', "There is '(\"b\")' where a value belongs.", "[ and ]"),
    ('{"a": ^)}', "There is ')' where a value belongs.", "Correct"),
    ("^]", "The document does not begin with {.", "Enclose"),
    ('^"a": {"b": 1}', "The document does not begin with {.", "Enclose"),
    ("^a: 1\nb: {}", "The document does not begin with {.", "Enclose"),
    ("^Form 4", "The document does not begin with {.", "form4gen new"),
    ("^<ownershipDocument/>", "The document does not begin with {.", "Enclose"),
    ('^Here it is:\n{"a": 1}', "There is text before the document.", "before the first {"),
    ('^```json\n{"a": 1}\n', "There is text before the document.", "before the first {"),
    ('{"a"^:', "The text ends where a value belongs.", "Complete"),
    ("^", "The text ends where a value belongs.", "Complete"),
    ('{"a": ^3,000}', "The number 3,000 is written with a comma.", "Write 3000."),
    ('{"a": ^-3,000,000.50, "b": 1}', "The number -3,000,000.50 is written with a comma.", "Write -3000000.50."),
    ('{"a": [^3,000]}', "The number 3,000 is written with a comma.", "Write 3000."),
    ('{"a": ^3 000}', "The number 3 000 is written with a space.", "Write 3000."),
    ('{"a": ^3\u202f000}', "is written with a space.", "Write 3000."),
    ('{"a": ^3\'000}', "is written with an apostrophe.", "Write 3000."),
    ('{"a": ^1_000}', "is written with an underscore.", "Write 1000."),
    ('{"a": ^3,0000}', "'3,0000' is not a number.", "a point before the decimals"),
    ('{"a": ^12,5}', "'12,5' is not a number.", "a point before the decimals"),
    ('{"a": ^+1}', "A number has no plus sign.", "Delete the +."),
    ('{"a": ^+}', "'+' is not a value.", "digits"),
    ('{"a": ^.5}', "The number .5 has no digit before its point.", "Write 0.5."),
    ('{"a": ^-.5}', "The number -.5 has no digit before its point.", "Write -0.5."),
    ('{"a": ^01}', "The number 01 begins with a zero.", "Write 1."),
    ('{"a": ^00.5}', "The number 00.5 begins with a zero.", "Write 0.5."),
    ('{"a": ^-00}', "The number -00 begins with a zero.", "Write -0."),
    ('{"a": ^02451}', "The number 02451 begins with a zero.", 'Write "02451": a CIK or a ZIP code'),
    ('{"a": ^5.}', "The number 5. has no digit after its point.", "Delete the point."),
    ('{"a": ^1.2.3}', "'1.2.3' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^2026-11-05}', "The date 2026-11-05 is not in quotation marks.", 'Write "2026-11-05".'),
    ('{"a": ^11/05/2026}', "'11/05/2026' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^2026-11-05"}', "The opening quotation mark is missing here.", 'Write "2026-11-05"'),
    ('{"a": ^12abc}', "'12abc' begins like a number but is not one.", "double quotation marks"),
    ('{"a": ^-}', "'-' is not a number.", "digits"),
    ('{"a": ^$12}', "without the dollar sign", "Delete the $."),
    ('{"a": 12^%}', "A number has no percent sign.", "Delete the %."),
    ('{"a": 12.42 ^(1)}', "A footnote is not cited in the value itself.", '{"value": 12.42, "footnotes": ["F1"]}'),
    ('{"a": 12.42^(F1)(F2), "b": 1}', "A footnote is not cited in the value itself.", '"footnotes": ["F1"]'),
    ('{"a": ^True}', "JSON does not know True.", "Write true."),
    ('{"a": ^yes}', "JSON does not know yes.", "Write true."),
    ('{"a": ^None}', "JSON does not know None.", "Delete the key"),
    ('{"a": ^inf}', "inf is not a number.", "Write a number in digits"),
    ('{"a": ^Common Stock}', "The text 'Common Stock' is not in quotation marks.", 'Write "Common Stock".'),
    ('{"a": ^Common Stock"}', "The opening quotation mark is missing here.", 'Write "Common Stock".'),
    ('{"a": ^' + "x" * 40 + "}", f"The text '{'x' * 27}...' is not in quotation marks.", "Write"),
    ('{"a": "x^\ty"}', "a raw tab in this text", "\\t"),
    ('{"a": "x^\x01y"}', "a raw control character (U+0001) in this text", "Delete it."),
    ('{"a": "x^\ny"}', "a raw line break in this text", "\\n"),
    ('{"a": "x^\r\n\r\n y"}', "a raw line break in this text", "\\n"),
    ('{"a": ^"x\n"b": 1}', "This text has no closing quotation mark.", "Add the closing"),
    ('{"a": ^"x\n more "y" then', "This text has no closing quotation mark.", "Add the closing"),
    ('{"a": ^"x}', "This text has no closing quotation mark.", "Add the closing"),
    ('{"a": ^"x, "b": "c"}', "This text has no closing quotation mark.", "Add the closing"),
    ('{"a": "C:^\\query"}', "The backslash before 'q' means nothing in JSON.", "\\\\"),
    ('{"a": ^"x\\', "This text has no closing quotation mark.", "Add the closing"),
    ('{"a": "^\\u12"}', "After \\u, JSON expects four hexadecimal digits.", "the character itself"),
    ('{"a": "Jane^\\\'s"}', "An apostrophe has no backslash before it.", "Delete the backslash."),
    ('{"a": 1} ^{"b": 2}', "A second document begins here.", "a file of its own"),
    ('{"a": 1}, ^{"b": 2}', "A second document begins here.", "a file of its own"),
    ('{"a": 1}^}', "This } closes nothing.", "Delete it."),
    ('{"a": 1^}, "b": 2}', "This } ends the document, but more follows.", "Delete it."),
    ('{"a": 1} ^x', "There is text after the document.", "Delete it."),
    ("1^, 2", "There is text after the document.", "Delete it."),
    ('{"a": [1, 2^}', "A ] is missing here: the list that begins on line 1 is not closed.", "Add the closing ]"),
    ('{\n"a": {"b": 1^]}', "This ] ends the object that begins on line 2.", "Write } in its place."),
    ('{\n"a": {"b": 1^]}}', "This ] closes nothing.", "Delete it."),
    ('{"a": [1, 2^}}', "This } ends the list that begins on line 1.", "Write ] in its place."),
    ('{"a": [1^}]', "This } closes nothing here: the list that begins on line 1 is still open.", "Check"),
    (
        '{"a": [{"b": 1}^, "c": 2}',
        "A ] is missing here: the list that begins on line 1 is not closed.",
        "Add the closing ]",
    ),
    (
        '{"a": [{"b": 1^, {"b": 2}]}',
        "A } is missing here: the object that begins on line 1 is not closed.",
        "Add the closing }",
    ),
    ('{"a": [1, 2]^', "A } is missing here: the object that begins on line 1 is not closed.", "Add the closing }."),
    ('{\n "a": {"b": 1^,\n "c": 2\n}', "A } is missing here: the object that begins on line 2", "Add the closing }."),
    ('{\n "a": [1,\n 2],\n "b": {"c": 1^,\n "d": 2\n}', "the object that begins on line 4", "Add the closing }."),
    ('{"a":\n [1, 2^', "The text ends inside the list that begins on line 2.", "add the closing ] }."),
    ('{"a": 1^,', "A } is missing here", "Add the closing }."),
    ("{^", "A } is missing here: the object that begins on line 1 is not closed.", "Add the closing }."),
    ("[" * 11 + "^", "The text ends inside the list that begins on line 1.", "and 1 more."),
    ('{"a": 1\n^<<<<<<< HEAD\n"b": 2}', "the mark of a merge conflict", "Keep one version"),
]


@pytest.mark.parametrize(("marked", "message", "remedy"), SLIPS)
def test_a_slip_is_named_at_its_place_with_its_remedy(marked: str, message: str, remedy: str) -> None:
    before, _, after = marked.partition("^")
    slip = slips_in(before + after).listed[0]
    assert message in slip.message
    assert remedy in slip.remedy
    assert slip.offset == len(before)


@pytest.mark.parametrize(
    "text", ['{"a": [1,200, 3.5e10, -0]}', " [true, false, null, NaN, -Infinity]\n", '"\\u00e9\\n"']
)
def test_what_the_decoder_reads_has_no_slip(text: str) -> None:
    json.loads(text)
    assert slips_in(text).listed == []


def test_a_text_with_more_values_than_are_read_has_no_slip_after_them() -> None:
    text = '{"a": [1, 2, 3], "b": 01}'
    assert len(slips_in(text, 5).listed) == 1
    assert slips_in(text, 4).listed == []


def test_a_thousand_slips_are_listed_and_the_others_counted() -> None:
    for count, more in ((LISTED - 1, 0), (LISTED, 0), (LISTED + 1, 1)):
        slips = slips_in("[" + "01, " * count + "1]")
        assert (len(slips.listed), slips.more) == (min(count, LISTED), more)
        assert sum(read(b"[" + b"01, " * count + b"1]").more.values()) == more


_PARTS = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", '"', '"a"', '"b"', "1", "0", "-", ".", "5", "e", "+", " ", "\n", "\t", "\\", "\\u",
     "true", "nul", "NaN", "x", "'", "/", "#", "3,000", "\u201c", "$", "%", "=", ";", "_"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=14).map("".join))
def test_a_text_has_a_slip_exactly_when_the_decoder_refuses_it(text: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        slips = slips_in(text).listed
        assert slips
        assert all(0 <= slip.offset <= len(text) for slip in slips)
    else:
        assert slips_in(text).listed == []


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
        assert slips_in(text).listed
    else:
        assert slips_in(text).listed == []
