"""Whatever the bytes are, they become values, or problems with a line and a column."""

from __future__ import annotations

from decimal import Decimal

import pytest

from form4gen.bounds import LISTED
from form4gen.intake import syntax
from form4gen.intake.document import Document, read
from form4gen.intake.problem import Problem
from form4gen.location import ROOT


def only_problem(document: Document) -> Problem:
    assert len(document.problems) == 1
    return document.problems[0]


def test_numbers_are_exact_decimals() -> None:
    assert read(b'{"a": 2.64, "b": 1, "c": 0.1000}').data == {"a": Decimal("2.64"), "b": 1, "c": Decimal("0.1000")}
    assert str(read(b"[0.1000]").data[0]) == "0.1000"
    assert type(read(b"[1]").data[0]) is Decimal


def test_a_byte_order_mark_is_allowed() -> None:
    document = read(b'\xef\xbb\xbf{"a": 1}')
    assert document.problems == ()
    assert document.line_and_column(ROOT / "a") == (1, 7)


def test_a_document_keeps_the_bytes_that_were_read() -> None:
    assert read(b'\xef\xbb\xbf{"a":\r\n1}').raw == b'\xef\xbb\xbf{"a":\r\n1}'
    assert read(b"\xff").raw == b""


def test_twelve_decimals_are_read() -> None:
    document = read(b'{"transactionPricePerShare": 1.123456789012}')
    assert document.problems == ()
    assert document.data == {"transactionPricePerShare": Decimal("1.123456789012")}


@pytest.mark.parametrize("raw", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_document_is_called_empty(raw: bytes) -> None:
    problem = only_problem(read(raw))
    assert (problem.id, problem.message) == ("JS101", "The document is empty.")


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b'{"a": 1,\n "b": }', 2, 5),
        (b'{"a": 1} x', 1, 10),
        (b"<?xml version='1.0'?>", 1, 1),
        (b'{"a": "tab\there"}', 1, 11),
        (b'{"a": "x', 1, 7),
        (b'{"a": 1 // why\n}', 1, 9),
        (b"{'a': 1}", 1, 2),
        (b'{"a": 01}', 1, 7),
        (b'{"a": 1\n "b": 2}', 1, 8),
        (b'{"a": +1}', 1, 7),
        (b'\xef\xbb\xbf\xef\xbb\xbf{"a": 1}', 1, 1),
    ],
)
def test_what_is_not_json_is_told_with_its_place(raw: bytes, line: int, column: int) -> None:
    document = read(raw)
    problem = only_problem(document)
    assert (problem.id, problem.line, problem.column) == ("JS101", line, column)
    assert problem.message.endswith(".")
    assert problem.remedy.endswith((".", '"'))
    assert document.data is None


@pytest.mark.parametrize(
    ("raw", "byte", "line", "column"),
    [
        (b"\xff\xfe{\x00", "Byte 1 (0xff)", 1, 1),
        ('{\n "é": "'.encode() + b'\xe9"}', "Byte 11 (0xe9)", 2, 8),
        (b'\xef\xbb\xbf{"a": "\x80"}', "Byte 11 (0x80)", 1, 8),
        (b'{"a": "\xed\xa0\x80"}', "Byte 8 (0xed)", 1, 8),
    ],
)
def test_bytes_that_are_not_utf_8_are_told_with_their_place(raw: bytes, byte: str, line: int, column: int) -> None:
    problem = only_problem(read(raw))
    assert (problem.id, problem.message) == ("JS101", f"{byte} is not valid UTF-8.")
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    "literal", ["NaN", "Infinity", "-Infinity", "1e400", "1e5", "2.0E-3", "1" * 31, "0." + "0" * 31, "7" * 5000]
)
def test_a_number_that_is_not_written_out_is_told(literal: str) -> None:
    document = read(f'{{"a":\n [{literal}]}}'.encode())
    problem = only_problem(document)
    assert (problem.id, problem.at.pointer, problem.line, problem.column) == ("JS104", "/a/0", 2, 3)
    assert problem.found is not None
    assert len(problem.found) <= 40
    assert literal.startswith(problem.found.removesuffix("..."))


def test_every_key_that_stands_twice_is_told_at_its_second_place() -> None:
    document = read(b'{"issuer": {"a": 1,\n "a": 2}, "rows": [{"b": 1, "b": 1}],\n "issuer": {}}')
    told = [(problem.id, problem.at.pointer, problem.line, problem.column) for problem in document.problems]
    assert told == [("JS103", "/issuer/a", 2, 2), ("JS103", "/rows/0/b", 2, 29), ("JS103", "/issuer", 3, 2)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("\\u0000", "U+0000"), ("\\b", "U+0008"), ("\\f", "U+000C"), ("\\u001b", "U+001B"), ("\x7f", "U+007F"),
        ("\\u007f", "U+007F"), ("\x85", "U+0085"), ("\\ud800", "U+D800"), ("\\uDFFF", "U+DFFF"), ("\u061c", "U+061C"),
        ("\\u061C", "U+061C"), ("\u200e", "U+200E"), ("\u2028", "U+2028"), ("\u202e", "U+202E"), ("\\u202E", "U+202E"),
        ("\u2066", "U+2066"), ("\\u2069", "U+2069"), ("\ufeff", "U+FEFF"), ("\\uFEFF", "U+FEFF"), ("\ufff9", "U+FFF9"),
        ("\uffff", "U+FFFF"), ("\\uffff", "U+FFFF"), ("\U000e0041", "U+E0041"), ("\\udb40\\udc41", "U+E0041"),
    ],
)  # fmt: skip
def test_a_character_that_no_form_can_show_is_told(code: str, name: str) -> None:
    problem = only_problem(read(f'{{"a": [\n"x{code}"]}}'.encode()))
    assert (problem.id, problem.at.pointer, problem.line, problem.column) == ("JS105", "/a/0", 2, 1)
    assert problem.message.startswith(f"The text contains {name} ")
    assert problem.message.endswith('(character 2, after "x"), a character that the form cannot show.')
    assert problem.found == name


def test_a_character_that_no_form_can_show_is_called_by_its_name() -> None:
    problem = only_problem(read('{"\u200e": 1}'.encode()))
    assert problem.message == (
        "The key contains U+200E LEFT-TO-RIGHT MARK (character 1), a character that the form cannot show."
    )


@pytest.mark.parametrize(
    "text",
    [
        "tab\\t, line\\nend\\r",
        "\\ud83d\\ude00",
        "שלום",
        "漢字",
        "é \u00a0 \u200b €",
        "\\\\u0000",
        "<script>{{7*7}}&amp;",
    ],
)
def test_other_characters_stand(text: str) -> None:
    assert read(f'{{"a": "{text}"}}'.encode()).problems == ()


def test_a_key_with_such_a_character_is_told_at_the_part_around_it() -> None:
    document = read('{"a": {\n "x\u202ey": {"b": "\\u0000"}}}'.encode())
    told = [(problem.at.pointer, problem.message[:8], problem.line, problem.column) for problem in document.problems]
    assert told == [("/a", "The key ", 2, 2), ("/a", "The text", 2, 15)]


def test_a_thousand_problems_of_a_kind_are_listed_and_the_others_counted() -> None:
    for count, more in ((LISTED - 1, {}), (LISTED, {}), (LISTED + 1, {"JS104": 1})):
        document = read(b"[" + b",".join([b"NaN"] * count + [b'"\\u0000"']) + b"]")
        assert [problem.id for problem in document.problems] == ["JS104"] * min(count, LISTED) + ["JS105"]
        assert document.more == more


def test_what_is_refused_without_a_known_slip_is_explained_in_the_words_of_json(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(syntax, "slips_in", lambda _: syntax.Slips([], 0))
    problem = only_problem(read(b'{"documentType": "4"}\n x'))
    assert (problem.id, problem.line, problem.column) == ("JS101", 2, 2)
    assert problem.message == "The text is not valid JSON: Extra data."
